"""How much is lost and how long it takes (RPO, RTO): the drill of tests/servers/test_drill.py, with figures.

Baseline in the same run: copying the data folder file by file, which is quick and loses the newest acts.
Run it with `mingfa bench drill`. RPO is the time between the begin of the backup and the loss
of the machine, in acts what was acknowledged and is not in the backup; RTO runs from the first command
after the loss to the next receipt.
"""

import json
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

from bench._drill import Machine, drill, written

SMALLEST: dict[str, object] = {"cases": 6}


def run(cases: int = 60) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for left in ("logs", "mirror"):
        with tempfile.TemporaryDirectory(prefix="mingfa-drill-") as place:
            folder = Path(place)
            old, new = Machine(folder / "old"), Machine(folder / "new")
            found[left] = drill(folder, old, new, left, cases).figures
    with tempfile.TemporaryDirectory(prefix="mingfa-drill-") as place:
        folder = Path(place)
        machine = Machine(folder / "old")
        machine.run("demo", "--no-serve", "--cases", cases)
        begun = time.monotonic()
        shutil.copytree(machine.data, folder / "copy")
        copied = time.monotonic() - begun
        begun = time.monotonic()
        machine.run("backup", folder / "set.mingfa", *written(folder))
        found["copy_seconds"], found["backup_seconds"] = round(copied, 2), round(time.monotonic() - begun, 2)
        found["ratio"] = round(found["backup_seconds"] / max(copied, 0.001), 1)
    return found


if __name__ == "__main__":
    print(json.dumps(run(), indent=1, ensure_ascii=False))
