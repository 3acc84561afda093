"""The hearings room as a Django app."""

from django.apps import AppConfig


class HearingsConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.hearings"
    label = "hearings"
