"""What an act and its gates may see: who, when, what was typed, and the matter as it stands. No database."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, Generic, Protocol, TypeVar, overload

from mingfa.bureau.law.config import Config
from mingfa.bureau.law.procedures.procedure import Procedure, begun_by, procedure
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor

I = TypeVar("I")  # noqa: E741  the inputs of an act
A = TypeVar("A")
B = TypeVar("B")
C = TypeVar("C")
D = TypeVar("D")

CHINA = timezone(timedelta(hours=8))


class MatterLike(Protocol):
    """A matter in a procedure: a case now, a permit or an inspection later."""

    @property
    def pk(self) -> Any: ...

    procedure: str
    state: str
    last_at: datetime
    unit_id: int


@dataclass(frozen=True)
class Look(Generic[I]):
    """The frame of an act. `at` is when it was done (claimed), `now` when it was entered (server's clock).

    `inputs` is None while only asking what stands in the way. `part` is the part of the matter that the
    inputs name, for an act that has to do with one.
    """

    act: str
    by: Actor
    at: datetime
    now: datetime
    inputs: I | None
    matter: Any
    config: Config
    calendar: Calendar
    part: Any = None

    @property
    def today(self) -> date:
        """The day on which the act was done, in Chinese time."""
        return self.at.astimezone(CHINA).date()

    @property
    def table(self) -> Procedure | None:
        """The procedure in which the matter stands, or which the act begins; None outside of all."""
        return procedure(self.matter.procedure) if self.matter is not None else begun_by(self.act)

    @property
    def procedure(self) -> str:
        """The name of that procedure: gates cite the article that says it there."""
        return self.table.id if self.table is not None else ""

    def local(self, config_id: str) -> Any:
        """Return a local value of the day, or raise `LocalValueMissing`."""
        return self.config.value(config_id, self.today)

    @property
    def given(self) -> I:
        """The inputs; gates that ask for them are declared `of_inputs`."""
        assert self.inputs is not None, "a gate that sees inputs must be declared of_inputs"
        return self.inputs

    @overload
    def given_as(self, one: type[A], /) -> A: ...
    @overload
    def given_as(self, one: type[A], two: type[B], /) -> A | B: ...
    @overload
    def given_as(self, one: type[A], two: type[B], three: type[C], /) -> A | B | C: ...
    @overload
    def given_as(self, one: type[A], two: type[B], three: type[C], four: type[D], /) -> A | B | C | D: ...
    def given_as(self, *kinds: type[Any]) -> Any:
        """Return the inputs as what the acts that ask this gate take: one of these kinds, or made from one.

        Nothing is converted; that the acts do take them is asked by `tests/guards/test_given.py`.
        """
        return self.given
