"""Runs a media tool on one file of the vault, shut in: recordings come from strangers, decoders have faults.

The tool sees the file as `/in` and nothing else of the machine: no network, no home, no other file, little
time, a bounded memory. By bubblewrap; without it by Landlock (kernel 5.13); without both no tool
is run, and `how()` says so. ffmpeg is only called: none of it is linked into the product.
"""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from mingfa.bureau.vault.film import landlock

SECONDS, MEMORY, WRITTEN = 120, 1_500_000_000, 2_000_000_000
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


class NoTool(Exception):
    """The tool is not installed, or nothing is here that could shut it in. `str()` says what to install."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a tool ended (-1: it took too long) and what it wrote."""

    code: int
    out: str
    err: str


@cache
def how() -> str:
    """Say how tools are shut in here: `bubblewrap`, `landlock`, or nothing (and then none is run)."""
    if shutil.which("bwrap") and _inside(["true"], Path("/dev/null")).code == 0:
        return "bubblewrap"
    return "landlock" if landlock.version() > 0 else ""


def run(tool: str, arguments: list[str], file: Path) -> Ran:
    """Run a tool on a file, which it finds as the last of its arguments; raise `NoTool` where that cannot be.

    Whatever the file does to the tool (a crash, an endless loop, too much memory) is an answer, not an error.
    """
    if shutil.which(tool) is None:
        raise NoTool(f"没有安装 {tool}。请安装：sudo apt install -y ffmpeg bubblewrap")
    if how() == "bubblewrap":
        return _inside([tool, *arguments, "/in"], file)
    if how() == "landlock":
        script = [sys.executable, "-I", "-S", landlock.__file__, str(file), "--"]
        return _limited([*script, tool, *arguments, str(file)])
    raise NoTool("没有可用的隔离措施，不运行媒体工具。请安装：sudo apt install -y bubblewrap")


def _inside(command: list[str], file: Path) -> Ran:
    """Run a command in a room of its own: system files to read, the file as `/in`, nothing to write."""
    room = ["bwrap", "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    for name, value in _ENVIRONMENT.items():
        room += ["--setenv", name, value]
    room += ["--ro-bind", "/usr", "/usr", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"]
    room += ["--symlink", "usr/bin", "/bin", "--ro-bind-try", "/etc/alternatives", "/etc/alternatives"]
    room += ["--dir", "/tmp", "--proc", "/proc", "--dev", "/dev", "--ro-bind", str(file), "/in"]
    return _limited([*room, "--chdir", "/tmp", "--", *command])


def _limited(command: list[str]) -> Ran:
    limits = [f"--as={MEMORY}", f"--cpu={SECONDS}", f"--fsize={WRITTEN}", "--nofile=64", "--core=0"]
    try:
        done = subprocess.run(
            ["nice", "-n", "10", "prlimit", *limits, "--", *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS * 2,
            env=_ENVIRONMENT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Ran(-1, "", "timeout")
    return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
