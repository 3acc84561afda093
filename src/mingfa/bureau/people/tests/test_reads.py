"""Who is who on a day, and which local numbers hold."""

from datetime import date

import pytest

from mingfa.bureau.people import reads
from mingfa.bureau.people.models import Appointment, Person
from mingfa.example.bureau import SINCE

DAY = date(2026, 9, 7)


@pytest.mark.clause("3.4.a")
@pytest.mark.parametrize(
    ("on", "roles"),
    [
        (date(2025, 12, 31), set()),
        (SINCE, {"officer", "unit_leader"}),
        (DAY, {"officer", "unit_leader"}),
        (date(2026, 9, 8), {"officer"}),
    ],
    ids=["任命前", "任命当日", "免除当日", "免除次日"],
)
def test_a_post_is_held_from_its_first_to_its_last_day(stage, cast, on, roles):
    leader = cast.leaders[0]
    post = Appointment.objects.get(person=leader, role="unit_leader")
    stage.act("person.dismiss", cast.appointer, appointment=post.pk, until="2026-09-07")
    assert reads.actor(leader, on).roles == roles


@pytest.mark.rule("QUAL-04")
@pytest.mark.parametrize(
    ("on", "valid"),
    [("2023-12-31", False), ("2024-01-01", True), ("2028-12-31", True), ("2029-01-01", False)],
)
def test_a_certificate_is_valid_from_its_first_to_its_last_day(cast, on, valid):
    officer = reads.actor(cast.officers[0][1], DAY)
    assert officer.holds_certificate(date.fromisoformat(on)) is valid


def test_somebody_without_a_certificate_holds_none(cast):
    assert not reads.actor(cast.head, DAY).holds_certificate(DAY)


def test_who_is_not_enrolled_is_nobody(cast):
    with pytest.raises(Person.DoesNotExist):
        reads.actor(10**9, DAY)


def test_those_who_hold_a_post_are_named_once_in_order(cast):
    assert [a.id for a in reads.actors("deputy", DAY)] == cast.deputies
    assert [a.id for a in reads.actors("reviewer", DAY)] == cast.reviewers
    assert reads.actors("deputy", date(2025, 1, 1)) == []


def test_people_are_named_in_the_order_asked_and_strangers_left_out(cast):
    one, other = cast.officers[0][:2]
    assert [a.id for a in reads.named([other, 10**9, one], DAY)] == [other, one]


@pytest.mark.clause("3.1.b")
@pytest.mark.rule("QUAL-10")
def test_the_share_of_reviewers_is_counted(cast):
    assert reads.reviewer_ratio(DAY) == (3, 24)


def test_a_new_local_value_is_seen_at_once_and_holds_from_its_first_day(stage, cast):
    old = reads.config().value("statement_days", DAY)
    stage.act(
        "local.set",
        cast.appointer,
        config_id="statement_days",
        value=old + 2,
        citation="示例：新的规定（虚构）",
        valid_from="2026-10-01",
    )
    assert reads.config().value("statement_days", DAY) == old
    assert reads.config().value("statement_days", date(2026, 10, 1)) == old + 2


def test_local_values_of_another_database_are_never_mistaken_for_ours(stage, cast):
    """The test before this one set another value by an act of the same index, and rolled back."""
    old = reads.config().value("statement_days", date(2026, 10, 1))
    stage.act(
        "local.set",
        cast.appointer,
        config_id="statement_days",
        value=old + 9,
        citation="示例：另一规定（虚构）",
        valid_from="2026-10-01",
    )
    assert reads.config().value("statement_days", date(2026, 10, 1)) == old + 9


@pytest.mark.rule("TIME-06")
def test_local_festivals_are_rest_days(cast):
    assert not reads.calendar().is_workday(date(2026, 5, 27))
    assert reads.calendar().is_workday(date(2026, 5, 26))
