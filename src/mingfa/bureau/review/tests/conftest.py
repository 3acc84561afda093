"""Fixtures of reviews: the desk on which a reviewer reads what was computed."""

from mingfa.bureau.desk.tests.conftest import at_desk

__all__ = ["at_desk"]
