"""Enrolling, certifying, appointing, dismissing: who may be what, as tables a lawyer can read."""

from datetime import date

import pytest

from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.people import reads
from mingfa.bureau.people.models import Appointment, Person
from mingfa.example.asking import misread, refused

CERTIFICATE = {"certificate": "示E9001", "certificate_from": "2026-01-01", "certificate_to": "2028-12-31"}
GRANT = "示例任〔2026〕2号"
SHORT_OF_REVIEWERS = {"reviewers_are_one_in_twenty": "示例：已报编制，随后配备。"}


@pytest.fixture
def enroll(stage, cast):
    def act(**over):
        person = {"name": "示例新人", "unit": cast.units["市容中队"], **over}
        return stage.act("person.enroll", cast.appointer, **person)

    return act


@pytest.fixture
def appoint(stage, cast):
    def act(person, role, since="2026-09-07", **over):
        post = {"person": person, "role": role, "since": since, "document": GRANT}
        return stage.act("person.appoint", cast.appointer, **post, **over)

    return act


# --- enroll


@pytest.mark.rule("QUAL-07")
@pytest.mark.parametrize(
    "given",
    [
        {"certificate": "示E9001"},
        {"certificate": "示E9001", "certificate_from": "2026-01-01"},
        {"certificate": "示E9001", "certificate_to": "2028-12-31"},
        CERTIFICATE | {"certificate_from": "2029-01-01"},
    ],
    ids=["没有期限", "没有止日", "没有起日", "起日晚于止日"],
)
def test_a_certificate_has_a_term(enroll, given):
    assert refused(enroll, **given) == {"the_certificate_has_a_term": "QUAL-07"}


@pytest.mark.rule("QUAL-07")
@pytest.mark.parametrize("given", [{}, CERTIFICATE, CERTIFICATE | {"certificate_to": "2026-01-01"}])
def test_a_person_is_enrolled(enroll, given):
    person = Person.objects.get(pk=enroll(**given).index)
    assert (person.name, person.certificate) == ("示例新人", given.get("certificate", ""))


def test_a_unit_that_is_not_there_is_an_error_of_input(enroll):
    assert misread(enroll, unit=10**9) == {"unit": "没有这个机构，请从机构名单中选择。"}


# --- certify


@pytest.mark.rule("QUAL-04", "QUAL-07")
def test_a_renewed_certificate_holds_on_its_days(stage, cast):
    officer = cast.officers[0][1]
    renewed = CERTIFICATE | {"certificate_from": "2029-01-01", "certificate_to": "2033-12-31"}
    stage.act("person.certify", cast.appointer, person=officer, **renewed)
    assert reads.actor(officer, date(2026, 9, 7)).certificate == "示E9001"
    assert reads.actor(officer, date(2026, 9, 7)).holds_certificate(date(2033, 12, 31))
    late = renewed | {"certificate_to": "2028-12-31"}
    assert refused(stage.act, "person.certify", cast.appointer, person=officer, **late) == {
        "the_certificate_has_a_term": "QUAL-07"
    }
    assert misread(stage.act, "person.certify", cast.appointer, person=10**9, **CERTIFICATE) == {
        "person": "没有这名人员，请从人员名单中选择。"
    }


# --- appoint


@pytest.mark.rule("QUAL-09")
@pytest.mark.clause("3.1.a")
@pytest.mark.parametrize("role", ["reviewer", "review_head"])
def test_a_reviewer_is_legally_qualified(enroll, appoint, role):
    bare = enroll().index
    assert refused(appoint, bare, role) == {"a_reviewer_is_legally_qualified": "QUAL-09"}
    qualified = enroll(legal_qualification="示A20260000000009").index
    appoint(qualified, role)
    assert role in reads.actor(qualified, date(2026, 9, 7)).roles


# 证件有效期2026-01-01至2028-12-31
@pytest.mark.rule("QUAL-04")
@pytest.mark.parametrize(
    ("given", "since", "passes"),
    [
        pytest.param({}, "2026-09-07", False, id="没有证件"),
        pytest.param(CERTIFICATE, "2025-12-31", False, id="证件尚未生效"),
        pytest.param(CERTIFICATE, "2029-01-01", False, id="证件已经过期"),
        pytest.param(CERTIFICATE, "2026-01-01", True, id="生效当日"),
        pytest.param(CERTIFICATE, "2028-12-31", True, id="最后一日"),
    ],
)
def test_an_officer_holds_a_certificate_on_the_first_day(enroll, appoint, given, since, passes):
    person = enroll(**given).index
    if passes:
        assert appoint(person, "officer", since).act == "person.appoint"
    else:
        assert refused(appoint, person, "officer", since) == {"an_officer_holds_a_certificate": "QUAL-04"}


@pytest.mark.rule("QUAL-10")
@pytest.mark.clause("3.1.b")
def test_reviewers_stay_one_in_twenty_or_there_is_a_reason(stage, cast, enroll, appoint):
    """Twenty-four officers and three reviewers; with one reviewer left, a further officer is warned of."""
    certified = enroll(**CERTIFICATE).index
    for reviewer in cast.reviewers[1:]:
        post = Appointment.objects.get(person=reviewer, role="reviewer")
        stage.act("person.dismiss", cast.appointer, appointment=post.pk, until="2026-09-06")
    warned = {"reviewers_are_one_in_twenty": "QUAL-10"}
    assert refused(appoint, certified, "officer") == warned
    assert appoint(certified, "officer", reasons=SHORT_OF_REVIEWERS).act == "person.appoint"


@pytest.mark.rule("QUAL-10")
def test_with_enough_reviewers_nobody_is_warned(enroll, appoint):
    certified = enroll(**CERTIFICATE).index
    assert appoint(certified, "officer").act == "person.appoint"


def test_a_post_is_not_given_twice(appoint, cast):
    """A post held twice would outlast its dismissal."""
    twice = {"role": "该人员已经担任这一职务，不必重复任命。"}
    assert misread(appoint, cast.officers[0][1], "officer") == twice
    assert misread(appoint, 10**9, "officer") == {"person": "没有这名人员，请从人员名单中选择。"}


def test_only_the_appointer_appoints(stage, cast):
    for who in (cast.head, cast.officers[0][0], cast.supervisor):
        with pytest.raises(NotYours):
            stage.act("person.appoint", who, person=who, role="head", since="2026-09-07")


# --- dismiss


@pytest.mark.clause("3.4.a")
def test_a_post_ends_and_may_be_given_again(stage, cast, appoint):
    officer = cast.officers[0][1]
    post = Appointment.objects.get(person=officer, role="officer")
    stage.act("person.dismiss", cast.appointer, appointment=post.pk, until="2026-09-10")
    assert reads.actor(officer, date(2026, 9, 11)).roles == set()
    assert misread(appoint, officer, "officer", "2026-09-10")
    appoint(officer, "officer", "2026-09-12")
    assert reads.actor(officer, date(2026, 9, 11)).roles == set()
    assert reads.actor(officer, date(2026, 9, 12)).roles == {"officer"}


@pytest.mark.parametrize(
    ("over", "errors"),
    [
        ({"until": "2025-12-31"}, {"until": "免除日期不得早于任命日期。"}),
        (
            {"appointment": 10**9},
            {"appointment": "没有这项任命，或者已经免除，请从现任职务中选择。"},
        ),
    ],
)
def test_what_cannot_end_is_an_error_of_input(stage, cast, over, errors):
    post = Appointment.objects.get(person=cast.officers[0][1], role="officer")
    end = {"appointment": post.pk, "until": "2026-09-10", **over}
    assert misread(stage.act, "person.dismiss", cast.appointer, **end) == errors


def test_a_post_ends_once(stage, cast):
    """A later end would give a post back without asking any gate."""
    post = Appointment.objects.get(person=cast.officers[0][1], role="officer")
    end = {"appointment": post.pk, "until": "2026-09-10"}
    stage.act("person.dismiss", cast.appointer, **end)
    again = misread(stage.act, "person.dismiss", cast.appointer, **end | {"until": "2027-09-10"})
    assert set(again) == {"appointment"}
