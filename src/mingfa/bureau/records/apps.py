"""The records room as a Django app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.records"
    label = "records"
