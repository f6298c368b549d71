from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "waypost.exchange"
