"""Questions about what was recorded; every row is checked against the ledger first."""

from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.records.models import Carried, Evidence, Record
from mingfa.bureau.records.views import EvidenceView, Recorded, RecordView


def recorded(matter: int) -> Recorded:
    """Return everything recorded of a matter, and of those it came from, in order."""
    stands_on = [matter, *origins(matter)]
    records = list(Record.objects.filter(matter__in=stands_on).order_by("pk"))
    evidence = list(Evidence.objects.filter(matter__in=stands_on).order_by("pk"))
    check_rows([*records, *evidence])
    return Recorded(tuple(map(_record, records)), tuple(map(_evidence, evidence)))


def origins(matter: int) -> tuple[int, ...]:
    """Return the matters whose records and evidence this one stands on."""
    rows = list(Carried.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(int(row.origin) for row in rows)


def carried_to(origin: int) -> tuple[int, ...]:
    """Return the matters that stand on the records of this one."""
    rows = list(Carried.objects.filter(origin=origin).order_by("pk"))
    check_rows(rows)
    return tuple(int(row.matter) for row in rows)


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
    )
