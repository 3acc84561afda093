"""The work room as a Django app."""

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.work"
    label = "work"
