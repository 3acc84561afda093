"""Salted commitments: a leaf holds them instead of content, so that content can go and every proof stays.

Without its 256-bit salt a commitment is unguessable, even for a name and a number plate.
"""

import hmac
import os

from mingfa.tlog.errors import Malformed

SALT = 32


def new_salt() -> bytes:
    return os.urandom(SALT)


def commit(salt: bytes, name: str, value: bytes) -> bytes:
    """Return HMAC-SHA256(salt, name || 0x00 || value); `salt` is 32 bytes, `name` holds no NUL."""
    if len(salt) != SALT:
        raise Malformed("盐值应为 32 字节")
    if "\0" in name:
        raise Malformed("项目名称不得含有空字符")
    return hmac.digest(salt, name.encode() + b"\0" + value, "sha256")


def check_commitment(commitment: bytes, salt: bytes, name: str, value: bytes) -> bool:
    return hmac.compare_digest(commitment, commit(salt, name, value))
