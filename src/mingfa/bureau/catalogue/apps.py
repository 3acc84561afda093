"""The catalogue room as a Django app."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.catalogue"
    label = "catalogue"
