"""The measurement of `bench.verify`, in its own process."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from statistics import median
from time import perf_counter, process_time
from typing import Any

from bench import _filing

from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import Item, Leaf
from mingfa.bureau.ledger.verify import verify

ROUNDS = 3


def measure(cases: int) -> dict[str, Any]:
    """Fill a ledger, then check it and hash it in turn."""
    stage, cast = _filing.bureau()
    _filing.fill(stage, cast, cases)
    parts = list(fetched())
    times: dict[str, list[tuple[float, float]]] = {"verify": [], "sha256": [], "read_and_sha256": []}
    for _ in range(ROUNDS):
        times["verify"].append(timed(check))
        times["sha256"].append(timed(lambda: bare(parts)))
        times["read_and_sha256"].append(timed(lambda: bare(fetched())))
    cpu = {name: median(pair[0] for pair in pairs) for name, pairs in times.items()}
    wall = {name: median(pair[1] for pair in pairs) for name, pairs in times.items()}
    return {
        "entries": reader.size(),
        "pieces": len(parts),
        "bytes": sum(map(len, parts)),
        "cpu_s": {name: round(value, 3) for name, value in cpu.items()},
        "wall_s": {name: round(value, 3) for name, value in wall.items()},
        "ratio_to_sha256": round(cpu["verify"] / cpu["sha256"], 2),
        "ratio_to_read_and_sha256": round(cpu["verify"] / cpu["read_and_sha256"], 2),
        "us_per_entry": round(wall["verify"] / reader.size() * 1e6, 1),
    }


def fetched() -> Iterator[bytes]:
    """Yield every entry and every item as bytes."""
    for entry in Leaf.objects.values_list("entry", flat=True).iterator(chunk_size=2000):
        yield bytes(entry)
    for salt, name, value in Item.objects.values_list("salt", "name", "value").iterator(chunk_size=2000):
        yield bytes(salt) + name.encode() + bytes(value)


def bare(parts: Iterable[bytes]) -> None:
    """Hash every piece once."""
    for part in parts:
        sha256(part).digest()


def check() -> None:
    """Check the whole ledger; it must be honest."""
    faults = [str(fault) for fault in verify()]
    if faults:
        raise SystemExit("\n".join(faults[:5]))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return (CPU, wall) seconds."""
    cpu, wall = process_time(), perf_counter()
    work()
    return process_time() - cpu, perf_counter() - wall
