"""What the law asks of the rows, by code of its own that knows no gate (plan 2.4.c).

Whoever switches a gate off in the program makes entries and rows that fit each other: the ledger verifies.
What the law asks of a decision, a seizure, a payment is then asked here once more, of what stands. The fuzz
asks the same after every random act; `mingfa verify --laws` asks it of the whole bureau.
"""

from .breaches import breaches

__all__ = ["breaches"]
