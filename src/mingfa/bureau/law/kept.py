"""The rules that this version does not keep, each with its reason (`data/not_kept.yaml`)."""

from dataclasses import dataclass
from functools import cache

from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.tables import read_yaml


@dataclass(frozen=True, slots=True)
class NotKept:
    """A rule left to another part of the system or to the bureau itself, and why."""

    rule: str
    by: str
    why: str


@cache
def not_kept() -> dict[str, NotKept]:
    """Return them by rule; a row without reason, a rule unknown or named twice is an error."""
    found: dict[str, NotKept] = {}
    for row in read_yaml("not_kept.yaml"):
        for rule_id in row["rules"]:
            if rule_id in found or not (row["by"].strip() and row["why"].strip()):
                raise ValueError(f"不落实的规则表中，“{rule_id}”重复或者没有写明理由")
            found[rule_id] = NotKept(rule(rule_id).id, row["by"], row["why"])
    return found
