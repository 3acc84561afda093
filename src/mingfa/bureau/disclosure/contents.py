"""What the public reads of any decision alike: head, days, party, remedies; masked as it is built.

Plan 1.1.c: nothing is typed again. Plan 1.4.c: agency, party, category, conclusion; full text by a tick.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from mingfa.bureau.disclosure.redaction.facts import Masking
from mingfa.bureau.disclosure.redaction.gather import public_name
from mingfa.bureau.disclosure.values import Disclosable
from mingfa.bureau.doorway.party import PARTY_KINDS, Party
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.people.reads import bureau
from mingfa.feed.notice import Content, Index, Masked, Notice, PublicText
from mingfa.feed.personal import may_stand_as_uscc
from mingfa.feed.value import from_value, to_value

Runs = tuple[str | Masked, ...]


def index_of(one: Disclosable, subject: str, keywords: tuple[str, ...]) -> Index:
    """Return the head of a government information page (政府信息公开条例 12; plan 1.2.a).

    The index number is region-year-serial, as district portals write it; the serial is the decision's entry.
    """
    return Index(
        index_number=f"{bureau().region}-{one.decided_on:%Y}-{one.id:06d}",
        subject=subject,
        genre="行政执法决定",
        made_on=one.decided_on,
        keywords=keywords,
    )


def released(
    kind: str,
    notice: Mapping[str, Any],
    on: date,
    workday_no: int,
    served_on: date | None,
    until: date | None,
) -> Notice:
    """Return the notice of a draft as it goes public on a day."""
    days = {
        "published_on": on.isoformat(),
        "workday_of_publication": workday_no,
        "served_on": served_on.isoformat() if served_on else None,
        "until": until.isoformat() if until else None,
    }
    value = {**notice, **{name: day for name, day in days.items() if day is not None}}
    made = from_value(kind, json.dumps(value, ensure_ascii=False))
    assert isinstance(made, Notice), "a notice is read with a notice's kind"
    return made


def as_json(content: Content) -> dict[str, Any]:
    """Return a public content as plain JSON values, exactly as the feed spells it."""
    value: dict[str, Any] = json.loads(to_value(content))
    return value


def texts_in(draft: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every text of a draft that the public would read, with where it stands."""
    places = {"facts": "违法事实", "title": "标题", "party": "当事人", "conclusion": "决定内容"}
    for name, value in draft["notice"].items():
        for words in value if isinstance(value, list) else [value]:
            if isinstance(words, str):
                yield f"公示摘要“{places.get(name, '其他栏目')}”", words
    for n, paragraph in enumerate((draft.get("text") or {}).get("paragraphs", ()), 1):
        yield f"决定书全文第{n}段", "\n".join(run for run in paragraph if isinstance(run, str))


def party_lines(party: Party, masking: Masking) -> Iterator[Runs]:
    yield (f"当事人（{PARTY_KINDS[party.kind]}）：{public_name(party, masking)}",)
    if party.kind == "unit" and party.code:
        yield (f"统一社会信用代码：{party.code}",)
    elif party.code:
        yield ("证件号码：", Masked("证件号码"))
    if party.representative:
        head = {"unit": "法定代表人（负责人）", "sole_trader": "经营者", "person": "代理人"}[party.kind]
        yield (f"{head}：", *masking.runs(party.representative))
    yield ("住址（住所）：", Masked("住址（住所）"))
    if party.phone:
        yield ("联系电话：", Masked("联系电话"))


def notice_of(
    one: Disclosable,
    facts: Mapping[str, Any],
    masking: Masking,
    term: Term,
    *,
    title: str,
    found: str,
    basis: str,
    conclusion: str,
    keyword: str,
) -> Notice:
    """Build the summary that stands in the list, with the last day by which it has to be public."""
    party, item = one.party, one.item
    assert party is not None and item is not None, "what is public has its party and its item"
    return Notice(
        number=one.number,
        agency=facts["agency"]["name"],
        unit=one.unit_name,
        title=title,
        party=public_name(party, masking),
        party_kind=party.kind,
        uscc=party.code if party.kind == "unit" and may_stand_as_uscc(party.code) else None,
        category=one.category,
        cause=one.cause,
        facts=masking.words(found),
        basis=(basis,),
        conclusion=masking.words(conclusion),
        decided_on=one.decided_on,
        due_on=term.end,
        published_on=one.decided_on,
        workday_of_publication=0,
        workdays_allowed=term.number,
        responsible_unit=one.unit_name,
        item_code=item.code,
        index=index_of(one, item.field, (one.cause, keyword)),
    )


def public_text(
    one: Disclosable, title: str, facts: Mapping[str, Any], body: Iterator[str], masking: Masking
) -> PublicText:
    """Build a paper's full text for the public: the party's lines, then its passages, masked as they come."""
    assert one.party is not None, "a text for the public has its party"
    return PublicText(
        title=title,
        number=one.number,
        paragraphs=(*party_lines(one.party, masking), *(masking.runs(words) for words in lines(body))),
        signature=facts["agency"]["name"],
        date=one.decided_on,
    )


def lines(body: Iterator[str]) -> Iterator[str]:
    for passage in body:
        yield from (line.strip() for line in passage.split("\n") if line.strip())


def remedies(facts: Mapping[str, Any]) -> Iterator[str]:
    yield "救济途径和期限"
    yield (
        f"如不服本决定，可以自收到本决定书之日起六十日内向{facts['reconsideration_to']}申请行政复议，"
        f"也可以自收到本决定书之日起六个月内直接向{facts['court']}提起行政诉讼。"
    )
