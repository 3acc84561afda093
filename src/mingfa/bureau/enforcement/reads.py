"""Questions about enforcement; every row is checked against the ledger first."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case, CorrectionOrder
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.inputs import with_defaults
from mingfa.bureau.enforcement.inputs import Plan, Stage
from mingfa.bureau.enforcement.models import (
    Announcement,
    CarriedOut,
    Checked,
    CourtEvent,
    Demanded,
    Enforcement,
    EnforcementOrder,
    ExecutionAgreement,
    Objected,
)
from mingfa.bureau.enforcement.values import (
    Agreement,
    Announced,
    Carried,
    CourtStep,
    Demand,
    EnforcementView,
    Objection,
    Ordered,
    Proposal,
    Source,
)
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.execution.values import PerformanceView
from mingfa.bureau.ledger.reader import check_newest, check_rows
from mingfa.bureau.lib.folding import asked
from mingfa.bureau.lib.reading import once
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.bureau.service import reads as service

# Where a case may have something to enforce; on the spot also what was not collected there.
ENFORCED_IN = ("decided", "collecting", "filed", "concluded", "noticed")


@once
def enforcement(pk: int) -> EnforcementView | None:
    """Return one enforcement as it stands."""
    row = Enforcement.objects.select_related("unit", "case").filter(pk=pk).first()
    if row is None:
        return None
    check_newest(row)
    check_rows([row.unit])
    return EnforcementView(
        id=int(row.pk),
        title=row.title,
        number=row.number,
        state=row.state,
        procedure=row.procedure,
        unit=int(row.unit_id),
        unit_name=row.unit.name,
        handlers=tuple(row.handlers),
        case=int(row.case_id),
        source_kind=row.source_kind,
        source=row.source or 0,
        begun_at=row.begun_at,
        last_at=row.last_at,
        party_name=row.party_name,
        is_unit=row.case.party_kind == "unit",
        excused=row.excused,
        waits_in=row.waits_in,
        paused_on=row.paused_on,
        ended=row.ended,
        proposal=_proposal(row),
    )


def _proposal(row: Enforcement) -> Proposal | None:
    if row.proposal is None or row.proposed is None:
        return None
    kept = with_defaults(Plan, row.proposal)
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in kept.items()}
    fields["at"] = datetime.fromisoformat(fields["at"])
    return Proposal(version=int(row.proposed), **fields)


@once
def source(pk: int) -> Source | None:
    """Return what may be enforced: a penalty with a fine, or an order to correct, by the act that made it."""
    decision = decisions.decision(pk)
    if decision is not None:
        owed = execution.owed(decision, decision.decided_on)
        return Source(
            kind="penalty",
            id=pk,
            case=decision.case,
            number=decision.number,
            decided_on=decision.decided_on,
            served_on=execution.served_on(decision),
            perform_by=owed.ends_on,
            duty="缴纳罚款"
            if not owed.gains
            else "缴纳罚款和没收的违法所得"
            if owed.fine
            else "缴纳没收的违法所得",
            revoked=decision.revoked is not None,
        )
    order = CorrectionOrder.objects.filter(pk=pk).first()
    return _order(order) if order is not None else None


def _order(row: CorrectionOrder) -> Source:
    check_rows([row])
    found = service.served(int(row.pk))
    paper = service.paper(int(row.pk))
    assert paper is not None, "an order and its paper are made by one act"
    served_on = found.served_on if found else None
    return Source(
        kind="order",
        id=int(row.pk),
        case=int(row.case_id),
        number=row.number,
        decided_on=paper.made_on,
        served_on=served_on,
        perform_by=(row.due_on or served_on) if served_on else None,
        duty=row.what,
    )


@once
def duty_of(pk: int) -> str:
    """Return the duty in words."""
    found = source(pk)
    return found.duty if found else ""


@once
def sources(case: int) -> list[Source]:
    """Return everything of a case that may be enforced."""
    decision = decisions.decision_of(case)
    keys = [decision.id] if decision is not None and decision.amount else []
    keys += CorrectionOrder.objects.filter(case=case).order_by("pk").values_list("pk", flat=True)
    return [one for key in keys if (one := source(int(key))) is not None]


@once
def under_way(source_id: int) -> list[str]:
    """Return the titles of enforcements of a decision or order that are not over."""
    rows = Enforcement.objects.filter(source=source_id).exclude(state__in=["done", "terminated"])
    return [row.title for row in rows.order_by("pk")]


@once
def enforceable(actor: Actor) -> list[tuple[str, Source]]:
    """Return what this handler may begin to enforce, each with the title of its case.

    It was served, was not performed, and is not being enforced, nor was it.
    """
    mine = Case.objects.filter(seen_by(actor), state__in=ENFORCED_IN)
    rows = [row for row in mine.order_by("-pk")[:400] if actor.id in row.handlers]
    found = [(row.title, one) for row in rows for one in sources(int(row.pk))]
    tried = Enforcement.objects.filter(source__in=[one.id for _, one in found])
    taken = set(tried.exclude(state="terminated").values_list("source", flat=True))
    return [(title, s) for title, s in found if s.served_on and not s.revoked and s.id not in taken]


@once
def demands(matter: int) -> tuple[Demand, ...]:
    """Return the demands of an enforcement, in order, with the days of their service."""
    rows = list(Demanded.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(
        Demand(int(r.pk), r.final, r.number, r.made_on, r.until, _served_on(int(r.pk))) for r in rows
    )


def _served_on(paper: int) -> date | None:
    found = service.served(paper)
    return found.served_on if found else None


@once
def told(paper: int, on: date) -> bool:
    """Say whether a paper reached the party by a day."""
    found = _served_on(paper)
    return found is not None and found <= on


@once
def objections(matter: int) -> tuple[Objection, ...]:
    """Return what the party said to demands, in order."""
    rows = list(Objected.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(Objection(int(r.pk), r.made_on, r.adopted) for r in rows)


@once
def checks(matter: int, case: int) -> tuple[PerformanceView, ...]:
    """Return the checks made in an enforcement, in order."""
    rows = list(Checked.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(PerformanceView(int(r.pk), case, r.performed, r.checked_on) for r in rows)


@once
def ordered(matter: int) -> Ordered | None:
    """Return the latest decision to enforce by the bureau's own hand."""
    row = EnforcementOrder.objects.filter(matter=matter).order_by("-pk").first()
    if row is None:
        return None
    check_rows([row])
    return Ordered(
        int(row.pk), row.way, row.number, row.decided_on, int(row.decided_by), _served_on(int(row.pk))
    )


@once
def announced(matter: int) -> Announced | None:
    """Return the latest public notice to demolish."""
    row = Announcement.objects.filter(matter=matter).order_by("-pk").first()
    if row is None:
        return None
    check_rows([row])
    return Announced(int(row.pk), row.number, row.posted_on, row.until)


@once
def carried(matter: int) -> Carried | None:
    """Return what was done on the spot."""
    row = CarriedOut.objects.filter(matter=matter).order_by("-pk").first()
    if row is None:
        return None
    check_rows([row])
    return Carried(
        int(row.pk), row.kind, row.number, row.started_at, row.ended_at, row.party_present, row.cost
    )


@once
def court(matter: int) -> tuple[CourtStep, ...]:
    """Return the steps of the court's way, in order."""
    rows = list(CourtEvent.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(CourtStep(int(r.pk), r.what, r.on, r.document) for r in rows)


@once
def agreements(matter: int) -> tuple[Agreement, ...]:
    """Return the execution agreements, in order."""
    rows = list(ExecutionAgreement.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(
        Agreement(
            int(r.pk),
            r.number,
            r.agreed_on,
            tuple(with_defaults(Stage, s) for s in r.stages),
            int(r.reduction),
            r.broken,
        )
        for r in rows
    )


@once
def of_case(case: int) -> list[EnforcementView]:
    """Return the enforcements of a case, in order."""
    keys = Enforcement.objects.filter(case=case).order_by("pk").values_list("pk", flat=True)
    return [one for key in keys if (one := enforcement(int(key))) is not None]


def visible(actor: Actor) -> QuerySet[Enforcement]:
    """Return the enforcements this person may see."""
    return Enforcement.objects.filter(seen_by(actor))


def search(actor: Actor, words: str) -> QuerySet[Enforcement]:
    """Find visible enforcements by any part of title, party or number: every word must occur."""
    found = visible(actor)
    for word in asked(words):
        found = found.filter(
            Q(title__contains=word) | Q(party_name__contains=word) | Q(number__contains=word)
        )
    return found.order_by("-last_at", "-pk")


@once
def clearable(actor: Actor) -> list[tuple[int, str]]:
    """Return the cases in which this officer may clear something at once."""
    rows = cases.visible(actor).exclude(state__in=["closed", "dropped", "transferred", "revoked"])
    return [(int(r.pk), r.title) for r in rows.order_by("-last_at")[:200] if r.unit_id == actor.unit]
