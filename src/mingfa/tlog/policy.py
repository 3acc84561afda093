"""Whom a verifier trusts: logs, witnesses and the quorum (C2SP tlog-policy)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from mingfa.tlog.checkpoint import Checkpoint
from mingfa.tlog.encoding import decode_number
from mingfa.tlog.errors import Malformed, Untrusted
from mingfa.tlog.keys import Kind, VerifierKey
from mingfa.tlog.note import Signature, open_note

NONE = "none"
LOG_KINDS = (Kind.NOTE, Kind.COSIGNATURE_PQ)
WITNESS_KINDS = (Kind.COSIGNATURE, Kind.COSIGNATURE_PQ)


@dataclass(frozen=True, slots=True)
class Trusted:
    """A checkpoint that passed a policy, and who stands behind it."""

    checkpoint: Checkpoint
    log: VerifierKey
    witnesses: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Group:
    need: int
    members: tuple[str, ...]


@dataclass(frozen=True)
class Policy:
    logs: tuple[VerifierKey, ...]
    witnesses: dict[str, VerifierKey]
    groups: dict[str, Group]
    quorum: str

    @classmethod
    def of(cls, *vkeys: str) -> Self:
        """Trust these logs by their own signature alone, without any witness."""
        return cls.parse("".join(f"log {vkey}\n" for vkey in vkeys) + f"quorum {NONE}\n")

    @classmethod
    def parse(cls, text: str) -> Self:
        draft = _Draft()
        for number, line in enumerate(text.split("\n"), 1):
            words = line.replace("\t", " ").split(" ")
            words = [word for word in words if word]
            if not words or words[0].startswith("#"):
                continue
            try:
                draft.read(words)
            except Malformed as error:
                raise Malformed(f"信任策略第 {number} 行：{error}") from None
        if draft.quorum is None:
            raise Malformed("信任策略缺少 quorum 行")
        return cls(tuple(draft.logs), draft.witnesses, draft.groups, draft.quorum)

    def check(self, note: str) -> Trusted:
        """Check a signed checkpoint: one of the logs, under its own name, and the quorum of witnesses."""
        opened = open_note(note, [*self.logs, *self.witnesses.values()])
        checkpoint = Checkpoint.parse(opened.text)
        by_log = [s.key for s in opened.signatures if s.key in self.logs and s.key.name == checkpoint.origin]
        if not by_log:
            raise Untrusted(f"检查点没有日志 {checkpoint.origin} 的受信任签名")
        cosigned = tuple(s for s in opened.signatures if s.key in self.witnesses.values())
        if not self._agrees(self.quorum, {s.key for s in cosigned}):
            raise Untrusted(f"见证签名不足：只有 {len(cosigned)} 个，未达到策略“{self.quorum}”的要求")
        return Trusted(checkpoint, by_log[0], cosigned)

    def of_logs(self) -> Self:
        """Return the same policy without any demand on witnesses."""
        return type(self)(self.logs, self.witnesses, self.groups, NONE)

    def _agrees(self, name: str, cosigners: set[VerifierKey]) -> bool:
        if name == NONE:
            return True
        if name in self.witnesses:
            return self.witnesses[name] in cosigners
        group = self.groups[name]
        return sum(self._agrees(member, cosigners) for member in group.members) >= group.need


class _Draft:
    """The lines read so far: a name may only be used after the line that defines it."""

    def __init__(self) -> None:
        self.logs: list[VerifierKey] = []
        self.witnesses: dict[str, VerifierKey] = {}
        self.groups: dict[str, Group] = {}
        self.quorum: str | None = None
        self.placed: set[str] = set()

    def read(self, words: list[str]) -> None:
        match words:
            case ["log", vkey] | ["log", vkey, _]:
                self.logs.append(_new_key(vkey, LOG_KINDS, self.logs))
            case ["witness", name, vkey] | ["witness", name, vkey, _]:
                self._define(name)
                self.witnesses[name] = _new_key(vkey, WITNESS_KINDS, self.witnesses.values())
            case ["group", name, need, _, *_]:
                members = words[3:]
                for member in members:
                    self._place(member)
                self._define(name)
                self.groups[name] = Group(_threshold(need, len(members)), tuple(members))
            case ["quorum", name]:
                if self.quorum is not None:
                    raise Malformed("quorum 只能有一行")
                if name != NONE:
                    self._known(name)
                self.quorum = name
            case _:
                raise Malformed("不认识这一行")

    def _define(self, name: str) -> None:
        if name == NONE or name in self.witnesses or name in self.groups:
            raise Malformed(f"名称“{name}”不可用或已定义")

    def _known(self, name: str) -> None:
        if name not in self.witnesses and name not in self.groups:
            raise Malformed(f"名称“{name}”尚未定义")

    def _place(self, name: str) -> None:
        """Note a group member: a name in two groups would count twice."""
        self._known(name)
        if name in self.placed:
            raise Malformed(f"“{name}”已属于一个组")
        self.placed.add(name)


def _new_key(vkey: str, kinds: tuple[Kind, ...], others: Iterable[VerifierKey]) -> VerifierKey:
    key = VerifierKey.parse(vkey)
    if key.kind not in kinds:
        raise Malformed(f"公钥 {key.name} 的签名类型不适合此用途")
    if any(key.public == other.public for other in others):
        raise Malformed(f"公钥 {key.name} 重复")
    return key


def _threshold(need: str, members: int) -> int:
    count = {"any": 1, "all": members}.get(need) or decode_number(need)
    if not 1 <= count <= members:
        raise Malformed(f"组的门槛应在 1 与 {members} 之间")
    return count
