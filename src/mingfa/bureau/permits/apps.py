"""The permits room as a Django app."""

from django.apps import AppConfig


class PermitsConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.permits"
    label = "permits"
