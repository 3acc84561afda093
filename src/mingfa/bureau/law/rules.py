"""The 235 rules: what the law asks, with its source and how far that source was verified.

`data/rules.json` is the table; gates name its ids. The codes of `verified`: A, B, B2 the primary
text was read · P* only an excerpt · CTX the plan · M from memory · D derived from the articles cited.
"""

from dataclasses import dataclass
from functools import cache

from mingfa.bureau.law.tables import read_json


@dataclass(frozen=True)
class Rule:
    id: str
    name: str
    zh: str
    rule: str
    consequence: str
    citation: str
    verified: str

    @property
    def from_memory(self) -> bool:
        """True where nothing but memory stands behind the rule: it warns, it never blocks."""
        return {code.strip() for code in self.verified.split(";")} == {"M"}

    @property
    def is_local(self) -> bool:
        """True where the number is a local value, which needs a value and its basis before go-live."""
        return "CONFIG" in self.consequence


@cache
def _by_id() -> dict[str, Rule]:
    return {row["id"]: Rule(**row) for row in read_json("rules.json")}


def all_rules() -> tuple[Rule, ...]:
    return tuple(_by_id().values())


def rule(rule_id: str) -> Rule:
    try:
        return _by_id()[rule_id]
    except KeyError:
        raise LookupError(f"规则表中没有“{rule_id}”") from None
