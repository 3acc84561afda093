"""A holiday notice: its text read into a table of days, and what is wrong with such a table.

Stands on 放假办法 2, 4, 6 and 7. The notice of the State Council names, festival by festival, the days off
and the weekend days worked for them. What is read from the text is a proposal: a person checks every day.
"""

import datetime
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mingfa.bureau.law.time.calendar import DAY_IN_LIEU, HOLIDAY, MADE_WORKDAY, REST_DAY, ListedDay
from mingfa.bureau.law.time.statutory import DAY, open_tail, statutory_days
from mingfa.bureau.lib.chinese import weekday

NATIONAL, LOCAL = "national", "local"
FIRST_YEAR, LAST_YEAR = 2008, 2050

_SECTION = re.compile(r"[一二三四五六七八九十]+、([^：:。，]{2,12})[：:]")
_DATE = r"(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?"
_SPAN = re.compile(rf"{_DATE}(?:至{_DATE})?")
_NUMBER = re.compile(r"([一-鿿]{2,10}[〔\[(](?:19|20)\d{2}[〕\])]\d{1,4}号)")
_YEAR = re.compile(r"关于(\d{4})年")
_ISSUED = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_WEEKDAY = re.compile(r"周([一二三四五六日天])")


@dataclass(frozen=True)
class NoticeDay:
    """A day that a notice names: whether it is worked, and for which festival."""

    date: datetime.date
    works: bool
    name: str


@dataclass(frozen=True)
class ReadNotice:
    """What was read from the text of a notice; None and "" where it does not say, `doubts` for a person."""

    year: int | None
    number: str
    issued_on: datetime.date | None
    days: tuple[NoticeDay, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Notice:
    """A notice on record; `confirmed` is the act that gave it effect."""

    id: int
    scope: str
    year: int
    number: str
    issued_on: datetime.date
    days: tuple[NoticeDay, ...]
    announced_by: int
    confirmed: int | None

    @property
    def listed(self) -> tuple[ListedDay, ...]:
        return listed_days(self.days, self.number, self.scope)


def read_notice(text: str) -> ReadNotice:
    """Read the text of a notice, however it was pasted: full-width digits, blanks, broken lines."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("星期", "周")
    found = _YEAR.search(plain)
    number, issued = _NUMBER.search(unicodedata.normalize("NFKC", text)), _dates(plain)
    year = int(found[1]) if found else None
    days: dict[datetime.date, NoticeDay] = {}
    doubts: list[str] = []
    for name, body in _sections(plain) if year else ():
        for sentence in re.split("[。;；]", body):
            works = "上班" in sentence
            if not works and "放假" not in sentence:
                continue
            for span in _SPAN.finditer(sentence):
                for day in _days_of(span, sentence, int(year or 0), doubts):
                    days[day] = NoticeDay(day, works, statutory_days(day.year).get(day, name))
    return ReadNotice(
        year,
        _bracketed(number[1]) if number else "",
        issued[-1] if issued else None,
        tuple(days[day] for day in sorted(days)),
        tuple(doubts),
    )


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Yield each festival with what is said of it; a text without numbers is one section."""
    heads = list(_SECTION.finditer(text))
    if not heads:
        named = re.search(r"年([一-鿿]{1,8}节)", text)
        yield named[1] if named else "节日", text
        return
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        yield head[1], text[head.end() : after.start() if after else len(text)]


def _days_of(span: re.Match[str], sentence: str, year: int, doubts: list[str]) -> Iterator[datetime.date]:
    """Yield the days of a span; the year and the month are those said before where it does not say them."""
    before = _SPAN.findall(sentence[: span.start()])
    month = next((one[5] or one[1] for one in reversed(before) if one[5] or one[1]), "")
    first = _day(span[1], span[2] or month, span[3], year)
    last = _day(span[5] or span[1], span[6] or span[2] or month, span[7], year) if span[7] else first
    if first and last and (first.month, last.month) == (12, 1) and last < first:
        first = first.replace(year=first.year - 1)
    if first is None or last is None or last < first:
        doubts.append(f"读不懂的日期：{span[0]}")
        return
    for day, said in ((first, span[4]), (last, span[8])):
        marked = _WEEKDAY.search(said or "")
        if marked and marked[1].replace("天", "日") != weekday(day)[-1]:
            doubts.append(f"{day}是{weekday(day)}，通知写作周{marked[1]}")
    yield from (first + DAY * n for n in range(min((last - first).days, 31) + 1))


def _day(year: str | None, month: str | None, day: str, default: int) -> datetime.date | None:
    try:
        return datetime.date(int(year or default), int(month or 0), int(day))
    except ValueError:
        return None


def _dates(text: str) -> list[datetime.date]:
    found = (_day(y, m, d, 0) for y, m, d in _ISSUED.findall(text))
    return [one for one in found if one is not None]


def _bracketed(number: str) -> str:
    """Write a document's number with the brackets that it is printed with."""
    return re.sub(r"[(\[]((?:19|20)\d{2})[)\]]", r"〔\1〕", number.rpartition("通知")[2])


def listed_days(days: Iterable[NoticeDay], number: str, scope: str) -> tuple[ListedDay, ...]:
    """Return the days of a notice as the calendar takes them: what kind each is follows from the day."""
    return tuple(ListedDay(one.date, _kind(one, scope), one.name, number) for one in days)


def _kind(one: NoticeDay, scope: str) -> str:
    if one.works:
        return MADE_WORKDAY
    if scope == LOCAL or one.date in statutory_days(one.date.year):
        return HOLIDAY
    return DAY_IN_LIEU if one.date.weekday() < 5 else REST_DAY


def not_of_the_year(year: int, days: Iterable[NoticeDay]) -> list[datetime.date]:
    """Return the days that a notice for this year cannot name: of another year, but for the last December."""
    return [one.date for one in days if one.date.year != year and one.date not in open_tail(year - 1)]


def named_twice(days: Iterable[NoticeDay]) -> list[datetime.date]:
    counted = Counter(one.date for one in days)
    return [day for day, times in counted.items() if times > 1]


def left_out(year: int, days: Iterable[NoticeDay]) -> list[tuple[datetime.date, str]]:
    """Return the statutory holidays of the year that the table does not have as days off (放假办法 2)."""
    off = {one.date for one in days if not one.works}
    return [(day, name) for day, name in sorted(statutory_days(year).items()) if day not in off]


def worked_on_weekdays(days: Iterable[NoticeDay]) -> list[datetime.date]:
    """Return the days listed as worked that are worked anyway: only weekends are made working days."""
    return [one.date for one in days if one.works and one.date.weekday() < 5]


def balance(year: int, days: Iterable[NoticeDay]) -> int:
    """Return how many working days the table has more than the law gives (放假办法 6: none are lost).

    A statutory day on a weekend is made up for by a weekday off; days exchanged are worked for.
    """
    listed = tuple(days)
    taken = sum(not one.works and one.date.weekday() < 5 for one in listed)
    return sum(one.works for one in listed) + len(statutory_days(year)) - taken
