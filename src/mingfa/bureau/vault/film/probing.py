"""Measures a recording with ffprobe: what it holds, how long it runs, where it breaks off (plan 2.2.a).

What is found are facts for a person; nothing is refused because of them here. What the container says of
when it was made is a claim: many recorders write local time as if it were UTC, and phones write the end.
"""

import json
import re
import statistics
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from mingfa.bureau.vault.film.confined import NoTool, Ran, run

FORMATS = "mov,mp4,m4a,3gp,3g2,mj2,avi,matroska,webm,mpeg,mpegts,wav,mp3,aac,amr,flv,asf"
_GUARDED = ["-v", "error", "-protocol_whitelist", "file", "-format_whitelist", FORMATS]
# A distance between frames is a break where it is five times the usual one and half a second.
TIMES, LEAST = 5, 0.5
UNREADABLE = "文件无法解析，不能播放。"
NO_INDEX = "录像没有正常结束（缺少索引），无法播放。"
CUT_OFF = "文件不完整，后段内容缺失。"
NO_TRACKS = "文件中既没有画面，也没有声音。"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a tool found of a recording. Times in milliseconds from its begin; `trouble` is for the person."""

    tool: str
    milliseconds: int | None = None
    picture: str = ""
    sound: str = ""
    size: str = ""
    claimed_at: datetime | None = None
    breaks: tuple[tuple[int, int], ...] = ()
    trouble: str = ""


@cache
def tool() -> str:
    """Return which ffprobe measures here, with its version. Raises `NoTool`."""
    told = re.match(r"ffprobe version (\S+)", run("ffprobe", ["-version"], Path("/dev/null")).out)
    return f"ffprobe {told[1]}" if told else "ffprobe"


def measure(file: Path) -> Facts:
    """Measure one recording; raises `NoTool` where no tool can be run, and never for what the file is."""
    name = tool()
    ran = run("ffprobe", [*_GUARDED, "-show_format", "-show_streams", "-of", "json"], file)
    found = _read(ran)
    streams = found.get("streams", [])
    picture, sound = _stream(streams, "video"), _stream(streams, "audio")
    if picture is None and sound is None:
        return Facts(name, trouble=_why(ran, streams))
    times, errors = _packets(file, picture or sound or {})
    length = _length(found, times)
    return Facts(
        tool=name,
        milliseconds=round(length * 1000) if length is not None else None,
        picture=_codec(picture),
        sound=_codec(sound),
        size=f"{picture.get('width')}×{picture.get('height')}" if picture else "",
        claimed_at=_claim(found),
        breaks=_breaks(times),
        trouble=CUT_OFF if errors or _ends_early(length, times) else "",
    )


def _read(ran: Ran) -> dict[str, Any]:
    try:
        found = json.loads(ran.out or "{}")
    except json.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _why(ran: Ran, streams: list[Any]) -> str:
    if "moov atom not found" in ran.err:
        return NO_INDEX
    return NO_TRACKS if ran.code == 0 and not streams else UNREADABLE


def _stream(streams: list[dict[str, Any]], kind: str) -> dict[str, Any] | None:
    """Return the first stream of a kind; a cover picture is none."""
    for one in streams:
        if one.get("codec_type") == kind and not one.get("disposition", {}).get("attached_pic"):
            return one
    return None


def _codec(stream: dict[str, Any] | None) -> str:
    return str(stream.get("codec_name", "")) if stream else ""


def _packets(file: Path, stream: dict[str, Any]) -> tuple[list[float], bool]:
    """Return the times of a stream's packets, in order, and whether the file ended in the middle of one."""
    wanted = ["-select_streams", str(stream.get("index", 0)), "-show_entries", "packet=pts_time,dts_time"]
    ran = run("ffprobe", [*_GUARDED, *wanted, "-of", "csv=p=0"], file)
    times = []
    for line in ran.out.splitlines():
        known = [part for part in line.split(",") if re.fullmatch(r"-?\d+(\.\d+)?", part)]
        times += [float(known[0])] if known else []
    ended = re.search(r"partial file|truncat|end of file|Error reading|EOF", ran.err, re.IGNORECASE)
    return sorted(times), ran.code != 0 or ended is not None


def _length(found: dict[str, Any], times: list[float]) -> float | None:
    """Return the seconds from the first packet to the end of the last of those that are really there."""
    told = found.get("format", {}).get("duration")
    if not times:
        return float(told) if told else None
    step = statistics.median(b - a for a, b in zip(times, times[1:], strict=False)) if len(times) > 1 else 0.0
    there = times[-1] - times[0] + step
    return float(told) if told and there - step <= float(told) <= there else there


def _ends_early(length: float | None, times: list[float]) -> bool:
    return length is None and not times


def _breaks(times: list[float]) -> tuple[tuple[int, int], ...]:
    """Return where frames are missing, by the distance of those that are there (recording.md §3.3)."""
    steps = [(a, b) for a, b in zip(times, times[1:], strict=False) if b > a]
    if len(steps) < 2:
        return ()
    usual = statistics.median(b - a for a, b in steps)
    first = times[0]
    return tuple(
        (round((a - first) * 1000), round((b - first) * 1000))
        for a, b in steps
        if b - a > max(TIMES * usual, LEAST)
    )


def _claim(found: dict[str, Any]) -> datetime | None:
    """Return when the container says that it was made, if it says so: a phone's own tag knows its zone."""
    tags = {str(k).lower(): str(v) for k, v in found.get("format", {}).get("tags", {}).items()}
    for name in ("com.apple.quicktime.creationdate", "creation_time"):
        try:
            at = datetime.fromisoformat(re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", tags[name]))
        except (KeyError, ValueError):
            continue
        at = at if at.tzinfo else at.replace(tzinfo=UTC)
        if at.year > 1971:
            return at
    return None


__all__ = ["CUT_OFF", "NO_INDEX", "NO_TRACKS", "UNREADABLE", "Facts", "NoTool", "measure", "tool"]
