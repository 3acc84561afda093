"""Do the papers of a matter agree with each other and the law? Read before it goes on (plan 2.1.a, 2.3.a)."""

from typing import Any

from mingfa.bureau.doorway.drawing import facts_of_papers
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.papers.lints import Finding, Said, findings
from mingfa.bureau.papers.models import Paper


def cross_checked(look: Look[Any]) -> tuple[Finding, ...]:
    """Return what does not fit in the papers of a matter; read only once something is being handed in."""
    if look.inputs is None or look.matter is None:
        return ()
    rows = list(Paper.objects.filter(matter=look.matter.pk).order_by("pk"))
    check_rows(rows)
    facts = facts_of_papers([int(row.pk) for row in rows])
    said = [_said(row, facts[row.pk]) for row in rows if row.pk in facts]
    return findings(said, look.matter.number)


def _said(row: Paper, facts: dict[str, object]) -> Said:
    return Said(row.kind, row.number, row.made_at.astimezone(CHINA).date(), facts)
