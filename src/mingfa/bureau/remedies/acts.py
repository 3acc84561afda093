"""The acts of this room: what comes in and what came of it, and what goes out."""

from mingfa.bureau.remedies import consequences
from mingfa.bureau.remedies.answering import answer, forward, list_evidence, report, supplement
from mingfa.bureau.remedies.receiving import accept, conclude, hand_in, receive_opinion, resume, suspend

__all__ = [
    "accept",
    "answer",
    "conclude",
    "consequences",
    "forward",
    "hand_in",
    "list_evidence",
    "receive_opinion",
    "report",
    "resume",
    "supplement",
    "suspend",
]
