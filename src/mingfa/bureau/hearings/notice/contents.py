"""What the 行政处罚告知书 says, made from the proposal and from nothing else (行政处罚法 44)."""

from mingfa.bureau.cases.contents import evidence_block, penalties_block
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.penalties.contents import details, gains_words
from mingfa.bureau.hearings.notice.inputs import Answers, Spoken, Waiver
from mingfa.bureau.hearings.notice.rules import Telling
from mingfa.bureau.hearings.values import FORMS, RIGHTS
from mingfa.bureau.lib.chinese import numeral
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.contents import officers_block, party_block, written
from mingfa.bureau.records.values import Recorded


def notice_facts(f: Telling, recorded: Recorded, *, hearing: bool) -> dict[str, object]:
    """Return what the notice says; `hearing` is computed, nobody can leave it out."""
    case, proposal, bureau = f.case, f.case.proposal, people.bureau()
    assert proposal is not None, "the gate on the proposal has passed"
    return {
        "cause": case.item.name,
        "party": party_block(case.party),
        "findings": proposal.facts + gains_words(proposal),
        "evidence": evidence_block(case, CaseFacts(f.look, case, case.item, recorded)),
        "violated": written(proposal.breaks),
        "penalty_basis": written(proposal.penalises),
        "penalties": penalties_block(proposal.kinds, proposal.amount, details(proposal)),
        "statement_term": f"{numeral(f.look.local('statement_days'))}个工作日",
        "hearing_right": hearing,
        "contact": "、".join(o.name for o in people.named(list(case.handlers), f.today)),
        "phone": bureau.phone,
        "address": bureau.address,
    }


def _about(f: Telling) -> dict[str, object]:
    notice = f.standing.notice
    assert notice is not None, "the gate on the notice has passed"
    return {"cause": f.case.item.name, "party": party_block(f.case.party), "notice": notice.number}


def statement_facts(f: Telling, given: Spoken) -> dict[str, object]:
    """Return what the 陈述申辩笔录 says: the points as they were spoken or handed in."""
    return _about(f) | {
        "made_on": given.made_on.isoformat(),
        "by": given.by,
        "form": FORMS[given.form],
        "points": list(given.points),
        "hearing": "要求" if given.hearing_requested else "未要求",
        "officers": officers_block(f.officers),
        "material": given.file.name if given.file else "",
    }


def review_facts(f: Telling, given: Answers) -> dict[str, object]:
    """Return what the 陈述申辩复核表 says: each point with its answer."""
    said = {(point.statement, point.n): point.words for point in f.standing.spoken}
    answers = [
        {
            "words": said[one.statement, one.point],
            "adopted": "采纳" if one.adopted else "不予采纳",
            "reason": one.reason,
        }
        for one in given.answers
    ]
    return {
        "cause": f.case.item.name,
        "party": party_block(f.case.party),
        "answers": answers,
        "officers": officers_block(people.named(list(f.case.handlers), f.today)),
        "remark": f"共{len(answers)}条意见，采纳{sum(one.adopted for one in given.answers)}条。",
    }


def waiver_facts(f: Telling, given: Waiver) -> dict[str, object]:
    """Return what the 放弃权利声明 says; the signed declaration is kept with it."""
    return _about(f) | {
        "made_on": given.made_on.isoformat(),
        "by": given.by,
        "rights": "、".join(RIGHTS[one] for one in sorted(set(given.rights), reverse=True)),
        "material": given.file.name if given.file else given.document,
    }
