"""Fetching the free fonts: `python -m mingfa.bureau.papers.fonts`, once on each machine.

Fandol (仿宋, 黑体, 楷体, 宋体; GPL with font exception) comes out of a Debian package that is unpacked, not
installed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from .typefaces import FETCHED

_PACKAGE = "texlive-lang-chinese"
_WANTED = (
    "FandolFang-Regular",
    "FandolHei-Regular",
    "FandolKai-Regular",
    "FandolSong-Regular",
    "FandolSong-Bold",
)


def fetch(into: Path = FETCHED) -> bool:
    """Fetch the Fandol fonts and their licence into a folder; tell whether they are there now.

    Without apt or network nothing changes.
    """
    if _complete(into):
        return True
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        return False
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if not _download(folder):
            return False
        unpacked = folder / "unpacked"
        package = next(folder.glob("*.deb"))
        if subprocess.run(["dpkg-deb", "-x", str(package), str(unpacked)]).returncode != 0:
            return False
        into.mkdir(parents=True, exist_ok=True)
        for path in unpacked.glob("usr/share/doc/texlive-doc/fonts/fandol/*"):
            _keep(path, into / f"Fandol-{path.name}")
        for path in unpacked.rglob("*.otf"):
            if path.stem in _WANTED:
                _keep(path, into / path.name)
    return _complete(into)


def _keep(source: Path, target: Path) -> None:
    """Copy under another name first: a crash leaves no half font under the right one."""
    part = target.with_suffix(".part")
    shutil.copy(source, part)
    part.replace(target)


def _complete(folder: Path) -> bool:
    return all((folder / f"{name}.otf").is_file() for name in _WANTED)


def _download(folder: Path) -> bool:
    """Download the package; where the lists are missing, refresh them once (only root may)."""
    command = ["apt-get", "download", "-qq", _PACKAGE]
    if subprocess.run(command, cwd=folder, capture_output=True).returncode == 0:
        return True
    if os.geteuid() != 0:
        return False
    subprocess.run(["apt-get", "update", "-qq"], capture_output=True)
    return subprocess.run(command, cwd=folder, capture_output=True).returncode == 0


def main() -> int:
    """Fetch the fonts for the command line: exit 0 when they are there."""
    done = fetch()
    print(f"字体已就绪：{FETCHED}" if done else "未能取得 Fandol 字体，文书正文将以 Noto 宋体代替。")
    return 0 if done else 1


if __name__ == "__main__":
    sys.exit(main())
