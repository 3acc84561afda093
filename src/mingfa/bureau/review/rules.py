"""Legal review: without it no decision can be made (处罚法 58; plan 3.4.b).

LR-01    what must be reviewed, and that it passed
LR-02    every ordinary-procedure penalty is reviewed
LR-03    eight points, each answered
LR-04    the submission is complete
LR-05    the review is done in its time
LR-06    agree, or problems in writing; problems are answered before the case comes again
LR-07    the reviewer is not the handler
QUAL-09  the reviewer holds the legal qualification
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.hearings.values import Standing
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.papers.lints import Finding
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import Recorded
from mingfa.bureau.review.inputs import Opinion, Submission
from mingfa.bureau.review.values import POINTS, Computed, RequestView, ReviewView, Subject

# Kept by the procedure's table: no ordinary case passes around review (law/tests search all its paths).
KEEPS = ("LR-02",)


@dataclass(frozen=True)
class Reviewing:
    """What the gates of an opinion may see."""

    look: Look[Inputs]
    subject: Subject
    requests: tuple[RequestView, ...]
    reviews: tuple[ReviewView, ...]

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def computed(self) -> tuple[Computed, ...]:
        """The eight points with what is known of each beforehand."""
        return tuple(Computed(point, zh, *self.subject.answers[point]) for point, zh in POINTS.items())

    @property
    def open_request(self) -> RequestView | None:
        """The submission that waits for its opinion."""
        return self.requests[-1] if len(self.requests) > len(self.reviews) else None


@dataclass(frozen=True)
class Submitting:
    """What the gates of submitting a penalty case may see."""

    look: Look[Inputs]
    case: CaseView
    recorded: Recorded
    standing: Standing
    requests: tuple[RequestView, ...]
    reviews: tuple[ReviewView, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def file(self) -> CaseView:
        """The case, as the gates of the cases room ask for it."""
        return self.case

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today


class Resubmitting(Protocol):
    """Facts of any submission: what was typed, and the opinions given so far."""

    @property
    def look(self) -> Look[Any]: ...
    @property
    def reviews(self) -> tuple[ReviewView, ...]: ...


@gate("LR-04", cites="行政处罚法 58.1")
def the_submission_is_complete(f: Submitting) -> Reason | None:
    """The file submitted holds the report with its proposal, the records and the evidence."""
    missing = []
    if f.case.proposal is None:
        missing.append("调查终结报告")
    if not f.recorded.records:
        missing.append("现场检查笔录或者询问笔录")
    if not f.recorded.usable:
        missing.append("证据材料")
    if not missing:
        return None
    return no(f"送审材料不齐：缺{'、'.join(missing)}。", "补齐材料后送审。")


@gate("LR-06", cites="方案 3.3.b", of_inputs=True)
def earlier_problems_are_answered(f: Resubmitting) -> Reason | None:
    """Problems found in an earlier review are answered in writing before a matter is submitted again."""
    if not f.reviews or f.reviews[-1].passed or len(f.look.given_as(Submission).reply) >= 5:
        return None
    return no("上次法制审核存在问题，尚未答复。", "在“对上次审核意见的答复”中逐项说明处理情况。")


@gate("LR-07", cites="行政处罚法 58.1", cites_in={"permit": "方案 3.1.a", "enforcement": "方案 3.1.a"})
def the_reviewer_is_not_the_handler(f: Reviewing) -> Reason | None:
    """Whoever handles a matter does not review it."""
    if f.by.id not in f.subject.handlers:
        return None
    return no("法制审核人员不得审核自己承办的事项。", "请其他法制审核人员审核。")


@gate("QUAL-09", cites="行政处罚法 58.2")
def the_reviewer_is_legally_qualified(f: Reviewing) -> Reason | None:
    """The reviewer has passed the national legal qualification."""
    if f.by.legal_qualification:
        return None
    return no(f"{f.by.name}没有登记法律职业资格。", "由具有法律职业资格的审核人员审核。")


@gate("LR-05", cites="国办发〔2018〕118号 (13)", warns=True)
def the_review_is_done_in_time(f: Reviewing) -> Reason | None:
    """The opinion is given within the local review term."""
    if f.open_request is None:
        return None
    start = f.open_request.requested_at.astimezone(CHINA).date()
    end = term("LR-05", start, f.look.calendar, f.look.config).end
    if f.today <= end:
        return None
    return no(f"法制审核应当在{end}前完成，已经超期。", "写明超期原因。")


@gate("LR-03", cites="方案 3.3.a", of_inputs=True)
def every_point_is_answered(f: Reviewing) -> Reason | None:
    """Each of the eight points has exactly one answer, and a "no" says why."""
    given = f.look.given_as(Opinion)
    answers: list[str] = [p.point for p in given.points]
    left = [title for point, title in POINTS.items() if answers.count(point) != 1]
    bare = [POINTS[p.point] for p in given.points if not p.ok and not p.note]
    if not left and not bare:
        return None
    words = f"下列审核内容未逐项作答：{'；'.join(left)}。" if left else ""
    return no(
        words + (f"下列内容不符合但未说明：{'；'.join(bare)}。" if bare else ""),
        "八项内容逐项作答，不符合的写明理由。",
    )


@gate("LR-03", cites="方案 3.3.a", of_inputs=True)
def what_was_computed_is_not_overlooked(f: Reviewing) -> Reason | None:
    """A point the system found wanting is passed only with a note."""
    wanting = {c.point: c for c in f.computed if c.answer is False}
    passed = [p for p in f.look.given_as(Opinion).points if p.ok and not p.note and p.point in wanting]
    if not passed:
        return None
    found = "；".join(f"{wanting[p.point].title}：{wanting[p.point].ground}" for p in passed)
    return no(f"系统核对发现问题而审核答复为符合：{found}", "说明认为符合的理由，或者改为不符合。")


@gate("LR-06", cites="方案 3.3.b", of_inputs=True)
def the_opinion_follows_from_its_points(f: Reviewing) -> Reason | None:
    """To agree, every point is in order; problems are written out."""
    given = f.look.given_as(Opinion)
    if given.opinion == "pass" and not all(p.ok for p in given.points):
        return no("有审核内容不符合，不能出具同意的意见。", "改为“存在问题”，并写明修改建议。")
    if given.opinion == "problems" and len(given.words) < 5:
        return no("存在问题的审核意见没有写明具体问题。", "写明问题和修改、补充的建议。")
    return None
