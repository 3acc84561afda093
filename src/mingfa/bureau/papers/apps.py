"""The papers room as a Django app."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.papers"
    label = "papers"
