"""The rows `next` of a procedure's table: what is next in a state, and what must be so for it (plan 3.4.b).

`next_acts.py` asks them. A state without rows leads on as the public flow chart draws it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class NextRow:
    """An act that is next where every fact of `when` holds and none of `unless`; or why the matter rests.

    `beside` rows are asked in addition to the one that leads on: what is due beside the way (a remedy to be
    answered, an unserved paper). A `near` row is next only once the term of its act comes near.
    """

    act: str
    when: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    rests: str = ""
    beside: bool = False
    near: bool = False

    def fits(self, holds: frozenset[str]) -> bool:
        return self.when <= holds and self.unless.isdisjoint(holds)


def next_rows(given: Mapping[str, list[dict[str, Any]]]) -> dict[str, tuple[NextRow, ...]]:
    """Read the rows of every state; `all` stands for whatever state the act is open in."""
    return {state: tuple(map(_row, rows)) for state, rows in given.items()}


def _row(row: dict[str, Any]) -> NextRow:
    if unknown := row.keys() - {"act", "when", "unless", "rests", "beside", "near"}:
        raise ValueError(f"程序表 next 一栏写法有误：{'、'.join(sorted(unknown))}")
    if ("act" in row) == ("rests" in row):
        raise ValueError(f"程序表 next 一栏应当写明行为或者等待的原因：{row}")
    return NextRow(
        act=row.get("act", ""),
        when=frozenset(row.get("when", ())),
        unless=frozenset(row.get("unless", ())),
        rests=row.get("rests", ""),
        beside=row.get("beside", False) or row.get("near", False),
        near=row.get("near", False),
    )
