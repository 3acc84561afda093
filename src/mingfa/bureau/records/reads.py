"""Questions about what was recorded; every row is checked against the ledger first."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Q

from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.lib.reading import once
from mingfa.bureau.records.models import Carried, Device, Evidence, Record, Scene, Told
from mingfa.bureau.records.values import DeviceView, EvidenceView, Recorded, RecordView, SceneView, Take
from mingfa.bureau.vault.film.found import Measured

SHOWN = 50


@once
def recorded(matter: int) -> Recorded:
    """Return everything recorded of a matter, and of those it came from, in order."""
    stands_on = [matter, *origins(matter)]
    records = list(Record.objects.filter(matter__in=stands_on).order_by("pk"))
    evidence = list(Evidence.objects.filter(matter__in=stands_on).order_by("pk"))
    scenes = list(Scene.objects.filter(matter__in=stands_on).order_by("pk"))
    check_rows([*records, *evidence, *scenes])
    return Recorded(tuple(map(_record, records)), tuple(map(_evidence, evidence)), tuple(map(_scene, scenes)))


@once
def troubled_scenes() -> list[SceneView]:
    """Return the scenes whose recordings came late, broke off or were lost, the latest first."""
    trouble = Q(late=True) | Q(breaks__gt=0) | Q(takes=[]) | ~Q(lost=[])
    rows = list(Scene.objects.filter(trouble).order_by("-pk")[:SHOWN])
    check_rows(rows)
    return [_scene(row) for row in rows]


@once
def origins(matter: int) -> tuple[int, ...]:
    """Return the matters whose records and evidence this one stands on."""
    rows = list(Carried.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(int(row.origin) for row in rows)


@once
def carried_to(origin: int) -> tuple[int, ...]:
    """Return the matters that stand on the records of this one."""
    rows = list(Carried.objects.filter(origin=origin).order_by("pk"))
    check_rows(rows)
    return tuple(int(row.matter) for row in rows)


@once
def evidence_with(sha256: str) -> list[tuple[int, int]]:
    """Return (matter, evidence) for every piece of evidence with these bytes."""
    return list(Evidence.objects.filter(sha256=sha256).values_list("matter", "pk"))


def _record(row: Record) -> RecordView:
    return RecordView(
        id=int(row.pk),
        kind=row.kind,
        number=row.number,
        started_at=row.started_at,
        ended_at=row.ended_at,
        officers=tuple(row.officers),
        certificate_shown=row.certificate_shown,
        rights_told=row.rights_told,
        signed=row.signed,
        media=row.media,
    )


def _evidence(row: Evidence) -> EvidenceView:
    return EvidenceView(
        id=int(row.pk),
        kind=row.kind,
        name=row.name,
        proves=row.proves,
        sha256=row.sha256,
        size=row.size,
        media=row.media,
        obtained_at=row.obtained_at,
        excluded=row.excluded,
        device=row.device,
        fit=row.fit,
    )


@once
def devices() -> tuple[DeviceView, ...]:
    """Return the register of technical monitoring devices, also of those no longer used."""
    rows = list(Device.objects.order_by("pk"))
    check_rows(rows)
    return tuple(
        DeviceView(
            int(row.pk), row.name, row.place, row.standard, row.published_in,
            row.published_on, row.used_from, row.until,
            row.why_there, row.legal_review, row.technical_review, row.public_place,
        )
        for row in rows
    )  # fmt: skip


@once
def told_by_paper(matter: int) -> tuple[int, ...]:
    """Return the papers that told the party what devices recorded."""
    rows = list(Told.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(int(row.paper) for row in rows)


def _scene(row: Scene) -> SceneView:
    return SceneView(
        id=int(row.pk),
        matter=row.matter,
        act=row.act,
        required=row.required,
        started_at=row.started_at,
        ended_at=row.ended_at,
        entered_at=row.entered_at,
        takes=tuple(
            Take(
                name=take["name"],
                sha256=take["sha256"],
                started_at=datetime.fromisoformat(take["from"]),
                ended_at=datetime.fromisoformat(take["to"]),
                place=take["place"],
                device=take["device"],
                told=take["told"],
                resumed=take["resumed"],
                lost=number in row.lost,
                measured=Measured(**take["measured"]) if take.get("measured") else None,
            )
            for number, take in enumerate(row.takes, 1)
        ),
        content=tuple(row.content),
        breaks=row.breaks,
        late=row.late,
        incident=row.incident,
    )


def unrecorded(matters: Collection[int]) -> list[int]:
    """Return those of these matters in which nothing was inspected and nobody questioned on record."""
    recorded = set(Record.objects.filter(matter__in=matters).values_list("matter", flat=True))
    return [matter for matter in matters if matter not in recorded]
