"""Signed notes, read strictly (C2SP signed-note).

- lines of unknown keys are ignored, but must be well formed
- a known key whose signature does not hold rejects the whole note
- a note without any signature of a known key is rejected
"""

from collections.abc import Iterable
from dataclasses import dataclass

from mingfa.tlog.checkpoint import check_name
from mingfa.tlog.encoding import decode64
from mingfa.tlog.errors import Malformed, Untrusted
from mingfa.tlog.keys import VerifierKey

MAX_NOTE = 1_000_000
MAX_LINES = 100


@dataclass(frozen=True, slots=True)
class Line:
    """One signature line, not yet checked."""

    name: str
    key_id: bytes
    payload: bytes


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature that holds; `time` in Unix seconds for cosignatures."""

    key: VerifierKey
    time: int | None


@dataclass(frozen=True, slots=True)
class OpenedNote:
    text: str
    signatures: tuple[Signature, ...]


def split_note(note: str) -> tuple[str, list[Line]]:
    """Take a note apart without trusting it: its text and its signature lines."""
    if len(note) > MAX_NOTE:
        raise Malformed("签名文本过长")
    if any(c < " " and c != "\n" or "\ud800" <= c <= "\udfff" for c in note):
        raise Malformed("签名文本含有不允许的字符")
    at = note.rfind("\n\n")
    if at < 0 or not note.endswith("\n"):
        raise Malformed("签名文本缺少空行或结尾换行")
    lines = note[at + 2 : -1].split("\n")
    if len(lines) > MAX_LINES:
        raise Malformed(f"签名超过 {MAX_LINES} 行")
    return note[: at + 1], [_parse_line(line) for line in lines]


def _parse_line(line: str) -> Line:
    parts = line.split(" ")
    if len(parts) != 3 or parts[0] != "—":
        raise Malformed("签名行应为“— 名称 签名”")
    check_name(parts[1])
    blob = decode64(parts[2])
    if len(blob) < 5:
        raise Malformed("签名行过短")
    return Line(parts[1], blob[:4], blob[4:])


def open_note(note: str, keys: Iterable[VerifierKey]) -> OpenedNote:
    """Check a note; raises Malformed or Untrusted. Each key counts once, however many lines it has."""
    known = {(key.name, key.id): key for key in keys}
    text, lines = split_note(note)
    held: dict[VerifierKey, Signature] = {}
    for line in lines:
        key = known.get((line.name, line.key_id))
        if key is not None:
            held[key] = Signature(key, key.check(text, line.payload))
    if not held:
        raise Untrusted("没有任何受信任密钥的签名")
    return OpenedNote(text, tuple(held.values()))
