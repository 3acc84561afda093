"""The encrypted file of a backup: written and read as a stream, in chunks that each prove themselves.

    MINGFA-BACKUP-1 \\n
    one line of JSON: kind ("data" or "keys"), origin, made, and for scrypt: n, r, p, salt; check
    then chunks: length of the sealed chunk (4 bytes, big-endian), sealed chunk

The key is scrypt of the passphrase. A chunk holds up to 1 MiB and is sealed by ChaCha20-Poly1305 under
the nonce 000000 || number (8 bytes) || 01 for the last one, else 00; the digest of both lines above is
authenticated with it. So a changed, moved, missing or added chunk is found, and so is a file that ends
too early.
"""

import hashlib
import hmac
import io
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from mingfa.backup.errors import BackupError

MAGIC = b"MINGFA-BACKUP-1\n"
CHUNK = 1 << 20
TAG = SALT = 16
COST, BLOCK, LANES = 1 << 17, 8, 1
MOST_COST, LONGEST_HEADER, SHORTEST_PASSPHRASE = 1 << 20, 4096, 12


@dataclass(frozen=True)
class Header:
    """What is said in clear: whose backup it is, which part of it, when it was made."""

    kind: str
    origin: str
    made: str


class Sealing(io.RawIOBase):
    """A file that is written to and comes out sealed; it is whole only once it was closed."""

    def __init__(self, out: BinaryIO, header: Header, passphrase: str) -> None:
        salt = secrets.token_bytes(SALT)
        key = _key(passphrase, salt, COST)
        said = {**vars(header), "n": COST, "r": BLOCK, "p": LANES, "salt": salt.hex(), "check": _check(key)}
        line = json.dumps(said, sort_keys=True, ensure_ascii=False).encode() + b"\n"
        out.write(MAGIC + line)
        self._out, self._cipher, self._bound = out, ChaCha20Poly1305(key), _bound(line)
        self._waiting, self._number = bytearray(), 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._waiting += data
        while len(self._waiting) > CHUNK:
            self._seal(bytes(self._waiting[:CHUNK]), last=False)
            del self._waiting[:CHUNK]
        return len(data)

    def finish(self) -> None:
        """Seal the last chunk: without it nobody takes the file for a whole one."""
        self._seal(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _seal(self, data: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, last=last), data, self._bound)
        self._out.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


class Opening(io.RawIOBase):
    """A sealed file read in clear. Raises BackupError where it is not what was written."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        self.header, said, line = _header(file)
        key = _key(passphrase, bytes.fromhex(said["salt"]), said["n"])
        if not hmac.compare_digest(_check(key).encode(), str(said["check"]).encode()):
            raise BackupError("口令不正确，备份没有打开。请核对口令；数据文件与密钥文件的口令不同。")
        self._cipher, self._bound = ChaCha20Poly1305(key), _bound(line)
        self._chunks = self._opened(file)
        self._clear = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._clear:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._clear = memoryview(chunk)
        taken = min(len(buffer), len(self._clear))
        buffer[:taken] = self._clear[:taken]
        self._clear = self._clear[taken:]
        return taken

    def _opened(self, file: BinaryIO) -> Iterator[bytes]:
        number, last = 0, False
        while not last:
            length = int.from_bytes(file.read(4), "big")
            sealed = file.read(length) if TAG <= length <= CHUNK + TAG else b""
            if not sealed or len(sealed) < length:
                raise BackupError(f"备份文件不完整或者被改动（在第{number + 1}块处中断）。请换用另一份备份。")
            chunk, last = self._open(sealed, number)
            yield chunk
            number += 1
        if file.read(1):
            raise BackupError("备份文件末尾有多余内容，被改动过。请换用另一份备份。")

    def _open(self, sealed: bytes, number: int) -> tuple[bytes, bool]:
        for last in (False, True):
            try:
                return self._cipher.decrypt(_nonce(number, last=last), sealed, self._bound), last
            except InvalidTag:
                continue
        raise BackupError(f"备份文件被改动（第{number + 1}块）。请换用另一份备份。")


def _header(file: BinaryIO) -> tuple[Header, dict[str, Any], bytes]:
    if file.read(len(MAGIC)) != MAGIC:
        raise BackupError("这不是明法的备份文件。")
    line = file.readline(LONGEST_HEADER)
    try:
        said = json.loads(line)
        header = Header(str(said["kind"]), str(said["origin"]), str(said["made"]))
        whole = "check" in said and len(bytes.fromhex(said["salt"])) == SALT
        known = (said["r"], said["p"]) == (BLOCK, LANES) and 1 < said["n"] <= MOST_COST
        if not whole or not known or said["n"] & said["n"] - 1:
            raise ValueError("cost")
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError("备份文件的开头被改动，无法识别。请换用另一份备份。") from error
    return header, said, line


def _key(passphrase: str, salt: bytes, cost: int) -> bytes:
    return Scrypt(salt=salt, length=32, n=cost, r=BLOCK, p=LANES).derive(passphrase.encode())


def _check(key: bytes) -> str:
    return hmac.digest(key, b"mingfa-backup-check", hashlib.sha256)[:8].hex()


def _bound(line: bytes) -> bytes:
    return hashlib.sha256(MAGIC + line).digest()


def _nonce(number: int, *, last: bool) -> bytes:
    return b"\0\0\0" + number.to_bytes(8, "big") + bytes([last])
