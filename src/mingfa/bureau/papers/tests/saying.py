"""Papers for law cases: numbered in their order, all made on one day."""

from datetime import date
from typing import Any

from mingfa.bureau.papers.lints import Said, findings


def what_does_not_fit(papers: list[dict[str, Any]]) -> list[str]:
    """Return the rules by which these papers contradict each other or the law."""
    said = [
        Said(one.get("kind", "some"), f"示〔2026〕第{n}号", date(2026, 9, 7), one)
        for n, one in enumerate(papers, 1)
    ]
    return [finding.rule for finding in findings(said)]
