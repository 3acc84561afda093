"""What was typed into an act, written as people read it: labels, options in words, amounts in 元."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import BaseModel

from mingfa.bureau.desk.forms.fields import Field, Kind, fields_of
from mingfa.bureau.desk.forms.naming import Names
from mingfa.bureau.desk.forms.reading import shown_moment
from mingfa.bureau.lib.money import yuan_grouped


@dataclass(frozen=True)
class Shown:
    """One line: a label with its words, or with lines of its own."""

    label: str
    words: str = ""
    parts: tuple["Shown", ...] = ()


def shown(model: type[BaseModel], inputs: Mapping[str, Any], names: Names) -> list[Shown]:
    """Return the inputs as labelled lines; what was left empty, or erased, is not listed."""
    return _lines(fields_of(model), inputs, names)


def _lines(fields: tuple[Field, ...], inputs: Mapping[str, Any], names: Names) -> list[Shown]:
    return [_line(f, inputs[f.name], names) for f in fields if _is_said(f, inputs.get(f.name))]


def _is_said(one: Field, value: Any) -> bool:
    """Whether something was said: a tick left open, an amount of nothing where none was asked for, is not."""
    return bool(value) or (one.required and value not in (None, "", [], {}))


def _line(one: Field, value: Any, names: Names) -> Shown:
    match one.kind:
        case Kind.GROUP:
            return Shown(one.label, parts=tuple(_lines(one.parts, value, names)))
        case Kind.ROWS:
            rows = (tuple(_lines(one.parts, row, names)) for row in value)
            return Shown(one.label, parts=tuple(Shown(f"{n}", parts=row) for n, row in enumerate(rows, 1)))
        case Kind.FILE:
            return Shown(one.label, value["name"])
        case Kind.FILES:
            return Shown(one.label, "、".join(file["name"] for file in value))
        case Kind.MANY | Kind.LINES:
            return Shown(one.label, "；".join(names.say(one, str(v)) for v in value))
        case _:
            return Shown(one.label, _words(one, value, names))


def _words(one: Field, value: Any, names: Names) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    if one.kind is Kind.YUAN:
        return f"{yuan_grouped(int(value))}元"
    if one.kind is Kind.MOMENT:
        return shown_moment(datetime.fromisoformat(str(value)))
    return names.say(one, str(value))
