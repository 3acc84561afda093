"""A bureau at random: acts lawful and unlawful by anybody, through the real doorway, each looked at after.

Three kinds of moves. The example's players do what belongs to their matter, bent now and then: by somebody
else, at another time, with something else typed. Any act of the register, typed from its declaration alone.
And two acts at the same moment by two hands (pairs.py). So a new room is played as soon as it has acts, and
played well as soon as it has a player.
"""

import inspect
import random
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from tests.fixtures import OPENING
from tests.fuzz import pairs
from tests.fuzz.cast import moves, stretches
from tests.fuzz.hands import Came, Process, Thread, Try, looking
from tests.fuzz.typing_in import AnyReason, Typist
from tests.fuzz.watch import Watch

from mingfa.bureau.desk.forms.choices import PROVIDERS, Situation
from mingfa.bureau.desk.kinds import BY_PROCEDURE
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.doorway.ways import ways
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.actors import Actor
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import working_time

NOT_DONE = (Refused, NotYours, InvalidInputs)
# The stage ends before the last year whose holidays are known (conftest.py) does.
CURTAIN = datetime(2027, 11, 30, 9, 0, tzinfo=CHINA)
PLAYERS = 6
# How often a player's act is bent, and how often it meets another, chosen for each run: the less often, the
# further its matters come.
BENT = (0.0, 0.03, 0.1, 0.3)
PAIRED = (0.02, 0.05, 0.2)
WILD = (0.05, 0.3)
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


class Caught(Exception):
    """What a player was about to do, when only that was asked."""

    def __init__(self, one: Try) -> None:
        super().__init__(one.name)
        self.one = one


@dataclass
class Tally:
    """What was tried, and how it ended."""

    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    unread: int = 0
    other_first: int = 0
    pairs: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)

    @property
    def tried(self) -> int:
        return self.done.total() + self.refused.total()

    def add(self, other: "Tally") -> None:
        for name in ("done", "refused", "pairs", "reached"):
            getattr(self, name).update(getattr(other, name))
        self.unread += other.unread
        self.other_first += other.other_first


class Bent(Stage):
    """A stage on which every act is looked at, and some are bent before they reach the doorway.

    Its clock is the server's, which never goes back, whatever a player says.
    """

    def __init__(self, world: "World") -> None:
        self.clock = OPENING
        super().__init__(OPENING)
        self.world = world

    @property
    def now(self) -> datetime:  # type: ignore[override]
        return self.clock

    @now.setter
    def now(self, at: datetime) -> None:
        self.clock = max(self.clock, at)

    def act(self, name: str, by: int, on: int | None = None, /, **inputs: Any) -> Done:
        self.now += timedelta(seconds=1)
        return self.world.attempt(name, by, on, inputs)


class World:
    """One run: a seed, a stage, a few players, so many acts. To be played on a fresh copy (ground.py)."""

    def __init__(
        self, cast: Cast, seed: int, acts: int, kinds: Sequence[type[Any]], paired: float | None = None
    ) -> None:
        self.dice, self.acts, self.seed, self.cast = random.Random(seed), acts, seed, cast
        self.bent, self.wild = self.dice.choice(BENT), self.dice.choice(WILD)
        self.paired = self.dice.choice(PAIRED) if paired is None else paired
        self.tally, self.stage, self.path = Tally(), Bent(self), list[str]()
        self.stands, self.acting, self.asking = dict[int, int](), None, False
        self.process: Process | None = None
        self.watch = Watch()
        self.people = self._everybody()
        self.kinds, self.players = kinds, list[Any]()

    def _everybody(self) -> dict[int, Actor]:
        return {a.id: a for a in people.everybody(self.stage.now.date())}

    def play(self) -> Tally:
        """Play until the curtain; raise `Counterexample` with all that leads to it."""
        try:
            with ExitStack() as stack:
                if self.paired:
                    self.process = Process()
                    stack.callback(self.process.end)
                self._play()
        except AssertionError as broken:
            path = "\n".join(self.path[-30:])
            raise Counterexample(f"seed {self.seed}: {broken}\n{path}") from broken
        return self.tally

    def _play(self) -> None:
        try:
            self.players = [self._player() for _ in range(PLAYERS)]
            for player in self.players:
                self._begin(player)
            while True:
                self._move()
        except Over:
            self.watch.standing()

    def _player(self) -> Any:
        """Return a player; some begin their matter at once, which may be refused."""
        while True:
            try:
                return self.dice.choice(self.kinds)(self.stage, self.cast)
            except NOT_DONE:
                continue

    def _begin(self, player: Any) -> None:
        """Let a player carry a matter a long way, to act on from there."""
        self.acting, far = player, stretches(type(player))
        if far:
            self._played(player, self.dice.choice(far))

    def _move(self) -> None:
        chance = self.dice.random()
        if chance < 0.05:
            self._wait()
        elif chance < 0.07:
            self._begin(self.dice.choice(self.players))
        elif chance < 0.05 + self.wild:
            self._wild()
        else:
            self.acting = self.dice.choice(self.players)
            self._played(self.acting, self._next(self.acting))

    def _wait(self) -> None:
        """Let time pass, mostly until people are at work."""
        now = self.stage.now + timedelta(
            days=self.dice.choice((0, 0, 1, 1, 1, 6)), hours=self.dice.choice((1, 3))
        )
        self.stage.now = working_time(now, people.calendar()) if self.dice.random() < 0.9 else now

    # --- moves -------------------------------------------------------------------------------------------

    def _played(self, player: Any, name: str) -> None:
        """Let a player do something; what the player is too clumsy for is not the law's matter."""
        move: Callable[..., Any] = getattr(player, name)
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
        except CLUMSY:
            return

    def _next(self, player: Any) -> str:
        """Choose what a player does: mostly what the table allows here, rather what is rare."""
        names = moves(type(player))
        row = self.watch.matter(self.stands.get(id(player), -1))
        if row is not None and self.dice.random() < 0.85:
            table, far = procedure(row.procedure), stretches(type(player))
            fit = {
                n: acts
                for n, acts in names.items()
                if n not in far and (not acts or any(table.allows(row.state, a) for a in acts))
            }
            names = fit or names
        found = list(names)
        rare = [1 / (1 + min((self._tried(a) for a in names[n]), default=6)) for n in found]
        return self.dice.choices(found, rare)[0]

    def _tried(self, name: str) -> float:
        return self.tally.done[name] + self.tally.refused[name] / 2

    def _something(self, name: str) -> Any:
        """Return what a player's move asks for: mostly an entry of the ledger."""
        if name == "amount":
            return self.dice.choice((1, 10000, 20000, 50000, 300000))
        return self.dice.choice(self._entries() or [1])

    def _wild(self) -> None:
        one = self._typed()
        try:
            self.stage.act(one.name, one.by, one.on, **one.inputs, reasons=one.reasons)
        except NOT_DONE:
            return

    def _typed(self) -> Try:
        """Type an act of the register: mostly one that is open where some matter stands."""
        row, names = self._matter(), list(REGISTER)
        if row is not None and self.dice.random() < 0.75:
            table = procedure(row.procedure)
            names = [n for n in names if table.knows(n) and table.allows(row.state, n)] or names
        act = REGISTER[min(self.dice.choices(names, k=3), key=self._tried)]
        if act.matter is None:
            row = None
        able = [p for p, actor in self.people.items() if act.who & actor.roles]
        if row is not None and (own := [p for p in row.handlers if p in able]) and self.dice.random() < 0.8:
            able = own
        by = self.dice.choice(able if able and self.dice.random() < 0.95 else list(self.people))
        inputs = self._typist(by, row).fill(act.inputs)
        on = int(row.pk) if row else None
        reasons = AnyReason() if self.dice.random() < 0.9 else {}
        return Try(act.name, by, on, self.stage.now, self.stage.now, inputs, reasons)

    def _matter(self) -> Matter | None:
        newest = list(self.watch.kinds)[-2 * PLAYERS :]
        return self.watch.matter(self.dice.choice(newest)) if newest else None

    def _typist(self, by: int, row: Matter | None) -> Typist:
        at = Situation(self.people[by], self.stage.now.date(), None)
        if row is not None and row.procedure in BY_PROCEDURE:
            at = Situation(at.me, at.today, BY_PROCEDURE[row.procedure].view(int(row.pk)))
        return Typist(self.dice, self.stage.now, Offered(at), self._entries())

    def _entries(self) -> list[int]:
        """Return some entries of the ledger: what an act may name by its number."""
        last = self.watch.size
        return [self.dice.randrange(max(0, last - 60), last) for _ in range(5)]

    # --- one act -----------------------------------------------------------------------------------------

    def attempt(self, name: str, by: int, on: int | None, inputs: dict[str, Any]) -> Done:
        """Do an act, perhaps bent, perhaps at the same moment as another, and look at what it left."""
        if self.tally.tried >= self.acts or self.stage.now > CURTAIN:
            raise Over
        given = inputs.pop("reasons", {})
        if name == "case.propose" and "party" in inputs and self.dice.random() < 0.9:
            # Each case has a party of its own: the same act is not punished twice.
            inputs["party"] = {**inputs["party"], "name": f"高新区示例小吃店{on}号", "code": ""}
        reasons = AnyReason() if self.dice.random() < 0.9 else given
        one = Try(name, by, on, self.stage.now, self.stage.now, inputs, reasons)
        if self.asking:
            raise Caught(one)
        if self.dice.random() < self.bent:
            one = self._bend(one)
        try:
            if self.process is not None and self.dice.random() < self.paired:
                return self._pair(one)
            with self._looking(one) if self.dice.random() < self.paired / 2 else nullcontext():
                return self._alone(one)
        except AssertionError as broken:
            raise Counterexample(str(broken)) from broken

    def _alone(self, one: Try) -> Done:
        self.path.append(f"{one.at:%m-%d %H:%M:%S} {pairs.told(one)}")
        try:
            done = do(
                one.name,
                by=one.by,
                inputs=dict(one.inputs),
                on=one.on,
                at=one.at,
                now=one.now,
                reasons=one.reasons,
            )
        except NOT_DONE as refused:
            self._refused(one, type(refused).__name__)
            raise
        except Exception as broken:
            words = f"{one.name} broke: {type(broken).__name__}: {broken}; {one.inputs}"
            raise Counterexample(words) from broken
        self._done(one, done)
        return done

    def _looking(self, one: Try) -> AbstractContextManager[None]:
        """Let somebody look at the matter while it is acted in: what the desk shows, and what may be done."""
        row = self.watch.matter(one.on or -1)
        if row is None or row.procedure not in BY_PROCEDURE:
            return nullcontext()
        face, pk, table = BY_PROCEDURE[row.procedure], int(row.pk), procedure(row.procedure)
        by, now = self.dice.choice(list(self.people)), one.now
        acts = [name for name, act in REGISTER.items() if act.matter and table.knows(name)]
        self.dice.shuffle(acts)
        self.tally.pairs["reading meanwhile"] += 1

        def look() -> None:
            face.view(pk)
            ways(acts[:6], by=by, on=pk, now=now)

        return looking(look)

    def _refused(self, one: Try, how: str) -> None:
        self.tally.refused[one.name] += 1
        self.tally.unread += how == "InvalidInputs"
        self.path[-1] += f" -> {how}"
        self.watch.after_refusal(one.on)

    def _done(self, one: Try, done: Done) -> None:
        self.tally.done[one.name] += 1
        row = self.watch.after_success(done, one.by)
        if row is not None:
            self.stands[id(self.acting)] = int(row.pk)
            self.tally.reached[f"{row.procedure}:{row.state}"] += 1
        if one.name.startswith("person."):
            self.people = self._everybody()

    # --- two at once -------------------------------------------------------------------------------------

    def _pair(self, mine: Try) -> Done:
        """Do an act while somebody else does another, and see that one came after the other."""
        kind, mine, other = self._rival(mine)
        assert self.process is not None
        hand = self.dice.choice((Thread, self.process))
        self.path.append(f"{mine.at:%m-%d %H:%M:%S} {pairs.told(mine)} AT ONCE ({kind}) {pairs.told(other)}")
        came = pairs.at_once(mine, other, hand)
        self.tally.pairs[kind] += 1
        self.path[-1] += f" -> {came[0]} | {came[1]}"
        both = sorted(zip((mine, other), came, strict=True), key=_entered)
        self.tally.other_first += both[0][0] is other and all(how.done for how in came)
        self.watch.grew(len({c.done.index for c in came if c.done is not None}))
        for one, how in both:
            self._paired(one, how)
        if came[0].done is None:
            raise NotYours
        return came[0].done

    def _paired(self, one: Try, came: Came) -> None:
        if came.done is not None:
            self._done(one, came.done)
        else:
            self._refused(one, "")

    def _rival(self, mine: Try) -> tuple[str, Try, Try]:
        """Choose what happens at the same moment: what this player would do too, or another, or the same."""
        chance, now = self.dice.random(), self.stage.now
        if chance < 0.15:
            twin = replace(mine, key=f"{self.seed}:{len(self.path)}")
            return "one click twice", twin, twin
        if chance < 0.35:
            same = [p for p, a in self.people.items() if a.roles & self.people[mine.by].roles] or [mine.by]
            by = self.dice.choice(same) if mine.by in self.people else mine.by
            return "the same act", mine, replace(mine, by=by)
        if chance < 0.8:
            player = (
                self.acting if chance < 0.65 and self.acting else self.dice.choice(self.players or [None])
            )
            if player is not None and (other := self._wish(player)) is not None:
                now = self.stage.now
                kind = "the same matter" if other.on == mine.on else "two matters"
                return kind, replace(mine, now=now), replace(other, at=now, now=now)
        return "something else", mine, self._typed()

    def _wish(self, player: Any) -> Try | None:
        """Return what a player would do now, without doing it."""
        self.asking = True
        try:
            self._played(player, self._next(player))
        except Caught as caught:
            return caught.one
        finally:
            self.asking = False
        return None

    def _bend(self, one: Try) -> Try:
        """Bend an act in one way: who, when, where, or what is typed."""
        way, inputs = self.dice.choice(("who", "when", "where", "what", "what", "what", "less")), one.inputs
        if way == "who":
            return replace(one, by=self.dice.choice(list(self.people)))
        if way == "when":
            minutes = self.dice.choice((-100_000, -1440, -60, -1, 1, 60))
            return replace(one, at=one.at + timedelta(minutes=minutes))
        if way == "where":
            row = self._matter()
            return replace(one, on=int(row.pk) if row else one.on)
        if inputs and way == "less":
            gone = self.dice.choice(sorted(inputs))
            return replace(one, inputs={k: v for k, v in inputs.items() if k != gone})
        if inputs and one.name in REGISTER:
            named, asked = self.dice.choice(sorted(inputs)), REGISTER[one.name].inputs
            if named in asked.model_fields and one.by in self.people:
                typed = self._typist(one.by, None).field(asked, named)
                return replace(one, inputs={**inputs, named: typed})
        return one


def _entered(one: tuple[Try, Came]) -> int:
    """Order by entry; what was refused is looked at last."""
    return one[1].done.index if one[1].done is not None else 1 << 62


class Offered(dict[str, Sequence[Any]]):
    """The options that the desk would offer, asked only where a form has the field, and once."""

    def __init__(self, at: Situation) -> None:
        super().__init__()
        self.at = at

    def get(self, name: str, default: Any = ()) -> Any:
        if name not in self:
            provider = PROVIDERS.get(name)
            self[name] = [option.value for option in provider(self.at)] if provider else default
        return self[name]
