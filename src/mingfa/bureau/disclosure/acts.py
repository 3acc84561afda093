"""Collect, hand over, review, publish, correct (plan 1.1.b, 1.4.d); loads the room's other acts."""

from mingfa.bureau.disclosure import inputs, rules
from mingfa.bureau.disclosure.gather import belongs_to_its_matter, is_theirs, row_of, the_publication
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.writes import collected, put_in_public
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.people.models import Role


@act(
    "disclosure.collect",
    "采集公示信息",
    who=[Role.OFFICER, Role.PUBLICITY],
    inputs=inputs.Collection,
    see=the_publication,
    gates=[
        rules.it_is_a_decision_for_the_public,
        rules.it_is_not_on_its_way_already,
        rules.the_decision_still_stands,
        rules.the_party_is_no_minor,
        rules.the_party_is_no_child,
        rules.no_illness_becomes_public,
        rules.the_matter_is_not_restricted,
        rules.the_public_interest_is_recorded,
        rules.the_applicants_secrets_are_not_opened_unasked,
    ],
    mine=is_theirs,
    whose="作出决定的承办机构或者公示管理员",
)
def collect(door: Door, facts: rules.Disclosing, given: inputs.Collection) -> None:
    """Collect what is to be public from the recorded facts of a decision, masked; nothing is typed again."""
    belongs_to_its_matter(door, facts)
    draft, digest = collected(door, facts, given)
    assert facts.of is not None and facts.term is not None, "the gate on decisions has passed"
    row = None
    if facts.publication is not None and facts.publication.state == "collected":
        row = Publication.objects.get(pk=facts.publication.id)
    row = row or Publication(
        ref=door.random("ref"), kind=facts.of.kind, decision=given.decision, unit_id=facts.of.unit
    )
    row.state, row.author, row.draft = "collected", facts.by.id, door.index
    row.title, row.number = draft["notice"]["title"], draft["notice"]["number"]
    row.full_text, row.due_on, row.served_digest = given.full_text, facts.term.end, digest
    row.handed_by = row.reviewer = None
    if row.pk is None:
        door.add(row)
    else:
        door.save(row)


@act(
    "disclosure.hand_over",
    "移交公示信息",
    who=[Role.UNIT_LEADER],
    inputs=inputs.HandOver,
    see=the_publication,
    gates=[rules.this_step_of_publication_is_next, rules.the_decision_still_stands],
    mine=is_theirs,
    whose="承办机构负责人",
)
def hand_over(door: Door, facts: rules.Disclosing, given: inputs.HandOver) -> None:
    """Hand a collected content over to the publicity office, on the word of the unit's leader."""
    row = row_of(door, facts)
    row.state, row.handed_by = "handed_over", facts.by.id
    door.save(row)


@act(
    "disclosure.review",
    "公示前审核",
    who=[Role.PUBLICITY],
    inputs=inputs.Examination,
    see=the_publication,
    gates=[
        rules.this_step_of_publication_is_next,
        rules.the_reviewer_is_not_the_author,
        rules.the_decision_still_stands,
        rules.nothing_protected_can_be_read,
    ],
    mine=is_theirs,
    whose="公示管理员",
)
def review(door: Door, facts: rules.Disclosing, given: inputs.Examination) -> None:
    """Review a content before it goes public: pass it, or return it to be collected again."""
    row = row_of(door, facts)
    door.outcome = "pass" if given.passed else "returned"
    row.state, row.reviewer = ("reviewed", facts.by.id) if given.passed else ("collected", None)
    door.save(row)


@act(
    "disclosure.publish",
    "发布公示信息",
    who=[Role.PUBLICITY],
    inputs=inputs.Release,
    see=the_publication,
    gates=[
        rules.this_step_of_publication_is_next,
        rules.somebody_else_reviewed_it,
        rules.the_decision_still_stands,
        rules.nothing_protected_can_be_read,
        rules.what_is_shown_was_served,
        rules.it_is_published_in_time,
    ],
    mine=is_theirs,
    whose="公示管理员",
)
def publish(door: Door, facts: rules.Disclosing, given: inputs.Release) -> None:
    """Publish a reviewed content: from now on everybody can read it and check it against the public log."""
    put_in_public(door, facts, row_of(door, facts))


@act(
    "disclosure.revise",
    "提出公示更正",
    who=[Role.OFFICER, Role.PUBLICITY],
    inputs=inputs.Revision,
    see=the_publication,
    gates=[
        rules.this_step_of_publication_is_next,
        rules.the_decision_still_stands,
        rules.nothing_protected_can_be_read,
    ],
    mine=is_theirs,
    whose="作出决定的承办机构或者公示管理员",
)
def revise(door: Door, facts: rules.Disclosing, given: inputs.Revision) -> None:
    """Prepare a correction, built again from the record; what is public stays until it is passed."""
    row = row_of(door, facts)
    collected(door, facts, given)
    row.state, row.author, row.draft, row.full_text = "revised", facts.by.id, door.index, given.full_text
    door.save(row)


@act(
    "disclosure.replace",
    "审核并更正公示",
    who=[Role.PUBLICITY],
    inputs=inputs.Examination,
    see=the_publication,
    gates=[
        rules.this_step_of_publication_is_next,
        rules.the_correction_is_passed_by_another,
        rules.the_decision_still_stands,
        rules.nothing_protected_can_be_read,
    ],
    mine=is_theirs,
    whose="公示管理员",
)
def replace(door: Door, facts: rules.Disclosing, given: inputs.Examination) -> None:
    """Put a passed correction in the place of what was public, with its reason; or turn it down."""
    row = row_of(door, facts)
    door.outcome = "pass" if given.passed else "returned"
    if given.passed:
        put_in_public(door, facts, row)
        return
    row.state, row.draft = "published", row.shown
    door.save(row)
