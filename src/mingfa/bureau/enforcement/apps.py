"""The enforcement room as a Django app."""

from django.apps import AppConfig


class EnforcementConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.enforcement"
    label = "enforcement"
