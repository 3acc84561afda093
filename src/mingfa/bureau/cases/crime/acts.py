"""Handing a suspected crime to the police (处罚法 27; 移送规定 5-10): report, approval, hand-over, answer."""

from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases.closing.rules import everything_held_goes_along, nothing_is_left_preserved
from mingfa.bureau.cases.crime import rules
from mingfa.bureau.cases.detours import inputs as forms
from mingfa.bureau.cases.detours.contents import crime_facts
from mingfa.bureau.cases.filing.rules import the_approver_is_not_a_handler
from mingfa.bureau.cases.gather import OFFICER, WHOSE, its_handler, the_case
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid


@act(
    "crime.report",
    "报告涉嫌犯罪",
    who=OFFICER,
    inputs=forms.CrimeReport,
    see=the_case,
    gates=[the_certificate_is_valid, rules.a_team_of_two_reports],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def report(door: Door, facts: seen.CaseFacts, given: forms.CrimeReport) -> None:
    """Report to the head in writing that a crime is suspected; from now on nothing else goes on."""


@act(
    "crime.decide",
    "审批移送涉嫌犯罪案件",
    who=[Role.HEAD],
    inputs=forms.CrimeWord,
    see=the_case,
    gates=[
        the_approver_is_not_a_handler,
        rules.the_head_decides_within_three_days,
        rules.a_refusal_to_hand_over_has_its_reason,
    ],
    matter=the_matter,
)
def decide(door: Door, facts: seen.CaseFacts, given: forms.CrimeWord) -> None:
    """Approve handing the case to the police, or not, with the reason on record."""
    door.outcome = "handed" if given.approved else "not_handed"


@act(
    "crime.hand_over",
    "移送公安机关",
    who=OFFICER,
    inputs=forms.HandingOver,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        rules.it_was_handed_over_after_the_approval,
        rules.it_was_handed_over_within_a_day,
        rules.everything_goes_along,
        nothing_is_left_preserved,
        everything_held_goes_along,
    ],
    matter=the_matter,
    paper="crime_transfer",
    mine=its_handler,
    whose=WHOSE,
)
def hand_over(door: Door, facts: seen.CaseFacts, given: forms.HandingOver) -> None:
    """Hand the case to the police of the same level with everything that belongs to it."""
    door.paper("crime_transfer", crime_facts(facts, given), f"{door.look.matter.title}涉嫌犯罪案件移送书")


@act(
    "crime.reply",
    "登记公安机关答复",
    who=OFFICER,
    inputs=forms.PoliceReply,
    see=the_case,
    gates=[rules.the_police_answered_after_the_hand_over, rules.what_the_police_refused_goes_on_here],
    matter=the_matter,
    mine=its_handler,
    whose=WHOSE,
)
def reply(door: Door, facts: seen.CaseFacts, given: forms.PoliceReply) -> None:
    """Record whether the police file a case; if not, the case goes on here (移送规定 10)."""
    door.outcome = "crime_filed" if given.filed else "crime_not_filed"
