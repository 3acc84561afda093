"""What it costs to keep a file by its digest, beside plain copying and hashing of the same file in the same
run.

The baseline is what a careful person does by hand: `cp`, a sync of the file, then SHA-256 over the copy.
Run it alone with `python bench/vault.py [MiB]`; it prints JSON. Wall time, median of interleaved rounds,
files in the page cache.
"""

import hashlib
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mingfa.bureau.vault.files import FileVault

MEBIBYTES = 256
PHOTOS = 200
PHOTO = 256 << 10
ROUNDS = 5
SMALLEST = {"mebibytes": 2}


def run(mebibytes: int = MEBIBYTES) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        video = _file(folder / "video", os.urandom(1 << 20) * mebibytes)
        photos = [_file(folder / f"photo{n}", os.urandom(PHOTO)) for n in range(PHOTOS)]
        large = _compare(folder, [video])
        small = _compare(folder, photos)
        vault = FileVault(folder / "checked")
        kept = _keep(vault, [video])
        checked = min(_timed(lambda: vault.check(kept[0])) for _ in range(3))
    return {
        "video_mib": mebibytes,
        "video_baseline_mib_s": mebibytes / large["baseline"],
        "video_keep_mib_s": mebibytes / large["keep"],
        "video_keep_again_mib_s": mebibytes / large["again"],
        "video_ratio_to_baseline": large["keep"] / large["baseline"],
        "video_check_mib_s": mebibytes / checked,
        "photo_kib": PHOTO >> 10,
        "photo_baseline_per_s": PHOTOS / small["baseline"],
        "photo_keep_per_s": PHOTOS / small["keep"],
        "photo_ratio_to_baseline": small["keep"] / small["baseline"],
    }


def _compare(folder: Path, files: list[Path]) -> dict[str, float]:
    """Time by hand, keep, and keep again in turn, so that the disk's mood meets all alike."""
    times: dict[str, list[float]] = {"baseline": [], "keep": [], "again": []}
    for number in range(ROUNDS):
        vault = FileVault(folder / f"vault{number}")
        copies = folder / f"copies{number}"
        copies.mkdir()
        times["baseline"].append(_timed(lambda copies=copies: _copy_and_hash(copies, files)))
        times["keep"].append(_timed(lambda vault=vault: _keep(vault, files)))
        times["again"].append(_timed(lambda vault=vault: _keep(vault, files)))
        shutil.rmtree(vault.root)
        shutil.rmtree(copies)
    return {name: statistics.median(values) for name, values in times.items()}


def _copy_and_hash(folder: Path, files: list[Path]) -> None:
    for file in files:
        copy = folder / file.name
        shutil.copyfile(file, copy)
        with copy.open("rb") as written:
            os.fsync(written.fileno())
            hashlib.file_digest(written, "sha256")


def _keep(vault: FileVault, files: list[Path]) -> list[str]:
    kept = []
    for file in files:
        with file.open("rb") as stream:
            kept.append(vault.keep(stream).sha256)
    return kept


def _file(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    print(json.dumps(run(*map(int, sys.argv[1:])), indent=2))
