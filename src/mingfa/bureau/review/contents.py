"""What the 法制审核意见书 says, made from the recorded facts."""

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.review.inputs import Opinion
from mingfa.bureau.review.rules import Reviewing
from mingfa.bureau.review.values import POINTS


def opinion_facts(f: Reviewing, given: Opinion) -> dict[str, object]:
    """Return what the opinion says: the eight points, each with its answer and ground."""
    submitted = f.open_request
    assert submitted is not None, "the procedure opens this step by a submission"
    ground = {c.point: c.ground for c in f.computed}
    answered = {str(p.point): p for p in given.points}
    return {
        "cause": f.subject.title,
        "unit": f.subject.unit_name,
        "submitted_at": submitted.requested_at.astimezone(CHINA).isoformat(),
        "grounds": "；".join(f.subject.grounds),
        "materials": list(f.subject.materials),
        "points": [
            {"point": title, "passed": answered[point].ok, "note": answered[point].note or ground[point]}
            for point, title in POINTS.items()
        ],
        "opinion": "同意。" if given.opinion == "pass" else "存在问题，退回承办机构修改补充。",
        "detail": given.words,
        "reviewer": {"name": f.by.name, "qualification": f.by.legal_qualification},
    }
