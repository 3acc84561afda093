"""What must hold after every act, whatever was tried: asked of the rows and the ledger, not of the gates."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from mingfa.bureau.cases import reads as case_reads
from mingfa.bureau.decisions.models import Decision
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.measures.models import HeadsApproval, Preserved, Seizure
from mingfa.bureau.service.models import Service
from mingfa.bureau.work.laws.others import LAWFUL_ELSE
from mingfa.bureau.work.laws.penalties import LAWFUL

LONGEST = 60
# What must have happened in a matter before: one of these.
BEFORE: dict[str, tuple[str, ...]] = {
    "notice.issue": ("case.conclude",),
    "review.opine": ("review.request", "permit.submit", "enforcement.submit"),
    "decision.make": ("review.opine",),
    "execution.pay": ("decision.make", "summary.decide"),
    "case.close": ("decision.make",),
    "permit.decide": ("permit.accept", "permit.deem_accepted"),
    "hearing.hold": ("hearing.schedule",),
    "measure.record": ("measure.seize", "measure.seize_at_once"),
}
ONCE = ("decision.make", "case.file", "permit.supplement", "permit.decide", "summary.decide")


def decided_after_review(one: Decision) -> None:
    """No decision without a passed review of that version, by somebody who neither handles nor decides."""
    review, case = one.review, one.case
    assert (review.matter, review.version) == (case.pk, one.version), "reviewed was another version"
    assert review.passed and review.withdrawn is None, "a decision on a review that did not pass"
    assert review.reviewer not in case.handlers, "a handler reviewed"
    assert one.decided_by not in (*case.handlers, review.reviewer), "a handler or the reviewer decided"
    assert one.version == case.concluded, "what was decided is not what was concluded"
    if one.amount and one.revoked is None:
        who = case_reads.party(case.party_leaf)
        assert who is not None, "a decision against nobody"
        cases = [case.pk, *case_reads.same_act(who, case.item_id, case.act_on, case.pk)]
        fined = Decision.objects.filter(case__in=cases, amount__gt=0, revoked__isnull=True)
        assert fined.count() == 1, "one act was fined twice"


def seized_lawfully(one: Seizure) -> None:
    """Nothing is taken without approval or emergency, nor held beyond sixty days and the served tests."""
    approved = HeadsApproval.objects.filter(matter=one.matter, used=one.pk, word="approved").exists()
    inputs = reader.inputs(reader.leaf(int(one.pk)).entry)
    assert approved or inputs.get("emergency"), "taken without approval and without emergency"
    assert len(set(one.officers)) >= 2, "taken by one"
    assert 0 < one.days + one.extended_by <= LONGEST, "held longer than sixty days"
    held = next(m for m in measures.held(one.matter).measures if m.id == one.pk)
    tested = sum((last - first).days + 1 for first, last in held.testing)
    assert held.ends_on <= held.taken_on + timedelta(days=LONGEST + tested), "held longer than lawful"


def preserved_after_approval(one: Preserved) -> None:
    assert one.approval.matter == one.matter and one.approval.pk < one.pk, "preserved without approval"


def served_after_it_was_made(one: Service) -> None:
    """Nothing is served before it is made (on the spot, one act does both), nor in another matter."""
    made = one.paper.made_at.astimezone(CHINA).date()
    assert one.paper_id <= one.pk and one.served_on >= made, "served before it was made"
    assert one.paper.matter == one.matter, "served in another matter"


OF_ROWS: dict[type[Sealed], tuple[Callable[[Any], None], ...]] = {
    Decision: (decided_after_review,),
    Seizure: (seized_lawfully,),
    Preserved: (preserved_after_approval,),
    Service: (served_after_it_was_made,),
}
for _lawful in (LAWFUL, LAWFUL_ELSE):
    OF_ROWS |= {model: (*OF_ROWS.get(model, ()), *asked) for model, asked in _lawful.items()}
