"""The measures room as a Django app."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.measures"
    label = "measures"
