"""How many law cases there are: the lines of the tables that lawyers read, counted by the rules they show.

A line of `tests/law/*.yaml` of a room is one case, and so is a line of `law/tests/terms.yaml`. A line that
passes shows no single rule; it counts in all.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from mingfa.commands.coverage import PACKAGE

BUREAU = PACKAGE / "bureau"


@dataclass(frozen=True, slots=True)
class Counted:
    """All law cases, and those of each rule, the most first."""

    total: int
    by_rule: dict[str, int]


def count() -> Counted:
    named = list(_lines())
    by_rule = Counter(rule for rules in named for rule in rules)
    return Counted(len(named), dict(by_rule.most_common()))


def _lines() -> Iterator[set[str]]:
    """Yield of each case the rules it shows."""
    for path in sorted(BUREAU.glob("*/tests/law/*.yaml")):
        for table in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            yield from (_shown(table, line) for line in table["cases"])
    terms = yaml.safe_load((BUREAU / "law" / "tests" / "terms.yaml").read_text(encoding="utf-8"))
    yield from ({line["term"].partition(".")[0]} for line in terms)


def _shown(table: dict[str, Any], line: dict[str, Any]) -> set[str]:
    answered = set(line.get("refused", {})) | set(line.get("warned", {}))
    return answered | ({table["rule"]} if "rule" in table else set())
