"""What law cases ask of the law room, in the words of their tables."""

from datetime import date, timedelta

from mingfa.bureau.law.surcharge import surcharge

DUE = date(2026, 9, 15)


def surcharge_after(fine: int, days: int, paused: int = 0) -> int:
    """Return the additional fine `days` after the last day to pay, the first `paused` of them in a remedy."""
    pause = [(DUE + timedelta(days=1), DUE + timedelta(days=paused))] if paused else []
    return surcharge(fine, DUE, DUE + timedelta(days=days), pause)
