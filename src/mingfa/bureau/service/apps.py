"""The service room as a Django app."""

from django.apps import AppConfig


class ServiceConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.service"
    label = "service"
