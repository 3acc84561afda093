"""The doorway room as a Django app."""

from django.apps import AppConfig


class DoorwayConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.doorway"
    label = "doorway"
