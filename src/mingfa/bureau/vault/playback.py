"""HTTP ranges (RFC 9110 §14), so that a recording can be opened at once and at any minute (plan 2.4.d)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_ONE_RANGE = re.compile(r"bytes=\s*(?:(\d{1,18})-(\d{0,18})|-(\d{1,18}))\s*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Span:
    """Bytes `first` to `last`, both included, of a file of `size` bytes."""

    first: int
    last: int
    size: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    @property
    def content_range(self) -> str:
        return f"bytes {self.first}-{self.last}/{self.size}"


class Unsatisfiable(Exception):
    """The range lies outside the file: answer 416 with `content_range`."""

    def __init__(self, size: int) -> None:
        super().__init__(f"range outside a file of {size} bytes")
        self.content_range = f"bytes */{size}"


def span_of(
    header: str | None, size: int, *, if_range: str | None = None, etag: str | None = None
) -> Span | None:
    """Read a Range header; None means: answer 200 with the whole file.

    That is so for no header, for several ranges or an unknown unit (a server may ignore them), and when
    If-Range names another version than `etag` (strong, quotes included).
    """
    found = _ONE_RANGE.fullmatch(header or "")
    if not found or (if_range is not None and if_range != etag):
        return None
    first, last, final = found.groups()
    if final is not None:
        first, last = max(0, size - int(final)), size - 1
    else:
        first, last = int(first), min(int(last or size - 1), size - 1)
        if found[2] and int(found[2]) < first:
            return None
    if first >= size or last < first:
        raise Unsatisfiable(size)
    return Span(first, last, size)


def chunks(file: BinaryIO, span: Span, *, chunk: int = 256 << 10) -> Iterator[bytes]:
    """Give the bytes of the span in pieces, and close the file at the end, also when the listener goes away
    early.
    """
    with file:
        file.seek(span.first)
        left = span.length
        while left and (piece := file.read(min(chunk, left))):
            left -= len(piece)
            yield piece
