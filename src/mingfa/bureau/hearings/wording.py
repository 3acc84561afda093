"""What the 行政处罚告知书 says, made from the proposal and from nothing else (行政处罚法 44)."""

from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.wording import evidence_block, penalties_block
from mingfa.bureau.hearings.rules import Telling
from mingfa.bureau.lib.chinese import numeral
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.views import Recorded
from mingfa.bureau.records.wording import party_block, written


def notice_facts(f: Telling, recorded: Recorded, *, hearing: bool) -> dict[str, object]:
    """Return what the notice says; `hearing` is computed, nobody can leave it out."""
    case, proposal, bureau = f.case, f.case.proposal, people.bureau()
    assert proposal is not None, "the gate on the proposal has passed"
    return {
        "cause": case.item.name,
        "party": party_block(case.party),
        "findings": proposal.facts,
        "evidence": evidence_block(case, CaseFacts(f.look, case, case.item, recorded)),
        "violated": written(proposal.breaks),
        "penalty_basis": written(proposal.penalises),
        "penalties": penalties_block(proposal.kinds, proposal.amount),
        "statement_term": f"{numeral(f.look.local('statement_days'))}个工作日",
        "hearing_right": hearing,
        "contact": "、".join(o.name for o in people.named(list(case.handlers), f.today)),
        "phone": bureau.phone,
        "address": bureau.address,
    }
