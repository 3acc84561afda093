"""The acts of this room, from the window to the end of a licence; whom it serves, what is reviewed."""

from mingfa.bureau.permits.challenged import the_decisions
from mingfa.bureau.permits.deciding import decide, deem_renewed, issue, submit
from mingfa.bureau.permits.examining import (
    assign,
    call_hearing,
    check,
    conclude,
    extend,
    hear,
    reconclude,
    set_apart,
    tell,
)
from mingfa.bureau.permits.hearing import invite, the_application_heard
from mingfa.bureau.permits.licences import cancel, rescind, supervise, withdraw
from mingfa.bureau.permits.subjects import the_applicant, the_proposal
from mingfa.bureau.permits.window import accept, correct, deem_accepted, hand_in, receive, reject, supplement

__all__ = [
    "accept",
    "assign",
    "call_hearing",
    "cancel",
    "check",
    "conclude",
    "correct",
    "decide",
    "deem_accepted",
    "deem_renewed",
    "extend",
    "hand_in",
    "hear",
    "invite",
    "issue",
    "receive",
    "reconclude",
    "reject",
    "rescind",
    "set_apart",
    "submit",
    "supervise",
    "supplement",
    "tell",
    "the_applicant",
    "the_application_heard",
    "the_decisions",
    "the_proposal",
    "withdraw",
]
