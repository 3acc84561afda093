"""What can be done in a matter now, as its page offers it: what leads on, then the rest by what it is for."""

from collections.abc import Iterable
from dataclasses import dataclass

from mingfa.bureau.desk.matters.steps import Choice
from mingfa.bureau.doorway.acts import REGISTER

# What the acts of a room are for, in the order in which a page offers them.
PURPOSES = {
    "cases": "办案",
    "records": "调查取证",
    "measures": "保存和强制措施",
    "hearings": "告知和听证",
    "review": "法制审核",
    "decisions": "决定",
    "summary": "当场处罚",
    "permits": "许可",
    "inspections": "检查",
    "execution": "履行",
    "enforcement": "强制执行",
    "service": "文书送达",
    "remedies": "复议和诉讼",
}
FEW = 4


@dataclass(frozen=True)
class Offer:
    """The acts open to a person: those that lead on, the others by purpose, and those that must wait."""

    leading: tuple[Choice, ...]
    groups: tuple[tuple[str, tuple[Choice, ...]], ...]
    waiting: tuple[Choice, ...]

    def __bool__(self) -> bool:
        return bool(self.leading or self.groups or self.waiting)


def offered(mine: Iterable[Choice]) -> Offer:
    """Sort what a person may do; few acts need no headings (the purpose is then empty)."""
    choices = tuple(mine)
    open_now = [c for c in choices if not c.blocked and not c.leads_on]
    named = list(PURPOSES.values())
    by_purpose: dict[str, list[Choice]] = {}
    for one in open_now:
        purpose = PURPOSES[REGISTER[one.act].room] if len(open_now) > FEW else ""
        by_purpose.setdefault(purpose, []).append(one)
    order = sorted(by_purpose, key=lambda zh: named.index(zh) if zh else 0)
    return Offer(
        leading=tuple(c for c in choices if c.leads_on),
        groups=tuple((zh, tuple(by_purpose[zh])) for zh in order),
        waiting=tuple(c for c in choices if c.blocked and not c.leads_on),
    )
