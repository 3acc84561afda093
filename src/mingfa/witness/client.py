"""Asking a witness for its cosignature, as a log does after it signed a new head."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from mingfa.tlog import Checkpoint, LogError, VerifierKey, open_note
from mingfa.tlog.encoding import decode_number, decode_text
from mingfa.tlog.keys import signature_line
from mingfa.tlog.note import split_note
from mingfa.witness.witness import make_request

MAX_ANSWER = 64 * 1024

Prove = Callable[[int, int], list[bytes]]


class NotCosigned(Exception):
    """The witness gave no valid cosignature; the head stands, but nobody outside vouches for it yet."""


def ask(url: str, note: str, prove: Prove, key: VerifierKey, old_size: int = 0, timeout: float = 10) -> str:
    """give the witness's signature line for a signed head, ready to be put under the note.

    `url` is the witness's submission prefix; `prove(old, new)` gives a consistency proof; `old_size` is what
    the witness cosigned last, as far as we know: it corrects us. `timeout` in seconds. Raises NotCosigned.
    """
    text, _ = split_note(note)
    size = Checkpoint.parse(text).size
    status, answer = _post(url, make_request(old_size, prove(old_size, size), note), timeout)
    if status == HTTPStatus.CONFLICT:
        seen = _size_in(answer)
        if seen > size:
            raise NotCosigned(
                f"见证方已见证 {seen} 条，多于本日志的 {size} 条，请立即核查数据库是否由旧备份恢复"
            )
        status, answer = _post(url, make_request(seen, prove(seen, size), note), timeout)
    if status != HTTPStatus.OK:
        raise NotCosigned(f"见证方拒绝签署（{status}）：{answer.strip()}")
    return _line_of(key, f"{text}\n{answer}")


def _line_of(key: VerifierKey, cosigned: str) -> str:
    """give the witness's checked line alone: another line could spoil the note for every reader."""
    try:
        open_note(cosigned, [key])
        lines = split_note(cosigned)[1]
    except LogError as error:
        raise NotCosigned(f"见证方的签名不可信：{error}") from None
    own = next(line for line in lines if (line.name, line.key_id) == (key.name, key.id))
    return signature_line(own.name, own.key_id, own.payload)


def _size_in(answer: str) -> int:
    try:
        return decode_number(answer.removesuffix("\n"))
    except LogError:
        raise NotCosigned(f"见证方的答复无法识别：{answer.strip()}") from None


def _post(url: str, body: bytes, timeout: float) -> tuple[int, str]:
    try:
        with urlopen(Request(f"{url}/add-checkpoint", data=body, method="POST"), timeout=timeout) as answer:
            return answer.status, decode_text(answer.read(MAX_ANSWER))
    except HTTPError as error:
        return error.code, error.read(MAX_ANSWER).decode(errors="replace")
    except (URLError, OSError, LogError) as error:
        raise NotCosigned(f"无法联系见证方 {url}：{error}") from None
