"""Questions about decisions, of the ordinary procedure and on the spot alike.

Every row is checked against the ledger first.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime

from mingfa.bureau.cases.reads import same_act
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.decisions.models import Decision, Discussion, Revocation, TermChange
from mingfa.bureau.decisions.values import (
    CaseTime,
    DecisionView,
    DiscussionView,
    RevocationView,
    TermChangeView,
)
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.procedures.clocks import Happened, running
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.ledger.reader import check_rows, history, inputs, leaf
from mingfa.bureau.lib.reading import once
from mingfa.bureau.summary import reads as summary
from mingfa.bureau.summary.values import SpotDecisionView


@once
def decision_of(case: int) -> DecisionView | None:
    """Return the decision of a case."""
    return _one(Decision.objects.filter(case=case).first()) or _spot(summary.decision_of(case))


@once
def decision(pk: int) -> DecisionView | None:
    """Return a decision by the act that made it."""
    return _one(Decision.objects.filter(pk=pk).first()) or _spot(summary.decision(pk))


@once
def standing(cases: Collection[int]) -> dict[int, tuple[int, int]]:
    """Return of these cases the decision that stands, with the fine in 分: case -> (decision, amount)."""
    return _standing(tuple(sorted(cases)))


@once
def _standing(cases: tuple[int, ...]) -> dict[int, tuple[int, int]]:
    rows = Decision.objects.filter(case__in=cases, revoked__isnull=True)
    found = {case: (pk, amount) for case, pk, amount in rows.values_list("case", "pk", "amount")}
    return summary.standing(cases) | found


def gains_of(some: Iterable[int]) -> dict[int, int]:
    """Return what of illegal gains these decisions confiscate, in 分; where they confiscate none, nothing."""
    rows = Decision.objects.filter(pk__in=list(some), gains__gt=0)
    return dict(rows.values_list("pk", "gains"))


def cases_of(some: Iterable[int]) -> list[int]:
    """Return the cases of these decisions, where they stand."""
    keys = list(some)
    rows = Decision.objects.filter(pk__in=keys, revoked__isnull=True) if keys else Decision.objects.none()
    return [*rows.values_list("case", flat=True), *summary.cases_of(keys)]


def not_penalised(cases: Collection[int]) -> list[int]:
    """Return those of these cases that were decided without a penalty."""
    rows = Decision.objects.filter(case__in=cases, revoked__isnull=True).exclude(outcome="penalty")
    return list(rows.values_list("case", flat=True))


@once
def discussions(case: int) -> list[DiscussionView]:
    """Return the collective discussions of a case, in order."""
    rows = list(Discussion.objects.filter(case=case).order_by("pk"))
    check_rows(rows)
    return [DiscussionView(int(r.pk), int(r.version), r.approved, r.number) for r in rows]


@once
def revocation_of(decision: int) -> RevocationView | None:
    """Return the revocation of a decision, with its reason from the ledger."""
    row = Revocation.objects.filter(decision=decision).first()
    if row is None:
        return None
    check_rows([row])
    reason = str(inputs(leaf(int(row.pk)).entry).get("reason", ""))
    return RevocationView(
        int(row.pk), int(row.decision), row.ground, row.effect, row.revoked_on, row.document, reason
    )


def time_of(case: CaseView, today: date, calendar: Calendar, config: Config) -> CaseTime:
    """Return until when a case is to be decided, by its table: with what made it longer or stopped it."""
    changes = term_changes(case.id)
    if case.filed_on is None:
        return CaseTime(None, changes)
    table = procedure(case.procedure)
    row = next(one for one in table.clocks if one.term == "DEC-02")
    wanted = {*row.instead, *(name for one in row.pauses for name in (one.starts, one.until) if name)}
    days = excluded([case.id])
    since = [
        Happened(one.entry.text("act"), _day(one.entry.text("at")), days=days.get(one.index))
        for one in history(case.id, wanted)
    ]
    filed = Happened(row.starts, case.filed_on, "approved")
    found = [c for c in running(table, [filed, *since], today, calendar, config) if _is_term(c.term.id)]
    return CaseTime(found[0].term.end if found else None, changes)


def _is_term(name: str) -> bool:
    return name == "DEC-02" or name.startswith("DEC-02.")


def _day(at: str) -> date:
    return datetime.fromisoformat(at).astimezone(CHINA).date()


@once
def term_changes(case: int) -> tuple[TermChangeView, ...]:
    """Return what made the term of a case longer, in order."""
    return _changes([case])


def _changes(cases: Collection[int]) -> tuple[TermChangeView, ...]:
    rows = list(TermChange.objects.filter(case__in=cases).order_by("pk"))
    check_rows(rows)
    return tuple(TermChangeView(int(r.pk), r.kind, r.basis, r.granted_on, r.first, r.last) for r in rows)


def excluded(cases: Collection[int]) -> dict[int, tuple[date, date]]:
    """Return the days taken out of the terms of these cases, by the act that took them out."""
    return {one.id: (one.first, one.last) for one in _changes(cases) if one.first and one.last}


def _one(row: Decision | None) -> DecisionView | None:
    if row is None:
        return None
    check_rows([row])
    return DecisionView(
        id=int(row.pk),
        case=int(row.case_id),
        outcome=row.outcome,
        kinds=tuple(row.kinds),
        amount=int(row.amount),
        number=row.number,
        decided_on=row.decided_on,
        decided_by=int(row.decided_by),
        head=int(row.head),
        review=int(row.review_id),
        version=int(row.version),
        revoked=row.revoked,
        gains=int(row.gains),
    )


def _spot(found: SpotDecisionView | None) -> DecisionView | None:
    if found is None:
        return None
    return DecisionView(
        id=found.id,
        case=found.case,
        outcome="penalty",
        kinds=found.kinds,
        amount=found.amount,
        number=found.number,
        decided_on=found.decided_on,
        decided_by=found.decided_by,
        head=found.head,
        review=None,
        version=found.id,
        revoked=found.revoked,
    )


def fines_for_the_same_act(case: CaseView) -> list[str]:
    """Return the numbers of live decisions that already fined the same act of the same party (处罚法 29)."""
    if case.party is None:
        return []
    others = same_act(case.party, case.item.id, case.act_on, case.id)
    rows = list(Decision.objects.filter(case__in=others, amount__gt=0, revoked__isnull=True))
    check_rows(rows)
    return [r.number for r in rows] + summary.fines_in(others)
