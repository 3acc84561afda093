"""A bureau with one decision public and then revoked: every task of a round has something to do."""

from mingfa.bureau.desk.tests.conftest import at_desk
from mingfa.bureau.disclosure.tests.conftest import data, press

__all__ = ["at_desk", "data", "press"]
