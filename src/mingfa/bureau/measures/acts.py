"""The acts of this room: taking something, and what follows while it is held and when it goes."""

from mingfa.bureau.measures.asking import (
    approve_measure,
    approve_preservation,
    request_measure,
    request_preservation,
)
from mingfa.bureau.measures.holding import (
    dispose,
    excuse,
    extend,
    hand_back,
    keep,
    make_up,
    release,
    test,
)
from mingfa.bureau.measures.taking import (
    end_preservation,
    preserve,
    record,
    seize,
    seize_at_once,
)

__all__ = [
    "approve_measure",
    "approve_preservation",
    "dispose",
    "end_preservation",
    "excuse",
    "extend",
    "hand_back",
    "keep",
    "make_up",
    "preserve",
    "record",
    "release",
    "request_measure",
    "request_preservation",
    "seize",
    "seize_at_once",
    "test",
]
