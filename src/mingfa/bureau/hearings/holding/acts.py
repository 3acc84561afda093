"""Appointing, postponing, holding a hearing and reporting on it (law.md §2.2 step 12; 行政处罚法 63-65)."""

from typing import Any

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.hearings.holding import inputs as forms
from mingfa.bureau.hearings.holding import rules
from mingfa.bureau.hearings.holding.contents import (
    appointment_facts,
    proceedings_facts,
    report_facts,
)
from mingfa.bureau.hearings.hooks import what_is_heard
from mingfa.bureau.hearings.models import Hearing
from mingfa.bureau.hearings.stopping.rules import (
    it_was_announced_where_the_law_asks,
)
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.filming.rules import ON_CAMERA
from mingfa.bureau.records.filming.writes import keep_scene

CONVENERS = [Role.REVIEW_HEAD, Role.HEAD]
CHAIRS = [Role.REVIEWER, Role.REVIEW_HEAD, Role.DEPUTY, Role.HEAD]


def the_hearing(look: Look[Any]) -> rules.Holding:
    """Gather what the gates of a hearing may see."""
    given = look.inputs if isinstance(look.inputs, forms.Appointment) else None
    parts = [given.chair, *given.hearers, given.recorder] if given else []
    named = people.named(list(dict.fromkeys(parts)), look.today)
    return rules.Holding(look=look, heard=what_is_heard(look), named=tuple(named))


def chairs_it(facts: rules.Holding) -> bool:
    """The chair holds the hearing."""
    return facts.hearing is not None and facts.hearing.chair == facts.by.id


def answers_for_it(facts: rules.Holding) -> bool:
    """The chair reports; where the chair is gone, the head of the legal office does."""
    return chairs_it(facts) or (facts.hearing is not None and Role.REVIEW_HEAD in facts.by.roles)


APPOINTING = [
    rules.seven_working_days_are_left_to_tell,
    rules.it_is_public_unless_the_law_closes_it,
    rules.nobody_who_investigated_conducts_it,
    rules.each_has_one_part_and_may_play_it,
]


@act(
    "hearing.schedule",
    "组织听证",
    who=CONVENERS,
    inputs=forms.Appointment,
    see=the_hearing,
    gates=[rules.a_hearing_is_to_be_held, rules.it_is_not_appointed_yet, *APPOINTING],
    matter=the_matter,
    paper="hearing_notice",
)
def schedule(door: Door, facts: rules.Holding, given: forms.Appointment) -> None:
    """Name time, place, chair, hearers and recorder of a hearing, and make the notice for the party."""
    door.paper("hearing_notice", appointment_facts(facts, given), f"{facts.heard.title}听证通知书")
    row = Hearing(matter=facts.heard.id)
    _appoint(row, given, door.index)
    door.add(row)


@act(
    "hearing.postpone",
    "延期听证",
    who=CONVENERS,
    inputs=forms.Postponement,
    see=the_hearing,
    gates=[rules.a_hearing_is_to_be_held, rules.it_was_appointed, *APPOINTING],
    matter=the_matter,
    paper="hearing_postponement",
)
def postpone(door: Door, facts: rules.Holding, given: forms.Postponement) -> None:
    """Name another time, or other people, with the reason; the party is told anew."""
    told = appointment_facts(facts, given) | {"reason": given.reason}
    door.paper("hearing_postponement", told, f"{facts.heard.title}延期听证通知书")
    row = _row(facts)
    _appoint(row, given, door.index)
    door.save(row)


@act(
    "hearing.hold",
    "举行听证",
    who=CHAIRS,
    inputs=forms.Proceedings,
    see=the_hearing,
    gates=[
        rules.a_hearing_is_to_be_held,
        rules.it_is_about_what_was_told,
        rules.its_notice_was_served_in_time,
        rules.it_is_not_suspended,
        it_was_announced_where_the_law_asks,
        rules.its_chair_did_not_investigate,
        rules.it_was_held_when_it_was_announced,
        rules.the_hearing_ended_after_it_began,
        rules.the_party_was_asked_for_objections,
        rules.what_was_said_of_recusal_was_decided,
        rules.one_or_two_agents_come_with_authority,
        rules.an_absence_is_explained,
        rules.both_sides_were_heard,
        rules.the_record_is_signed_or_the_chair_notes_why,
        rules.the_hearing_was_recorded_in_sound_and_picture,
        *ON_CAMERA,
    ],
    matter=the_matter,
    paper="hearing_record",
    mine=chairs_it,
    whose="听证主持人",
)
def hold(door: Door, facts: rules.Holding, given: forms.Proceedings) -> None:
    """Record the hearing: who came, what both sides said, who signed; or that the party stayed away."""
    evidence = {e.id: e.name for e in records.recorded(facts.heard.id).evidence}
    paper = door.paper(
        "hearing_record", proceedings_facts(facts, given, evidence), f"{facts.heard.title}听证笔录"
    )
    row = _row(facts)
    row.held, row.attendance, row.record_number = door.index, given.attendance, paper.number
    door.save(row)
    keep_scene(door, given, facts.scene, required=False)


@act(
    "hearing.report",
    "提交听证报告",
    who=CHAIRS,
    inputs=forms.Report,
    see=the_hearing,
    gates=[rules.its_report_is_awaited],
    matter=the_matter,
    paper="hearing_report",
    mine=answers_for_it,
    whose="听证主持人或者法制审核机构负责人",
)
def report(door: Door, facts: rules.Holding, given: forms.Report) -> None:
    """Report what the hearing showed and propose what becomes of the penalty."""
    paper = door.paper("hearing_report", report_facts(facts, given), f"{facts.heard.title}听证报告")
    row = _row(facts)
    row.reported, row.opinion, row.report_number = door.index, given.opinion, paper.number
    door.save(row)


def _appoint(row: Hearing, given: forms.Appointment, notice: int) -> None:
    row.starts_at, row.venue, row.notice = given.starts_at, given.venue, notice
    row.chair, row.hearers, row.recorder = given.chair, given.hearers, given.recorder
    row.closed_because, row.suspended = given.closed_because or "", None


def _row(facts: rules.Holding) -> Hearing:
    return Hearing.objects.get(pk=facts.appointed.id)
