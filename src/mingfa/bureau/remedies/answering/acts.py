"""What goes out: an application handed on, evidence and answer, a report on what was corrected."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.remedies import contents, inputs, rules
from mingfa.bureau.remedies.answering import rules as sending
from mingfa.bureau.remedies.gather import HEADS, OURS, WHOSE, named_row, ours, the_remedy
from mingfa.bureau.remedies.models import Application, Opinion, Supplement


@act(
    "remedy.forward",
    "转送复议申请",
    who=OURS,
    inputs=inputs.Forwarding,
    see=the_remedy,
    gates=[
        sending.the_application_waits_to_be_handed_on,
        rules.the_body_is_the_government_of_this_level,
        sending.it_is_handed_on_in_five_working_days,
    ],
    matter=the_matter,
    paper="forwarding_letter",
    mine=ours,
    whose=WHOSE,
)
def forward(door: Door, facts: rules.Remedying, given: inputs.Forwarding) -> None:
    """Hand an application on to the reconsideration body, because the decision is to be upheld."""
    assert facts.application is not None, "the gate on the application has passed"
    row = Application.objects.get(pk=facts.application.id)
    row.number = door.paper("forwarding_letter", contents.forwarding_facts(facts, given)).number
    row.forwarded = door.index
    door.save(row)


@act(
    "remedy.list_evidence",
    "列明证据、拟制答复",
    who=OURS,
    inputs=inputs.EvidenceList,
    see=the_remedy,
    gates=[
        rules.the_remedy_is_under_way,
        sending.it_is_answered_once,
        sending.something_is_handed_in,
        sending.what_is_handed_in_predates_the_decision,
        sending.no_paper_is_younger_than_the_decision,
        sending.nothing_excluded_is_handed_in,
    ],
    matter=the_matter,
    paper="evidence_list",
    mine=ours,
    whose=WHOSE,
)
def list_evidence(door: Door, facts: rules.Remedying, given: inputs.EvidenceList) -> None:
    """List evidence and basis, and draft the answer; a new list replaces the old one."""
    row = named_row(facts)
    door.paper("evidence_list", contents.list_facts(facts, given))
    row.listed = door.index
    door.save(row)


@act(
    "remedy.answer",
    "提交答复（答辩）",
    who=HEADS,
    inputs=inputs.Answer,
    see=the_remedy,
    gates=[
        rules.the_remedy_is_under_way,
        sending.evidence_and_basis_go_with_the_answer,
        sending.it_is_answered_once,
        sending.the_reconsideration_body_is_answered_in_time,
        sending.the_court_is_answered_in_time,
    ],
    matter=the_matter,
    paper="reconsideration_answer",
)
def answer(door: Door, facts: rules.Remedying, given: inputs.Answer) -> None:
    """Approve the answer; it goes out with evidence and basis."""
    row = named_row(facts)
    kind = "reconsideration_answer" if row.kind == "reconsideration" else "litigation_answer"
    door.paper(kind, contents.answer_facts(facts, given))
    row.answered = door.index
    door.save(row)


@act(
    "remedy.supplement",
    "补充证据",
    who=OURS,
    inputs=inputs.Addition,
    see=the_remedy,
    gates=[rules.the_remedy_is_under_way, sending.more_evidence_has_leave],
    matter=the_matter,
    mine=ours,
    whose=WHOSE,
)
def supplement(door: Door, facts: rules.Remedying, given: inputs.Addition) -> None:
    """Add evidence with leave; it lies apart from the evidence on which the decision stands."""
    door.add(
        Supplement(remedy=named_row(facts), name=given.name, sha256=given.file.sha256, consent=given.consent)
    )


@act(
    "remedy.report",
    "报送纠正情况",
    who=HEADS,
    inputs=inputs.Report,
    see=the_remedy,
    gates=[sending.the_opinion_waits_for_its_report, sending.the_correction_is_reported_in_sixty_days],
    matter=the_matter,
    paper="correction_report",
)
def report(door: Door, facts: rules.Remedying, given: inputs.Report) -> None:
    """Report to the reconsideration body what was corrected."""
    assert facts.opinion is not None, "the gate on the opinion has passed"
    row = Opinion.objects.get(pk=facts.opinion.id)
    row.number = door.paper("correction_report", contents.report_facts(facts, given)).number
    row.reported = door.index
    door.save(row)
