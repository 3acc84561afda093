"""Who may see a matter is decided at any step, for every kind of matter (plan 2.3.c)."""

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.law.procedures.procedure import procedures
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads as permits
from mingfa.bureau.records import hooks
from mingfa.example.asking import refused
from mingfa.example.cases import Play
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying

SECRET = {"ground": "trade_secret", "words": "询问笔录涉及配方。"}
LIFTED = {"ground": "lifted", "words": "权利人已经公开。"}
BESIDE = {"measure", "preservation"}


@pytest.fixture
def play(stage, cast):
    found = Play(stage, cast)
    found.register()
    return found


def sees(play, person):
    actor = people.actor(person, play.stage.now.date())
    return cases.visible(actor).filter(pk=play.case).exists()


def test_every_kind_of_matter_knows_it_in_every_state():
    tables = [table for table in procedures() if table.id not in BESIDE]
    assert len(tables) == 5
    for table in tables:
        assert all(table.allows(state, "record.restrict") for state in table.states), table.id


@pytest.mark.rule("PI-10")
@pytest.mark.clause("2.3.c")
@pytest.mark.parametrize("until", ["register", "to_filed", "to_concluded", "to_decided"])
def test_a_case_is_restricted_at_any_step(stage, cast, until):
    play = Play(stage, cast)
    getattr(play, until)()
    assert sees(play, cast.archivist)
    play.act("record.restrict", **SECRET)
    assert not sees(play, cast.archivist)
    assert sees(play, play.team[1]) and sees(play, cast.head)
    with pytest.raises(NotYours):
        play.act("record.restrict", cast.publicity, **LIFTED)


@pytest.mark.rule("PI-10")
def test_a_head_lifts_it(play):
    play.act("record.restrict", **SECRET)
    again = {"it_changes_who_may_see_it": "PI-10"}
    assert refused(play.act, "record.restrict", **SECRET) == again
    assert refused(play.act, "record.restrict", **LIFTED) == {"a_head_lifts_it": "PI-10"}
    play.act("record.restrict", play.cast.head, **LIFTED)
    assert Case.objects.get(pk=play.case).audience == f"unit:{play.cast.units['市容中队']}"
    assert refused(play.act, "record.restrict", play.cast.head, **LIFTED) == again


@pytest.mark.rule("RED-01")
def test_what_is_public_is_taken_down_first(play, monkeypatch):
    monkeypatch.setattr(hooks, "PUBLIC", [lambda matter: matter == play.case])
    assert refused(play.act, "record.restrict", **SECRET) == {"nothing_of_it_is_public": "RED-01"}


def test_a_permit_goes_back_to_the_window_when_it_is_lifted(stage, cast):
    permit = Applying(stage, cast, list_permit(stage, cast))
    permit.receive()
    found = []
    for ground in (SECRET, LIFTED):
        permit.act("record.restrict", cast.head, **ground)
        found.append(permits.visible(people.actor(cast.window, permit.today)).exists())
    assert found == [False, True]
