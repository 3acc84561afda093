"""Questions about what is held; every row is checked against the ledger first."""

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from mingfa.bureau.cases.hooks import Kept, kept_in
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.ledger.reader import check_rows, inputs, leaf, leaves_at, open_items
from mingfa.bureau.lib.reading import once
from mingfa.bureau.measures.models import Custody, HeadsApproval, Pause, Preserved, Released, Seizure
from mingfa.bureau.measures.values import (
    CUSTODY,
    Approval,
    CustodyView,
    Held,
    Measure,
    Preservation,
    Release,
    Sale,
)
from mingfa.bureau.service import reads as service


@once
def held(matter: int) -> Held:
    """Return everything preserved, sealed up, seized and released in a matter."""
    return held_in([matter])[matter]


def held_in(matters: Collection[int]) -> dict[int, Held]:
    """Return of each of these matters everything preserved, sealed up, seized and released in it."""
    approvals = list(HeadsApproval.objects.filter(matter__in=matters).order_by("pk"))
    preserved = list(Preserved.objects.filter(matter__in=matters).order_by("pk"))
    seizures = list(Seizure.objects.filter(matter__in=matters).order_by("pk"))
    of = {s.pk: s.matter for s in seizures}
    rows = Released.objects.filter(seizure__in=list(of)).order_by("pk") if of else ()
    sold = Custody.objects.filter(seizure__in=list(of), kind="sold").order_by("pk") if of else ()
    tests = list(Pause.objects.filter(seizure__in=list(of)).order_by("pk")) if of else []
    releases, sales = list(rows), list(sold)
    check_rows([*approvals, *preserved, *seizures, *releases, *sales, *tests])
    told = service.days_of_service([int(t.pk) for t in tests]) if tests else {}
    return {
        matter: Held(
            tuple(_approval(r) for r in approvals if r.matter == matter),
            tuple(_preservation(r) for r in preserved if r.matter == matter),
            tuple(_measure(r, sales, tests, told) for r in seizures if r.matter == matter),
            tuple(_release(r) for r in releases if of[r.seizure_id] == matter),
        )
        for matter in matters
    }


@kept_in
def kept(case: int) -> tuple[Kept, ...]:
    """Return what has not come to its end in a case: no case ends over it."""
    return held(case).kept


@once
def party_named(taken: int) -> Party | None:
    """Return the party as it was named when this was taken, before the case had one."""
    said = inputs(leaf(taken).entry).get("party")
    return Party.model_validate(said) if said else None


@once
def party_on_the_spot(matter: int) -> Party | None:
    """Return the party as it was named the last time something was taken in a matter."""
    here = held(matter)
    taken = sorted([m.id for m in here.measures] + [p.id for p in here.preservations], reverse=True)
    return next((party for pk in taken if (party := party_named(pk)) is not None), None)


def handed_over_on_the_spot(taken: Iterable[int]) -> set[int]:
    """Return the measures whose decision was handed over where they were taken (强制法 24)."""
    entries = {index: one.entry for index, one in leaves_at(taken).items()}
    said = {
        index: e.items["in/handed_over_at"] for index, e in entries.items() if "in/handed_over_at" in e.items
    }
    opened = open_items(said.values())
    return {i for i, c in said.items() if c in opened and json.loads(bytes(opened[c].value)) is not None}


def under_way() -> frozenset[int]:
    """Return the matters in which something is asked for or kept."""
    asked = HeadsApproval.objects.filter(used=None).exclude(word="refused")
    preserved = Preserved.objects.filter(how="")
    seized = Seizure.objects.exclude(state__in=Seizure.table().ends)
    first, *others = (rows.order_by().values_list("matter", flat=True) for rows in (asked, preserved, seized))
    return frozenset(first.union(*others))


@once
def custody(matter: int) -> tuple[CustodyView, ...]:
    """Return the custody log of a matter, in order."""
    rows = list(Custody.objects.filter(seizure__matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(
        CustodyView(int(r.pk), int(r.seizure_id), CUSTODY[r.kind], r.noted_on, r.proceeds) for r in rows
    )


def _approval(row: HeadsApproval) -> Approval:
    return Approval(
        id=int(row.pk),
        kind=row.kind,
        things=row.things,
        asked_on=row.asked_on,
        asked_by=row.asked_by,
        word=row.word,
        approved_on=row.approved_on,
        used=row.used is not None,
    )


def _preservation(row: Preserved) -> Preservation:
    return Preservation(
        id=int(row.pk),
        state=row.state,
        number=row.number,
        taken_on=row.taken_on,
        things=tuple(row.things),
        kept_at=row.kept_at,
        keeper=row.keeper,
        how=row.how,
    )


def _release(row: Released) -> Release:
    return Release(
        int(row.pk), int(row.seizure_id), row.number, tuple(row.things), row.released_on, row.returned
    )


def _measure(
    row: Seizure, sales: Iterable[Custody], tests: Iterable[Pause], told: Mapping[int, date]
) -> Measure:
    return Measure(
        id=int(row.pk),
        state=row.state,
        kind=row.kind,
        number=row.number,
        place=row.place,
        things=tuple(row.things),
        ended={int(n): how for n, how in row.ended.items()},
        kept_at=row.kept_at,
        keeper=row.keeper,
        taken_at=row.taken_at,
        started_at=row.started_at,
        officers=tuple(row.officers),
        party_present=row.party_present,
        witness=row.witness,
        days=row.days,
        extended_by=row.extended_by,
        testing=_testing([t for t in tests if t.seizure_id == row.pk], told),
        record=row.record,
        excused=tuple((datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in row.excused),
        sales=tuple(Sale(tuple(s.things), s.proceeds, s.worth) for s in sales if s.seizure_id == row.pk),
    )


def _testing(tests: Iterable[Pause], told: Mapping[int, date]) -> tuple[tuple[date, date], ...]:
    """Return the days that do not count: of each test, from the day the party was told in writing."""
    days = [(test, told[test.pk]) for test in tests if test.pk in told]
    return tuple((max(t.from_on, served), t.until_on) for t, served in days if served <= t.until_on)
