"""The names that a log had before: one that goes on after a loss keeps the keys of earlier names beside it.

`before/1/vkey`, `before/2/vkey`, … are no part of the log's layout. Whoever holds a head under an earlier
name checks it by that key; what the log promised then still has to be there, entry by entry.
"""

from mingfa.tlog.encoding import decode_text
from mingfa.tlog.errors import LogError, Malformed
from mingfa.tlog.policy import Policy
from mingfa.tlog.tiles import TileReader

MOST = 50


def former_keys(reader: TileReader) -> dict[str, str]:
    """Return the verifier keys of a log's earlier names, by name."""
    found: dict[str, str] = {}
    for life in range(1, MOST):
        try:
            vkey = decode_text(reader.read(f"before/{life}/vkey")).strip()
        except (FileNotFoundError, Malformed):
            break
        found[vkey.split("+")[0]] = vkey
    return found


def policy_for(reader: TileReader, policy: Policy, note: str) -> Policy:
    """Return whom to ask about a head that somebody kept: the log, or the key of an earlier name."""
    vkey = former_keys(reader).get(note.split("\n")[0])
    try:
        return Policy.of(vkey) if vkey else policy
    except LogError:
        return policy
