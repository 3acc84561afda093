"""A form as a page draws it: every field with its path, what was typed, its error and its options."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from mingfa.bureau.desk.forms.choices import Option, Situation, given, provider
from mingfa.bureau.desk.forms.fields import Field, Kind
from mingfa.bureau.desk.forms.typed import Errors, Typed, blank
from mingfa.bureau.desk.forms.uploads import seal
from mingfa.bureau.records.filming.values import told
from mingfa.bureau.vault.film.found import Measured

FEW = 6


@dataclass(frozen=True)
class Kept:
    """A file already uploaded: its sealed note and what is shown of it."""

    note: str
    name: str
    size: int
    found: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a list: its words where it was given, what is sent with it unseen, and its fields."""

    words: str
    note: str
    hidden: tuple["Drawn", ...]
    parts: tuple["Drawn", ...]


@dataclass(frozen=True)
class Group:
    """Options that stand together; folded where they come after the first and none of them is chosen."""

    name: str
    options: tuple[Option, ...]
    folded: bool


@dataclass(frozen=True)
class Drawn:
    """One field on the page. `parts` are a group's fields, `rows` those of a list."""

    field: Field
    path: str
    typed: Any
    error: str
    options: tuple[Option, ...] = ()
    parts: tuple["Drawn", ...] = ()
    rows: tuple[Row, ...] = ()
    files: tuple[Kept, ...] = ()

    @property
    def id(self) -> str:
        return "f-" + self.path.replace(".", "-")

    @property
    def widget(self) -> str:
        """Name the piece of template: an option asked without known options is a line."""
        kind = self.field.kind
        if kind in (Kind.ONE, Kind.MANY) and not self.options:
            if self.field.choices:
                return "empty"
            return "lines" if kind is Kind.MANY else "line"
        if kind is Kind.ONE and self.in_row:
            return "select"
        if kind in (Kind.ONE, Kind.YES_NO):
            return "radio" if len(self.options) <= FEW else "select"
        return "number" if kind is Kind.COUNT else kind.value

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the options as they stand together, those of one's own unit first."""
        names = list(dict.fromkeys(one.group for one in self.options))
        found = [(name, tuple(one for one in self.options if one.group == name)) for name in names]
        return tuple(
            Group(name, options, n > 0 and not any(one.value in self.typed for one in options))
            for n, (name, options) in enumerate(found)
        )

    @property
    def in_row(self) -> bool:
        """Whether the field stands in a row of a list, where space is short."""
        return any(part.isdigit() for part in self.path.split("."))

    @property
    def is_set(self) -> bool:
        """Whether the field is a set of boxes, with a legend instead of a label."""
        return self.widget in ("radio", "many", "group", "rows")

    @property
    def is_filled(self) -> bool:
        """Whether something else stands there than in an empty form."""
        if self.parts or self.rows:
            return any(p.is_filled for p in (*self.parts, *(p for row in self.rows for p in row.parts)))
        return self.typed not in ("", [], {}, self.field.default)

    @property
    def hints(self) -> str:
        return HINTS.get(self.field.kind, "")

    @property
    def described(self) -> str:
        """Name what a reader is told with the field."""
        said = [f"{self.id}-hint"] if self.field.hint or self.hints else []
        return " ".join(said + ([f"{self.id}-error"] if self.error else []))


HINTS = {
    Kind.DATE: "例如 2026-03-12 或者 2026年3月12日。",
    Kind.MOMENT: "例如 2026-03-12 10:20，也可以写“今天 10:20”。",
    Kind.YUAN: "单位：元，例如 300 或者 1234.50。",
    Kind.LINES: "每行一项。",
    Kind.FILES: "图片、音频、视频、PDF、OFD、Word、Excel、文本，可以多选。",
    Kind.FILE: "图片、音频、视频、PDF、OFD、Word、Excel、文本。",
}
_YES_NO = (Option("true", "是"), Option("false", "否"))


def draw(
    fields: Sequence[Field], typed: Typed, errors: Errors, at: Situation, path: str = ""
) -> tuple[Drawn, ...]:
    """Join fields, what was typed, errors and options into what a template draws."""
    return tuple(_draw(one, typed[one.name], errors, at, path + one.name) for one in fields)


def _draw(one: Field, typed: Any, errors: Errors, at: Situation, path: str) -> Drawn:
    parts: tuple[Drawn, ...] = ()
    rows: tuple[Row, ...] = ()
    files: tuple[Kept, ...] = ()
    if one.kind is Kind.GROUP:
        parts = draw(one.parts, typed, errors, at, f"{path}.")
    elif one.kind is Kind.ROWS:
        rows = _rows(one, typed or ([] if one.is_given else [blank(one.parts)]), errors, at, path)
    elif one.kind in (Kind.FILE, Kind.FILES):
        files = tuple(_kept(f, at.me.id) for f in typed)
    return Drawn(one, path, typed, errors.get(path, ""), _options(one, at), parts, rows, files)


def _kept(file: dict[str, Any], person: int) -> Kept:
    known = file.get("measured")
    found = told(Measured.model_validate(known)) if known else ""
    return Kept(seal(file, person), file["name"], file["size"], found)


def _rows(one: Field, typed: Any, errors: Errors, at: Situation, path: str) -> tuple[Row, ...]:
    there = given(one, at)
    found = []
    for n, row in enumerate(typed):
        drawn = draw(one.parts, row, errors, at, f"{path}.{n}.")
        own = next((g for g in there if g.values.items() <= row.items()), None)
        names = own.values if own else ()
        hidden = tuple(d for d in drawn if d.field.name in names)
        parts = tuple(d for d in drawn if d.field.name not in names)
        found.append(Row(own.words if own else "", own.note if own else "", hidden, parts))
    return tuple(found)


def _options(one: Field, at: Situation) -> tuple[Option, ...]:
    if one.kind is Kind.YES_NO:
        return _YES_NO
    if one.labels:
        return tuple(Option(value, label) for value, label in one.labels.items())
    given = provider(one.choices)
    return tuple(given(at)) if given is not None else ()
