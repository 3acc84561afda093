"""A key's 32-byte seed in a file that only its owner may read."""

import os
from pathlib import Path

from mingfa.tlog.encoding import decode_hash, encode64
from mingfa.tlog.errors import Malformed
from mingfa.tlog.store import replace_durably
from mingfa.witness.refusals import StateLost


def load_seed(file: Path) -> bytes | None:
    try:
        return decode_hash(file.read_text("ascii").strip())
    except FileNotFoundError:
        return None
    except (Malformed, UnicodeDecodeError):
        raise StateLost(f"密钥文件 {file.name} 已损坏") from None


def create_seed(file: Path) -> bytes:
    """make a new seed with mode 0600, durable when this returns; must not be called where one exists."""
    seed = os.urandom(32)
    replace_durably(file, f"{encode64(seed)}\n".encode(), mode=0o600)
    return seed
