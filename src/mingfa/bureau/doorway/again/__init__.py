"""A bureau made again: replayed from its ledger, or taken up after a restore (plan 2.4.c)."""
