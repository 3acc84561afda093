"""Backing up a bureau while it works, and putting it back (plan 2.3.b; ADR 0034).

One set is consistent at one size of the logs: keys first, then heads, database, files, public files, in the
order in which they follow one another. Two files come of it: the data, and the keys under a passphrase of
their own.
"""
