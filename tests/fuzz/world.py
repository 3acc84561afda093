"""A bureau at random: acts lawful and unlawful by anybody, through the real doorway, each looked at after.

Two kinds of moves. The example's players do what belongs to their matter, bent now and then: by somebody
else, at another time, with something else typed. And any act of the register, typed from its declaration
alone. So a new room is played as soon as it has acts, and played well as soon as it has a player.
"""

import importlib
import inspect
import pkgutil
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.fuzz.invariants import after_refusal, after_success, matter_of, standing
from tests.fuzz.typing_in import Typist

import mingfa.bureau
import mingfa.example
from mingfa.bureau.desk.faces import BY_PROCEDURE
from mingfa.bureau.desk.forms.choices import PROVIDERS, Situation
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.matter import KINDS, Matter
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.law.procedure import procedure
from mingfa.bureau.ledger import reader
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.example.fixtures import OPENING

NOT_DONE = (Refused, NotYours, InvalidInputs)
# The stage ends before the last year whose holidays are known does.
CURTAIN = datetime(2026, 12, 20, 9, 0, tzinfo=CHINA)
PLAYERS = 6
# How often a player's act is bent, chosen for each run: the less often, the further its matters come.
BENT = (0.0, 0.03, 0.1, 0.3)
# What a player cannot do without something that is not there yet is the player's own matter.
CLUMSY = (
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    LookupError,
    StopIteration,
    TypeError,
    ValueError,
)


class Counterexample(AssertionError):
    """The law was broken, or the doorway broke: with the seed, it can be seen again."""


class Over(Exception):
    """The time of the stage, or the number of acts, is used up."""


def players() -> list[type[Any]]:
    """Return every class of the example, and of the rooms' tests, that plays on a stage with a cast."""
    named = [module.name for module in pkgutil.iter_modules(mingfa.example.__path__, "mingfa.example.")]
    for path in sorted(Path(mingfa.bureau.__path__[0]).glob("*/tests/*.py")):
        if not path.stem.startswith(("test_", "conftest", "__")):
            named.append(f"mingfa.bureau.{path.parts[-3]}.tests.{path.stem}")
    return [kind for name in named for kind in _playing(name)]


def _playing(module: str) -> Iterator[type[Any]]:
    for _, kind in inspect.getmembers(importlib.import_module(module), inspect.isclass):
        if kind.__module__ == module and hasattr(kind, "act"):
            asked = inspect.signature(kind).parameters.values()
            if [p.name for p in asked if p.default is p.empty] == ["stage", "cast"]:
                yield kind


@dataclass
class Tally:
    """What was tried, and how it ended."""

    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)

    @property
    def tried(self) -> int:
        return self.done.total() + self.refused.total()


class Bent(Stage):
    """A stage on which every act is looked at, and some are bent before they reach the doorway."""

    def __init__(self, world: "World") -> None:
        super().__init__(OPENING)
        self.world = world

    def act(self, name: str, by: int, on: int | None = None, /, **inputs: Any) -> Done:
        self.now += timedelta(seconds=1)
        return self.world.attempt(name, by, on, inputs)


class World:
    """One run: a seed, a stage, a few players, so many acts."""

    def __init__(self, cast: Cast, seed: int, acts: int, player_kinds: Sequence[type[Any]]) -> None:
        self.dice, self.acts, self.seed, self.cast = random.Random(seed), acts, seed, cast
        self.bent, self.wild = self.dice.choice(BENT), self.dice.choice((0.05, 0.3))
        self.tally, self.stage, self.path = Tally(), Bent(self), list[str]()
        self.stands, self.acting = dict[int, int](), None
        units = people.units()
        self.people = [int(p.pk) for unit in units for p in unit.person_set.order_by("pk")]
        self.players = [self._player(player_kinds) for _ in range(PLAYERS)]

    def _player(self, kinds: Sequence[type[Any]]) -> Any:
        """Return a player; some begin their matter at once, which may be refused."""
        while True:
            try:
                return self.dice.choice(kinds)(self.stage, self.cast)
            except NOT_DONE:
                continue

    def play(self) -> Tally:
        """Play until the curtain; raise `Counterexample` with all that leads to it."""
        try:
            while True:
                self._move()
        except Over:
            standing()
        except AssertionError as broken:
            raise Counterexample(f"seed {self.seed}: {broken}\n" + "\n".join(self.path[-30:])) from broken
        return self.tally

    def _move(self) -> None:
        chance = self.dice.random()
        if chance < 0.05:
            self.stage.now += timedelta(
                days=self.dice.choice((0, 0, 1, 1, 1, 6)), hours=self.dice.choice((1, 9))
            )
        elif chance < 0.05 + self.wild:
            self._wild()
        else:
            self._played()

    # --- moves -------------------------------------------------------------------------------------------

    def _played(self) -> None:
        """Let a player do something; what the player is too clumsy for is not the law's matter."""
        player = self.dice.choice(self.players)
        move: Callable[..., Any] = getattr(player, self._next(player))
        self.acting = player
        asked = [
            p.name
            for p in inspect.signature(move).parameters.values()
            if p.default is p.empty and p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)
        ]
        try:
            move(*(self._something(name) for name in asked))
        except NOT_DONE:
            return
        except Counterexample:
            raise
        except CLUMSY as clumsy:
            if not isinstance(clumsy, AssertionError) or clumsy.args == ():
                return
            raise

    def _next(self, player: Any) -> str:
        """Choose what a player does: mostly something that the table allows where its matter stands."""
        names = moves(type(player))
        row = matter_of(self.stands.get(id(player), -1))
        if row is not None and self.dice.random() < 0.75:
            table = procedure(row.procedure)
            names = [n for n, acts in names.items() if any(table.allows(row.state, a) for a in acts)] or names
        return self.dice.choice(list(names))

    def _something(self, name: str) -> Any:
        """Return what a player's move asks for: mostly an entry of the ledger."""
        if name == "amount":
            return self.dice.choice((1, 10000, 20000, 50000, 300000))
        return self.dice.choice(self._entries() or [1])

    def _wild(self) -> None:
        act = REGISTER[self.dice.choice(list(REGISTER))]
        row = self._matter() if act.matter is not None else None
        able = [p for p in self.people if act.who & people.actor(p, self.stage.now.date()).roles]
        by = (
            self.dice.choice(able or self.people)
            if self.dice.random() < 0.9
            else self.dice.choice(self.people)
        )
        if row is not None and row.handlers and self.dice.random() < 0.5:
            by = self.dice.choice(row.handlers)
        inputs = self._typist(by, row).fill(act.inputs)
        try:
            self.stage.act(act.name, by, int(row.pk) if row else None, **inputs)
        except NOT_DONE:
            return

    def _matter(self) -> Matter | None:
        rows = [row for kind in KINDS for row in kind._default_manager.order_by("-pk")[:PLAYERS]]
        return self.dice.choice(rows) if rows else None

    def _typist(self, by: int, row: Matter | None) -> Typist:
        at = Situation(people.actor(by, self.stage.now.date()), self.stage.now.date(), None)
        if row is not None and row.procedure in BY_PROCEDURE:
            at = Situation(at.me, at.today, BY_PROCEDURE[row.procedure].view(int(row.pk)))
        return Typist(self.dice, self.stage.now, Offered(at), self._entries())

    def _entries(self) -> list[int]:
        """Return some entries of the ledger: what an act may name by its number."""
        last = reader.size()
        return [self.dice.randrange(max(0, last - 60), last) for _ in range(5)]

    # --- one act -----------------------------------------------------------------------------------------

    def attempt(self, name: str, by: int, on: int | None, inputs: dict[str, Any]) -> Done:
        """Do an act, perhaps bent, and look at what it left."""
        if self.tally.tried >= self.acts or self.stage.now > CURTAIN:
            raise Over
        reasons: dict[str, str] = inputs.pop("reasons", {})
        at = self.stage.now
        if self.dice.random() < self.bent:
            by, on, at = self._bend(name, by, on, inputs)
        self.path.append(f"{at:%m-%d %H:%M:%S} {name} by {by} on {on}")
        before = reader.size()
        try:
            done = do(name, by=by, inputs=inputs, on=on, at=at, now=self.stage.now, reasons=reasons)
        except NOT_DONE as refused:
            self.tally.refused[name] += 1
            self.path[-1] += f" -> {type(refused).__name__}"
            after_refusal(before, on)
            raise
        except Exception as broken:
            raise Counterexample(f"{name} broke: {type(broken).__name__}: {broken}; {inputs}") from broken
        self.tally.done[name] += 1
        if done.matter is not None:
            self.stands[id(self.acting)] = done.matter
        after_success(before, done, by)
        return done

    def _bend(
        self, name: str, by: int, on: int | None, inputs: dict[str, Any]
    ) -> tuple[int, int | None, datetime]:
        """Bend an act in one way: who, when, where, or what is typed."""
        way, at = self.dice.choice(("who", "when", "where", "what", "what", "what", "less")), self.stage.now
        if way == "who":
            by = self.dice.choice(self.people)
        elif way == "when":
            at += timedelta(minutes=self.dice.choice((-100_000, -1440, -60, -1, 1, 60)))
        elif way == "where":
            row = self._matter()
            on = int(row.pk) if row else on
        elif inputs and way == "less":
            inputs.pop(self.dice.choice(sorted(inputs)))
        elif inputs and name in REGISTER:
            named = self.dice.choice(sorted(inputs))
            if named in REGISTER[name].inputs.model_fields:
                inputs[named] = self._typist(by, None).field(REGISTER[name].inputs, named)
        return by, on, at


ACT = re.compile(r'"([a-z_]+\.[a-z_]+)"')


@cache
def moves(kind: type[Any]) -> dict[str, frozenset[str]]:
    """Return what a player can do: its public methods, each with the acts that it names, if any.

    Left out are those that do any act by its name.
    """
    found = inspect.getmembers(kind, inspect.isfunction)
    return {
        name: frozenset(ACT.findall(inspect.getsource(move))) & set(REGISTER)
        for name, move in found
        if name[0] != "_" and "name" not in inspect.signature(move).parameters
    }


class Offered(dict[str, Sequence[Any]]):
    """The options that the desk would offer, asked only where a form has the field."""

    def __init__(self, at: Situation) -> None:
        super().__init__()
        self.at = at

    def get(self, name: str, default: Any = ()) -> Any:
        provider = PROVIDERS.get(name)
        return [option.value for option in provider(self.at)] if provider else default
