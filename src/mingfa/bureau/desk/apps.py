"""The desk as a Django app. It stands last in the house: when it is ready, every room's acts are declared."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DeskConfig(AppConfig):
    """Loads the acts of all rooms."""

    name = "mingfa.bureau.desk"
    label = "desk"

    def ready(self) -> None:
        autodiscover_modules("acts")
