"""A fine that may be paid later or in parts, on the desk: the day of the next part (处罚法 66)."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.execution.waiting.reads import next_parts
from mingfa.bureau.law.procedures.clocks import Clock
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import term

SOON = 3


def deferred_in(case: int, today: date, calendar: Calendar) -> list[Clock]:
    """Return the term of the next unpaid part, where a deferral was granted."""
    decision = decisions.decision_of(case)
    granted = [d for d in execution.deferrals(decision.id) if d.granted_on] if decision else []
    if decision is None or not granted:
        return []
    owed = execution.owed(decision, today)
    if not owed.fine_left or owed.due_on is None:
        return []
    latest = granted[-1]
    base = term("EXEC-01", latest.granted_on or today, calendar)
    number = (owed.due_on - base.start).days
    counted = replace(base, zh=f"{latest.kind_zh}期限（{latest.number}）", end=owed.due_on, number=number)
    left = (owed.due_on - today).days
    return [Clock(counted, left, waits=False, near=left <= SOON)]


def parts_due(cases: Collection[int], today: date, calendar: Calendar) -> dict[int, list[Clock]]:
    """Return the terms of the next unpaid parts in these cases, where a deferral was granted."""
    found = {}
    for case, part in next_parts(cases).items() if cases else ():
        base = term("EXEC-01", part.granted_on, calendar)
        zh = f"{part.kind_zh}期限（{part.number}）"
        counted = replace(base, zh=zh, end=part.on, number=(part.on - part.granted_on).days)
        left = (part.on - today).days
        acts = frozenset({"execution.pay", "execution.finish"})
        found[case] = [Clock(counted, left, waits=False, near=left <= SOON, acts=acts)]
    return found
