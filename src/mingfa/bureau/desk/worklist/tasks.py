"""A line of what waits for a person, and where lines come from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.matters.integrity import TAG, TODO, WORDS


@dataclass(frozen=True)
class Task:
    """One line of the list: the act that waits, in what, the nearest term; `left` is None without a term.

    `act` is done `on` the matter; both are blank where a line leads to something else. Where a term of the
    party has to run out first, `from_on` is the first day on which the act may be done.
    """

    href: str
    words: str
    title: str
    note: str
    tag: str = "待办"
    tone: str = ""
    left: int | None = None
    act: str = ""
    on: int | None = None
    from_on: date | None = None

    @property
    def urgency(self) -> tuple[bool, bool, int, bool, int]:
        """Order by what is left, after what cannot be verified; without a term later, what must wait last."""
        ahead = self.from_on.toordinal() if self.from_on else 0
        return self.tag != TAG, self.left is None, self.left or 0, self.from_on is not None, ahead

    @property
    def due(self) -> bool:
        return self.left is not None and self.left <= 1


@dataclass(frozen=True)
class Found:
    """What a source has for a person: the lines shown, how many wait, how many matters are open to him."""

    tasks: Sequence[Task] = ()
    waiting: int = 0
    open: int = 0
    own: int = 0


@dataclass(frozen=True)
class Source:
    """Where lines come from; a new source is one more of these in `sources.py`."""

    zh: str
    find: Callable[[Ask], Found] = field(repr=False)


def found(tasks: Sequence[Task]) -> Found:
    """Return lines that are all shown."""
    return Found(tuple(tasks), len(tasks))


def altered(matter: int, path: str) -> Task:
    """Return what stands in place of a matter that does not match the ledger: none of its values."""
    return Task(f"/{path}/{matter}/", WORDS, f"编号{matter}", TODO, TAG, "r")


def since(day: date, today: date) -> str:
    """Say from which day something may be done; the year only where it is another."""
    return f"{f'{day.year}年' if day.year != today.year else ''}{day.month}月{day.day}日起"
