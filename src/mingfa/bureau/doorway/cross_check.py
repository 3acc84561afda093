"""Do the papers of a matter agree with each other and the law? Read before it goes on (plan 2.1.a, 2.3.a)."""

from typing import Any

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.ledger.reader import Erased, check_rows
from mingfa.bureau.papers.lints import Finding, Said, findings
from mingfa.bureau.papers.models import Paper


def cross_checked(look: Look[Any]) -> tuple[Finding, ...]:
    """Return what does not fit in the papers of a matter; read only once something is being handed in."""
    if look.inputs is None or look.matter is None:
        return ()
    rows = list(Paper.objects.filter(matter=look.matter.pk).order_by("pk"))
    check_rows(rows)
    return findings([said for row in rows if (said := _said(row)) is not None])


def _said(row: Paper) -> Said | None:
    try:
        facts = facts_of_paper(int(row.pk))
    except Erased:
        return None
    return Said(row.kind, row.number, row.made_at.astimezone(CHINA).date(), facts)
