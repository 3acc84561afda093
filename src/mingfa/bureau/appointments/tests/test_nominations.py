"""Leading posts take two hands, never one's own, and a document; the founding is the exception."""

from datetime import date

import pytest

from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.people import reads
from mingfa.bureau.people.actors import LEADING
from mingfa.bureau.people.models import Role
from mingfa.example.asking import misread, refused
from mingfa.example.cases import Play

DOCUMENT = "示例任〔2026〕9号"
QUALIFIED = {"legal_qualification": "示A20260000000077"}
ALONE = {"leading_posts_take_two_hands": "PI-10"}


@pytest.fixture
def works(stage, cast):
    """The bureau works: its first matter is begun."""
    play = Play(stage, cast)
    play.register()
    return play


@pytest.fixture
def newcomer(stage, cast):
    person = {"name": "示例新人", "unit": cast.units["法制室"], **QUALIFIED}
    return stage.act("person.enroll", cast.appointer, **person).index


def post(person, role="deputy", **over):
    return {"person": person, "role": role, "since": "2026-09-07", "document": DOCUMENT, **over}


def nominate(stage, cast, person, role="deputy"):
    return stage.act("person.nominate", cast.appointer, **post(person, role)).index


@pytest.mark.rule("PI-10")
@pytest.mark.parametrize("role", LEADING)
def test_no_single_hand_gives_a_leading_post(works, stage, cast, newcomer, role):
    """The personnel officer made herself head by one act; nor does she make anybody else."""
    assert refused(stage.act, "person.appoint", cast.appointer, **post(newcomer, role)) == ALONE
    if role != "appointer":
        own = refused(stage.act, "person.appoint", cast.appointer, **post(cast.appointer, role))
        assert own.items() >= ALONE.items()
    nominated = nominate(stage, cast, newcomer, role)
    assert role not in reads.actor(newcomer, date(2026, 9, 7)).roles
    stage.act("person.confirm", cast.head, nomination=nominated, compared=True)
    assert role in reads.actor(newcomer, date(2026, 9, 7)).roles


@pytest.mark.rule("PI-10")
def test_nobody_has_a_hand_in_their_own_post(works, stage, cast, newcomer):
    own = refused(stage.act, "person.nominate", cast.appointer, **post(cast.appointer))
    assert own == {"nobody_appoints_themselves": "PI-10"}
    nominated = nominate(stage, cast, cast.supervisor)
    second = {"a_second_hand_confirms_it": "PI-10"}
    for who in (cast.appointer, cast.supervisor):
        assert refused(stage.act, "person.confirm", who, nomination=nominated, compared=True) == second
    assert refused(stage.act, "person.confirm", cast.head, nomination=nominated) == second
    with pytest.raises(NotYours):
        stage.act("person.confirm", cast.publicity, nomination=nominated, compared=True)
    stage.act("person.confirm", cast.deputies[0], nomination=nominated, compared=True)
    again = refused(stage.act, "person.confirm", cast.head, nomination=nominated, compared=True)
    assert again == {"a_nomination_waits_to_be_confirmed": "PI-10"}


@pytest.mark.rule("PI-10")
def test_the_grant_names_its_document(works, stage, cast, newcomer):
    assert set(misread(stage.act, "person.nominate", cast.appointer, **post(newcomer, document=" "))) == {
        "document"
    }


@pytest.mark.rule("PI-10")
def test_while_it_is_founded_the_personnel_officer_appoints_but_not_herself(stage, cast, newcomer):
    assert stage.act("person.appoint", cast.appointer, **post(newcomer)).act == "person.appoint"
    own = refused(stage.act, "person.appoint", cast.appointer, **post(cast.appointer, "head"))
    assert own == {"nobody_appoints_themselves": "PI-10"}
    bare = refused(stage.act, "person.appoint", cast.appointer, **post(newcomer, "head", document=""))
    assert bare == {"the_grant_names_its_document": "PI-10"}


@pytest.mark.rule("QUAL-09")
def test_a_reviewer_is_nominated_with_the_qualification(works, stage, cast):
    person = cast.officers[0][3]
    answer = refused(stage.act, "person.nominate", cast.appointer, **post(person, "reviewer"))
    assert answer == {"a_reviewer_is_legally_qualified": "QUAL-09"}


def test_a_nomination_of_one_who_holds_the_post_is_an_error(works, stage, cast):
    assert set(misread(stage.act, "person.nominate", cast.appointer, **post(cast.head, "head"))) == {"role"}


def test_leading_posts_are_called_as_everywhere():
    assert {role: Role(role).label for role in LEADING} == LEADING
