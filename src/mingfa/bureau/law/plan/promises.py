"""What the plan asks, demand by demand: by which object of the product each is kept and which test shows it.

Each sentence of the plan is split into the demands it makes of the system. A demand is kept by one object,
named by its dotted name, and shown by a test of `tests/plan/` that touches only what a user can touch and
falls when the object is taken away; or it says why it is not kept. A docstring keeps nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from mingfa.bureau.law.kept import not_kept
from mingfa.bureau.law.plan.clauses import all_clauses
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.tables import read_yaml

FIELDS = {"ask", "kept", "shown", "why", "rules"}


@dataclass(frozen=True, slots=True)
class Demand:
    """One demand of a clause: `kept` and `shown` together, or `why` it is not kept."""

    clause: str
    ask: str
    kept: str
    shown: str
    why: str
    rules: tuple[str, ...]

    @property
    def is_kept(self) -> bool:
        return bool(self.kept)

    def as_json(self) -> dict[str, object]:
        """Return the shape of INTERFACE: an empty `kept` says that the demand is not kept."""
        return {
            "ask": self.ask,
            "kept": self.kept,
            "shown": self.shown,
            "why": self.why,
            "rules": list(self.rules),
        }


@cache
def promises() -> Mapping[str, tuple[Demand, ...]]:
    """Return the demands of every clause, in the order of the plan; raises ValueError for a wrong table."""
    rows: dict[str, list[dict[str, Any]]] = read_yaml("promises.yaml")
    known = [one.id for one in all_clauses()]
    if list(rows) != known:
        raise ValueError(f"promises.yaml：条款应为 {known}，实为 {list(rows)}")
    return {clause: tuple(_demand(clause, row) for row in rows[clause]) for clause in known}


def _demand(clause: str, row: Mapping[str, Any]) -> Demand:
    where = f"promises.yaml {clause} {row.get('ask', '')}"
    if unknown := set(row) - FIELDS:
        raise ValueError(f"{where}：没有名为{sorted(unknown)}的栏")
    ask, kept, shown, why = (str(row.get(name) or "").strip() for name in ("ask", "kept", "shown", "why"))
    one = Demand(clause, ask, kept, shown, why, tuple(row.get("rules") or ()))
    if not one.ask or (bool(one.kept), bool(one.shown)) not in ((True, True), (False, False)):
        raise ValueError(f"{where}：应写明要求，落实之处与测试应同时写明")
    if one.is_kept is bool(one.why):
        raise ValueError(f"{where}：或者写明落实之处，或者写明为何没有落实")
    for rule_id in one.rules:
        rule(rule_id)
        if one.is_kept and rule_id in not_kept():
            raise ValueError(f"{where}：规则{rule_id}尚未落实，不能据以落实本项要求")
    return one
