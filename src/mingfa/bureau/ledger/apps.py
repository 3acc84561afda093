"""The ledger room as a Django app."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.ledger"
    label = "ledger"
