"""Do the papers of one matter agree with each other, and is what they say still the law? Pure reading.

Plan 2.1.a and 2.3.a. Asked of the recorded facts of the papers, in the order in which they were made.

AV-01    the party, its address, the place, the sums and what is referred to are the same everywhere
DEC-13   no remedy period of fifteen days, as 市容条例 40 still prints it
NOTI-06  what is decided is not dearer than what was told
RED-06   a name is masked everywhere or nowhere
SERV-10  no public notice of sixty days
TIME-07  what is cited was in force when the paper was made
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mingfa.bureau.law.texts.statutes import all_statutes
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.lib.money import capital, parse_yuan, yuan

# 复议法 20, 诉讼法 46 took the place of 市容条例 40; fifteen days are right only after a reconsideration.
STALE_REMEDY = re.compile(
    r"(?<!复议决定书之日起)(?:十五|15)日内[^。；]{0,30}(?:申请[^。；]{0,8}复议|起诉|行政诉讼)"
)
STALE_NOTICE = re.compile(r"公告[^。]{0,40}(?:六十|60)日[^。]{0,12}视为送达")
# A sum in capitals and in figures, and the papers whose `place` is where it happened.
SUM = re.compile(r"人民币([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+)（¥([0-9,]+(?:\.[0-9]{1,2})?)）")
SCENE_PAPERS = frozenset({"filing_approval", "not_filing_approval", "spot_decision", "spot_report"})
# Once old and new law are compared, both are named, and what was cited before is answered for.
COMPARISON = "law_comparison"
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


def findings(papers: Sequence[Said], rests_on: str = "") -> tuple[Finding, ...]:
    """Return everything in which these papers of one matter contradict each other or the law.

    `rests_on` is the number of a paper of another matter that this one rests on: what is enforced.
    """
    found = [
        *_parties(papers),
        *_places(papers),
        *_sums(papers),
        *_references(papers, rests_on),
        *_stale(papers),
        *_repealed(papers),
        *_masked(papers),
    ]
    return tuple(dict.fromkeys(found))


def _parties(papers: Sequence[Said]) -> Iterator[Finding]:
    """The party has one name, one number and one address in all papers."""
    for field, zh in (("name", "名称"), ("id_no", "证件号码"), ("address", "住所（住址）")):
        yield from _one_value(f"当事人{zh}", [(p.number, _at(p.facts, "party", field)) for p in papers])


def _places(papers: Sequence[Said]) -> Iterator[Finding]:
    """What is punished happened in one place."""
    said = [(p.number, _at(p.facts, "place")) for p in papers if p.kind in SCENE_PAPERS]
    yield from _one_value("案发地点", said)


def _one_value(what: str, said: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    given = [(number, value) for number, value in said if value]
    for number, value in given[1:]:
        first, original = given[0]
        if value != original:
            yield Finding("AV-01", number, f"{what}为“{value}”，{first}为“{original}”。")


def _sums(papers: Sequence[Said]) -> Iterator[Finding]:
    """Capitals and figures agree; decided is no more than told, deferred is what was decided."""
    told: tuple[str, int] | None = None
    decided: dict[str, int] = {}
    for paper in papers:
        for words, figures in SUM.findall(_text(paper.facts)):
            if capital(parse_yuan(figures)) != words:
                yield Finding("AV-01", paper.number, f"金额大写“{words}”与小写“{figures}”不一致。")
        fine = _fine(paper.facts)
        if paper.kind == "penalty_notice":
            told = (paper.number, fine)
        elif paper.kind == "penalty_decision":
            decided[paper.number] = fine
            if told is not None and fine > told[1]:
                words = f"罚款{yuan(fine)}元，高于{told[0]}告知的{yuan(told[1])}元。"
                yield Finding("NOTI-06", paper.number, words)
        elif paper.kind == "deferral_notice":
            due = decided.get(_at(paper.facts, "original", "number"))
            if due is not None and f"¥{yuan(due)}" not in _at(paper.facts, "sum"):
                yield Finding("AV-01", paper.number, f"罚款数额与决定书的{yuan(due)}元不一致。")


def _fine(facts: Mapping[str, object]) -> int:
    listed = facts.get("penalties")
    penalties = listed if isinstance(listed, list) else []
    amounts = (one.get("amount") for one in penalties if isinstance(one, Mapping))
    return sum(amount for amount in amounts if isinstance(amount, int))


def _references(papers: Sequence[Said], rests_on: str) -> Iterator[Finding]:
    """Whoever names another paper of the matter gives its number and its day."""
    days = {paper.number: paper.on for paper in papers}
    for paper in papers:
        number, day = _at(paper.facts, "original", "number"), _at(paper.facts, "original", "date")
        if number and number != rests_on and number not in days:
            yield Finding("AV-01", paper.number, f"所引文号{number}不是本案的文书。")
        elif number in days and day and day[:10] != days[number].isoformat():
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


def _repealed(papers: Sequence[Said]) -> Iterator[Finding]:
    """Ended law is cited only where it was compared with what followed it."""
    if any(paper.kind == COMPARISON for paper in papers):
        return
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
