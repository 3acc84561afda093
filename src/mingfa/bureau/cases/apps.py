"""The cases room as a Django app."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.cases"
    label = "cases"
