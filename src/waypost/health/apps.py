from django.apps import AppConfig


class HealthConfig(AppConfig):
    name = "waypost.health"
