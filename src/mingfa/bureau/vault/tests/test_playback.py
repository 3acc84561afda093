"""Range requests as RFC 9110 §14 reads them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.vault.playback import Span, Unsatisfiable, chunks, span_of


@pytest.mark.clause("2.4.d")
@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("bytes=0-499", 0, 499),
        ("bytes=500-999", 500, 999),
        ("bytes=0-0", 0, 0),
        ("bytes=9500-", 9500, 9999),
        ("bytes=-500", 9500, 9999),
        ("bytes=-20000", 0, 9999),
        ("bytes=0-", 0, 9999),
        ("bytes=9999-100000", 9999, 9999),
        ("bytes= 3-4 ", 3, 4),
    ],
)
def test_one_range(header, first, last):
    span = span_of(header, 10_000)
    assert span == Span(first, last, 10_000)
    assert span.length == last - first + 1
    assert span.content_range == f"bytes {first}-{last}/10000"


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-4",
        "bytes=0-1,3-4",
        "items=0-1",
        "bytes=0x1-2",
    ]
    + ["bytes=" + "9" * 40 + "-", "bytes=-1-2", "bytes=１-２"],
)
def test_the_whole_file(header):
    assert span_of(header, 10_000) is None


@pytest.mark.parametrize("header", ["bytes=10000-", "bytes=10000-10001", "bytes=-0"])
def test_outside(header):
    with pytest.raises(Unsatisfiable) as refused:
        span_of(header, 10_000)
    assert refused.value.content_range == "bytes */10000"


def test_an_empty_file_has_no_range():
    with pytest.raises(Unsatisfiable):
        span_of("bytes=0-", 0)


def test_if_range_of_another_version_gives_the_whole_file():
    assert span_of("bytes=0-1", 9, if_range='"old"', etag='"new"') is None
    assert span_of("bytes=0-1", 9, if_range='"new"', etag='"new"') == Span(0, 1, 9)


@given(st.binary(min_size=1, max_size=300), st.data())
def test_the_pieces_are_the_slice(content, data):
    first = data.draw(st.integers(0, len(content) - 1))
    last = data.draw(st.integers(first, len(content) - 1))
    pieces = list(chunks(io.BytesIO(content), Span(first, last, len(content)), chunk=7))
    assert b"".join(pieces) == content[first : last + 1]


def test_the_file_is_closed_when_the_listener_goes():
    file = io.BytesIO(bytes(100))
    pieces = chunks(file, Span(0, 99, 100), chunk=10)
    next(pieces)
    pieces.close()
    assert file.closed
