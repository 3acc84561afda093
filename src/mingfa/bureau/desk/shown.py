"""What was typed into an act, written as people read it: labels, options in words, amounts in 元."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from mingfa.bureau.desk.forms.fields import Field, Kind, fields_of
from mingfa.bureau.desk.forms.reading import shown_moment
from mingfa.bureau.lib.money import yuan_grouped


@dataclass(frozen=True)
class Shown:
    """One line: a label with its words, or with lines of its own."""

    label: str
    words: str = ""
    parts: tuple["Shown", ...] = ()


def shown(model: type[BaseModel], inputs: Mapping[str, Any]) -> list[Shown]:
    """Return the inputs as labelled lines; what is empty or erased is not listed."""
    return _lines(fields_of(model), inputs)


def _lines(fields: tuple[Field, ...], inputs: Mapping[str, Any]) -> list[Shown]:
    return [_line(f, inputs[f.name]) for f in fields if inputs.get(f.name) not in (None, "", [], {})]


def _line(one: Field, value: Any) -> Shown:
    match one.kind:
        case Kind.GROUP:
            return Shown(one.label, parts=tuple(_lines(one.parts, value)))
        case Kind.ROWS:
            rows = (Shown(f"{n}", parts=tuple(_lines(one.parts, row))) for n, row in enumerate(value, 1))
            return Shown(one.label, parts=tuple(rows))
        case Kind.FILE:
            return Shown(one.label, value["name"])
        case Kind.FILES:
            return Shown(one.label, "、".join(file["name"] for file in value))
        case Kind.MANY | Kind.LINES:
            return Shown(one.label, "；".join(one.labels.get(str(v), str(v)) for v in value))
        case _:
            return Shown(one.label, _words(one, value))


def _words(one: Field, value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if one.kind is Kind.YUAN:
        return f"{yuan_grouped(int(value))}元"
    if one.kind is Kind.MOMENT:
        return shown_moment(datetime.fromisoformat(str(value)))
    return one.labels.get(str(value), str(value))
