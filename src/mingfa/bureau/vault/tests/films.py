"""Films made by ffmpeg at test time: a grey picture and a tone, as long as asked, in any container.

Each takes a moment: a test asks for it when it runs, never while tests are collected.
"""

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@cache
def film(seconds: float = 3, name: str = "film.mp4", *how: str) -> bytes:
    """Return the bytes of a film of so many seconds; the ending of `name` says which container."""
    picture = ["-f", "lavfi", "-i", f"color=gray:s=16x16:r=2:d={seconds}"]
    tone = ["-f", "lavfi", "-i", f"anullsrc=r=8000:cl=mono:d={seconds}"]
    return _made(name, [*picture, *tone, "-pix_fmt", "yuv420p", "-shortest", *how])


@cache
def sound(seconds: float = 3, name: str = "sound.wav") -> bytes:
    """Return the bytes of a tone."""
    return _made(name, ["-f", "lavfi", "-i", f"sine=r=8000:d={seconds}"])


@cache
def paused(seconds: int, start: int, end: int) -> bytes:
    """Return a film whose pictures stop from one second to another."""
    without = f"select='not(between(t,{start},{end}))'"
    return film(seconds, "paused.mp4", "-vf", without, "-vsync", "vfr")


def unfinished(seconds: float) -> bytes:
    """Return a film as a recorder leaves it whose battery was pulled: the index was never written."""
    whole = film(seconds)
    return whole[: whole.rindex(b"moov") - 4]


@cache
def cut_off(seconds: float) -> bytes:
    """Return a film with its index in front and the last third of its pictures missing."""
    noisy = ["-movflags", "+faststart", "-vf", "noise=alls=90:allf=t,scale=320:240"]
    whole = film(seconds, "f.mp4", *noisy)
    return whole[: len(whole) * 2 // 3]


def _made(name: str, how: list[str]) -> bytes:
    if shutil.which("ffmpeg") is None:
        pytest.skip("needs ffmpeg")
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        subprocess.run(["ffmpeg", "-v", "error", "-y", *how, str(path)], check=True)
        return path.read_bytes()
