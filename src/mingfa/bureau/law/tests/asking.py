"""What law cases ask of the law room, in the words of their tables."""

from datetime import date, timedelta

from mingfa.bureau.execution.facts import Fine
from mingfa.bureau.law.time import terms
from mingfa.bureau.law.time.calendar import HOLIDAY, Calendar, ListedDay

DUE = date(2026, 9, 15)


def surcharge_after(fine: int, days: int, paused: int = 0) -> int:
    """Return the additional fine `days` after the last day to pay, the first `paused` of them in a remedy."""
    pause = [(DUE + timedelta(days=1), DUE + timedelta(days=paused))] if paused else []
    return Fine(fine, DUE, paused=pause).accrued(DUE + timedelta(days=days))[0]


def open_ends(term: str, start: date) -> list[date]:
    """Return the earliest and the latest end of a term, and the one that counts until a notice fixes it."""
    found = terms.term(term, start, Calendar())
    return [found.earliest, found.latest, found.end]


def kind_of_day(day: date, festivals: str = "") -> str:
    """Say what a day is before any notice: a holiday by law, open, a working day or a rest day."""
    listed = [
        ListedDay(date.fromisoformat(one), HOLIDAY, "示例节日", "示例通知") for one in festivals.split()
    ]
    calendar = Calendar(listed)
    if calendar.is_open(day):
        return "未定"
    if calendar.is_statutory_holiday(day):
        return "法定节假日"
    return "工作日" if calendar.is_workday(day) else "休息日"
