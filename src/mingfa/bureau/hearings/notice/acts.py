"""Telling the party of a proposed penalty, and hearing it (law.md §2.2 steps 10 and 11)."""

from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles, the_matter
from mingfa.bureau.hearings import reads
from mingfa.bureau.hearings.models import Notice, Statement
from mingfa.bureau.hearings.notice import inputs, rules
from mingfa.bureau.hearings.notice.contents import notice_facts, review_facts, statement_facts, waiver_facts
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.records import reads as records


def the_telling(look: Look[Any]) -> rules.Telling:
    """Gather what the gates of notices and statements may see."""
    case = cases.case(look.matter.pk)
    assert case is not None, "what is told belongs to a case"
    return rules.Telling(
        look=look,
        case=case,
        standing=reads.standing(case, look.today, look.calendar, look.config),
        officers=tuple(people.named(getattr(look.inputs, "officers", []), look.today)),
        unset=tuple(name for name in rules.LOCAL if look.config.recorded(name, look.today) is None),
    )


def its_handler(facts: rules.Telling) -> bool:
    """What the party says is recorded by the handlers."""
    return handles(facts.look)


@act(
    "notice.issue",
    "处罚告知",
    who=[Role.HEAD, Role.DEPUTY, Role.UNIT_LEADER],
    inputs=inputs.Telling,
    see=the_telling,
    gates=[
        rules.there_is_a_penalty_to_tell_of,
        rules.the_notice_is_not_issued_by_a_handler,
        rules.the_local_numbers_are_set,
        rules.nothing_is_heavier_because_the_party_spoke,
    ],
    matter=the_matter,
    paper="penalty_notice",
)
def issue(door: Door, facts: rules.Telling, given: inputs.Telling) -> None:
    """Tell the party of the proposed penalty, its facts, reasons and basis, and of its rights."""
    case, proposal = facts.case, facts.case.proposal
    assert proposal is not None, "the gate on the proposal has passed"
    threshold = facts.look.local("hearing_unit_fen" if case.is_unit else "hearing_person_fen")
    hearing = rules.a_hearing_is_due(proposal, threshold)
    paper = door.paper(
        "penalty_notice",
        notice_facts(facts, records.recorded(case.id), hearing=hearing),
        f"{case.title}行政处罚告知书",
    )
    door.add(
        Notice(
            case_id=case.id,
            number=paper.number,
            version=proposal.version,
            kinds=list(proposal.kinds),
            amount=proposal.amount,
            gains=proposal.confiscated,
            told=rules.what_is_told(proposal),
            hearing_offered=hearing,
            issued_on=facts.today,
        )
    )


@act(
    "statement.hear",
    "听取陈述、申辩",
    who=[Role.OFFICER],
    inputs=inputs.Spoken,
    see=the_telling,
    gates=[
        the_certificate_is_valid,
        rules.it_was_said_after_the_notice,
        rules.two_officers_heard_what_was_said,
        rules.a_hearing_is_a_right_in_this_case,
        rules.the_hearing_is_asked_for_in_time,
    ],
    matter=the_matter,
    paper="statement_record",
    mine=its_handler,
    whose="本案承办人",
)
def hear(door: Door, facts: rules.Telling, given: inputs.Spoken) -> None:
    """Record what the party says to the notice, point by point, and whether it asks for a hearing."""
    door.paper("statement_record", statement_facts(facts, given))
    door.add(
        _statement(
            facts,
            kind="statement" if given.points else "none",
            made_on=given.made_on,
            points=len(given.points),
            hearing_requested=given.hearing_requested,
        )
    )


@act(
    "statement.waive",
    "记录放弃陈述、申辩、听证",
    who=[Role.OFFICER],
    inputs=inputs.Waiver,
    see=the_telling,
    gates=[
        the_certificate_is_valid,
        rules.it_was_said_after_the_notice,
        rules.rights_are_waived_only_once_told,
        rules.the_waiver_is_explicit,
    ],
    matter=the_matter,
    paper="rights_waiver",
    mine=its_handler,
    whose="本案承办人",
)
def waive(door: Door, facts: rules.Telling, given: inputs.Waiver) -> None:
    """Record that the party explicitly gave up its right to speak or to a hearing, or took a request back."""
    door.paper("rights_waiver", waiver_facts(facts, given))
    door.add(
        _statement(
            facts,
            kind="waiver",
            made_on=given.made_on,
            points=0,
            hearing_requested=False,
            waived=sorted(set(given.rights)),
        )
    )


@act(
    "statement.answer",
    "复核陈述、申辩意见",
    who=[Role.OFFICER],
    inputs=inputs.Answers,
    see=the_telling,
    gates=[
        the_certificate_is_valid,
        rules.there_are_points_to_answer,
        rules.every_open_point_gets_one_answer,
    ],
    matter=the_matter,
    paper="statement_review",
    mine=its_handler,
    whose="本案承办人",
)
def answer(door: Door, facts: rules.Telling, given: inputs.Answers) -> None:
    """Answer every open point: adopted or not, and why."""
    door.paper("statement_review", review_facts(facts, given))
    for row in Statement.objects.filter(pk__in={a.statement for a in given.answers}).order_by("pk"):
        row.answered = door.index
        door.save(row)


def _statement(facts: rules.Telling, **fields: Any) -> Statement:
    assert facts.standing.notice is not None, "the gate on the notice has passed"
    return Statement(case_id=facts.case.id, notice_id=facts.standing.notice.id, **fields)
