"""What people type for a day, a time, an amount, and how it is read."""

from datetime import date, datetime

import pytest

from mingfa.bureau.desk.forms.reading import read_date, read_moment, shown_moment
from mingfa.bureau.doorway.look import CHINA

TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-3-5", (2026, 3, 5)),
        ("2026-03-05", (2026, 3, 5)),
        ("2026/3/5", (2026, 3, 5)),
        ("2026.3.5", (2026, 3, 5)),
        ("2026年3月5日", (2026, 3, 5)),
        ("2026年3月5号", (2026, 3, 5)),
        ("２０２６年３月５日", (2026, 3, 5)),
        ("20260305", (2026, 3, 5)),
        (" 2026 年 3 月 5 日 ", (2026, 3, 5)),
        ("今天", (2026, 3, 12)),
        ("昨天", (2026, 3, 11)),
        ("前天", (2026, 3, 10)),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, day: tuple[int, int, int]) -> None:
    assert read_date(typed, TODAY) == date(*day)


@pytest.mark.parametrize(
    "typed", ["3月5日", "2026-13-1", "2026-02-30", "明年", "2026-3-5 10:20", "05/03/2026"]
)
def test_what_is_no_day_is_refused_with_the_way_to_write_it(typed: str) -> None:
    with pytest.raises(ValueError, match=r"请按 2026-03-12 的格式|没有这一天"):
        read_date(typed, TODAY)


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("2026-3-5 10:20", (2026, 3, 5, 10, 20)),
        ("2026-03-05T10:20", (2026, 3, 5, 10, 20)),
        ("2026年3月5日10时20分", (2026, 3, 5, 10, 20)),
        ("2026年3月5日 10点20", (2026, 3, 5, 10, 20)),
        ("2026年3月5日下午3点", (2026, 3, 5, 15, 0)),
        ("2026年3月5日 下午3点20分", (2026, 3, 5, 15, 20)),
        ("2026-3-5　10：20", (2026, 3, 5, 10, 20)),
        ("202603051020", (2026, 3, 5, 10, 20)),
        ("20260305 1020", (2026, 3, 5, 10, 20)),
        ("2026-3-5 10:20:35", (2026, 3, 5, 10, 20, 35)),
        ("今天 10:20", (2026, 3, 12, 10, 20)),
        ("昨天晚上9点05分", (2026, 3, 11, 21, 5)),
        ("10:20", (2026, 3, 12, 10, 20)),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, at: tuple[int, ...]) -> None:
    assert read_moment(typed, TODAY) == datetime(*at, tzinfo=CHINA)


@pytest.mark.parametrize("typed", ["2026-3-5", "25:00", "2026-3-5 10:61", "上午", "1020", "刚才"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"请按 2026-03-12 10:20|没有这样的时刻"):
        read_moment(typed, TODAY)


def test_what_is_shown_can_be_typed_again() -> None:
    at = datetime(2026, 3, 5, 9, 7, tzinfo=CHINA)
    assert read_moment(shown_moment(at), TODAY) == at
