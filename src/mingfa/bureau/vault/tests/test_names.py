"""File names as people and attackers give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.vault.names import MOST_BYTES, MOST_CHARACTERS, disposition, safe_name


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("现场照片.jpg", "现场照片.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\案卷\\照片.JPG", "照片.JPG"),
        ("/照片/", "照片"),
        ("..", "未命名"),
        ("....", "未命名"),
        ("", "未命名"),
        ("   ", "未命名"),
        ("/", "未命名"),
        (".bashrc", "bashrc"),
        ("照片.jpg.", "照片.jpg"),
        ("a\0b\r\nc.txt", "abc.txt"),
        ("发票\u202egpj.exe", "发票gpj.exe"),
        ("零\u200b宽\ufeff.pdf", "零宽.pdf"),
        ("a  b \u3000 c.txt", "a b c.txt"),
        ('说明<1>:"二"|?*.txt', "说明_1___二____.txt"),
        ("CON.txt", "_CON.txt"),
        ("lpt1", "_lpt1"),
        ("e\u0301.png", "é.png"),
        ("ئالىم.jpg", "ئالىم.jpg"),
        ("第1.2版说明", "第1.2版说明"),
    ],
)
def test_names(raw, safe):
    assert safe_name(raw) == safe


@pytest.mark.parametrize("long", ["a" * 200 + ".jpeg", "明" * 200 + ".jpeg", "𠅤" * 200 + ".jpeg"])
def test_long_names_keep_their_extension(long):
    safe = safe_name(long)
    assert safe.endswith(long[0] + ".jpeg")
    assert len(safe) <= MOST_CHARACTERS and len(safe.encode()) <= MOST_BYTES


def test_what_is_no_extension_is_cut():
    assert len(safe_name("a." + "b" * 200)) == MOST_CHARACTERS


@given(st.text(max_size=300))
def test_any_name_is_made_safe_once_and_for_all(raw):
    safe = safe_name(raw)
    assert safe and not set(safe) & set('/\\<>:"|?*\0\n\r\u202e')
    assert safe not in (".", "..") and not safe.startswith(".")
    assert len(safe) <= MOST_CHARACTERS + 1 and len(safe.encode()) < 255
    assert safe_name(safe) == safe


def test_disposition():
    assert disposition("现场 1.jpg", inline=True) == (
        "inline; filename=\"__ 1.jpg\"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA%201.jpg"
    )
    assert disposition('a"; x=y\r\nSet-Cookie: b', inline=False).startswith('attachment; filename="a_; x=y')


@given(st.text(max_size=200))
def test_a_header_stays_one_header(raw):
    header = disposition(raw, inline=False)
    assert header.isascii() and header.isprintable()
    assert header.count('"') == 2
