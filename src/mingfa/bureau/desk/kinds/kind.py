"""What the desk must know of a kind of matter to show it: where it is found, what stands beside it.

A case, a permit and an inspection are listed, opened, filled in and looked up by the same pages. What is
their own is said here, once for each kind; the procedure's table and the acts say all the rest.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from django.db.models import QuerySet

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms.choices import Given, Provider, Situation
from mingfa.bureau.desk.forms.naming import Lookup
from mingfa.bureau.law.clocks import Clock
from mingfa.bureau.law.procedure import Procedure, procedure
from mingfa.bureau.people.actors import Actor

LOOKED_AT = 100


class MatterView(Protocol):
    """What every matter shows of itself."""

    @property
    def id(self) -> int: ...
    @property
    def title(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def procedure(self) -> str: ...
    @property
    def unit(self) -> int: ...
    @property
    def unit_name(self) -> str: ...
    @property
    def handlers(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True)
class Side:
    """A line at the side of a matter's page: a term, its words, a smaller line below, where it leads."""

    term: str
    words: str
    small: str = ""
    href: str = ""


def no_terms(_: int, __: Ask) -> list[Clock]:
    """Return nothing: a kind of matter whose terms all stand in its procedure's table."""
    return []


def nothing_fixed(_: int) -> dict[int, tuple[date, date]]:
    """Return nothing: a kind of matter in which no notice fixes days that do not count."""
    return {}


def untouched_longest(open_matters: QuerySet[Any], _: Ask) -> QuerySet[Any]:
    """Return the open matters in which nothing was done for longest."""
    return open_matters.order_by("last_at")[:LOOKED_AT]


@dataclass(frozen=True)
class Detour:
    """Where some matters in a state go another way on: `picks` says which of these are next asked for `act`.

    Of several in one state the first that picks a matter holds.
    """

    procedure: str
    state: str
    act: str
    picks: Callable[[list[int]], Iterable[int]]


@dataclass(frozen=True)
class Face:
    """A kind of matter on the desk.

    `path` is its place (`/cases/`), `zh` its word, `begins` the act that begins one, `categories` the classes
    of items it may be about. `view` opens a matter that may be seen; `begun_at` says of a row or a view
    when it began. `side` is what a page shows of it beside its way, `told` what a program is told of it.
    `known` gives what stands in a form before anybody types, by the name of the field (of a group, by its
    parts); `choices`, `given` and `names` the options of its own acts and what their numbers stand for;
    `fresh` what may be suggested, by act and field, where an act begins a matter; `terms` the terms that no
    table can say; `fixed` the days that a notice fixes, first and last, by the act that made it: once
    served, they pause a term. `oldest_first` the columns by which those that wait longest come first. Of
    the open matters `may_be_late` picks those whose terms are worth counting: a bureau has too many to
    count them all. `beside` are pages of its own that its list leads to: (address, word). `detours` name
    what is next where that is not what is next for most in the same state.
    """

    path: str
    zh: str
    procedures: tuple[str, ...]
    categories: tuple[str, ...]
    begins: str
    visible: Callable[[Actor], QuerySet[Any]]
    search: Callable[[Actor, str], QuerySet[Any]]
    view: Callable[[int], Any]
    begun_at: Callable[[Any], datetime]
    side: Callable[[Any, Ask], list[Side]]
    told: Callable[[Any], dict[str, Any]]
    known: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    choices: Mapping[str, Provider] = field(default_factory=dict)
    given: Mapping[str, Callable[[Situation], list[Given]]] = field(default_factory=dict)
    names: Mapping[str, Lookup] = field(default_factory=dict)
    fresh: Mapping[str, Mapping[str, Callable[[Situation], Any]]] = field(default_factory=dict)
    terms: Callable[[int, Ask], list[Clock]] = no_terms
    fixed: Callable[[int], Mapping[int, tuple[date, date]]] = nothing_fixed
    oldest_first: tuple[str, ...] = ("last_at",)
    beside: tuple[tuple[str, str], ...] = ()
    may_be_late: Callable[[QuerySet[Any], Ask], QuerySet[Any]] = untouched_longest
    detours: tuple[Detour, ...] = ()

    @property
    def tables(self) -> tuple[Procedure, ...]:
        return tuple(map(procedure, self.procedures))


@dataclass(frozen=True)
class Opened:
    """A matter that may be seen, with the face that shows it."""

    face: Face
    view: Any

    @property
    def id(self) -> int:
        return int(self.view.id)

    @property
    def title(self) -> str:
        return str(self.view.title)

    @property
    def href(self) -> str:
        return f"/{self.face.path}/{self.id}/"

    @property
    def table(self) -> Procedure:
        return procedure(self.view.procedure)

    @property
    def rests(self) -> str:
        return self.table.state(self.view.state).rests

    @property
    def ended(self) -> bool:
        return self.view.state in self.table.ends

    @property
    def state_zh(self) -> str:
        return self.table.zh(self.view.state)
