"""Acts: each declared once, with who may do it, what is typed, the gates it passes and the paper it makes.

From this one declaration come the desk's form, the API, the ledger's entry and the table of all acts.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.law.procedures.steps import asks
from mingfa.bureau.people.actors import Actor

I = TypeVar("I", bound=Inputs)  # noqa: E741
F = TypeVar("F")


@dataclass(frozen=True)
class Act(Generic[I, F]):
    """An act: `name` is its word in the ledger (`decision.make`), `title` its word on the desk."""

    name: str
    title: str
    room: str
    who: frozenset[str]
    inputs: type[I]
    see: Callable[[Look[I]], F]
    gates: tuple[Gate[F], ...]
    matter: Callable[[int, Actor], Any] | None
    paper: str | None
    perform: Callable[[Door, F, I], object]
    mine: Callable[[F], bool] | None
    whose: str
    part: Callable[[int, I], Any] | None
    rules: tuple[str, ...] = field(default=())
    version: int = 1

    @property
    def doc(self) -> str:
        """What the act does, in one sentence (from its docstring)."""
        return (self.perform.__doc__ or "").strip()


REGISTER: dict[str, Act[Any, Any]] = {}
# Acts as they were done before, and acts that are done no more: only a rebuild asks for them.
FORMER: dict[tuple[str, int], Act[Any, Any]] = {}


def act(
    name: str,
    title: str,
    *,
    who: Iterable[str],
    inputs: type[I],
    see: Callable[[Look[I]], F],
    gates: Iterable[Gate[F]] = (),
    matter: Callable[[int, Actor], Any] | None = None,
    paper: str | None = None,
    mine: Callable[[F], bool] | None = None,
    whose: str = "",
    part: Callable[[int, I], Any] | None = None,
    version: int = 1,
    former: bool = False,
) -> Callable[[Callable[[Door, F, I], object]], Act[I, F]]:
    """Declare an act. `mine` narrows who may do it further (`whose` says to whom, in Chinese).

    `version` grows when the act comes to take, ask or do something else; its entries name it. How it was done
    before stays, declared as `former` under its old version; so does an act that is done no more.

    `part` finds the part of the matter that the inputs name, if it is there.
    """

    def declare(perform: Callable[[Door, F, I], object]) -> Act[I, F]:
        if (former and (name, version) in FORMER) or (not former and name in REGISTER):
            raise ValueError(f"two acts named {name}")
        room = perform.__module__.split(".")[2]
        all_gates = tuple(gates)
        rules = tuple(dict.fromkeys(g.rule for g in all_gates))
        made = Act(
            name,
            title,
            room,
            frozenset(who),
            inputs,
            see,
            all_gates,
            matter,
            paper,
            perform,
            mine,
            whose,
            part,
            rules,
            version,
        )
        if former:
            FORMER[name, version] = made
        else:
            REGISTER[name] = made
            asks(name, rules)
        return made

    return declare


class NoSuchAct(LookupError):
    """The act does not exist."""


def act_of(name: str, version: int) -> Act[Any, Any]:
    """Return an act as an entry names it: in the version in which it was done."""
    made = REGISTER.get(name)
    if made is not None and made.version == version:
        return made
    try:
        return FORMER[name, version]
    except KeyError:
        raise NoSuchAct(f"本程序不认识“{name}”的第{version}版，无法重演") from None


def title_of(name: str) -> str:
    """Return what an act is called on the desk, also where it is done no more."""
    known = [REGISTER[name]] if name in REGISTER else [one for (n, _), one in FORMER.items() if n == name]
    return known[-1].title if known else name


def act_named(name: str) -> Act[Any, Any]:
    """Return an act by its name."""
    try:
        return REGISTER[name]
    except KeyError:
        raise NoSuchAct(name) from None
