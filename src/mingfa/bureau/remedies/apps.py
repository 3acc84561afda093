"""The remedies room as a Django app."""

from django.apps import AppConfig


class RemediesConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.remedies"
    label = "remedies"
