"""The holidays of a year: entered from the notice, confirmed by another hand, known from then on."""

from datetime import date, datetime
from pathlib import Path

import pytest

import mingfa.bureau.law.tests as law_tests
from mingfa.bureau.appointments.tests.pasting import TEXT, announce, confirm, typed
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.law.time.calendar import first_years
from mingfa.bureau.law.time.holiday_notice import read_notice
from mingfa.bureau.law.time.statutory import statutory_days
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.people import reads
from mingfa.example.asking import misread

NOTICE = (Path(law_tests.__file__).parent / "notices" / "2026.txt").read_text(encoding="utf-8")


@pytest.fixture
def winter(stage):
    stage.now = datetime(2026, 12, 1, 9, tzinfo=CHINA)
    return stage


NEW_YEAR = date(2026, 12, 25)


@pytest.mark.rule("TIME-06")
def test_a_year_counts_when_another_hand_confirmed_it(winter, cast):
    before = reads.calendar()
    announced = announce(winter, cast.appointer)
    assert reads.calendar() is before

    open_term = term("HEAR-03", NEW_YEAR, before)
    assert (open_term.earliest, open_term.latest) == (date(2026, 12, 30), date(2027, 1, 11))
    confirm(winter, cast.review_head, announced)
    after = reads.calendar()
    assert after.is_workday(date(2027, 1, 30)) and not after.is_workday(date(2027, 2, 9))
    assert "示例发〔2026〕9号" in after.why(date(2027, 2, 9))
    firm = term("HEAR-03", NEW_YEAR, after)
    assert (firm.end, firm.between) == (date(2027, 1, 4), None)


@pytest.mark.rule("TIME-06")
def test_whoever_announced_does_not_confirm(winter, cast):
    announced = announce(winter, cast.head)
    with pytest.raises(Refused, match="不得自行确认"):
        confirm(winter, cast.head, announced)
    with pytest.raises(Refused, match="没有确认已经与通知原文逐日核对"):
        confirm(winter, cast.review_head, announced, compared=False)
    for nobody in (cast.officers[0][0], cast.window, cast.appointer):
        with pytest.raises(NotYours):
            confirm(winter, nobody, announced)
    confirm(winter, cast.reviewers[1], announced)
    with pytest.raises(Refused, match="没有等待确认的放假安排"):
        confirm(winter, cast.review_head, announced)


@pytest.mark.rule("TIME-06")
def test_a_correction_is_a_new_entry_and_the_latest_confirmed_stands(winter, cast):
    confirm(winter, cast.review_head, announce(winter, cast.appointer))
    corrected = TEXT.replace(
        "六、中秋节：9月15日（周三）放假1天，不调休。",
        "六、中秋节：9月15日（周三）至16日（周四）放假调休，共2天。9月11日（周六）上班。",
    )
    again = announce(winter, cast.appointer, corrected)
    assert reads.calendar().is_workday(date(2027, 9, 16))
    confirm(winter, cast.review_head, again)
    assert not reads.calendar().is_workday(date(2027, 9, 16))
    assert reads.calendar().is_workday(date(2027, 9, 11))


@pytest.mark.rule("TIME-06")
def test_of_two_announcements_only_the_latest_is_confirmed(winter, cast):
    first = announce(winter, cast.appointer)
    second = announce(winter, cast.reviewers[1])
    with pytest.raises(Refused, match="已有更新的录入"):
        confirm(winter, cast.review_head, first)
    confirm(winter, cast.review_head, second)


def without(*days):
    """Return the table of the notice without some days."""
    return [one for one in typed(TEXT)["days"] if one["date"] not in days]


def plus(day, status="work", name="春节"):
    return {"date": day, "status": status, "name": name}


ALL = typed(TEXT)["days"]
EVE = "2027-02-05"
REFUSED = [
    ("端午没有放假", {"days": without("2027-06-09")}, "没有列为放假：2027-06-09（端午节）"),
    ("除夕列为上班", {"days": [*without(EVE), plus(EVE)]}, "法定节假日没有列为放假"),
    ("周三列为补班", {"days": [*ALL, plus("2027-03-10")]}, "不是调休上班的日子"),
    ("一天列了两次", {"days": [*ALL, ALL[0]]}, "列了两次"),
    ("日期在别的年度", {"days": [*ALL, plus("2028-01-03", "off")]}, "不在2027年的放假安排之内"),
    ("年度写错", {"year": 2028}, "不在2028年的放假安排之内"),
    ("通知尚未发布", {"issued_on": "2026-12-02"}, "发布日期晚于今天"),
    ("没有日期", {"days": []}, "法定节假日没有列为放假"),
]


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize(("over", "said"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED])
def test_what_no_notice_says_is_refused(winter, cast, over, said):
    with pytest.raises(Refused, match=said):
        announce(winter, cast.appointer, **over)
    assert reads.notices() == tuple(one for one in reads.notices() if one.scope == "local")


BOTH = {"no_working_day_is_won_or_lost", "the_table_is_what_the_notice_says"}
WARNED = [
    ("少一天放假", {"days": without("2027-02-09")}, BOTH),
    ("多一天补班", {"days": [*ALL, plus("2027-03-13")]}, BOTH),
    (
        "原文的星期与日期不符",
        {"text": TEXT.replace("1月1日（周五）", "1月1日（周六）")},
        {"the_table_is_what_the_notice_says"},
    ),
    ("粘贴的是另一年的通知", {"text": NOTICE}, {"the_table_is_what_the_notice_says"}),
]


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize(("over", "codes"), [r[1:] for r in WARNED], ids=[r[0] for r in WARNED])
def test_what_differs_from_the_notice_asks_for_a_reason(winter, cast, over, codes):
    with pytest.raises(Refused) as refused:
        announce(winter, cast.appointer, **over)
    assert {r.code for r in refused.value.refusals} == codes
    assert all(r.warns for r in refused.value.refusals)
    announce(winter, cast.appointer, **over, reasons=dict.fromkeys(codes, "已经逐日对照，通知确实如此。"))


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"year": 1999}, "year"),
        ({"year": 2051}, "year"),
        ({"text": "短"}, "text"),
        ({"number": " "}, "number"),
        ({"days": [{"date": "2027-02-30", "status": "off", "name": "春节"}]}, "days.0.date"),
        ({"days": [{"date": "2027-02-03", "status": "holiday", "name": "春节"}]}, "days.0.status"),
        ({"scope": "province"}, "scope"),
    ],
)
def test_what_cannot_be_read_is_an_error_of_its_field(winter, cast, over, field):
    assert field in misread(winter.act, "calendar.announce", cast.appointer, **typed(TEXT, **over))


@pytest.mark.rule("TIME-06")
def test_the_days_of_the_next_notice_in_this_december_count(winter, cast):
    """New Year's holidays may begin in December: the notice of 2019 made 29 December 2018 a working day."""
    text = TEXT.replace(
        "一、元旦：1月1日（周五）至3日（周日）放假，共3天。",
        "一、元旦：2026年12月31日至2027年1月2日放假调休，共3天。2026年12月27日（周日）上班。",
    )
    assert read_notice(text).days[0].date == date(2026, 12, 27)
    confirm(winter, cast.review_head, announce(winter, cast.appointer, text))
    calendar = reads.calendar()
    assert calendar.is_workday(date(2026, 12, 27)) and not calendar.is_workday(date(2026, 12, 31))
    assert not calendar.is_open(date(2026, 12, 30))


@pytest.mark.rule("TIME-06")
def test_local_festivals_are_announced_the_same_way_and_may_be_none(winter, cast):
    assert reads.calendar().is_open(date(2027, 3, 10))
    festival = {"date": "2027-03-10", "status": "off", "name": "示例节"}
    notice = {
        "scope": "local",
        "year": 2027,
        "number": "示例政办发〔2026〕8号",
        "text": "示例节放假一天的通知（虚构）",
    }
    confirm(winter, cast.head, announce(winter, cast.appointer, **notice | {"days": [festival]}))
    calendar = reads.calendar()
    assert not calendar.is_workday(date(2027, 3, 10)) and calendar.is_statutory_holiday(date(2027, 3, 10))
    assert not calendar.is_open(date(2027, 3, 11)), "the year's festivals are known"
    assert calendar.is_open(date(2027, 2, 9)), "the nation's holidays are not"
    confirm(winter, cast.head, announce(winter, cast.appointer, **notice | {"days": []}))
    assert reads.calendar().is_workday(date(2027, 3, 10))


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_notices_as_they_were_pasted_give_the_days_of_the_first_years(year):
    text = (Path(law_tests.__file__).parent / "notices" / f"{year}.txt").read_text(encoding="utf-8")
    read = read_notice(text)
    assert (read.year, read.doubts) == (year, ())
    said = {(one.date, one.works) for one in read.days}
    assert said == {(one.date, one.works) for one in first_years()[year]}
    assert {one.source for one in first_years()[year]} == {read.number}
    assert {day for day, works in said if not works} >= set(statutory_days(year))


def test_a_notice_read_wrongly_is_a_doubt_and_no_error():
    assert read_notice("").days == ()
    assert read_notice("关于2027年：2月30日放假。").doubts == ("读不懂的日期：2月30日",)
    assert read_notice("关于2027年：5月1日（周一）放假。").doubts == ("2027-05-01是周六，通知写作周一",)
