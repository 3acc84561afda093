"""Surcharge, limitation and the step of discretion, day by day at their edges."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.execution.facts import Fine
from mingfa.bureau.law.penalty.discretion import Band
from mingfa.bureau.law.penalty.limitation import Kind, limitation

DUE = datetime.date(2026, 3, 17)


def d(text):
    return datetime.date.fromisoformat(text)


def accrued(fine, late, paused=()):
    """Return what is added, and for how many days, to a fine of which nothing was paid so many days late."""
    return Fine(fine, DUE, paused=paused).accrued(DUE + datetime.timedelta(days=late))


# 罚款1000元，3月17日到期：逾期第几日缴纳，加处多少（分）。
SURCHARGES = [
    (-5, 0, "提前缴纳"),
    (0, 0, "到期当日缴纳"),
    (1, 3_000, "逾期1日"),
    (2, 6_000, "逾期2日"),
    (32, 96_000, "逾期32日"),
    (33, 99_000, "逾期33日，尚未封顶"),
    (34, 100_000, "逾期34日，封顶为罚款数额"),
    (35, 100_000, "逾期35日，不再增加"),
    (400, 100_000, "逾期一年以上，仍不超出罚款数额"),
]


@pytest.mark.rule("EXEC-06")
@pytest.mark.parametrize(("late", "expected", "why"), SURCHARGES)
def test_surcharge_by_day(late, expected, why):
    assert accrued(100_000, late)[0] == expected, why


@pytest.mark.rule("EXEC-06")
@pytest.mark.parametrize(("fine", "late", "expected"), [(333, 1, 9), (1, 33, 0), (1, 34, 1), (0, 50, 0)])
def test_a_fraction_of_a_fen_is_dropped(fine, late, expected):
    assert accrued(fine, late)[0] == expected


PAUSES = [
    ([("2026-03-20", "2026-03-24")], 5, "复议五日不计"),
    ([("2026-03-10", "2026-03-18")], 9, "只有落在逾期内的日子才扣除"),
    ([("2026-03-20", "2026-03-24"), ("2026-03-22", "2026-03-26")], 3, "复议与诉讼重叠的日子只扣一次"),
    ([("2026-01-01", "2026-12-31")], 0, "整个逾期都在诉讼中"),
]


@pytest.mark.rule("EXEC-07")
@pytest.mark.parametrize(("pauses", "days", "why"), PAUSES)
def test_no_surcharge_while_remedies_run(pauses, days, why):
    spans = [(d(first), d(last)) for first, last in pauses]
    assert accrued(100_000, 10, spans) == (3_000 * days, days), why


@pytest.mark.rule("EXEC-06")
@given(st.integers(0, 10**12), st.integers(0, 200))
def test_never_more_than_the_fine(fine, late):
    assert 0 <= accrued(fine, late)[0] <= fine


# 违法行为终了之日、发现之日、是否仍可处罚。
LIMITATIONS = [
    (Kind.ORDINARY, "2024-03-12", "2026-03-11", True),
    (Kind.ORDINARY, "2024-03-12", "2026-03-12", True),
    (Kind.ORDINARY, "2024-03-12", "2026-03-13", False),
    (Kind.ORDINARY, "2024-02-29", "2026-02-28", True),
    (Kind.ORDINARY, "2024-02-29", "2026-03-01", False),
    (Kind.GRAVE, "2021-03-12", "2026-03-12", True),
    (Kind.GRAVE, "2021-03-12", "2026-03-13", False),
    (Kind.ENVIRONMENT, "2026-08-15", "2031-08-15", True),
    (Kind.ENVIRONMENT, "2026-08-15", "2031-08-16", False),
]


@pytest.mark.rule("FILE-04")
@pytest.mark.parametrize(("kind", "ended", "discovered", "in_time"), LIMITATIONS)
def test_limitation(kind, ended, discovered, in_time):
    assert (d(discovered) <= limitation(d(ended), kind).end) is in_time


@pytest.mark.rule("FILE-04")
def test_limitation_names_its_article():
    assert "第三十六条" in limitation(d("2024-03-12")).citation
    assert "第一千零五十四条" in limitation(d("2026-09-01"), Kind.ENVIRONMENT).citation


@pytest.mark.rule("DEC-09")
@pytest.mark.parametrize(
    ("fine", "inside"),
    [(49_999, False), (50_000, True), (200_000, True), (200_001, False)],
)
def test_a_step_includes_both_its_ends(fine, inside):
    band = Band(50_000, 200_000)
    assert band.contains(fine) is inside
    assert str(band) == "500.00元以上2000.00元以下"


def test_a_step_upside_down_is_refused():
    with pytest.raises(ValueError, match="裁量阶次"):
        Band(2, 1)
