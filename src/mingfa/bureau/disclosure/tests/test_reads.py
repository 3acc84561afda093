"""What waits, what is late, who sees it: completeness and timeliness (plan 1.1.c, 1.4.a)."""

from datetime import date

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.disclosure import reads
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.redaction.gather import masking_of, named_in_records, public_name
from mingfa.bureau.disclosure.rules import workdays_after
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.ledger.reader import Altered
from mingfa.bureau.people import reads as people

from .conftest import Press


@pytest.mark.rule("PUB-02")
@pytest.mark.clause("1.4.a")
@pytest.mark.parametrize(
    ("day", "left", "alerts", "is_overdue"),
    [
        pytest.param(date(2026, 9, 21), 7, (), False, id="the day of the decision"),
        pytest.param(date(2026, 9, 24), 4, (), False, id="day 3"),
        pytest.param(date(2026, 9, 25), 4, (), False, id="a festival does not count"),
        pytest.param(date(2026, 9, 28), 3, (4,), False, id="day 4: the first alarm"),
        pytest.param(date(2026, 9, 30), 1, (4, 6), False, id="day 6: the second alarm"),
        pytest.param(date(2026, 10, 7), 1, (4, 6), False, id="the holidays do not count"),
        pytest.param(date(2026, 10, 8), 0, (4, 6), False, id="the last day"),
        pytest.param(date(2026, 10, 9), -1, (4, 6), True, id="overdue"),
        pytest.param(date(2026, 10, 10), -2, (4, 6), True, id="a Saturday that is worked counts"),
    ],
)
def test_seven_working_days(
    press: Press, day: date, left: int, alerts: tuple[int, ...], is_overdue: bool
) -> None:
    press.decide("unit")
    (task,) = reads.to_publish(day)
    assert (task.days_left, task.alerts, task.is_overdue) == (left, alerts, is_overdue)
    assert reads.overdue(day) == ([task] if is_overdue else [])


@pytest.mark.clause("1.4.a")
def test_a_task_shows_where_it_stands_until_it_is_public(press: Press) -> None:
    press.decide("unit")
    press.collect()
    (task,) = reads.to_publish(press.stage.now.date())
    assert task.publication is not None and task.publication.state_zh == "已采集，待移交"
    press.hand_over()
    press.review()
    press.publish()
    assert reads.to_publish(press.stage.now.date()) == []


@pytest.mark.clause("1.1.c")
def test_completeness_and_timeliness_are_counted(press: Press) -> None:
    press.decide("unit")
    before = reads.counts(date(2026, 10, 9))["penalty"]
    assert (before.decided, before.published, before.waiting, before.overdue) == (1, 0, 1, 1)
    press.collect()
    press.hand_over()
    press.review()
    press.publish()
    after = reads.counts(date(2026, 10, 9))["penalty"]
    assert (after.decided, after.published, after.in_time, after.late, after.waiting) == (1, 1, 1, 0, 0)


@pytest.mark.clause("2.3.c")
def test_what_may_not_be_seen_is_not_in_the_list(press: Press) -> None:
    register = press.play.register
    press.play.register = lambda **over: register(restricted=True, **over)  # type: ignore[method-assign]
    press.decide("unit")
    day = press.stage.now.date()
    seen = {
        who: len(reads.to_publish(day, people.actor(person, day)))
        for who, person in {
            "own": press.play.team[0],
            "other": press.cast.officers[1][0],
            "publicity": press.cast.publicity,
            "head": press.cast.head,
        }.items()
    }
    assert seen == {"own": 1, "other": 0, "publicity": 0, "head": 1}
    assert reads.publications(people.actor(press.cast.publicity, day)) == []


@pytest.mark.clause("2.4.c")
def test_a_row_changed_behind_the_doorway_is_not_shown(press: Press) -> None:
    press.to_published("unit")
    Publication.objects.filter(pk=press.pk).update(title="示例：被改动的标题")
    with pytest.raises(Altered):
        reads.publication(press.pk)


@pytest.mark.rule("RED-02", "RED-03", "RED-06")
def test_who_was_questioned_or_present_is_masked_like_the_party(press: Press) -> None:
    play = press.play
    press.against({"kind": "person", "name": "王小明", "address": "示例市示例路1号"})
    play.to_filed()
    play.later(days=1)
    play.inspect(present="见证人：李示范（店员）")
    play.question(person="王大力", relation="证人")
    assert named_in_records(play.case) == ["李示范", "王大力"]
    case = cases.case(play.case)
    assert case is not None and case.party is not None
    masking = masking_of(play.case, case.party)
    assert public_name(case.party, masking) == "王某甲"
    assert masking.words("王小明、王大力、李示范均在场") == "王某甲、王某乙、李某均在场"


@pytest.mark.rule("PUB-02")
@pytest.mark.parametrize(
    ("start", "end", "number"),
    [
        pytest.param(date(2026, 9, 21), date(2026, 9, 21), 0, id="the same day"),
        pytest.param(date(2026, 9, 18), date(2026, 9, 20), 1, id="a Sunday that is worked"),
        pytest.param(date(2026, 9, 30), date(2026, 10, 7), 0, id="the national holidays"),
        pytest.param(date(2026, 9, 24), date(2026, 9, 27), 0, id="mid-autumn"),
        pytest.param(date(2026, 9, 21), date(2026, 10, 8), 7, id="over both"),
    ],
)
def test_on_which_working_day(start: date, end: date, number: int) -> None:
    assert workdays_after(start, end, Calendar()) == number
