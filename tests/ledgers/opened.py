"""A golden ledger in a folder of its own, and the commands of a program on it, each in its own process."""

import json
import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.guards.sources import ROOT

HERE = Path(__file__).parent
VERSIONS = sorted(one.parent.name for one in HERE.glob("*/data.tar.xz"))


@dataclass
class Opened:
    """A copy of a ledger, a program to open it with (a folder of packages; None is ours), more settings."""

    folder: Path
    program: Path | None = None
    more: dict[str, str] = field(default_factory=dict)

    def run(self, module: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("MINGFA_", "DJANGO_"))}
        path = [str(one) for one in (self.program, ROOT) if one is not None]
        environment = kept | {
            "MINGFA_DATA": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "mingfa.bureau.settings",
            "PYTHONPATH": os.pathsep.join(path),
        }
        return subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=environment | self.more,
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def mingfa(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("mingfa.commands", *arguments)

    def faults(self) -> list[str]:
        """Return what `verify` names; what waits to be done is none."""
        said = json.loads(self.mingfa("--json", "verify").stdout)
        return [f"{one['where']}：{one['what']}" for one in said["faults"] if one["where"] != "自动办理"]

    def differences(self) -> list[str]:
        said = json.loads(self.mingfa("--json", "rebuild", "--check").stdout)
        return [f"{one['where']}：{one['what']}" for one in said["differences"]]


def opened(version: str, folder: Path, program: Path | None = None) -> Opened:
    """Unpack the ledger of a version into a folder."""
    folder.mkdir()
    with tarfile.open(HERE / version / "data.tar.xz") as archive:
        archive.extractall(folder, filter="data")
    return Opened(folder, program)
