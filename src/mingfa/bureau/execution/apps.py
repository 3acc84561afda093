"""The execution room as a Django app."""

from django.apps import AppConfig


class ExecutionConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.execution"
    label = "execution"
