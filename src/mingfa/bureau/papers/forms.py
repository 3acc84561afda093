"""The forms (文书格式) as data: `<kind>.yaml` and `<kind>.typ` in the `papers` folder of a room.

Plan 2.1.a (文书和文字记录合法规范) and 2.3.a (文书的制作、使用、管理). The law names what a paper must
contain (for one 行政处罚法 59); a form lists those contents, each with its citation. A paper that lacks one
is not made.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from mingfa.bureau.lib.yamls import parse_yaml

from .errors import Missing, UnknownForm

ROOMS = Path(__file__).resolve().parent.parent

Shape = Literal["text", "date", "moment", "yes_no", "party", "people", "money", "opinion", "list", "group"]


@dataclass(frozen=True)
class Field:
    """One content of a form.

    `name` is a path into the facts, dots between the steps. `when` and `unless` name a fact on whose presence
    the requirement depends. A citation has the short form of `law` (`行政处罚法 59`); it is empty where only
    the form asks.
    """

    name: str
    label: str
    shape: Shape = "text"
    required: bool = False
    citation: str = ""
    when: str = ""
    unless: str = ""

    def is_due(self, facts: Mapping[str, object]) -> bool:
        """Tell whether these facts make the content obligatory."""
        return (
            self.required
            and (not self.when or is_given(fact(facts, self.when)))
            and (not self.unless or not is_given(fact(facts, self.unless)))
        )


@dataclass(frozen=True)
class Form:
    """A kind of paper. `series` is the word in its number (立案字); an `outward` one leaves the bureau.

    It goes to the party and is served, unless `to_party` says that it goes to another authority.
    """

    kind: str
    code: str
    title: str
    series: str
    outward: bool
    version: str
    basis: tuple[str, ...]
    fields: tuple[Field, ...]
    template: Path
    to_party: bool = True

    @property
    def source(self) -> Path:
        """The data file this form was read from."""
        return self.template.with_suffix(".yaml")


@cache
def forms() -> Mapping[str, Form]:
    """Return all forms by kind."""
    found = sorted(ROOMS.glob("*/**/papers/*.yaml"), key=lambda path: path.stem)
    return MappingProxyType({path.stem: _read(path) for path in found})


def form(kind: str) -> Form:
    """Return the form of this kind, or raise UnknownForm."""
    try:
        return forms()[kind]
    except KeyError:
        raise UnknownForm(kind) from None


def missing_contents(kind: str, facts: Mapping[str, object]) -> tuple[Missing, ...]:
    """Return what law or form asks of this paper and the facts do not give; empty when complete (DEC-04)."""
    return tuple(
        Missing(f.name, f.label, f.citation)
        for f in form(kind).fields
        if f.is_due(facts) and not is_given(fact(facts, f.name))
    )


def fact(facts: Mapping[str, object], path: str) -> object:
    """Return the value at a dotted path, or None."""
    value: object = facts
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def is_given(value: object) -> bool:
    """Tell whether a value says something: zero does, False and a blank text do not."""
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, Mapping):
        return any(is_given(v) for v in value.values())
    if isinstance(value, list | tuple):
        return any(is_given(v) for v in value)
    return value is not None and value is not False


def _read(path: Path) -> Form:
    data = parse_yaml(path.read_text(encoding="utf-8"))
    fields = tuple(Field(**entry) for entry in data.pop("fields"))
    for f in fields:
        if f.shape not in get_args(Shape):
            raise ValueError(f"{path.name}: {f.name} has the unknown shape {f.shape}")
    basis = tuple(data.pop("basis"))
    return Form(kind=path.stem, basis=basis, fields=fields, template=path.with_suffix(".typ"), **data)
