"""What the desk must know of a kind of matter to show it: where it is found, what stands beside it.

A case, a permit and an inspection are listed, opened, filled in and looked up by the same pages. What is
their own is said here, once for each kind; the procedure's table and the acts say all the rest.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from django.db.models import QuerySet

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms.choices import Given, Provider, Situation
from mingfa.bureau.desk.forms.naming import Lookup
from mingfa.bureau.hearings.waiting.reads import chairs_of, hearings_of
from mingfa.bureau.law.procedures.clocks import Clock
from mingfa.bureau.law.procedures.procedure import Procedure, procedure
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.remedies.waiting.reads import OWED, owed

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


def nothing_fixed(_: Collection[int]) -> dict[int, tuple[date, date]]:
    """Return nothing: a kind of matter in which no notice fixes days that do not count."""
    return {}


def untouched_longest(open_matters: QuerySet[Any], _: Ask) -> QuerySet[Any]:
    """Return the open matters in which nothing was done for longest."""
    return open_matters.order_by("last_at")[:LOOKED_AT]


@dataclass(frozen=True)
class Facts:
    """Facts by name on which it depends what is next, asked of many matters at once.

    `of` says of which of these matters each fact holds. Where `everywhere`, it is asked of the whole bureau
    instead (without keys): what is due beside the way may be due in any state, and seldom is. `asked_with`
    names facts of others with which these are asked as well.
    """

    names: tuple[str, ...]
    of: Callable[[Collection[int], Ask], Mapping[str, Iterable[int]]]
    everywhere: bool = False
    asked_with: tuple[str, ...] = ()

    def are_asked(self, asked: Collection[str]) -> bool:
        return not set(asked).isdisjoint(self.names + self.asked_with)


def no_terms_in(_: Collection[Any], __: Ask) -> dict[int, list[Clock]]:
    """Return nothing: a kind of matter whose terms all stand in its procedure's table."""
    return {}


def _chairs(matters: Collection[int], ask: Ask) -> dict[str, list[int]]:
    """Say where this person chairs the hearing; and where whoever does holds no post any more."""
    chairs = chairs_of(matters)
    left = set[int]()
    if "review_head" in ask.me.roles and chairs:
        named = people.named(list(set(chairs.values())), ask.today)
        left = {one.id for one in named if not one.roles}
    return {
        CHAIRED: [matter for matter, chair in chairs.items() if chair == ask.me.id],
        CHAIR_GONE: [matter for matter, chair in chairs.items() if chair in left],
    }


CHAIRED, CHAIR_GONE = "chaired_by_me", "chair_gone"
CHAIRS = Facts((CHAIRED, CHAIR_GONE), _chairs, asked_with=("hearing_to_hold", "hearing_to_report"))


def hearing_days(matters: Collection[int], today: date) -> dict[int, list[Clock]]:
    """Return the day of the hearing that is appointed in each of these matters: before, nobody holds it."""
    found, acts, articles = {}, frozenset({"hearing.hold"}), (cite("行政处罚法 64"),)
    for matter, held in hearings_of(matters).items() if matters else ():
        if held[-1].is_appointed:
            on = held[-1].on
            end = on - timedelta(days=1) if on > today else on
            term = Term("HEAR-04", f"听证定于{on:%Y-%m-%d}，", end, end, "calendar", 0, (), False, articles)
            left = (end - today).days
            found[matter] = [Clock(term, left, waits=on > today, near=True, acts=acts)]
    return found


# What the bureau owes in remedies is asked alike of every kind of matter that can be challenged.
REMEDIES = Facts(OWED, lambda _, __: owed(), everywhere=True)


@dataclass(frozen=True, eq=False)
class Face:
    """A kind of matter on the desk.

    `path` is its place (`/cases/`), `zh` its word, `begins` the act that begins one, `categories` the classes
    of items it may be about. `view` opens a matter that may be seen; `begun_at` says of a row or a view
    when it began. `side` is what a page shows of it beside its way, `told` what a program is told of it.
    `known` gives what stands in a form before anybody types, by the name of the field (of a group, by its
    parts); `choices`, `given` and `names` the options of its own acts and what their numbers stand for;
    `fresh` what may be suggested, by act and field, where an act begins a matter; `terms` the terms that no
    table can say, `terms_in` those of many rows that say until when an act is due; `fixed` the days that a
    notice fixes, first and last, by the act that made it: once served, they pause a term. `oldest_first` the
    columns by which those that wait longest come first. Of the open matters `may_be_late` picks those whose
    terms are worth counting: a bureau has too many to count them all. `beside` are pages of its own that its
    list leads to: (address, word). `facts` are those that its tables ask about what is next.
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
    terms_in: Callable[[Collection[Any], Ask], Mapping[int, list[Clock]]] = no_terms_in
    fixed: Callable[[Collection[int]], Mapping[int, tuple[date, date]]] = nothing_fixed
    oldest_first: tuple[str, ...] = ("last_at",)
    beside: tuple[tuple[str, str], ...] = ()
    may_be_late: Callable[[QuerySet[Any], Ask], QuerySet[Any]] = untouched_longest
    facts: tuple[Facts, ...] = ()

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
