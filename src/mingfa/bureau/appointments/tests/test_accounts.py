"""Accounts: opened for whoever holds a post, one a person, closed and reset by somebody else, on record."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model

from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.people import reads
from mingfa.bureau.people.models import Account, Appointment, Token
from mingfa.example.asking import misread, refused


@pytest.fixture
def act(stage, cast):
    """Do an act of the personnel officer's."""

    def do(name, /, **inputs):
        return stage.act(name, cast.appointer, **inputs)

    return do


def user_of(person):
    return get_user_model().objects.get(account__person=person)


@pytest.mark.clause("2.3.c")
def test_an_account_is_opened_and_waits_for_its_first_password(act, cast):
    officer = cast.officers[0][1]
    act("account.open", person=officer, username="zhang.shili")
    user = user_of(officer)
    assert user.is_active and not user.has_usable_password()
    assert reads.account_of(user.pk).person_id == officer
    assert reads.account_of(user.pk).must_change
    assert reads.usernames() == {officer: "zhang.shili"}


@pytest.mark.rule("PI-10")
@pytest.mark.clause("2.3.c")
def test_whoever_signs_in_holds_a_post(act, cast):
    person = act("person.enroll", name="示例新人", unit=cast.units["市容中队"]).index
    one = {"person": person, "username": "xinren"}
    assert refused(act, "account.open", **one) == {"whoever_signs_in_holds_a_post": "PI-10"}
    act("person.appoint", person=person, role="auxiliary", since="2026-09-07")
    assert act("account.open", **one).act == "account.open"


@pytest.mark.rule("PI-10")
def test_a_post_that_ended_opens_no_account(act, cast):
    post = Appointment.objects.get(person=cast.archivist)
    act("person.dismiss", appointment=post.pk, until="2026-09-06")
    one = {"person": cast.archivist, "username": "dangan"}
    assert refused(act, "account.open", **one) == {"whoever_signs_in_holds_a_post": "PI-10"}


@pytest.mark.parametrize(
    "username", ["", "ab", "Zhang", "张三", "1zhang", "zhang san", "zhang@x", "z" * 31, "zhang\n"]
)
def test_a_user_name_has_a_simple_form(act, cast, username):
    if username == "zhang\n":
        assert act("account.open", person=cast.head, username=username).act == "account.open"
        assert reads.usernames() == {cast.head: "zhang"}
    else:
        assert list(misread(act, "account.open", person=cast.head, username=username)) == ["username"]


def test_one_account_a_person_and_one_person_a_name(act, cast):
    act("account.open", person=cast.head, username="juzhang")
    again = misread(act, "account.open", person=cast.head, username="juzhang2")
    assert again == {"person": "该人员已经有账号，不必重复开立。"}
    taken = misread(act, "account.open", person=cast.publicity, username="juzhang")
    assert taken == {"username": "这一账号名已经使用，请另取一个。"}
    nobody = misread(act, "account.open", person=10**9, username="meiyou")
    assert nobody == {"person": "没有这名人员，请从人员名单中选择。"}


def test_only_the_personnel_officer_opens_accounts(stage, cast):
    with pytest.raises(NotYours):
        stage.act("account.open", cast.head, person=cast.head, username="juzhang")


def test_a_closed_account_opens_nothing_and_may_be_opened_again(act, stage, cast):
    act("account.open", person=cast.head, username="juzhang")
    user = user_of(cast.head)
    user.set_password("shili-2026-a")
    user.save()
    Token.objects.create(digest="0" * 64, person_id=cast.head, purpose="示例", made=stage.now)
    act("account.close", person=cast.head)
    closed = user_of(cast.head)
    assert not closed.is_active and not closed.has_usable_password()
    assert Token.objects.get().ended == stage.now
    assert reads.usernames() == {}
    kept = misread(act, "account.open", person=cast.publicity, username="juzhang")
    assert list(kept) == ["username"], "a closed account keeps its name"
    act("account.open", person=cast.head, username="juzhang.xin")
    assert (user_of(cast.head).pk, user_of(cast.head).is_active) == (user.pk, True)
    assert Account.objects.filter(person=cast.head).count() == 1


def test_a_reset_ends_the_password(act, cast):
    act("account.open", person=cast.head, username="juzhang")
    user = user_of(cast.head)
    user.set_password("shili-2026-a")
    user.save()
    Account.objects.update(must_change=False)
    act("account.reset", person=cast.head)
    assert not user_of(cast.head).has_usable_password()
    assert reads.account_of(user.pk).must_change


@pytest.mark.parametrize("name", ["account.close", "account.reset"])
def test_nobody_locks_themselves_out(act, cast, name):
    act("account.open", person=cast.appointer, username="renshi")
    assert list(misread(act, name, person=cast.appointer)) == ["person"]
    none = misread(act, name, person=cast.head)
    assert none == {"person": "该人员没有正在使用的账号。"}


def test_an_account_outlives_no_post(act, cast):
    """Whoever holds no post any more signs in and can do nothing: posts are asked at every act."""
    act("account.open", person=cast.archivist, username="dangan")
    post = Appointment.objects.get(person=cast.archivist)
    act("person.dismiss", appointment=post.pk, until="2026-09-06")
    assert reads.actor(cast.archivist, date(2026, 9, 7)).roles == frozenset()
