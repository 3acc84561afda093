"""What may be put forward for legal review: each kind of matter says what it proposes (plan 3.2, 3.3.a).

The legal office reviews a penalty, a permit and an enforcement decision in the same way: eight points, each
answered. What is known of a point beforehand only the room of the matter can say; it registers here.
"""

from collections.abc import Callable
from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.lib.registry import Registry
from mingfa.bureau.review.values import Subject

Known = Callable[[Look[Any]], Subject]
SUBJECTS: Registry[type[Matter], Known] = Registry("what is reviewed")


def subject_of_review(kind: type[Matter]) -> Callable[[Known], Known]:
    """Register how a kind of matter is put forward for review."""

    def declare(known: Known) -> Known:
        SUBJECTS.tell(kind, known)
        return known

    return declare


def subject_of(look: Look[Any]) -> Subject:
    """Return what is put forward in the matter of this look."""
    return SUBJECTS[type(look.matter)](look)
