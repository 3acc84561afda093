"""What fine an article lets one impose (法定幅度): `data/fines.yaml`, read beside the article's words.

A fine above it has no basis in law (处罚法 38); one below it is mitigated, on a ground (处罚法 32). 以上 and
以下 include the number itself (民法典 1259). Where the text has no amount, local law sets it: the item says
which.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mingfa.bureau.law.tables import read_yaml
from mingfa.bureau.lib.money import yuan

YUAN = 100
WHOLE = 10_000  # a rate of one: the base itself
PERSON, UNIT = "person", "unit"


@dataclass(frozen=True, slots=True)
class Range:
    """Amounts in 分, both ends included; `low` is None where the law sets no least amount."""

    low: int | None
    high: int

    def __str__(self) -> str:
        least = f"{yuan(self.low)}元以上" if self.low else ""
        return f"{least}{yuan(self.high)}元以下"


@dataclass(frozen=True, slots=True)
class Measured:
    """By what a fine is measured in a case: whose it is, the base in 分, the days, which range."""

    party: str
    base: int = 0
    days: int = 0
    second: bool = False


@dataclass(frozen=True, slots=True)
class StatutoryFine:
    """One article's fine. `mode` is fixed, share, multiple (of `base`), local or none.

    `amounts` are in 分 by party (any, person, unit), `rate` in ten-thousandths of the base; `second` is the
    article's own second range, in the circumstance `second_when`.
    """

    cite: str
    mode: str
    base: str
    amounts: Mapping[str, Range]
    rate: tuple[int | None, int] | None
    second_when: str
    second: Range | None
    second_rate: tuple[int | None, int] | None
    after_order: bool
    must: bool
    daily: bool

    @property
    def has_base(self) -> bool:
        return self.mode in ("share", "multiple")

    def range(self, by: Measured) -> Range | None:
        """Return what is allowed; None where the text has no amount for the party, or the base is missing."""
        rate = self.second_rate if by.second and self.second_rate else self.rate
        if rate is not None and self.has_base:
            return _of(by.base, rate) if by.base else None
        usual = self.amounts.get(by.party, self.amounts.get("any"))
        found = self.second if by.second and self.second else usual
        if found is None:
            return None
        return Range(found.low, found.high * by.days) if self.daily and by.days > 1 else found


def whose(kind: str) -> str:
    """Say whose amount applies to a party: a sole trader answers as a person."""
    return UNIT if kind == "unit" else PERSON


def _of(base: int, rate: tuple[int | None, int]) -> Range:
    low, high = rate
    return Range(None if low is None else base * low // WHOLE, base * high // WHOLE)


@cache
def all_fines() -> dict[str, StatutoryFine]:
    """Return every fine of the table by its short citation."""
    return {row["cite"]: _fine(row) for row in read_yaml("fines.yaml")}


def _fine(row: Mapping[str, Any]) -> StatutoryFine:
    second = row.get("second", {})
    return StatutoryFine(
        cite=row["cite"],
        mode=row["mode"],
        base=row.get("base", ""),
        amounts={whom: _range(row[whom]) for whom in ("any", PERSON, UNIT) if whom in row},
        rate=tuple(row["rate"]) if "rate" in row else None,
        second_when=second.get("when", ""),
        second=_range(second["any"]) if "any" in second else None,
        second_rate=tuple(second["rate"]) if "rate" in second else None,
        after_order=row.get("after_order", False),
        must=row.get("must", False),
        daily=row.get("daily", False),
    )


def _range(pair: list[int | None]) -> Range:
    low, high = pair
    assert high is not None, "every range of the law has a most"
    return Range(None if low is None else low * YUAN, high * YUAN)


def fines_under(citation: str) -> tuple[StatutoryFine, ...]:
    """Return the fines of a place in the law: its own, those of items below it, else of what is around."""
    table = all_fines()
    if citation in table:
        return (table[citation],)
    below = tuple(one for cite, one in table.items() if cite.startswith((f"{citation}(", f"{citation}.")))
    if below:
        return below
    around = citation.rpartition("(")[0] or citation.rpartition(".")[0]
    return (table[around],) if around in table else ()
