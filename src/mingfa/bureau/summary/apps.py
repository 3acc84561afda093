"""The summary room as a Django app."""

from django.apps import AppConfig


class SummaryConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.summary"
    label = "summary"
