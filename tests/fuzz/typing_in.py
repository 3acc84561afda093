"""Filling in any act's form at random, from the declaration of its inputs alone."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from mingfa.bureau.doorway.inputs import Inputs

WORDS = (
    "示例路100号",
    "经查，情况属实。",
    "同意。",
    "王示例",
    "示例市场",
    "当事人拒不改正。",
    "立即改正，恢复原状。",
)
CITED = ("行政处罚法 57", "行政强制法 22", "市容条例 14", "生态环境法典 562")
FILE = {"sha256": "ab" * 32, "size": 7000, "media": "image/jpeg", "name": "示例.jpg"}
NUMBERS = (0, 1, 2, 3, 5, 7, 10, 30, 31, 100, 20000, 20001, 50000, 500000, 10_000_000)
AROUND = (-800, -91, -61, -31, -8, -5, -1, 0, 0, 0, 1, 3, 8, 16, 31)

Schema = Mapping[str, Any]
Options = Mapping[str, Sequence[Any]]
# What began before it ended, most of the time: minutes ago, by the field's name.
ORDER = {"started_at": 90, "ended_at": 40, "found_at": 120}


@cache
def schema_of(inputs: type[Inputs]) -> dict[str, Any]:
    """Return the declaration of an act's inputs; it never changes."""
    return inputs.model_json_schema()


class AnyReason(dict[str, str]):
    """A reason for whatever is warned of."""

    def __bool__(self) -> bool:
        return True

    def get(self, _: str, __: Any = "") -> str:
        return "示例：情况特殊，已经核实。"

    def __getitem__(self, _: str) -> str:
        return self.get(_)


class Typist:
    """Types inputs: mostly what the form offers, sometimes what nobody should type."""

    def __init__(self, dice: random.Random, now: datetime, options: Options, known: Sequence[int]) -> None:
        self.dice, self.now, self.options, self.known = dice, now, options, known

    def fill(self, inputs: type[Inputs]) -> dict[str, Any]:
        schema = schema_of(inputs)
        return self._object(schema, schema.get("$defs", {}))

    def field(self, inputs: type[Inputs], name: str) -> Any:
        """Type one field anew."""
        schema = schema_of(inputs)
        return self._value(schema["properties"][name], schema.get("$defs", {}))

    def _object(self, schema: Schema, defs: Schema) -> dict[str, Any]:
        needed = set(schema.get("required", ()))
        fields = schema.get("properties", {})
        if set(fields) >= {"sha256", "media"}:
            return dict(FILE)
        asked = [name for name in fields if name in needed or self.dice.random() < 0.5]
        return {name: self._named(name, fields[name], defs) for name in asked}

    def _named(self, name: str, schema: Schema, defs: Schema) -> Any:
        """Type a field whose name says more than its type: when something began and ended."""
        if name in ORDER and self.dice.random() < 0.8:
            return (self.now - timedelta(minutes=ORDER[name])).isoformat()
        if schema.get("format") == "date" and self.dice.random() < 0.6:
            return str(self.now.date())
        if "choices" not in schema and name in ("person", "chair", "by_whom") and self.dice.random() < 0.8:
            offered = self.options.get("people", ())
            return self.dice.choice(offered) if offered and schema.get("type") == "integer" else "王示例"
        return self._value(schema, defs)

    def _value(self, schema: Schema, defs: Schema) -> Any:
        if "$ref" in schema:
            inner = defs[schema["$ref"].rpartition("/")[2]]
            return self._value({**inner, **{k: v for k, v in schema.items() if k != "$ref"}}, defs)
        if "anyOf" in schema:
            outer = {k: v for k, v in schema.items() if k not in ("anyOf", "default")}
            return self._value({**self.dice.choice(schema["anyOf"]), **outer}, defs)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.dice.choice(schema["enum"])
        offered = self.options.get(str(schema.get("choices")), ())
        if offered and schema.get("type") != "array" and self.dice.random() < 0.9:
            return self.dice.choice(offered)
        typed = getattr(self, f"_{schema.get('type', 'null')}", self._null)
        return typed(schema, defs)

    def _null(self, _: Schema, __: Schema) -> Any:
        return None

    def _boolean(self, _: Schema, __: Schema) -> bool:
        return self.dice.random() < 0.8

    def _integer(self, schema: Schema, _: Schema) -> int:
        if self.known and self.dice.random() < 0.5:
            return self.dice.choice(self.known)
        low, high = schema.get("minimum", 0), schema.get("maximum", 10**12)
        return max(low, min(high, self.dice.choice(NUMBERS)))

    def _number(self, schema: Schema, defs: Schema) -> float:
        return float(self._integer(schema, defs))

    def _string(self, schema: Schema, _: Schema) -> str:
        shape = schema.get("format")
        if shape == "date":
            return str(self._day())
        if shape == "date-time":
            return (self.now - timedelta(minutes=self.dice.choice((-5, 0, 1, 20, 90, 1500)))).isoformat()
        if "labels" in schema:
            return str(self.dice.choice(list(schema["labels"])))
        if "64" in schema.get("pattern", ""):
            return "ab" * 32
        return self.dice.choice(CITED if self.dice.random() < 0.2 else WORDS)

    def _array(self, schema: Schema, defs: Schema) -> list[Any]:
        low = schema.get("minItems", 0)
        rows = self.dice.randint(low, min(low + 2, schema.get("maxItems", low + 2)))
        inner = {**schema.get("items", {})}
        if "choices" in schema:
            inner.setdefault("choices", schema["choices"])
        return [self._value(inner, defs) for _ in range(rows)]

    def _day(self) -> date:
        return self.now.date() + timedelta(days=self.dice.choice(AROUND))
