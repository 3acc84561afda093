"""The plan, sentence by sentence: what each of its 38 clauses says and what it asks of the system."""

from dataclasses import dataclass
from functools import cache

from mingfa.bureau.law.tables import read_csv


@dataclass(frozen=True)
class Clause:
    """One clause; `place` is where it stands in the plan, as （三）4."""

    id: str
    place: str
    sentence: str
    demand: str


@cache
def all_clauses() -> tuple[Clause, ...]:
    return tuple(
        Clause(row["id"], row["plan_place"], row["sentence_zh"], row["what_the_system_must_do"])
        for row in read_csv("clauses.csv")
    )


def clause(clause_id: str) -> Clause:
    for one in all_clauses():
        if one.id == clause_id:
            return one
    raise LookupError(f"实施方案中没有条目“{clause_id}”")
