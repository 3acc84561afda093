"""The head of a log as text: origin, size, root (C2SP tlog-checkpoint, without extension lines)."""

from dataclasses import dataclass
from typing import Self

from mingfa.tlog.encoding import MAX_SIZE, decode_hash, decode_number, encode64
from mingfa.tlog.errors import Malformed
from mingfa.tlog.hashing import EMPTY_ROOT, HASH


def check_name(name: str) -> None:
    """Refuse what can be no origin and no key name: empty, with spaces, control characters or a plus."""
    if not name or "+" in name or any(c.isspace() or ord(c) < 0x20 for c in name):
        raise Malformed("名称不得为空，不得含有空白、控制字符或加号")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes

    def __post_init__(self) -> None:
        check_name(self.origin)
        if not 0 <= self.size <= MAX_SIZE or len(self.root) != HASH:
            raise Malformed("检查点的规模或根哈希无效")
        if self.size == 0 and self.root != EMPTY_ROOT:
            raise Malformed("空日志的根哈希不符")

    def text(self) -> str:
        """Return the exact text that signatures cover, final newline included."""
        return f"{self.origin}\n{self.size}\n{encode64(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> Self:
        lines = text.split("\n")
        if len(lines) != 4 or lines[3]:
            raise Malformed("检查点应恰为三行：来源、规模、根哈希")
        return cls(lines[0], decode_number(lines[1]), decode_hash(lines[2]))
