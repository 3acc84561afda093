"""Which law ended or was changed, or soon will be, and whether what was made on a day still stands on it.

Plan 1.2.b (根据法律法规规章立改废动态调整): a change shows what it touches. Pure; `changes` serves 处罚法 37.
"""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from mingfa.bureau.law.texts.changes import changes
from mingfa.bureau.law.texts.statutes import Statute, all_statutes, cite

AHEAD = datetime.timedelta(days=60)
_TITLED = re.compile(r"《([^》]{2,60})》")


@dataclass(frozen=True)
class Amendment:
    """A statute that ends or begins anew: `since` is the first day without it, or of its present edition.

    `new` is what took its place; an `ended` one touches whatever cites it, a changed one what is older.
    """

    statute: Statute
    new: Statute | None
    since: datetime.date
    ended: bool

    def __str__(self) -> str:
        if not self.ended:
            return f"{self.statute}现行版本自{self.since}起施行"
        by = f"由{self.new}替代" if self.new else "没有替代的规定"
        return f"{self.statute}自{self.since}起停止施行，{by}"

    def is_ahead(self, on: datetime.date) -> bool:
        """Say whether it has not come yet."""
        return on < self.since

    def touched(
        self, citations: Iterable[str], begun: datetime.date, until: datetime.date | None = None
    ) -> tuple[str, ...]:
        """Return the citations that it touches in what was made on a day and lasts until another."""
        if until is not None and until < self.since:
            return ()
        if not self.ended and begun >= self.since:
            return ()
        return tuple(dict.fromkeys(c for c in citations if cite(c).short == self.statute.short))

    def is_named(self, text: str) -> bool:
        """Say whether a text names the statute, by its title or its short name."""
        return bool({self.statute.title, self.statute.short} & set(_TITLED.findall(text)))


def amendments(on: datetime.date) -> tuple[Amendment, ...]:
    """Return what changed until a day or will within sixty days, the newest first."""
    ended = [Amendment(one.old, one.new, one.since, ended=True) for one in changes()]
    begun = [
        Amendment(one, one, one.in_force_from, ended=False)
        for one in all_statutes()
        if one.in_force_from is not None and one.in_force_to is None
    ]
    found = [one for one in [*ended, *begun] if one.since <= on + AHEAD]
    return tuple(sorted(found, key=lambda one: one.since, reverse=True))
