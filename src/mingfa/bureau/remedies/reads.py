"""Questions about remedies; every row is checked against the ledger first."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.lib.reading import once
from mingfa.bureau.remedies.models import Application, Opinion, Remedy, Stay, Supplement
from mingfa.bureau.remedies.values import (
    CHANGING,
    ApplicationView,
    OpinionView,
    RemedyView,
    StayView,
    SupplementView,
)
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.values import PaperView


@once
def remedies(matter: int) -> tuple[RemedyView, ...]:
    """Return every reconsideration and suit in a matter, in order of entry."""
    return _remedies(matter=matter)


@once
def against(decision: int) -> tuple[RemedyView, ...]:
    """Return every reconsideration and suit against what one act decided."""
    return _remedies(decision=decision)


@once
def changed(decision: int) -> RemedyView | None:
    """Return the latest ruling that changed what one act decided and left the rest of it standing."""
    found = [(r.ended_on, r.id, r) for r in against(decision) if r.outcome in CHANGING and r.ended_on]
    return max(found)[2] if found else None


@once
def pauses(decision: int) -> list[tuple[date, date | None]]:
    """Return when no additional fine runs (处罚法 73.3): from the application to the end, or None."""
    return [(one.applied_on, one.ended_on) for one in against(decision)]


@once
def is_open(decision: int) -> bool:
    """Say whether a reconsideration or a suit against a decision is under way."""
    return any(one.is_open for one in against(decision))


@once
def suspended(decision: int) -> bool:
    """Say whether enforcement of a decision is stopped while a remedy runs (复议法 42, 行诉法 56)."""
    return any(one.stay for one in against(decision))


@once
def fallen(decision: int) -> RemedyView | None:
    """Return what ended a decision for good: revoked it, had it made anew, or found it void."""
    return next((one for one in against(decision) if one.outcome in ("revoked", "redo", "void")), None)


@once
def applications(matter: int) -> tuple[ApplicationView, ...]:
    """Return the applications handed in at the bureau, in order."""
    rows = _checked(Application, matter=matter)
    return tuple(
        ApplicationView(int(r.pk), int(r.decision), r.received_on, r.forwarded, r.number) for r in rows
    )


@once
def opinions(matter: int) -> tuple[OpinionView, ...]:
    """Return the opinions of the reconsideration body, in order."""
    rows = _checked(Opinion, matter=matter)
    return tuple(
        OpinionView(int(r.pk), int(r.decision), r.document, r.received_on, r.reported, r.number) for r in rows
    )


def papers(matter: int) -> tuple[PaperView, ...]:
    """Return every paper of a matter, in order: each has the key of the act that made it."""
    return service.papers_of(matter)


@once
def fine_left(decision: int, fine: int) -> int:
    """Return what is left of a fine after the rulings on its decision; the latest that changed it counts."""
    changed = [(r.ended_on, r.id, r.fine) for r in against(decision) if r.fine is not None]
    return max(changed)[2] if changed else fine


def fines_ruled(decisions: Iterable[int]) -> dict[int, int]:
    """Return the fines to which rulings changed those of these decisions; the latest ruling counts."""
    rows = Remedy.objects.filter(decision__in=list(decisions), fine__isnull=False)
    in_order = rows.order_by("ended_on", "pk").values_list("decision", "fine")
    return {decision: fine for decision, fine in in_order if fine is not None}


@once
def supplements(matter: int) -> tuple[SupplementView, ...]:
    """Return the evidence added with leave, in order."""
    rows = _checked(Supplement, remedy__matter=matter)
    return tuple(SupplementView(int(r.pk), int(r.remedy_id), r.name, r.sha256, r.consent) for r in rows)


def received_in(matters: Iterable[int]) -> dict[int, tuple[date, str]]:
    """Return from which day our terms run, and which, by the act that entered what was received."""
    keys = list(matters)
    challenged, applied, told = (_checked(kind, matter__in=keys) for kind in (Remedy, Application, Opinion))
    found = {int(r.pk): (r.received_on, "simplified" if r.simplified else r.kind) for r in challenged}
    return found | {int(r.pk): (r.received_on, "") for r in (*applied, *told)}


def _remedies(**named: int) -> tuple[RemedyView, ...]:
    rows = _checked(Remedy, **named)
    stays = _checked(Stay, remedy__in=[r.pk for r in rows])
    return tuple(_remedy(row, tuple(_stay(s) for s in stays if s.remedy_id == row.pk)) for row in rows)


def _checked(kind: Any, **named: Any) -> list[Any]:
    rows = list(kind.objects.filter(**named).order_by("pk"))
    check_rows(rows)
    return rows


def _stay(row: Stay) -> StayView:
    return StayView(int(row.pk), row.ground, row.since, row.until, row.document)


def _remedy(row: Remedy, stays: tuple[StayView, ...]) -> RemedyView:
    return RemedyView(
        id=int(row.pk),
        matter=int(row.matter),
        decision=int(row.decision),
        kind=row.kind,
        simplified=row.simplified,
        body=row.body,
        document=row.document,
        applied_on=row.applied_on,
        received_on=row.received_on,
        listed=row.listed,
        answered=row.answered,
        outcome=row.outcome,
        ruling=row.ruling,
        ended_on=row.ended_on,
        grounds=tuple(row.grounds),
        stays=stays,
        fine=row.fine,
    )
