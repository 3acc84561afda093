"""Keys of logs and witnesses, and the signature lines they write (C2SP signed-note and tlog-cosignature)."""

from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey

from mingfa.tlog.checkpoint import Checkpoint, check_name
from mingfa.tlog.cosignature import cosigned_message, cosigned_text
from mingfa.tlog.encoding import MAX_SIZE, decode64, encode64
from mingfa.tlog.errors import Malformed, Untrusted


class Kind(IntEnum):
    """The signature type bytes of signed-note that Mingfa knows."""

    NOTE = 0x01
    COSIGNATURE = 0x04
    COSIGNATURE_PQ = 0x06


PUBLIC_LENGTH = {Kind.NOTE: 32, Kind.COSIGNATURE: 32, Kind.COSIGNATURE_PQ: 1312}


def signature_line(name: str, key_id: bytes, payload: bytes) -> str:
    return f"— {name} {encode64(key_id + payload)}\n"


@dataclass(frozen=True, slots=True)
class VerifierKey:
    name: str
    kind: Kind
    public: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.public) != PUBLIC_LENGTH[self.kind]:
            raise Malformed(f"公钥 {self.name} 的长度不符")

    @property
    def id(self) -> bytes:
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def vkey(self) -> str:
        return f"{self.name}+{self.id.hex()}+{encode64(bytes([self.kind]) + self.public)}"

    @classmethod
    def parse(cls, vkey: str) -> Self:
        parts = vkey.split("+", 2)
        if len(parts) != 3:
            raise Malformed("验证公钥应为“名称+编号+公钥”")
        blob = decode64(parts[2])
        if not blob or blob[0] not in PUBLIC_LENGTH:
            raise Malformed(f"不认识公钥 {parts[0]} 的签名类型")
        key = cls(parts[0], Kind(blob[0]), blob[1:])
        if key.id.hex() != parts[1]:
            raise Malformed(f"公钥 {parts[0]} 的编号与内容不符")
        return key

    def check(self, text: str, payload: bytes) -> int | None:
        """Check a signature over a note's text; give its time in Unix seconds, None where it has no time.

        Raises Untrusted if it does not hold.
        """
        try:
            if self.kind is Kind.NOTE:
                Ed25519PublicKey.from_public_bytes(self.public).verify(payload, text.encode())
                return None
            time = int.from_bytes(payload[:8], "big")
            if len(payload) < 8 or time > MAX_SIZE:
                raise Untrusted(f"{self.name} 的共同签名时间无效")
            if self.kind is Kind.COSIGNATURE:
                Ed25519PublicKey.from_public_bytes(self.public).verify(payload[8:], cosigned_text(time, text))
            else:
                message = cosigned_message(self.name, time, Checkpoint.parse(text))
                MLDSA44PublicKey.from_public_bytes(self.public).verify(payload[8:], message)
            return time
        except (InvalidSignature, ValueError) as error:
            raise Untrusted(f"{self.name} 的签名不成立") from error


class SigningKey:
    """A log's own Ed25519 key; its name is the log's origin."""

    def __init__(self, name: str, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.verifier = VerifierKey(name, Kind.NOTE, private.public_key().public_bytes_raw())

    @classmethod
    def generate(cls, name: str) -> Self:
        return cls(name, Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, name: str, seed: bytes) -> Self:
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def name(self) -> str:
        return self.verifier.name

    def seed(self) -> bytes:
        return self._private.private_bytes_raw()

    def vkey(self) -> str:
        return self.verifier.vkey()

    def sign(self, text: str) -> str:
        """Return the whole signed note."""
        if not text.endswith("\n"):
            raise Malformed("待签文本应以换行结束")
        return text + "\n" + signature_line(self.name, self.verifier.id, self._private.sign(text.encode()))


class CosigningKey:
    """A witness's key; the post-quantum kind can also be a log's second line."""

    def __init__(self, name: str, private: Ed25519PrivateKey | MLDSA44PrivateKey) -> None:
        kind = Kind.COSIGNATURE if isinstance(private, Ed25519PrivateKey) else Kind.COSIGNATURE_PQ
        self._private = private
        self.verifier = VerifierKey(name, kind, private.public_key().public_bytes_raw())

    @classmethod
    def from_seed(cls, name: str, seed: bytes, kind: Kind = Kind.COSIGNATURE) -> Self:
        if kind is Kind.COSIGNATURE_PQ:
            return cls(name, MLDSA44PrivateKey.from_seed_bytes(seed))
        return cls(name, Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def name(self) -> str:
        return self.verifier.name

    def vkey(self) -> str:
        return self.verifier.vkey()

    def cosign(self, checkpoint: Checkpoint, time: int) -> str:
        """Return one signature line, to be put under the checkpoint's note; `time` in Unix seconds."""
        if isinstance(self._private, Ed25519PrivateKey):
            message = cosigned_text(time, checkpoint.text())
        else:
            message = cosigned_message(self.name, time, checkpoint)
        payload = time.to_bytes(8, "big") + self._private.sign(message)
        return signature_line(self.name, self.verifier.id, payload)
