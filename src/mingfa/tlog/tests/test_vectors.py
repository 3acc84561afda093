"""The published vectors: RFC 6962's entries, signed-note's example, Tessera's words, our own 300 leaves."""

from hashlib import sha256

import pytest

from mingfa.tlog import (
    Checkpoint,
    Edge,
    FileStore,
    VerifierKey,
    check_consistency,
    check_inclusion,
    check_receipt,
    export,
    leaf_hash,
    make_receipt,
    open_note,
    prove_consistency,
    prove_inclusion,
    root_from_tiles,
    tile_path,
)
from mingfa.tlog.cosignature import cosigned_message
from mingfa.tlog.encoding import encode64
from mingfa.tlog.tiles import border_width, bundle_path, full_tiles, level_count, parse_path

TESSERA = (
    b"one two three four five six seven eit nain ten ileven twelf threeten fourten fivten"  # its own spelling
).split()


@pytest.fixture
def eight(vectors, tmp_path):
    entries = [bytes.fromhex(entry) for entry in vectors["rfc6962_8"]["entries_hex"]]
    store = FileStore(tmp_path)
    for size, entry in enumerate(entries):
        export(store, size, size + 1, [entry])
    return entries, store


def test_the_edge_has_the_roots_of_rfc6962(vectors):
    edge, roots = Edge.empty(), []
    for entry in ["", *vectors["rfc6962_8"]["entries_hex"]]:
        edge = edge.push(leaf_hash(bytes.fromhex(entry))) if roots else edge
        roots.append(edge.root().hex())
    assert roots == vectors["rfc6962_8"]["roots"]


def test_inclusion_paths_are_those_of_rfc6962(vectors, eight):
    entries, store = eight
    for case in vectors["rfc6962_8"]["inclusion"]:
        path = prove_inclusion(case["i"], case["size"], store)
        assert [step.hex() for step in path] == case["path"]
        root = bytes.fromhex(vectors["rfc6962_8"]["roots"][case["size"]])
        assert check_inclusion(case["i"], case["size"], leaf_hash(entries[case["i"]]), path, root)


def test_consistency_proofs_are_those_of_rfc6962(vectors, eight):
    roots = [bytes.fromhex(root) for root in vectors["rfc6962_8"]["roots"]]
    for case in vectors["rfc6962_8"]["consistency"]:
        path = prove_consistency(case["old"], case["new"], eight[1])
        assert [step.hex() for step in path] == case["path"]
        assert check_consistency(case["old"], case["new"], roots[case["old"]], roots[case["new"]], path)


def test_paths_are_those_of_tlog_tiles(vectors):
    for key, path in vectors["tile_paths"].items():
        level, n, width = key.split(",")
        if level == "entries":
            assert bundle_path(int(n), int(width)) == path
            assert parse_path(path) == (None, int(n), int(width))
        else:
            assert tile_path(int(level), int(n), int(width)) == path
            assert parse_path(path) == (int(level), int(n), int(width))


def test_partial_widths_are_those_of_tlog_tiles(vectors):
    for size, expected in vectors["partial_widths"].items():
        size = int(size)
        found = [
            [level, full_tiles(size, level), border_width(size, level)] for level in range(level_count(size))
        ]
        assert found == expected


def test_the_example_of_signed_note_opens(vectors):
    key = VerifierKey.parse(vectors["signed_note_spec"]["vkey"])
    opened = open_note(vectors["signed_note_spec"]["note"], [key])
    assert opened.text == "This is an example message.\n"
    assert [signature.key for signature in opened.signatures] == [key]


def test_tesseras_words_have_tesseras_root(tmp_path):
    store, edge = FileStore(tmp_path), Edge.empty()
    for size, word in enumerate(TESSERA):
        edge = edge.push(leaf_hash(word))
        assert export(store, size, size + 1, [word]) == edge.root()
    assert encode64(edge.root()) == "rKbDipCvhuX1GZ7g5BBe8sA6BbJ7ja/1nk427v383cs="
    assert store.read("tile/entries/000.p/15") == b"".join(bytes([0, len(word)]) + word for word in TESSERA)


@pytest.mark.clause("2.4.d")
def test_every_file_of_the_300_leaves_is_the_vectors(vectors, keys, log300):
    expected = vectors["log300"]["files_sha256"]
    assert {*log300.store.paths(), "checkpoint"} == set(expected)
    for path, (length, digest) in expected.items():
        blob = log300.store.read(path)
        assert (len(blob), sha256(blob).hexdigest()) == (length, digest), path
    assert log300.notes == {int(size): note for size, note in vectors["log300"]["checkpoints"].items()}
    assert (keys.log.vkey(), keys.witness.vkey()) == (
        vectors["log300"]["log_vkey"],
        vectors["log300"]["witness_vkey"],
    )


def test_receipt_and_consistency_are_the_vectors(vectors, keys, log300):
    receipt = make_receipt(299, prove_inclusion(299, 300, log300.store), log300.note)
    assert receipt == vectors["log300"]["receipt_299"]
    checked = check_receipt(receipt, b"leaf-299", keys.policy)
    assert (checked.index, checked.trusted.checkpoint) == (299, log300.head)
    path = prove_consistency(257, 300, log300.store)
    assert [step.hex() for step in path] == vectors["log300"]["consistency_257_300"]


def test_the_message_of_an_mldsa_cosignature_is_the_vectors(vectors, log300):
    case = vectors["mldsa44_cosigned_message"]
    head = Checkpoint(case["origin"], case["size"], root_from_tiles(case["size"], log300.store))
    assert cosigned_message(case["cosigner"], case["time"], head).hex() == case["message_hex"]
