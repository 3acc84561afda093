"""Limitation of penalties (追责时效): a violation not discovered in time is not penalised any more.

Stands on 处罚法 36 (two years; five for life and health or financial safety with harm) and 生态环境法典 1054
(five where pollution or ecological damage was caused).
"""

import datetime
from enum import StrEnum

from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, term


class Kind(StrEnum):
    """Which limitation applies; the value is the id of its period."""

    ORDINARY = "FILE-04"
    GRAVE = "FILE-04.grave"
    ENVIRONMENT = "FILE-04.environment"


def limitation(ended: datetime.date, kind: Kind = Kind.ORDINARY) -> Term:
    """Return the period from the day of the act, or the day on which a continuing act ended."""
    return term(kind, ended, Calendar())
