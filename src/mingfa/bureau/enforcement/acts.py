"""The acts of this room: the demand, the bureau's own way, the scene, the court's way, pauses and ends."""

from mingfa.bureau.enforcement import challenged, ends
from mingfa.bureau.enforcement.court import apply, record
from mingfa.bureau.enforcement.court import finish as court_finish
from mingfa.bureau.enforcement.deciding import decide, propose, submit_plan
from mingfa.bureau.enforcement.demanding import answer, begin, check, demand, finish, hear
from mingfa.bureau.enforcement.pausing import agree, resume, suspend, terminate
from mingfa.bureau.enforcement.scene import (
    announce,
    clear,
    excuse,
    execute,
    settle,
    substitute,
    urge,
)

__all__ = [
    "agree",
    "announce",
    "answer",
    "apply",
    "begin",
    "check",
    "clear",
    "court_finish",
    "decide",
    "demand",
    "excuse",
    "execute",
    "finish",
    "challenged",
    "ends",
    "hear",
    "propose",
    "record",
    "resume",
    "settle",
    "submit_plan",
    "substitute",
    "suspend",
    "terminate",
    "urge",
]
