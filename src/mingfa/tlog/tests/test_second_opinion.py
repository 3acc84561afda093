"""Our logs read by tlog-scales, an implementation by others: roots, proofs, all three kinds of signature."""

import pytest
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import MLDSA44CosignatureSigner, PlainEd25519Signer, Vkey, VkeySet
from tlog_scales.tlog import Checkpoint as TheirCheckpoint

from mingfa.tlog import (
    CosigningKey,
    Kind,
    Policy,
    check_consistency,
    check_inclusion,
    leaf_hash,
    prove_consistency,
    prove_inclusion,
)


@pytest.fixture
def theirs(log300):
    reader = TilesReader(LocalBackend(log300.folder))
    return reader, reader.get_checkpoint()


def test_they_find_our_root_and_entries(theirs, log300):
    reader, head = theirs
    assert (head.origin, head.size) == (log300.head.origin, 300)
    assert reader.calculate_root_hash() == head.root_hash == log300.head.root
    assert [reader.get_entry(i) for i in (0, 255, 256, 299)] == [
        log300.entries[i] for i in (0, 255, 256, 299)
    ]


def test_they_make_the_proofs_we_make(theirs, log300):
    reader, head = theirs
    for index in (0, 1, 255, 256, 298, 299):
        proof = reader.get_inclusion_proof(index, 300)
        assert proof.node_hashes == prove_inclusion(index, 300, log300.store)
        proof.check(leaf_hash(log300.entries[index]), head.root_hash)
        leaf = leaf_hash(log300.entries[index])
        assert check_inclusion(index, 300, leaf, proof.node_hashes, head.root_hash)
    for old in (1, 255, 256, 257, 299, 300):
        proof = reader.get_consistency_proof(old, 300)
        assert proof.node_hashes == prove_consistency(old, 300, log300.store)
        root = reader.mth(0, old)
        assert check_consistency(old, 300, root, head.root_hash, proof.node_hashes)


def test_they_accept_all_three_kinds_of_our_signatures(theirs, log300, keys):
    second = CosigningKey.from_seed(keys.log.name, bytes(32), Kind.COSIGNATURE_PQ)
    note = log300.note + second.cosign(log300.head, 1_700_000_000)
    head = TheirCheckpoint.from_text(note)
    vkeys = [Vkey.from_string(key.vkey()) for key in (keys.log, keys.witness, second)]
    assert {vkey for vkey, _ in VkeySet(*vkeys).verify(head.signatures, head)} == set(vkeys)


def test_we_accept_their_signatures(log300):
    plain, quantum = (
        PlainEd25519Signer("log.example.cn/b", bytes(32)),
        MLDSA44CosignatureSigner("w", bytes(32)),
    )
    note = TheirCheckpoint.make_signed(
        "log.example.cn/b", 300, log300.head.root, [plain, quantum]
    ).serialize()
    policy = Policy.parse(f"log {plain.vkey.serialize()}\nwitness w {quantum.vkey.serialize()}\nquorum w\n")
    trusted = policy.check(note)
    assert trusted.checkpoint.root == log300.head.root
    assert [signature.key.kind for signature in trusted.witnesses] == [Kind.COSIGNATURE_PQ]
