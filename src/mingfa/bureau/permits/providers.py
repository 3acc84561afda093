"""What can be challenged in a permit: that it was not taken up, decided, or ended (行政许可法 7).

A permit as others meet it: whom its papers are served on, what is reviewed of it (plan 3.2.c, 3.3.a).

A point of review that only a person can judge is left open (None), with what the file holds.
"""

from collections.abc import Iterator
from typing import Any

from mingfa.bureau.catalogue.rules import stale
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads
from mingfa.bureau.permits.facts import PermitFacts, decide_by, why_reviewed
from mingfa.bureau.permits.gather import the_permit
from mingfa.bureau.permits.models import Permit
from mingfa.bureau.permits.values import OUTCOMES
from mingfa.bureau.remedies.hooks import challenged_in
from mingfa.bureau.remedies.values import Challengeable
from mingfa.bureau.review.hooks import subject_of_review
from mingfa.bureau.review.values import Answer, Subject
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.hooks import addressed_in, recipient_in
from mingfa.bureau.service.values import Recipient

# The papers by which something is decided here; each has the key of the act that made it.
DECIDING = (
    "permit_rejection",
    "permit_grant",
    "permit_refusal",
    "permit_modification",
    "permit_renewal",
    "permit_withdrawal",
    "permit_rescission",
    "permit_cancellation",
)


@challenged_in(Permit)
def the_decisions(pk: int) -> Iterator[Challengeable]:
    """Return every decision of an application, from the refusal to take it up to the end of the licence."""
    permit = reads.permit(pk)
    keys = Paper.objects.filter(matter=pk, kind__in=DECIDING).order_by("pk").values_list("pk", flat=True)
    for paper in [one for key in keys if (one := service.paper(int(key))) is not None]:
        served = service.served(paper.id)
        yield Challengeable(
            decision=paper.id,
            title=paper.title,
            number=paper.number,
            decided_on=paper.made_on,
            served_on=served.served_on if served else None,
            party=permit.applicant.name if permit else "",
            basis=tuple(permit.item.penalises) if permit else (),
        )


@recipient_in(Permit)
def the_applicant(pk: int) -> Recipient:
    """Return on whom the papers of an application are served."""
    found = reads.permit(pk)
    assert found is not None, "the matter is an application"
    return Recipient(found.applicant.name, found.is_unit)


@addressed_in(Permit)
def the_third_party(paper: int) -> Recipient | None:
    """Return whom a notice to a third party is addressed to; every other paper goes to the applicant."""
    found = reads.third_party(paper)
    return Recipient(found, is_unit=True) if found else None


@subject_of_review(Permit)
def the_proposal(look: Look[Any]) -> Subject:
    """Return a permit as the subject of a review."""
    f = the_permit(look)
    return Subject(
        id=f.file.id,
        title=f.file.title,
        version=f.file.proposal.version if f.file.proposal else None,
        unit_name=f.file.unit_name,
        handlers=f.file.handlers,
        grounds=why_reviewed(f),
        materials=tuple(_materials(f)),
        answers=_answers(f),
    )


def _materials(f: PermitFacts) -> list[str]:
    """Name what was handed in."""
    proposal = f.file.proposal
    if proposal is None:
        return []
    handed_in = [f.guide.materials[n - 1].name for n in f.file.materials]
    return [
        f"审查意见表（意见：{OUTCOMES[proposal.outcome]}）",
        *handed_in,
        *(c.number for c in f.standing.checks),
        *([f.standing.hearing_words] if f.standing.hearing_words else []),
    ]


def _answers(f: PermitFacts) -> dict[str, Answer]:
    """Answer each of the eight points as far as the recorded facts allow."""
    return {
        "subject": _subject(f),
        "procedure": _procedure(f),
        "facts": _facts(f),
        "law": _law(f),
        "discretion": (None, "是否符合法定条件、标准，由审核人员对照服务指南判断。"),
        "powers": _powers(f),
        "papers": _papers(f),
        "crime": (None, "是否涉嫌以隐瞒、欺骗、贿赂等手段申请许可，由审核人员判断。"),
    }


def _subject(f: PermitFacts) -> Answer:
    staff = people.named(list(f.file.handlers), f.today)
    words = "、".join(one.name for one in staff if one.roles)
    return len([one for one in staff if one.roles]) >= 2, f"审查人员：{words or '未指派'}。"


def _procedure(f: PermitFacts) -> Answer:
    last, accepted = decide_by(f), f.file.accepted_on
    if last is None:
        return False, "尚未受理。"
    words = f"{accepted}受理，办理期限至{last.until}；"
    words += "听证尚未举行完毕。" if f.standing.hearing_open else "告知、听取意见、听证程序没有未办事项。"
    return f.today <= last.end and not f.standing.hearing_open, words


def _facts(f: PermitFacts) -> Answer:
    checks = len(f.standing.checks)
    ok: bool | None = False if f.guide.on_site and not checks else None
    return ok, f"提交材料{len(f.file.materials)}件，实地核查{checks}次。内容是否真实由审核人员判断。"


def _law(f: PermitFacts) -> Answer:
    old = stale(f.file.item.penalises, f.today)
    if old:
        return False, f"{'、'.join(old)}不是现行有效的规定。"
    return None, "所引依据均现行有效。适用是否准确由审核人员判断。"


def _powers(f: PermitFacts) -> Answer:
    listed = f.file.item.in_force(f.today)
    return listed, f"事项“{f.file.item.name}”{'已列入' if listed else '未列入'}本机关权责清单并公布指南。"


def _papers(f: PermitFacts) -> Answer:
    kinds = set(Paper.objects.filter(matter=f.file.id).values_list("kind", flat=True))
    wanted = {
        "material_receipt": "接收凭证",
        "permit_acceptance": "受理通知书",
        "permit_report": "审查意见表",
    }
    left = [zh for kind, zh in wanted.items() if kind not in kinds]
    return not left, f"缺{'、'.join(left)}。" if left else "接收、受理、审查文书齐备。"
