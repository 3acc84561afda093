"""What the papers of a case say, made from the recorded facts and from nothing else (plan 2.1.a)."""

from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.filing import inputs as filing_inputs
from mingfa.bureau.cases.values import CaseView, PutForward
from mingfa.bureau.records.contents import opinion, party_block


def closing_facts(
    f: CaseFacts, given: filing_inputs.Approval, said: PutForward, outcome: str
) -> dict[str, object]:
    """Return what the 结案审批表 says."""
    case = f.file
    names = [o.name for o in f.officers]
    return {
        "filing_no": case.number,
        "cause": case.item.name,
        "party": party_block(case.party),
        "filed_on": case.filed_on.isoformat() if case.filed_on else "",
        "closed_on": f.today.isoformat(),
        "summary": case.proposal.facts if case.proposal else "",
        "outcome": outcome,
        "execution": str(said.words["performance"]),
        "remedy": str(said.words["remedies"]),
        "reason": closing_reason(case),
        "opinions": {
            "handlers": opinion(str(said.words["opinion"]), names, said.on),
            "head": opinion(given.opinion, [f.by.name], f.today),
        },
    }


def closing_reason(case: CaseView) -> str:
    """Say why the case may be closed."""
    if case.proposal is not None and case.proposal.outcome == "penalty":
        return "行政处罚决定已经执行完毕，符合结案条件。"
    return "不予行政处罚决定书已经送达当事人，符合结案条件。"
