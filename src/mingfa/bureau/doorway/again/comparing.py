"""What a rebuild compares: what an act wrote again with what its entry committed to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mingfa.bureau.doorway.acts import Act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter.parts import refusals_of
from mingfa.bureau.ledger.rows import row_digest


@dataclass(frozen=True, slots=True)
class Difference:
    """What the ledger says and what a rebuild or the database shows do not agree on."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}：{self.what}"


def gates_refuse(act: Act[Any, Any], look: Any, facts: Any, reasons: Any, where: str) -> list[Difference]:
    """Ask the gates again, as of that day; a warning was passed by its recorded reason."""
    refusals = [r for r in refusals_of(act, look, facts) if r.code not in reasons]
    return [Difference(where, f"按当日规则本应被拒绝：{r.rule} {r.because}") for r in refusals]


def compare(door: Door, values: Mapping[str, Any], outcome: str, where: str) -> list[Difference]:
    """Compare what the replay wrote with what the entry committed to."""
    found = []
    if door.outcome != outcome:
        found.append(Difference(where, f"结果应为{door.outcome}，账本记为{outcome}"))
    for name, output in door.outputs.items():
        if json.loads(json.dumps(output)) != values.get(name):
            found.append(Difference(where, f"“{name}”与重演结果不符"))
    rows = {name: row_digest(row) for name, row in door.rows.items()}
    sealed = values.get("rows", {})
    found += [
        Difference(where, f"数据行 {name} 与重演结果不符")
        for name in sorted(rows.keys() | sealed.keys())
        if rows.get(name) != sealed.get(name)
    ]
    return found
