"""What a change of law touches: which law was replaced between an act and its decision, by which, since when.

Stands on 处罚法 37 (从旧兼从轻) and on 生态环境法典 1242 (ten laws end on 2026-08-15). Pure.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from mingfa.bureau.law.texts.statutes import Statute, all_statutes, cite, statute

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """A law that ended, the one that took its place (None: there is none), and the first day without it."""

    old: Statute
    new: Statute | None
    since: datetime.date

    def __str__(self) -> str:
        by = f"由{self.new}替代" if self.new else "没有替代的规定"
        return f"{self.old}自{self.since}起停止施行，{by}"


def changes() -> tuple[Change, ...]:
    """Return every change on record, the newest first."""
    found = (_change(one) for one in all_statutes())
    return tuple(sorted((one for one in found if one), key=lambda one: one.since, reverse=True))


def replaced(
    citations: Iterable[str], act_on: datetime.date, decided_on: datetime.date
) -> tuple[Change, ...]:
    """Return the changes between an act and its decision in the law cited, each once."""
    cited = dict.fromkeys(cite(one).short for one in citations)
    found = (_change(statute(short)) for short in cited)
    return tuple(one for one in found if one and act_on < one.since <= decided_on)


def outdated(citations: Iterable[str], act_on: datetime.date) -> tuple[Change, ...]:
    """Return the changes before an act in the law cited: it had ended when the act was done."""
    cited = dict.fromkeys(cite(one).short for one in citations)
    found = (_change(statute(short)) for short in cited)
    return tuple(one for one in found if one and one.since <= act_on)


def _change(old: Statute) -> Change | None:
    if old.in_force_to is None:
        return None
    new = statute(old.replaced_by) if old.replaced_by else None
    return Change(old, new, old.in_force_to + _DAY)
