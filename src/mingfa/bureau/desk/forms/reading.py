"""Reading dates, times and amounts as people type them: 2026-3-5, 2026年3月5日, 20260305, 下午3点20分, 300元.

Native date boxes follow the browser's language, not the page's; so dates are text, read here.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta

from mingfa.bureau.doorway.look import CHINA

_DAY = re.compile(r"(?P<y>\d{4})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})\s*[日号]?")
_SOLID = re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})")
_NAMED = re.compile(r"今天|今日|昨天|昨日|前天")
_BACK = {"今": 0, "昨": 1, "前": 2}
_TIME = re.compile(
    r"(?P<half>上午|下午|晚上|凌晨|中午)?\s*(?P<h>\d{1,2})\s*(?::|时|点)\s*(?P<min>\d{1,2})?\s*分?(?:\s*:?\s*(?P<s>\d{1,2})\s*秒?)?"
)
_SOLID_TIME = re.compile(r"(?P<half>)(?P<h>\d{2})(?P<min>\d{2})(?P<s>\d{2})?")
_AFTERNOON = {"下午", "晚上"}


def read_date(typed: str, today: date) -> date:
    """Read a day, or raise ValueError with a sentence for the form."""
    text = _plain(typed)
    found, rest = _day(text, today)
    if found is None or rest:
        raise ValueError("请按 2026-03-12 的格式填写日期。")
    return found


def read_moment(typed: str, today: date) -> datetime:
    """Read a time, Chinese time; a time alone means today. Raises ValueError with a sentence for the form."""
    text = _plain(typed)
    found, rest = _day(text, today)
    day = found or today
    match = _TIME.fullmatch(rest) or (_SOLID_TIME.fullmatch(rest) if found else None)
    if match is None:
        raise ValueError("请按 2026-03-12 10:20 的格式填写时间，日期和时刻都要写。")
    hour = int(match["h"])
    if match["half"] in _AFTERNOON and hour < 12:
        hour += 12
    try:
        return datetime(
            day.year, day.month, day.day, hour, int(match["min"] or 0), int(match["s"] or 0), tzinfo=CHINA
        )
    except ValueError:
        raise ValueError("没有这样的时刻，请核对。") from None


def shown_moment(at: datetime) -> str:
    """Write a time as it can be typed again."""
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def _plain(typed: str) -> str:
    """Turn full-width characters and the T of ISO times into what the patterns read."""
    text = unicodedata.normalize("NFKC", typed).strip()
    return re.sub(r"(?<=\d)T(?=\d)", " ", text)


def _day(text: str, today: date) -> tuple[date | None, str]:
    """Return the day at the beginning of a text, and what stands behind it."""
    if named := _NAMED.match(text):
        return today - timedelta(days=_BACK[named[0][0]]), text[named.end() :].strip()
    match = _DAY.match(text) or _SOLID.match(text)
    if match is None:
        return None, text
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        raise ValueError("没有这一天，请核对日期。") from None
    return day, text[match.end() :].strip()
