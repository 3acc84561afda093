"""The disclosure room as a Django app."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.disclosure"
    label = "disclosure"
