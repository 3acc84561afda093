"""How a content leaves the public, or never gets there (plan 1.4.e; 处罚法 48; 信息公开条例 14-16)."""

from mingfa.bureau.disclosure import inputs, rules
from mingfa.bureau.disclosure.gather import belongs_to_its_matter, is_theirs, row_of, the_publication
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.writes import public_words, taken_down
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.people.models import Role


@act(
    "disclosure.withdraw",
    "撤下公示信息",
    who=[Role.PUBLICITY, Role.HEAD, Role.SYSTEM],
    inputs=inputs.Withdrawal,
    see=the_publication,
    gates=[
        rules.this_step_of_publication_is_next,
        rules.the_ground_for_withdrawal_is_on_record,
        rules.it_comes_down_in_three_working_days,
    ],
    mine=is_theirs,
    whose="公示管理员",
)
def withdraw(door: Door, facts: rules.Disclosing, given: inputs.Withdrawal) -> None:
    """Take a content down and say why; its number, its dates and the reason stay public.

    Words that would name somebody are masked in public: nothing stays up because of how its end is worded.
    """
    taken_down(door, row_of(door, facts), given.code, public_words(facts, given.code, given.words))


@act(
    "disclosure.exempt",
    "审定不予公开",
    who=[Role.HEAD, Role.DEPUTY],
    inputs=inputs.Exempting,
    see=the_publication,
    gates=[
        rules.it_is_a_decision_for_the_public,
        rules.it_is_not_public_yet,
        rules.what_has_social_impact_stays_public,
    ],
    mine=is_theirs,
    whose="负责人",
)
def exempt(door: Door, facts: rules.Disclosing, given: inputs.Exempting) -> None:
    """Decide that a decision is lawfully not published, with the ground and the opinion on record."""
    belongs_to_its_matter(door, facts)
    one = facts.of
    assert one is not None and facts.term is not None, "the gate on decisions has passed"
    if facts.publication is not None and facts.publication.is_open:
        row = Publication.objects.get(pk=facts.publication.id)
        row.state, row.reason, row.reviewer = "exempt", given.reason, facts.by.id
        door.save(row)
        return
    door.add(
        Publication(
            ref=door.random("ref"),
            kind=one.kind,
            decision=one.id,
            unit_id=one.unit,
            state="exempt",
            title=f"{one.cause}案" if one.kind == "penalty" else one.cause,
            number=one.number,
            due_on=facts.term.end,
            author=facts.by.id,
            reason=given.reason,
        )
    )
