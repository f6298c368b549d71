from django.apps import AppConfig


class PortfolioConfig(AppConfig):
    name = "waypost.portfolio"
    label = "portfolio"
