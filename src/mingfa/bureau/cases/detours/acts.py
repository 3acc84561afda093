"""Where a case leaves the straight way: longer, not filed, joined, stopped, or gone to another agency."""

from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases.closing.rules import ENDING
from mingfa.bureau.cases.detours import inputs as forms
from mingfa.bureau.cases.detours import rules
from mingfa.bureau.cases.detours.contents import not_filing_facts, referral_facts
from mingfa.bureau.cases.filing.rules import the_approver_is_not_a_handler
from mingfa.bureau.cases.gather import HEADS, OFFICER, WHOSE, its_handler, the_case, the_referral
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.people.rules import the_certificate_is_valid

BY_ANOTHER: Gate[seen.CaseFacts] = the_approver_is_not_a_handler


@act(
    "clue.extend",
    "延长线索核查期限",
    who=HEADS,
    inputs=forms.MoreTime,
    see=the_case,
    gates=[
        the_approver_is_not_a_handler,
        rules.the_clue_was_not_given_longer_yet,
        rules.the_clue_is_given_longer_in_its_time,
    ],
    matter=the_matter,
)
def extend_clue(door: Door, facts: seen.CaseFacts, given: forms.MoreTime) -> None:
    """Give the verification of a clue ten working days more, once."""


@act(
    "case.refuse_filing",
    "审批不予立案",
    who=HEADS,
    inputs=forms.NotFiling,
    see=the_case,
    gates=[the_approver_is_not_a_handler, rules.sending_a_clue_back_says_what_is_missing, *ENDING],
    matter=the_matter,
    paper="not_filing_approval",
)
def refuse_filing(door: Door, facts: seen.CaseFacts, given: forms.NotFiling) -> None:
    """Agree that no case is filed, or send the clue back to be verified further."""
    door.outcome = "refused" if given.agreed else "returned"
    if given.agreed:
        title = f"{door.look.matter.title}不予立案审批表"
        door.paper("not_filing_approval", not_filing_facts(facts, given), title)


@act(
    "complainant.tell",
    "告知举报人不予立案",
    who=OFFICER,
    inputs=forms.Told,
    see=the_case,
    gates=[rules.somebody_complained, rules.they_were_told_after_it_was_decided],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def tell_complainant(door: Door, facts: seen.CaseFacts, given: forms.Told) -> None:
    """Tell whoever complained, or handed the clue over, that no case is filed, and why."""


@act(
    "case.merge",
    "并入已有案件",
    who=OFFICER,
    inputs=forms.Merging,
    see=the_case,
    gates=[the_certificate_is_valid, rules.the_other_case_is_about_the_same_item, *ENDING],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def merge(door: Door, facts: seen.CaseFacts, given: forms.Merging) -> None:
    """Let a clue go into the case that is about the same act already."""


@act(
    "case.suspend",
    "中止调查",
    who=HEADS,
    inputs=forms.Suspension,
    see=the_case,
    gates=[the_approver_is_not_a_handler, rules.stopping_names_its_basis],
    matter=the_matter,
)
def suspend(door: Door, facts: seen.CaseFacts, given: forms.Suspension) -> None:
    """Stop the investigation while nothing can be done, on a basis in law."""


@act(
    "case.resume",
    "恢复调查",
    who=HEADS,
    inputs=forms.Resumption,
    see=the_case,
    gates=[BY_ANOTHER],
    matter=the_matter,
)
def resume(door: Door, facts: seen.CaseFacts, given: forms.Resumption) -> None:
    """Go on with an investigation that was stopped."""


@act(
    "case.refer",
    "移送有管辖权的机关",
    who=HEADS,
    inputs=forms.Referral,
    see=the_case,
    gates=[the_approver_is_not_a_handler, rules.who_filed_first_keeps_the_case, *ENDING],
    matter=the_matter,
    paper="referral_letter",
)
def refer(door: Door, facts: seen.CaseFacts, given: forms.Referral) -> None:
    """Send a case to the agency that has jurisdiction, with its materials."""
    door.paper("referral_letter", referral_facts(facts, given), f"{door.look.matter.title}移送函")


@act(
    "referral.reply",
    "登记移送回执",
    who=OFFICER,
    inputs=forms.ReferralReply,
    see=the_referral,
    gates=[
        rules.the_case_was_not_taken_over_yet,
        rules.the_answer_came_after_the_referral,
        rules.a_refused_referral_has_its_reason,
    ],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def reply(door: Door, facts: seen.CaseFacts, given: forms.ReferralReply) -> None:
    """Record whether the other agency took the case over; if not, it comes back to where it was."""
    back = "back_to_filed" if facts.file.filed_on else "back_to_clue"
    door.outcome = "accepted" if given.accepted else back


@act(
    "jurisdiction.negotiate",
    "协商管辖争议",
    who=OFFICER,
    inputs=forms.Negotiation,
    see=the_case,
    gates=[rules.the_dispute_was_talked_over_after_it_arose, rules.the_dispute_was_talked_over_in_time],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def negotiate(door: Door, facts: seen.CaseFacts, given: forms.Negotiation) -> None:
    """Record how a dispute over jurisdiction was talked over with the other agency."""


@act(
    "jurisdiction.designate",
    "登记指定管辖",
    who=OFFICER,
    inputs=forms.Designation,
    see=the_case,
    gates=[rules.a_designation_names_whom_and_when],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def designate(door: Door, facts: seen.CaseFacts, given: forms.Designation) -> None:
    """Record which agency the common superior designated."""
