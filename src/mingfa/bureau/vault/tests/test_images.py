"""Thumbnails without metadata."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from mingfa.bureau.vault import BadPicture
from mingfa.bureau.vault.images import MOST_PIXELS, thumbnail

GPS = {1: "N", 2: (45.0, 30.0, 36.0), 3: "E", 4: (84.0, 15.0, 0.0)}


def picture(form: str = "JPEG", size: tuple[int, int] = (800, 600), mode: str = "RGB", **exif) -> io.BytesIO:
    image = Image.new(mode, size, "red" if mode != "P" else 3)
    image.paste("blue" if mode != "P" else 5, (0, 0, size[0], 10))
    data = image.getexif()
    for tag, value in exif.get("base", {}).items():
        data[tag] = value
    data.get_ifd(0x8769).update(exif.get("detail", {}))
    data.get_ifd(0x8825).update(exif.get("place", {}))
    out = io.BytesIO()
    image.save(out, form, exif=data) if exif else image.save(out, form)
    out.seek(0)
    return out


@pytest.mark.parametrize(
    ("form", "mode"),
    [
        ("JPEG", "RGB"),
        ("JPEG", "L"),
        ("JPEG", "CMYK"),
        ("PNG", "RGBA"),
        ("PNG", "P"),
        ("WEBP", "RGB"),
    ]
    + [("GIF", "P"), ("TIFF", "RGB"), ("TIFF", "1")],
)
def test_every_form_becomes_a_small_webp(form, mode):
    if mode == "1":
        out = io.BytesIO()
        Image.new(mode, (800, 600)).save(out, form)
        out.seek(0)
    else:
        out = picture(form, mode=mode)
    with Image.open(io.BytesIO(thumbnail(out, longest=200))) as small:
        assert (small.format, small.size) == ("WEBP", (200, 150))


def test_a_small_picture_is_not_blown_up():
    with Image.open(io.BytesIO(thumbnail(picture(size=(30, 20))))) as small:
        assert small.size == (30, 20)


@pytest.mark.clause("2.3.c")
def test_a_thumbnail_tells_no_place_and_stands_upright():
    source = picture(base={0x0112: 6, 0x010F: "示例牌".encode().decode("latin-1")}, place=GPS)
    assert Image.open(source).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    small = thumbnail(source)
    assert b"Exif" not in small and b"EXIF" not in small
    with Image.open(io.BytesIO(small)) as upright:
        assert upright.size == (360, 480)


def bomb(width: int, height: int) -> io.BytesIO:
    """A PNG of a few hundred bytes that says it is enormous."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(100_000))
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("size", [(MOST_PIXELS // 10, 11), (60_000, 60_000), (2**31 - 1, 2**31 - 1)])
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_a_bomb_is_not_decoded(size):
    with pytest.raises(BadPicture, match="尺寸过大") as refused:
        thumbnail(bomb(*size))
    assert "原件" in refused.value.todo


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        picture().getvalue()[:400],
        picture("PNG").getvalue()[:100],
        b"\0\0\0\x18ftypheic",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    ],
)
def test_what_cannot_be_decoded_is_said(content):
    with pytest.raises(BadPicture, match="损坏或者格式不受支持"):
        thumbnail(io.BytesIO(content))


DAMAGED = [
    picture(form, (60, 40), place=GPS, detail={0x9003: "x"}).getvalue()
    for form in ("JPEG", "PNG", "WEBP", "TIFF")
]


@pytest.mark.filterwarnings("ignore::UserWarning")
@settings(max_examples=150, deadline=None)
@given(st.sampled_from(DAMAGED), st.data())
def test_damage_anywhere_is_a_picture_or_a_refusal(content, data):
    hurt = bytearray(content)
    for _ in range(data.draw(st.integers(1, 4))):
        hurt[data.draw(st.integers(0, len(hurt) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(thumbnail(io.BytesIO(hurt)), bytes)
    except BadPicture as refused:
        assert refused.todo
