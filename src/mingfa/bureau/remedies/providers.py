"""What a reconsideration or a suit means for the decision of a case, told to the rooms before this one."""

from collections.abc import Iterator

from mingfa.bureau.cases.hooks import Challenge, challenges_in
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.remedies import reads
from mingfa.bureau.remedies.values import ENDING

GROUNDS = {"reconsideration": "reconsideration", "litigation": "court"}


@challenges_in
def against_the_decision(case: int) -> Iterator[Challenge]:
    """Return what is said against the decision of a case, as long as the decision was not taken back."""
    decision = decisions.decision_of(case)
    if decision is None or decision.revoked is not None:
        return
    for one in reads.against(decision.id):
        yield Challenge(
            id=one.id,
            ground=GROUNDS[one.kind],
            words=f"{one.kind_zh}（{one.document}）",
            is_open=one.is_open,
            is_stayed=one.stay is not None,
            effect=ENDING.get(one.outcome, ""),
            document=one.ruling,
            since=one.ended_on,
        )
