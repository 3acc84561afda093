"""An outside witness: it cosigns heads of known logs that extend what it cosigned before (C2SP tlog-witness).

A justice bureau, a procuratorate or a sister district runs it, sees three lines of text at a time, and
thereby makes it impossible to show one history to one person and another to the next.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from mingfa.tlog import Checkpoint, CosigningKey, LogError, Malformed, Untrusted, VerifierKey, open_note
from mingfa.tlog.encoding import decode_hash, decode_number, decode_text, encode64
from mingfa.tlog.note import split_note
from mingfa.witness.heads import HeadFile
from mingfa.witness.refusals import Refused, StateLost
from mingfa.witness.rules import extends

MAX_PROOF = 63
TEXT = "text/plain; charset=utf-8"
SIZE = "text/x.tlog.size"


@dataclass(frozen=True, slots=True)
class Reply:
    status: HTTPStatus
    body: str
    content_type: str = TEXT


@dataclass(frozen=True, slots=True)
class Request:
    """An add-checkpoint request taken apart, not yet judged."""

    old_size: int
    proof: tuple[bytes, ...]
    note: str
    checkpoint: Checkpoint


def make_request(old_size: int, proof: Sequence[bytes], note: str) -> bytes:
    """give the body with which a log asks a witness for its cosignature."""
    return "\n".join([f"old {old_size}", *map(encode64, proof), "", note]).encode()


def parse_request(body: bytes) -> Request:
    head, blank, note = decode_text(body).partition("\n\n")
    first, *lines = head.split("\n")
    if not blank or not first.startswith("old "):
        raise Malformed("请求应为“old 规模”、证明各行、空行和检查点")
    if len(lines) > MAX_PROOF:
        raise Malformed(f"证明超过 {MAX_PROOF} 行")
    proof = tuple(decode_hash(line) for line in lines)
    old_size = decode_number(first.removeprefix("old "))
    return Request(old_size, proof, note, Checkpoint.parse(split_note(note)[0]))


class Witness:
    """Keeps one checkpoint per log below `folder`; safe with several threads and processes."""

    def __init__(
        self,
        folder: Path,
        keys: Sequence[CosigningKey],
        logs: Sequence[VerifierKey],
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._keys = tuple(keys)
        self._logs = tuple(logs)
        self._clock = clock
        self._heads = {place(log.name): HeadFile(folder / place(log.name), "checkpoint") for log in logs}

    def add_checkpoint(self, body: bytes) -> Reply:
        """answer one request; what is cosigned is durable before this returns."""
        try:
            request = parse_request(body)
        except LogError as error:
            return Reply(HTTPStatus.BAD_REQUEST, f"{error}\n")
        origin = request.checkpoint.origin
        trusted = [log for log in self._logs if log.name == origin]
        if not trusted:
            return Reply(HTTPStatus.NOT_FOUND, f"本见证方不见证日志 {origin}\n")
        try:
            open_note(request.note, trusted)
        except Untrusted as error:
            return Reply(HTTPStatus.FORBIDDEN, f"{error}\n")
        if request.old_size > request.checkpoint.size:
            return Reply(HTTPStatus.BAD_REQUEST, "旧规模大于检查点的规模\n")
        return self._cosign(self._heads[place(origin)], request)

    def _cosign(self, head: HeadFile, request: Request) -> Reply:
        with head.locked():
            last = _checkpoint_in(head)
            cosigned_size = last.size if last else 0
            if request.old_size != cosigned_size:
                return Reply(HTTPStatus.CONFLICT, f"{cosigned_size}\n", SIZE)
            try:
                extends(last, request.checkpoint, request.proof)
            except Refused as refusal:
                return Reply(HTTPStatus.UNPROCESSABLE_ENTITY, f"{refusal.because}\n")
            now = int(self._clock())
            lines = "".join(key.cosign(request.checkpoint, now) for key in self._keys)
            head.write(_log_lines_only(request.note, request.checkpoint.origin) + lines)
            return Reply(HTTPStatus.OK, lines)

    def checkpoint(self, name: str) -> Reply:
        """give the last cosigned checkpoint of a log; `name` is the hex SHA-256 of its origin."""
        note = self._heads[name].read() if name in self._heads else None
        if note is None:
            return Reply(HTTPStatus.NOT_FOUND, "没有此日志的检查点\n")
        return Reply(HTTPStatus.OK, note)


def place(origin: str) -> str:
    return sha256(origin.encode()).hexdigest()


def _checkpoint_in(head: HeadFile) -> Checkpoint | None:
    note = head.read()
    if note is None:
        return None
    try:
        return Checkpoint.parse(split_note(note)[0])
    except LogError as error:
        raise StateLost(f"最后见证的检查点已损坏（{error}）") from None


def _log_lines_only(note: str, origin: str) -> str:
    """keep the log's own signatures; drop older cosignatures, and lines nobody here can vouch for."""
    text, _, lines = note.rpartition("\n\n")
    kept = [f"{line}\n" for line in lines.split("\n") if line.startswith(f"— {origin} ")]
    return f"{text}\n\n{''.join(kept)}"
