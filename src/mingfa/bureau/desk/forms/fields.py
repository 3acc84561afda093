"""What a form asks, read from the inputs of an act: one declaration, every face (desk, API, ledger).

A field that no rule here knows becomes a line of text; the act's own types still judge what was typed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from mingfa.bureau.doorway.inputs import Fen, File
from mingfa.bureau.law.penalty.kinds import KINDS

LONG = 400
# What a number refers to where the act does not say: the field's own name.
BY_NAME = {
    "unit": "units",
    "office": "units",
    "person": "people",
    "appointment": "appointments",
    "item": "all_items",
}
_FEN = get_args(Fen)[1].metadata


class Kind(StrEnum):
    """How a field is asked."""

    LINE = "line"
    WORDS = "words"
    LINES = "lines"
    NUMBER = "number"
    COUNT = "count"
    YUAN = "yuan"
    DATE = "date"
    MOMENT = "moment"
    TICK = "tick"
    YES_NO = "yes_no"
    ONE = "one"
    MANY = "many"
    FILE = "file"
    FILES = "files"
    GROUP = "group"
    ROWS = "rows"
    VALUE = "value"


@dataclass(frozen=True)
class Field:
    """One question of a form.

    `labels` are the options its type names; `choices` the provider of options that depend on the matter.
    `parts` are the fields of a group or of each row; `preset` the values of the first part of given rows.
    `follows` names the field whose answer decides how this one is asked (`settled`), and `when` the
    answers upon which it is asked at all; a `rare` one is folded. A `due` one may be left blank and is asked
    for by law all the same; one that is asked `once` is not asked where the matter knows it already.
    """

    name: str
    kind: Kind
    label: str
    hint: str = ""
    required: bool = False
    default: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    choices: str = ""
    parts: tuple["Field", ...] = ()
    preset: tuple[str, ...] = ()
    most: int | None = None
    follows: str = ""
    when: tuple[str, ...] = ()
    rare: bool = False
    due: bool = False
    once: bool = False

    @property
    def takes_files(self) -> bool:
        """Whether a file is handed in here, or in one of its parts."""
        return self.kind in (Kind.FILE, Kind.FILES) or any(part.takes_files for part in self.parts)

    @property
    def is_given(self) -> bool:
        """Whether the rows stand there already, by the act or by the matter: none is added or left out."""
        return self.kind is Kind.ROWS and bool(self.preset or self.choices)


def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the questions of a model, in its order; what is `last` stands at the end."""
    return _fields(model)


@cache
def _fields(model: Any) -> tuple[Field, ...]:
    asked = [(_extra(info).get("last", False), name, info) for name, info in model.model_fields.items()]
    return tuple(_field(name, info) for _, name, info in sorted(asked, key=lambda one: bool(one[0])))


def _extra(info: FieldInfo) -> dict[str, Any]:
    return dict(info.json_schema_extra) if isinstance(info.json_schema_extra, dict) else {}


def _field(name: str, info: FieldInfo) -> Field:
    extra = _extra(info)
    labels: Any = extra.get("labels", {})
    preset: Any = extra.get("rows", ())
    when: Any = extra.get("when", ())
    kind, inner = _kind(info, extra)
    choices = str(extra.get("choices", ""))
    if kind is Kind.NUMBER and name in BY_NAME:
        kind, choices = Kind.ONE, BY_NAME[name]
    return Field(
        name=name,
        kind=kind,
        label=info.title or name,
        hint=info.description or "",
        required=info.is_required(),
        default=_default(info.default),
        labels=labels or _own_labels(inner),
        choices=choices,
        parts=fields_of(inner) if kind in (Kind.GROUP, Kind.ROWS) else (),
        preset=tuple(preset),
        most=_most(info),
        follows=str(extra.get("follows", "")),
        when=tuple(when),
        rare=bool(extra.get("rare", False)),
        due=bool(extra.get("due", False)),
        once=bool(extra.get("once", False)),
    )


def _kind(info: FieldInfo, extra: Mapping[str, Any]) -> tuple[Kind, Any]:
    kind, inner = _kind_of(_bare(info.annotation), info)
    if kind is Kind.TICK and info.is_required():
        return Kind.YES_NO, inner
    if kind is Kind.NUMBER and (extra.get("widget") == "yuan" or all(m in info.metadata for m in _FEN)):
        return Kind.YUAN, inner
    if kind is Kind.NUMBER and extra.get("widget") == "count":
        return Kind.COUNT, inner
    if extra.get("choices") and kind is not Kind.ROWS:
        return Kind.MANY if kind in (Kind.LINES, Kind.MANY) else Kind.ONE, inner
    return kind, inner


def _kind_of(kind: Any, info: FieldInfo) -> tuple[Kind, Any]:
    if get_origin(kind) in (list, tuple):
        inner = _bare(get_args(kind)[0])
        one, _ = _kind_of(inner, info)
        return {Kind.FILE: Kind.FILES, Kind.ONE: Kind.MANY, Kind.GROUP: Kind.ROWS}.get(one, Kind.LINES), inner
    if get_origin(kind) is Literal:
        return Kind.ONE, kind
    if not isinstance(kind, type):
        return Kind.VALUE if kind is Any else Kind.LINE, kind
    if issubclass(kind, BaseModel):
        return (Kind.FILE if issubclass(kind, File) else Kind.GROUP), kind
    if issubclass(kind, Enum):
        return Kind.ONE, kind
    # bool is an int and datetime a date: the narrower comes first.
    plain = {bool: Kind.TICK, int: Kind.NUMBER, datetime: Kind.MOMENT, date: Kind.DATE}
    found = next((k for t, k in plain.items() if issubclass(kind, t)), Kind.LINE)
    return (Kind.WORDS if found is Kind.LINE and (_most(info) or 0) >= LONG else found), kind


def _bare(annotation: Any) -> Any:
    """Take off `Annotated` and `| None`."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        rest = [a for a in get_args(annotation) if a is not NoneType]
        return _bare(rest[0]) if len(rest) == 1 else annotation
    return annotation


def _most(info: FieldInfo) -> int | None:
    """Return the most characters of a text."""
    for rule in info.metadata:
        if isinstance(rule, StringConstraints) or hasattr(rule, "max_length"):
            return int(rule.max_length) if rule.max_length is not None else None
    return None


def _default(value: object) -> str:
    if value is PydanticUndefined or value is None or isinstance(value, bool | list | dict):
        return ""
    return str(value)


def _own_labels(inner: Any) -> dict[str, str]:
    """Return the options of a Literal or an Enum; fall back to the raw value where it has no label."""
    if get_origin(inner) is Literal:
        return {str(value): WORDS.get(str(value), str(value)) for value in get_args(inner)}
    if isinstance(inner, type) and issubclass(inner, Enum):
        return {str(one.value): str(getattr(one, "label", one.value)) for one in inner}
    return {}


# Words for values whose form gives none.
WORDS = {
    "office": "综合机构",
    "enforcement": "执法机构",
    "legal": "法制机构",
    "publicity": "公示档案机构",
    "person": "自然人",
    "sole_trader": "个体工商户",
    "unit": "法人或者其他组织",
    "none": "不予处罚",
    **KINDS,
}
