"""What the gates of a restore may see, and what is said of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.people.actors import Actor


@dataclass(frozen=True)
class Found:
    """What `mingfa recover` found: the lost entries of each log, its name before, its name from now on."""

    made: datetime
    lost: Mapping[str, tuple[int, int]]
    was: Mapping[str, Mapping[str, Any]]
    renamed: Mapping[str, str]
    proven: int

    @property
    def loses(self) -> bool:
        """Whether anything was lost; under a new name nobody can say that nothing was."""
        return bool(self.renamed) or any(start < end for start, end in self.lost.values())

    @property
    def public_words(self) -> str:
        """What the public reads."""
        start, end = self.lost["record"]
        words = f"本机关的数据由{self.made.astimezone(CHINA):%Y年%m月%d日%H时%M分}的备份恢复。"
        if start < end:
            words += f"执法记录第{start}条至第{end - 1}条只存证明、内容已经丢失，将重新登记。"
        if self.renamed:
            words += "此后另有已经签署而未能找回的条目，日志自此以新的名称延续。"
        return words + ("" if self.loses else "没有条目丢失。")

    def as_json(self) -> dict[str, Any]:
        """Return it as the entry commits to it."""
        lost = {log: list(ends) for log, ends in self.lost.items()}
        return {
            "made": self.made.isoformat(),
            "found": {
                "lost": lost,
                "was": {k: dict(v) for k, v in self.was.items()},
                "renamed": dict(self.renamed),
                "proven": self.proven,
            },
        }


@dataclass(frozen=True)
class Restoring:
    """What waits: what was found, the act that put it on record and whose it was (None: not yet)."""

    look: Look[Any]
    found: Found | None
    stated: int | None
    stated_by: Actor | None

    @property
    def by(self) -> Actor:
        return self.look.by
