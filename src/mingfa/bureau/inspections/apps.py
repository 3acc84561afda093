"""The inspections room as a Django app."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.inspections"
    label = "inspections"
