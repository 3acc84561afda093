"""A key makes a repeated request one act: a double click, a reload, a program that asks again.

The same key with other words is no repetition: it is refused, or what was typed the second time would be lost
without anybody being told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.inputs import Inputs, InvalidInputs
from mingfa.bureau.doorway.models import Once
from mingfa.bureau.lib.canonical import canonical_json


class OtherWords(InvalidInputs):
    """The key was given before, with other words; `before` is the entry made then."""

    def __init__(self, because: str, before: int) -> None:
        super().__init__({"key": because})
        self.before = before


@dataclass(frozen=True)
class Request:
    """A request with its key: whose, for which act, and what it says in all."""

    key: str
    by: int
    act: str
    said: str

    def answered(self) -> Done | None:
        """Return the act done upon this request before, if there is one; raise `OtherWords`."""
        row = Once.objects.filter(digest=self._digest).first() if self.key else None
        if row is None:
            return None
        if row.act != self.act:
            raise OtherWords("此请求编号已经用于办理其他事项，请刷新页面后重新提交。", row.leaf)
        if row.said not in ("", self.said):  # kept by an earlier version, which did not ask
            because = f"同一请求已经办理，记入账本第{row.leaf}条；本次提交的内容与当时不同，没有再次办理。"
            raise OtherWords(because + "请先核对已办理的内容，确需另行办理的，再次提交。", row.leaf)
        return Done(row.leaf, row.act, row.matter, row.number)

    def remember(self, done: Done) -> None:
        if self.key:
            Once.objects.create(
                digest=self._digest,
                leaf=done.index,
                act=self.act,
                matter=done.matter,
                number=done.number,
                said=self.said,
            )

    @property
    def _digest(self) -> str:
        return sha256(f"{self.by}:{self.key}".encode()).hexdigest()


def said(on: int | None, at: datetime | None, given: Inputs, reasons: Mapping[str, str] | None) -> str:
    """Return the digest of what a request says."""
    words = {
        "on": on,
        "at": at.isoformat() if at else None,
        "inputs": given.model_dump(mode="json", exclude_none=True),
        "reasons": dict(reasons or {}),
    }
    return sha256(canonical_json(words)).hexdigest()
