"""What comes in from applicants, the reconsideration body and the court, and what came of it."""

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.remedies import inputs, rules
from mingfa.bureau.remedies.contents import stay_facts
from mingfa.bureau.remedies.gather import HEADS, OURS, WHOSE, named_row, ours, the_remedy
from mingfa.bureau.remedies.models import Application, Opinion, Remedy, Stay


@act(
    "remedy.hand_in",
    "登记当面提交的复议申请",
    who=OURS,
    inputs=inputs.HandIn,
    see=the_remedy,
    gates=[
        rules.something_can_be_challenged,
        rules.what_is_challenged_is_of_this_matter,
        rules.what_came_in_is_dated_in_order,
        rules.it_may_be_handed_in_at_the_bureau,
    ],
    matter=the_matter,
    mine=ours,
    whose=WHOSE,
)
def hand_in(door: Door, facts: rules.Remedying, given: inputs.HandIn) -> None:
    """Register an application for reconsideration that was handed in at the bureau."""
    door.add(Application(**_of(facts), received_on=given.received_on))


@act(
    "remedy.accept",
    "登记复议、应诉通知",
    who=OURS,
    inputs=inputs.Acceptance,
    see=the_remedy,
    gates=[
        rules.something_can_be_challenged,
        rules.what_is_challenged_is_of_this_matter,
        rules.what_came_in_is_dated_in_order,
        rules.reconsideration_comes_first_on_the_spot,
        rules.the_body_is_the_government_of_this_level,
        rules.it_was_sought_in_its_time,
        rules.no_other_remedy_is_under_way,
    ],
    matter=the_matter,
    mine=ours,
    whose=WHOSE,
)
def accept(door: Door, facts: rules.Remedying, given: inputs.Acceptance) -> None:
    """Register that a reconsideration or a suit was taken up; from here our term to answer runs."""
    door.add(
        Remedy(
            **_of(facts),
            **given.model_dump(include={"kind", "body", "document", "applied_on", "received_on"}),
            simplified=given.simplified and given.kind == "reconsideration",
        )
    )


@act(
    "remedy.suspend",
    "停止执行",
    who=HEADS,
    inputs=inputs.Stopping,
    see=the_remedy,
    gates=[
        rules.the_remedy_is_under_way,
        rules.stopping_stands_on_somebodys_word,
        rules.it_is_not_stopped_already,
        rules.the_day_lies_within_the_remedy,
    ],
    matter=the_matter,
    paper="stay_notice",
)
def suspend(door: Door, facts: rules.Remedying, given: inputs.Stopping) -> None:
    """Stop enforcement while a remedy runs, by our own will or because we are told to; tell the party."""
    door.paper("stay_notice", stay_facts(facts, given))
    door.add(
        Stay(remedy=named_row(facts), **given.model_dump(include={"ground", "since", "document"})),
    )


@act(
    "remedy.resume",
    "恢复执行",
    who=HEADS,
    inputs=inputs.Resumption,
    see=the_remedy,
    gates=[rules.the_remedy_is_under_way, rules.it_was_stopped_before_it_goes_on],
    matter=the_matter,
)
def resume(door: Door, facts: rules.Remedying, given: inputs.Resumption) -> None:
    """Go on with enforcement before the remedy has ended."""
    assert facts.remedy is not None and facts.remedy.stay is not None, "the gate on the stay has passed"
    row = Stay.objects.get(pk=facts.remedy.stay.id)
    row.until = given.until
    door.save(row)


@act(
    "remedy.conclude",
    "登记复议、诉讼结果",
    who=OURS,
    inputs=inputs.Result,
    see=the_remedy,
    gates=[
        rules.the_remedy_is_under_way,
        rules.the_day_lies_within_the_remedy,
        rules.the_end_names_its_document,
        rules.what_was_lost_says_why,
        rules.a_changed_fine_says_what_is_left_of_it,
        rules.a_ruling_makes_it_no_worse,
    ],
    matter=the_matter,
    mine=ours,
    whose=WHOSE,
)
def conclude(door: Door, facts: rules.Remedying, given: inputs.Result) -> None:
    """Register how a remedy ended; a decision that fell is then taken back by `decision.revoke`.

    Where a fine was changed, what is left of it is what execution asks for from then on.
    """
    row = named_row(facts)
    row.outcome, row.ruling, row.ended_on = given.outcome, given.ruling, given.ended_on
    row.grounds, row.fine = list(given.grounds), given.fine
    door.save(row)


@act(
    "remedy.receive_opinion",
    "登记复议意见书",
    who=OURS,
    inputs=inputs.OpinionReceived,
    see=the_remedy,
    gates=[
        rules.something_can_be_challenged,
        rules.what_is_challenged_is_of_this_matter,
        rules.what_came_in_is_dated_in_order,
    ],
    matter=the_matter,
    mine=ours,
    whose=WHOSE,
)
def receive_opinion(door: Door, facts: rules.Remedying, given: inputs.OpinionReceived) -> None:
    """Register a written opinion of the reconsideration body; sixty days to correct and report."""
    door.add(Opinion(**_of(facts), **given.model_dump(include={"document", "received_on"})))


def _of(facts: rules.Remedying) -> dict[str, int]:
    assert facts.subject is not None, "the gate on what is challenged has passed"
    return {"matter": int(facts.look.matter.pk), "decision": facts.subject.decision}
