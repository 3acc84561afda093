"""The witness: signs only what extends what it signed before. One rule, two roles.

`Signer` is the log's own signer, used in-process or by a program under another user; `Witness` with its
small HTTP server is what an outside institution runs (C2SP tlog-witness). Both keep their last head
outside the bureau's database. Stands on the plan, （二）4: records are regular, lawful and valid
(确保记录规范、合法、有效).
"""

from mingfa.witness.client import NotCosigned, ask
from mingfa.witness.refusals import Fork, NeedsProof, Refused, Shrunk, StateLost, WrongOrigin
from mingfa.witness.signer import Signer
from mingfa.witness.witness import Reply, Witness, make_request

__all__ = [
    "Fork",
    "NeedsProof",
    "NotCosigned",
    "Refused",
    "Reply",
    "Shrunk",
    "Signer",
    "StateLost",
    "Witness",
    "WrongOrigin",
    "ask",
    "make_request",
]
