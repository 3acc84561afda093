"""The log's speed, each figure beside bare `hashlib` SHA-256 over the same messages in the same run.

Run it alone with `python bench/tlog.py [LEAVES]`; it prints JSON. CPU seconds, best of three; export also
as wall time on the disk that holds the temporary folder.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from mingfa.tlog import (
    Checkpoint,
    Edge,
    FileStore,
    Policy,
    SigningKey,
    audit,
    check_inclusion,
    export,
    leaf_hash,
    leaf_hashes,
    prove_inclusion,
)

LEAVES = 200_000
ENTRY = 103
PROOFS = 500
SMALLEST = {"leaves": 1_000}


def run(leaves: int = LEAVES) -> dict[str, Any]:
    entries = [b"%0103d" % i for i in range(leaves)]
    messages = _messages(entries)
    all_bytes = b"".join(messages)
    bare = _best(lambda: [sha256(message).digest() for message in messages])
    stream = _best(lambda: sha256(all_bytes).digest())
    bare_leaves = _best(lambda: [sha256(message).digest() for message in messages[:leaves]])
    with tempfile.TemporaryDirectory() as folder:
        store = FileStore(Path(folder))
        log = _publish(store, entries)
        audited = _best(lambda: _all_is_well(store, log.policy))
        pushed = _best(lambda: _push_all(entries[: leaves // 4])) * 4
        proving = _best(lambda: _prove(store, leaves))
        checking = _best(lambda: _check(store, entries, log.root))
    return {
        "leaves": leaves,
        "entry_bytes": ENTRY,
        "baseline_hashlib_s": bare,
        "baseline_one_stream_s": stream,
        "audit_s": audited,
        "audit_us_per_leaf": audited / leaves * 1e6,
        "audit_ratio_to_hashlib": audited / bare,
        "audit_ratio_to_one_stream": audited / stream,
        "push_and_root_us_per_leaf": pushed / leaves * 1e6,
        "push_and_root_ratio_to_hashlib_leaf": pushed / bare_leaves,
        "export_cpu_s": log.cpu,
        "export_wall_s": log.wall,
        "export_leaves_per_s": leaves / log.wall,
        "export_ratio_to_hashlib": log.cpu / bare,
        "prove_inclusion_us": proving / PROOFS * 1e6,
        "check_inclusion_us": checking / PROOFS * 1e6,
    }


class _Published:
    def __init__(self, policy: Policy, root: bytes, cpu: float, wall: float) -> None:
        self.policy, self.root, self.cpu, self.wall = policy, root, cpu, wall


def _messages(entries: list[bytes]) -> list[bytes]:
    """Return every message that a log of these entries must hash: the leaves first, then the nodes."""
    messages = [b"\0" + entry for entry in entries]
    hashes = leaf_hashes(entries)
    while len(hashes) > 32:
        pairs = len(hashes) // 64 * 64
        nodes = [b"\1" + hashes[at : at + 64] for at in range(0, pairs, 64)]
        messages += nodes
        hashes = b"".join(sha256(node).digest() for node in nodes) + hashes[pairs:]
    return messages


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _publish(store: FileStore, entries: list[bytes]) -> _Published:
    key = SigningKey.generate("log.example.cn/bench")
    cpu, wall = time.process_time(), time.perf_counter()
    root = export(store, 0, len(entries), entries)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    store.write_checkpoint(key.sign(Checkpoint(key.name, len(entries), root).text()).encode())
    return _Published(Policy.of(key.vkey()), root, cpu, wall)


def _all_is_well(store: FileStore, policy: Policy) -> None:
    if findings := audit(store, policy):
        raise SystemExit(f"the bench's own log is not well: {findings[0]}")


def _push_all(entries: list[bytes]) -> None:
    edge = Edge.empty()
    for entry in entries:
        edge = edge.push(leaf_hash(entry))
        edge.root()


def _places(size: int) -> list[int]:
    return [i * 7919 % size for i in range(PROOFS)]


def _prove(store: FileStore, size: int) -> None:
    for index in _places(size):
        prove_inclusion(index, size, store)


def _check(store: FileStore, entries: list[bytes], root: bytes) -> None:
    size = len(entries)
    path = prove_inclusion(size // 2, size, store)
    leaf = leaf_hash(entries[size // 2])
    for _ in range(PROOFS):
        check_inclusion(size // 2, size, leaf, path, root)


if __name__ == "__main__":
    print(json.dumps(run(*map(int, sys.argv[1:])), indent=1))
