"""The decisions room as a Django app."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.decisions"
    label = "decisions"
