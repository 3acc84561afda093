"""The log of the vectors: 300 leaves, published at five sizes, with one witness."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from mingfa.tlog import Checkpoint, CosigningKey, FileStore, Policy, SigningKey, export, publish

SIZES = (1, 255, 256, 257, 300)


@pytest.fixture(scope="session")
def vectors():
    return json.loads(Path(__file__).with_name("tlog_vectors.json").read_text())


@pytest.fixture(scope="session")
def keys(vectors):
    v = vectors["log300"]
    log = SigningKey.from_seed("log.example.cn/disclosure", bytes.fromhex(v["log_seed"]))
    witness = CosigningKey.from_seed("witness.example.cn/w1", bytes.fromhex(v["witness_seed"]))
    policy = Policy.parse(f"log {log.vkey()}\nwitness w {witness.vkey()}\nquorum w\n")
    return SimpleNamespace(log=log, witness=witness, policy=policy)


@pytest.fixture
def log300(tmp_path, keys, vectors):
    """The vectors' log, published at five sizes."""
    store, entries, old, notes = FileStore(tmp_path / "log"), [b"leaf-%d" % i for i in range(300)], 0, {}
    for size in SIZES:
        head = Checkpoint(keys.log.name, size, export(store, old, size, entries[old:size]))
        note = keys.log.sign(head.text()) + keys.witness.cosign(head, vectors["log300"]["cosign_time"])
        publish(store, note, keys.policy)
        old, notes[size] = size, note
    return SimpleNamespace(
        store=store, folder=tmp_path / "log", entries=entries, notes=notes, note=notes[300], head=head
    )
