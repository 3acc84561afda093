"""Numbers of papers, without holes (plan 2.3.a), and the check that a paper says what the law asks."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.refusals import Refused, written_out
from mingfa.bureau.law.gates import Refusal
from mingfa.bureau.papers import Form, fact, form, missing_contents, undrawable
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.reads import bureau, times_lost


def number_paper(
    kind: str, facts: Mapping[str, object], title: str, look: Look[Any], matter: Any
) -> tuple[Paper, dict[str, object]]:
    """Return the numbered paper and its complete facts, or refuse with what is missing.

    The next number is taken under the log's lock, in the act's own transaction: a refused or broken-off act
    leaves no hole.
    """
    shape, agency, year = form(kind), bureau(), look.today.year
    last = Paper.objects.filter(series=shape.series, year=year).aggregate(n=Max("n"))["n"] or 0
    number = f"{agency.short}{shape.series}〔{year}〕{_mark(times_lost(year))}第{last + 1}号"
    head = {
        "name": agency.name,
        "address": agency.address,
        "phone": agency.phone,
        "uscc": agency.uscc,
        "seal": "specimen" if agency.example else "",
    }
    complete = {"agency": head, "document_no": number, "date": look.today.isoformat(), **facts}
    complete |= look.config.printed_with(facts.keys(), look.today)
    if refusals := _faults(kind, complete):
        raise Refused(written_out(refusals))
    paper = Paper(
        kind=kind,
        series=shape.series,
        year=year,
        n=last + 1,
        number=number,
        title=title or shape.title,
        matter=matter.pk if matter is not None else None,
        made_at=look.at,
    )
    return paper, complete


def _mark(times: int) -> str:
    """Mark the numbers that follow a loss: which of them were given before, nobody can look up any more."""
    return "" if times == 0 else "续" if times == 1 else f"续{times}"


def _faults(kind: str, facts: Mapping[str, object]) -> list[Refusal]:
    """Name every statutory content that is missing and every character that cannot be printed."""
    shape = form(kind)
    title, todo = shape.title, "补全后重新提交。"
    found = [
        Refusal(
            "DEC-04", "the_paper_is_complete", f"{title}缺少：{m.label}。", m.citation or shape.basis[0], todo
        )
        for m in missing_contents(kind, facts)
    ]
    if strange := undrawable(_text(facts)):
        words = f"{title}中有无法显示的字：{'、'.join(strange)}。"
        todo = "请改用规范汉字，或请管理员安装含有该字的字库。"
        found.append(Refusal("DEC-04", "every_character_can_be_printed", words, _cites(shape, facts), todo))
    return found


def _cites(shape: Form, facts: Mapping[str, object]) -> str:
    """Return the article that asks for the content which cannot be printed, else what the paper stands on."""
    asked = (one.citation for one in shape.fields if undrawable(_text(fact(facts, one.name))))
    return next(filter(None, asked), shape.basis[0])


def _text(value: object) -> str:
    """Join all words anywhere in the facts."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "".join(_text(v) for v in value.values())
    if isinstance(value, list | tuple):
        return "".join(_text(v) for v in value)
    return ""
