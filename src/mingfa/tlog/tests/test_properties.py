"""The tree against the recursive definition of RFC 6962, which shares no code with ours."""

from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingfa.tlog import (
    Edge,
    Malformed,
    check_commitment,
    check_consistency,
    check_inclusion,
    commit,
    export,
    leaf_hash,
    leaf_hashes,
    new_salt,
    prove_consistency,
    prove_inclusion,
    root_from_tiles,
    root_of,
)
from mingfa.tlog.errors import Conflict
from mingfa.tlog.tiles import pack, read_entries, unpack

MOST = 700


class MemoryStore:
    """The store's contract on a dict."""

    def __init__(self):
        self.files = {}

    def read(self, path):
        try:
            return self.files[path]
        except KeyError:
            raise FileNotFoundError(path) from None

    def write_once(self, path, data):
        if self.files.setdefault(path, data) != data:
            raise Conflict(path)

    def write_checkpoint(self, note):
        self.files["checkpoint"] = note


def entry(i):
    return b"%d:" % i + bytes(i % 7)


@cache
def mth(low, high):
    """Return MTH(D[low:high]) of RFC 6962 section 2.1, word for word."""
    if low == high:
        return sha256(b"").digest()
    if high - low == 1:
        return sha256(b"\0" + entry(low)).digest()
    k = 1
    while k * 2 < high - low:
        k *= 2
    return sha256(b"\1" + mth(low, low + k) + mth(low + k, high)).digest()


def path_of(m, low, high):
    """Return PATH(m, D[low:high]) of RFC 6962 section 2.1.1."""
    if high - low == 1:
        return []
    k = 1
    while k * 2 < high - low:
        k *= 2
    if m < k:
        return [*path_of(m, low, low + k), mth(low + k, high)]
    return [*path_of(m - k, low + k, high), mth(low, low + k)]


def subproof(m, low, high, known):
    """Return SUBPROOF(m, D[low:high], known) of RFC 6962 section 2.1.2."""
    if m == high - low:
        return [] if known else [mth(low, high)]
    k = 1
    while k * 2 < high - low:
        k *= 2
    if m <= k:
        return [*subproof(m, low, low + k, known), mth(low + k, high)]
    return [*subproof(m - k, low + k, high, False), mth(low, low + k)]


@pytest.fixture(scope="module")
def store():
    """Every size up to MOST, exported one after the other: all partial tiles exist."""
    store = MemoryStore()
    for size in range(MOST):
        export(store, size, size + 1, [entry(size)])
    return store


sizes = st.integers(0, MOST)
pairs = st.tuples(sizes, sizes).map(sorted)


def test_edge_tiles_and_definition_agree_on_every_root(store):
    edge = Edge.empty()
    for size in range(MOST + 1):
        assert edge.root() == mth(0, size) == root_from_tiles(size, store)
        assert Edge.from_bytes(size, edge.to_bytes()) == edge
        edge = edge.push(leaf_hash(entry(size)))


@given(sizes)
def test_hashing_in_bulk_agrees_with_the_definition(size):
    assert root_of(leaf_hashes(entry(i) for i in range(size))) == mth(0, size)


@given(st.integers(1, MOST).flatmap(lambda size: st.tuples(st.integers(0, size - 1), st.just(size))))
def test_inclusion_is_proven_and_nothing_else(store, case):
    index, size = case
    path, root = prove_inclusion(index, size, store), mth(0, size)
    leaf = leaf_hash(entry(index))
    assert path == path_of(index, 0, size)
    assert check_inclusion(index, size, leaf, path, root)
    assert not check_inclusion(index + 1, size, leaf, path, root)
    assert not check_inclusion(index, size, leaf_hash(b"other"), path, root)
    assert not check_inclusion(index, size, leaf, [*path, root], root)
    assert not check_inclusion(index, size, leaf, path[:-1], root) or not path
    assert not check_inclusion(-1, size, leaf, path, root)


@given(pairs)
def test_consistency_is_proven_and_nothing_else(store, pair):
    old, new = pair
    path = prove_consistency(old, new, store)
    assert path == (subproof(old, 0, new, True) if old else [])
    assert check_consistency(old, new, mth(0, old), mth(0, new), path)
    assert not check_consistency(old, new, mth(0, old), leaf_hash(b"other"), path) or old == 0
    assert not check_consistency(old, new, leaf_hash(b"other"), mth(0, new), path)
    assert not check_consistency(old, new, mth(0, old), mth(0, new), [*path, mth(0, 1)])
    assert not path or not check_consistency(old, new, mth(0, old), mth(0, new), path[:-1])


@given(pairs, st.data())
def test_a_proof_with_any_bit_flipped_fails(store, pair, data):
    old, new = pair
    path = prove_consistency(old, new, store)
    if path:
        at, bit = data.draw(st.integers(0, len(path) - 1)), data.draw(st.integers(0, 255))
        path[at] = (int.from_bytes(path[at], "big") ^ (1 << bit)).to_bytes(32, "big")
        assert not check_consistency(old, new, mth(0, old), mth(0, new), path)


@settings(max_examples=30)
@given(st.lists(sizes, min_size=1, max_size=5).map(sorted))
def test_steps_of_any_length_write_the_same_files(store, steps):
    """An exporter that was behind by many heads, and one that never was, write the same bytes."""
    own, old = MemoryStore(), 0
    for size in steps:
        export(own, old, size, (entry(i) for i in range(old, size)))
        old = size
    assert own.files.items() <= store.files.items()
    assert root_from_tiles(old, own) == mth(0, old)


@given(st.lists(st.binary(max_size=300), max_size=300))
def test_bundles_come_back_as_they_went_in(entries):
    assert unpack(pack(entries)) == entries


def test_entries_are_read_from_the_full_bundle_where_the_partial_one_is_gone(store):
    own = MemoryStore()
    own.files = {path: blob for path, blob in store.files.items() if "000.p" not in path}
    assert read_entries(own, 0, 17) == [entry(i) for i in range(17)]
    assert root_from_tiles(200, own) == mth(0, 200)


def test_an_edge_that_does_not_fit_its_size_is_refused():
    edge = Edge.empty().push(bytes(32)).push(bytes(32)).push(bytes(32))
    for size, blob in ((2, edge.to_bytes()), (3, edge.to_bytes()[:-1]), (4, edge.to_bytes()), (-1, b"")):
        with pytest.raises(Malformed):
            Edge.from_bytes(size, blob)


@pytest.mark.clause("1.4.e")
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.binary())
def test_a_commitment_opens_only_with_its_salt_name_and_value(name, value):
    salt = new_salt()
    commitment = commit(salt, name, value)
    assert check_commitment(commitment, salt, name, value)
    assert not check_commitment(commitment, new_salt(), name, value)
    assert not check_commitment(commitment, salt, name + "x", value)
    assert not check_commitment(commitment, salt, name, value + b"\0")


def test_a_commitment_cannot_be_read_in_two_ways():
    salt = new_salt()
    with pytest.raises(Malformed, match="空字符"):
        commit(salt, "姓名\0x", b"")
    with pytest.raises(Malformed, match="32 字节"):
        commit(salt[:31], "姓名", b"")
