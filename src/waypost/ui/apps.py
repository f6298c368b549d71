from django.apps import AppConfig
from django.urls import register_converter

from waypost.ui.addresses import Code


class UiConfig(AppConfig):
    name = "waypost.ui"
    label = "ui"

    def ready(self) -> None:
        register_converter(Code, "code")
