"""The record log's verifier key as the feed gives it, for checking receipts of served papers (plan 2.4.c).

The file itself is not signed, but every anchor in the public log carries the record log's signed head: a key
that did not sign the newest of them is not the record's, whoever put it there.
"""

from collections.abc import Sequence

from mingfa.feed.operations import Anchor
from mingfa.feed.reader import Entry, Forged
from mingfa.feed.source import Missing, Source
from mingfa.tlog import LogError, Malformed, Policy

RECORD_KEY = "record.vkey"


def newest_anchor(entries: Sequence[Entry]) -> Anchor | None:
    return next((e.operation for e in reversed(entries) if isinstance(e.operation, Anchor)), None)


def record_key(source: Source, newest: Anchor | None) -> str | None:
    """Return the key, None where the feed gives none.

    newest: the public log's newest anchor. Raises Forged when that was signed by another key, Unreachable.
    """
    try:
        key = source.read(RECORD_KEY).decode().strip()
        if len(key.split()) != 1:
            raise Malformed("应恰为一个公钥")
        policy = Policy.of(key)
        if newest is not None:
            policy.check(newest.head)
    except Missing:
        return None
    except (LogError, UnicodeDecodeError) as error:
        raise Forged(f"{RECORD_KEY}：不是公开日志所锚定的执法记录的公钥（{error}）") from error
    return key
