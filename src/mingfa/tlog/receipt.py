"""The receipt a served paper carries: an offline proof that an entry is in the log (C2SP tlog-proof)."""

from collections.abc import Sequence
from dataclasses import dataclass

from mingfa.tlog.encoding import decode64, decode_hash, decode_number, encode64
from mingfa.tlog.errors import BadProof, Malformed
from mingfa.tlog.hashing import leaf_hash
from mingfa.tlog.policy import Policy, Trusted
from mingfa.tlog.proofs import check_inclusion

HEADER = "c2sp.org/tlog-proof@v1"
MAX_PATH = 63


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt taken apart, not yet checked; `note` is the signed checkpoint, verbatim."""

    index: int
    path: tuple[bytes, ...]
    note: str
    extra: bytes | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """A receipt that holds: the entry stands at `index` under a head that `trusted` vouches for."""

    index: int
    trusted: Trusted
    extra: bytes | None


def make_receipt(index: int, path: Sequence[bytes], note: str, extra: bytes | None = None) -> str:
    lines = [HEADER]
    if extra is not None:
        lines.append(f"extra {encode64(extra)}")
    lines.append(f"index {index}")
    lines += [encode64(step) for step in path]
    return "\n".join(lines) + "\n\n" + note


def parse_receipt(receipt: str) -> Receipt:
    head, blank, note = receipt.partition("\n\n")
    lines = head.split("\n")
    if not blank or lines.pop(0) != HEADER:
        raise Malformed(f"回执应以“{HEADER}”开头，并含有检查点")
    extra = None
    if lines and lines[0].startswith("extra "):
        extra = decode64(lines.pop(0).removeprefix("extra "))
    if not lines or not lines[0].startswith("index "):
        raise Malformed("回执缺少序号行")
    index = decode_number(lines.pop(0).removeprefix("index "))
    if len(lines) > MAX_PATH:
        raise Malformed("回执的证明路径过长")
    return Receipt(index, tuple(decode_hash(line) for line in lines), note, extra)


def check_receipt(receipt: str, entry: bytes, policy: Policy) -> Checked:
    """Check offline that these entry bytes are in a trusted log; raises Malformed, Untrusted or BadProof."""
    parsed = parse_receipt(receipt)
    trusted = policy.check(parsed.note)
    head = trusted.checkpoint
    if not check_inclusion(parsed.index, head.size, leaf_hash(entry), parsed.path, head.root):
        raise BadProof("该条目不在检查点所述的日志中，或已被改动")
    return Checked(parsed.index, trusted, parsed.extra)
