"""What the 法制审核意见书 says, made from the recorded facts."""

from mingfa.bureau.cases.forms import OUTCOMES
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.review.forms import Opinion
from mingfa.bureau.review.rules import Reviewing
from mingfa.bureau.review.views import POINTS

GROUNDS = {
    "public_interest": "涉及重大公共利益",
    "social_risk": "可能造成重大社会影响或者引发社会风险",
    "complex": "案件情况疑难复杂",
    "several_relations": "涉及多个法律关系",
}


def grounds_of_review(f: Reviewing) -> list[str]:
    """Name every ground on which this case must be reviewed (plan 3.2.a, 3.2.b)."""
    found = ["适用普通程序的行政处罚案件"]
    if f.case.proposal is not None:
        found += [GROUNDS[g] for g in f.case.proposal.grounds]
    if f.standing.hearing_offered:
        found.append("拟作出的处罚符合听证范围，直接关系当事人重大权益")
    if f.standing.hearing_took_place:
        found.append("经过听证程序")
    return found


def opinion_facts(f: Reviewing, given: Opinion) -> dict[str, object]:
    """Return what the opinion says: the eight points, each with its answer and ground."""
    submitted = f.open_request
    assert submitted is not None and f.case.proposal is not None
    ground = {c.point: c.ground for c in f.computed}
    answered = {str(p.point): p for p in given.points}
    return {
        "cause": f.look.matter.title,
        "unit": f.case.unit_name,
        "submitted_at": submitted.requested_at.astimezone(CHINA).isoformat(),
        "grounds": "；".join(grounds_of_review(f)),
        "materials": [
            f"调查终结报告（处理建议：{OUTCOMES[f.case.proposal.outcome]}）",
            *(f"{r.number}" for r in f.recorded.records),
            *(n for h in f.standing.hearings for n in (h.record_number, h.report_number) if n),
            f"证据材料{len(f.recorded.usable)}件",
        ],
        "points": [
            {"point": title, "passed": answered[point].ok, "note": answered[point].note or ground[point]}
            for point, title in POINTS.items()
        ],
        "opinion": "同意。" if given.opinion == "pass" else "存在问题，退回承办机构修改补充。",
        "detail": given.words,
        "reviewer": {"name": f.by.name, "qualification": f.by.legal_qualification},
    }
