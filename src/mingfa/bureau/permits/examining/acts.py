"""Examining: two staff, those concerned, hearings, special procedures, the proposal (行政许可法 34-48)."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.people.models import Role
from mingfa.bureau.permits import contents
from mingfa.bureau.permits.examining import inputs as forms
from mingfa.bureau.permits.examining import rules
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.gather import WHOSE, its_staff, the_permit
from mingfa.bureau.permits.models import Concerned, Opinion, SiteCheck, Special
from mingfa.bureau.permits.writes import row_of
from mingfa.bureau.records.filming.rules import BESIDE
from mingfa.bureau.records.filming.writes import keep_scene

HEADS, STAFF = [Role.HEAD, Role.DEPUTY], [Role.OFFICER]


@act(
    "permit.assign",
    "指派审查人员",
    who=[Role.UNIT_LEADER, *HEADS],
    inputs=forms.Assignment,
    see=the_permit,
    gates=[rules.two_staff_examine_it],
    matter=the_matter,
)
def assign(door: Door, facts: PermitFacts, given: forms.Assignment) -> None:
    """Name the two or more staff who examine an application."""
    row_of(door).handlers = list(dict.fromkeys(given.staff))


@act(
    "permit.check",
    "实地核查",
    who=STAFF,
    inputs=forms.SiteCheck,
    see=the_permit,
    gates=[
        rules.two_staff_examine_it,
        rules.the_check_is_in_order,
        rules.the_check_is_signed_or_says_why_not,
        rules.the_check_on_site_was_recorded,
        *BESIDE,
    ],
    matter=the_matter,
    paper="permit_site_record",
    mine=its_staff,
    whose=WHOSE,
)
def check(door: Door, facts: PermitFacts, given: forms.SiteCheck) -> None:
    """Record what two staff found when they checked the facts on the spot."""
    paper = door.paper("permit_site_record", contents.check_facts(facts, given))
    staff = list(dict.fromkeys(given.staff))
    door.add(SiteCheck(permit=row_of(door), staff=staff, number=paper.number, fits=given.fits))
    keep_scene(door, given, facts.scene, required=False)


@act(
    "permit.tell",
    "告知申请人、利害关系人权利",
    who=STAFF,
    inputs=forms.Telling,
    see=the_permit,
    gates=[rules.whoever_is_told_is_named],
    matter=the_matter,
    mine=its_staff,
    whose=WHOSE,
)
def tell(door: Door, facts: PermitFacts, given: forms.Telling) -> None:
    """Tell the applicant or a third party that they may speak and, where due, ask for a hearing."""
    kind = "permit_rights_notice" if given.whom == "applicant" else "interested_party_notice"
    request = str(inputs(leaf(facts.file.id).entry)["request"])
    door.paper(kind, contents.telling_facts(facts, given, request))
    door.add(Concerned(permit=row_of(door), whom=given.whom, hearing_offered=given.hearing))


@act(
    "permit.hear",
    "听取申请人、利害关系人意见",
    who=STAFF,
    inputs=forms.Said,
    see=the_permit,
    gates=[
        rules.it_was_said_by_somebody_concerned,
        rules.it_was_said_after_the_application,
        rules.the_permit_hearing_is_asked_for_in_time,
    ],
    matter=the_matter,
    mine=its_staff,
    whose=WHOSE,
)
def hear(door: Door, facts: PermitFacts, given: forms.Said) -> None:
    """Record what somebody concerned says, and whether a hearing is asked for or given up."""
    door.add(
        Opinion(
            permit=row_of(door),
            concerned_id=given.concerned,
            **given.model_dump(include={"made_on", "hearing_requested", "taken_back"}),
        )
    )


@act(
    "permit.call_hearing",
    "决定依职权听证",
    who=HEADS,
    inputs=forms.HearingCall,
    see=the_permit,
    gates=[rules.a_hearing_was_not_called_yet],
    matter=the_matter,
)
def call_hearing(door: Door, facts: PermitFacts, given: forms.HearingCall) -> None:
    """Decide that a hearing is held: a law asks for it, or the matter is of major public interest."""
    row_of(door).hearing_called = door.index


@act(
    "permit.set_apart",
    "告知特别程序所需时间",
    who=STAFF,
    inputs=forms.SpecialTime,
    see=the_permit,
    gates=[rules.the_time_needed_is_told_beforehand],
    matter=the_matter,
    paper="special_time_notice",
    mine=its_staff,
    whose=WHOSE,
)
def set_apart(door: Door, facts: PermitFacts, given: forms.SpecialTime) -> None:
    """Fix the days of a special procedure; once the notice is served they do not count."""
    door.paper("special_time_notice", contents.special_facts(facts, given))
    door.add(Special(permit=row_of(door), **given.model_dump(include={"kind", "from_on", "until_on"})))


@act(
    "permit.extend",
    "批准延长办理期限",
    who=HEADS,
    inputs=forms.Extension,
    see=the_permit,
    gates=[
        rules.it_is_extended_once,
        rules.its_term_still_runs,
        rules.a_joint_term_is_extended_by_the_government,
    ],
    matter=the_matter,
    paper="permit_extension",
)
def extend(door: Door, facts: PermitFacts, given: forms.Extension) -> None:
    """Extend the term once; the days count only when the notice with the reason is served."""
    accepted = facts.file.accepted_on
    assert accepted is not None, "only what is accepted is extended"
    pauses = facts.standing.pauses
    name, days = ("PERM-06", 15) if facts.guide.joint else ("PERM-05", 10)
    until = term(f"{name}.extended", accepted, facts.look.calendar, pauses=pauses).end
    door.paper("permit_extension", contents.extension_facts(facts, given, days, until))
    row = row_of(door)
    row.extended_by, row.extension = days, door.index


PROPOSING = [
    rules.the_facts_were_checked_on_site,
    rules.both_sides_were_told_of_the_hearing,
    rules.the_time_to_ask_for_a_hearing_is_over,
    rules.a_hearing_the_law_asks_for_was_called,
    rules.a_permit_hearing_was_held,
    rules.what_was_said_is_weighed,
    rules.a_refusal_gives_its_reasons,
    rules.what_is_granted_has_content_and_validity,
]


@act(
    "permit.conclude",
    "审查终结",
    who=STAFF,
    inputs=forms.Proposing,
    see=the_permit,
    gates=PROPOSING,
    matter=the_matter,
    paper="permit_report",
    mine=its_staff,
    whose=WHOSE,
)
def conclude(door: Door, facts: PermitFacts, given: forms.Proposing) -> None:
    """Propose what is to be decided; what must be reviewed goes to the legal office and nowhere else."""
    _propose(door, facts, given, "")
    door.outcome = "major" if given.grounds or facts.was_heard else "plain"


@act(
    "permit.reconclude",
    "听证、审核后提出审查意见",
    who=STAFF,
    inputs=forms.ProposingAfterHearing,
    see=the_permit,
    gates=[*PROPOSING, rules.it_follows_the_record_of_the_hearing],
    matter=the_matter,
    paper="permit_report",
    mine=its_staff,
    whose=WHOSE,
)
def reconclude(door: Door, facts: PermitFacts, given: forms.ProposingAfterHearing) -> None:
    """Propose on the record of the hearing, or anew after the review found problems."""
    _propose(door, facts, given, given.by_record)


def _propose(door: Door, facts: PermitFacts, given: forms.Proposing, by_record: str) -> None:
    row = row_of(door)
    row.proposal = given.model_dump(mode="json", exclude={"by_record"})
    row.concluded = door.index
    door.paper("permit_report", contents.report_facts(facts, given, by_record), f"{row.title}审查意见表")
