"""What may be put forward for legal review: each kind of matter says itself what its proposal is (plan 3.2, 3.3.a).

The legal office reviews a penalty, a permit and an enforcement decision in the same way: eight points, each
answered. What is known of a point beforehand only the room of the matter can say; it registers here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import Matter

Answer = tuple[bool | None, str]


@dataclass(frozen=True)
class Subject:
    """What is put forward: `version` is the act that made the proposal, None while there is none.

    `grounds` say why it must be reviewed, `materials` what was handed in; `answers` has for each of the eight
    points yes, no or None (only a person can say) and why.
    """

    id: int
    title: str
    version: int | None
    unit_name: str
    handlers: tuple[int, ...]
    grounds: tuple[str, ...]
    materials: tuple[str, ...]
    answers: Mapping[str, Answer]


Known = Callable[[Look[Any]], Subject]
SUBJECTS: dict[type[Matter], Known] = {}


def subject_of_review(kind: type[Matter]) -> Callable[[Known], Known]:
    """Register how a kind of matter is put forward for review."""

    def declare(known: Known) -> Known:
        SUBJECTS[kind] = known
        return known

    return declare


def subject_of(look: Look[Any]) -> Subject:
    """Return what is put forward in the matter of this look."""
    return SUBJECTS[type(look.matter)](look)
