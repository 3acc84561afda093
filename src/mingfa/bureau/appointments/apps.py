"""The appointments room as a Django app."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.appointments"
    label = "appointments"
