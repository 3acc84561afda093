"""The people room as a Django app."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.people"
    label = "people"
