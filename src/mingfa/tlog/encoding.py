"""Strict base64 and decimal numbers, as C2SP signed-note and tlog-checkpoint demand.

One value has one spelling. Otherwise a receipt could be altered without the alteration being seen.
"""

import base64
import binascii

from mingfa.tlog.errors import Malformed

MAX_SIZE = 2**63 - 1


def encode64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def decode64(text: str) -> bytes:
    """Decode standard padded base64 and refuse every other spelling of the same bytes."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("base64 编码无效") from None
    if encode64(data) != text:
        raise Malformed("base64 编码不是规范写法")
    return data


def decode_hash(text: str) -> bytes:
    data = decode64(text)
    if len(data) != 32:
        raise Malformed("哈希值应为 32 字节")
    return data


def decode_number(text: str) -> int:
    """Read an ASCII decimal without sign or leading zeros, at most 2^63-1."""
    plain = text.isascii() and text.isdigit() and len(text) <= 19
    if not plain or (text[0] == "0" and text != "0") or int(text) > MAX_SIZE:
        raise Malformed("数字写法无效")
    return int(text)


def decode_text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Malformed("文本不是有效的 UTF-8 编码") from None
