"""The review room as a Django app."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Labels the room."""

    name = "mingfa.bureau.review"
    label = "review"
