"""The tree's hashing: RFC 6962 section 2.1 (RFC 9162 section 2.1.1) with SHA-256.

Many hashes travel as one `bytes`, 32 each: that is the form of a tile, and the fastest one.
"""

from collections.abc import Iterable
from hashlib import sha256

HASH = 32
EMPTY_ROOT = sha256().digest()


def leaf_hash(data: bytes) -> bytes:
    return sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()


def leaf_hashes(entries: Iterable[bytes]) -> bytes:
    """Hash many entries; the result is their leaf hashes, joined."""
    return b"".join([sha256(b"\0" + entry).digest() for entry in entries])


def root_of(hashes: bytes) -> bytes:
    """Return the root over joined hashes: of leaves, or of full subtrees of one size (the last may be less).

    Pairing level by level and carrying an odd last hash upward gives the tree of RFC 6962's recursive split.
    """
    if not hashes:
        return EMPTY_ROOT
    while len(hashes) > HASH:
        pairs = len(hashes) // 64 * 64
        nodes = [sha256(b"\1" + hashes[at : at + 64]).digest() for at in range(0, pairs, 64)]
        hashes = b"".join(nodes) + hashes[pairs:]
    return hashes
