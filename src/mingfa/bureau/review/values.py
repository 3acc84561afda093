"""Reviews as gates and pages see them: plain values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

# What is reviewed: the eight points of the plan (3.3.a), in its order.
POINTS = {
    "subject": "执法主体是否合法，执法人员是否具备执法资格",
    "procedure": "执法程序是否合法",
    "facts": "案件事实是否清楚，证据是否合法充分",
    "law": "适用法律、法规、规章是否准确",
    "discretion": "裁量基准运用是否适当",
    "powers": "是否超越执法机关法定权限",
    "papers": "执法文书是否规范、齐备",
    "crime": "违法行为是否涉嫌犯罪，需要移送司法机关",
}


@dataclass(frozen=True, slots=True)
class Computed:
    """What can be said of a point beforehand: yes, no, or None where only a person can say; and why."""

    point: str
    title: str
    answer: bool | None
    ground: str


Answer = tuple[bool | None, str]


@dataclass(frozen=True)
class Subject:
    """What is put forward: `version` is the act that made the proposal, None while there is none.

    `grounds` say why it must be reviewed, `materials` what was handed in; `answers` has for each of the eight
    points yes, no or None (only a person can say) and why.
    """

    id: int
    title: str
    version: int | None
    unit_name: str
    handlers: tuple[int, ...]
    grounds: tuple[str, ...]
    materials: tuple[str, ...]
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class RequestView:
    """A submission for review."""

    id: int
    version: int
    round: int
    requested_at: datetime


@dataclass(frozen=True, slots=True)
class ReviewView:
    """A review; `withdrawn` is the act that withdrew it, if any."""

    id: int
    version: int
    passed: bool
    reviewer: int
    number: str
    opined_at: datetime
    withdrawn: int | None

    @property
    def stands(self) -> bool:
        """Whether a decision may be founded on it."""
        return self.passed and self.withdrawn is None
