"""Do the papers of one matter agree with each other, and is what they say still the law? Pure reading.

Plan 2.1.a and 2.3.a. Asked of the recorded facts of the papers, in the order in which they were made.

DEC-13   no remedy period of fifteen days, as 市容条例 40 still prints it
RED-06   a name is masked everywhere or nowhere
SERV-10  no public notice of sixty days
TIME-07  what is cited was in force when the paper was made
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingfa.bureau.law.statutes import all_statutes
from mingfa.bureau.lib.chinese import long_date

# 复议法 20, 诉讼法 46 took the place of 市容条例 40; fifteen days are right only after a reconsideration.
STALE_REMEDY = re.compile(
    r"(?<!复议决定书之日起)(?:十五|15)日内[^。；]{0,30}(?:申请[^。；]{0,8}复议|起诉|行政诉讼)"
)
STALE_NOTICE = re.compile(r"公告[^。]{0,40}(?:六十|60)日[^。]{0,12}视为送达")
TITLED = re.compile(r"《([^》]{4,60})》")


@dataclass(frozen=True, slots=True)
class Said:
    """A paper: kind, number, the day it was made, and what it says."""

    kind: str
    number: str
    on: datetime.date
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Finding:
    """What does not fit: the rule, the paper, and the words."""

    rule: str
    number: str
    words: str


def findings(papers: Sequence[Said]) -> tuple[Finding, ...]:
    """Return everything in which these papers of one matter contradict each other or the law."""
    found = [
        *_parties(papers),
        *_references(papers),
        *_stale(papers),
        *_repealed(papers),
        *_masked(papers),
    ]
    return tuple(dict.fromkeys(found))


def _parties(papers: Sequence[Said]) -> Iterator[Finding]:
    """The party has one name and one number in all papers."""
    for field, zh in (("name", "名称"), ("id_no", "证件号码")):
        seen: dict[str, str] = {}
        for paper in papers:
            value = _at(paper.facts, "party", field)
            if not value:
                continue
            first, number = next(iter(seen.items()), (value, paper.number))
            seen.setdefault(value, paper.number)
            if value != first:
                yield Finding("AV-01", paper.number, f"当事人{zh}为“{value}”，{number}为“{first}”。")


def _references(papers: Sequence[Said]) -> Iterator[Finding]:
    """Whoever names another paper of the matter gives its number and its day."""
    days = {paper.number: paper.on for paper in papers}
    for paper in papers:
        number, day = _at(paper.facts, "original", "number"), _at(paper.facts, "original", "date")
        if number and number not in days:
            yield Finding("AV-01", paper.number, f"所引文号{number}不是本案的文书。")
        elif number and day and day[:10] != days[number].isoformat():
            yield Finding("AV-01", paper.number, f"所引{number}的日期有误，应为{long_date(days[number])}。")


def _stale(papers: Iterable[Said]) -> Iterator[Finding]:
    for paper in papers:
        yield from (Finding(rule, paper.number, words) for rule, words in stale_words(_text(paper.facts)))


def stale_words(text: str) -> Iterator[tuple[str, str]]:
    """Name periods that are no longer the law in a text: a paper's, or a template's."""
    if STALE_REMEDY.search(text):
        yield "DEC-13", "写有十五日的复议、起诉期限，应为复议六十日、诉讼六个月。"
    if STALE_NOTICE.search(text):
        yield "SERV-10", "写有六十日的公告期间，现行规定为三十日。"


def _repealed(papers: Iterable[Said]) -> Iterator[Finding]:
    ended = {s.title: s for s in all_statutes() if s.in_force_to is not None}
    for paper in papers:
        for title in dict.fromkeys(TITLED.findall(_text(paper.facts))):
            one = ended.get(title)
            if one is not None and not one.in_force(paper.on):
                yield Finding(
                    "TIME-07", paper.number, f"引用的《{title}》在制作之日已经停止施行，须有新旧比较。"
                )


def _masked(papers: Sequence[Said]) -> Iterator[Finding]:
    """A name that one paper masks is not spelt out in the next."""
    names = {n for p in papers for f in ("name", "representative") if (n := _at(p.facts, "party", f))}
    for paper in papers:
        text = _text(paper.facts)
        for name in sorted(n for n in names if 2 <= len(n) <= 4):
            masked = name[0] + "某"
            if masked in text and masked not in name:
                yield Finding("RED-06", paper.number, f"“{name}”在此隐去姓名，在其他文书写出全名。")


def _at(facts: Mapping[str, object], *path: str) -> str:
    value: object = facts
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else ""


def _text(value: object) -> str:
    if isinstance(value, str):
        return value + "\n"
    if isinstance(value, Mapping):
        return "".join(_text(v) for v in value.values())
    return "".join(_text(v) for v in value) if isinstance(value, list | tuple) else ""
