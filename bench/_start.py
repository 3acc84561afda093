"""A measurement in a process of its own, with its own empty data folder: a process has one database."""

import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import django
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent


def measured(module: str, sizes: Sequence[int], **environment: str) -> dict[str, Any]:
    """Run `measure(*sizes)` of a module in a new process on an empty database."""
    with tempfile.TemporaryDirectory(prefix="mingfa-bench-") as folder:
        own = {
            "MINGFA_DATA": folder,
            "MINGFA_DATABASE": "",
            "DJANGO_SETTINGS_MODULE": "mingfa.bureau.settings",
        }
        command = [sys.executable, "-m", "bench._start", module, *map(str, sizes)]
        done = subprocess.run(
            command, cwd=ROOT, env={**os.environ, **own, **environment}, stdout=subprocess.PIPE, check=True
        )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main(module: str, *sizes: str) -> None:
    django.setup()
    call_command("migrate", verbosity=0)
    print(json.dumps(importlib.import_module(module).measure(*map(int, sizes))))


if __name__ == "__main__":
    main(*sys.argv[1:])
