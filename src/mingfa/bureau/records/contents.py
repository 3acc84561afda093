"""What papers of every room say alike: citations, the party, opinions, officers, pictures (plan 2.1.a)."""

from collections.abc import Iterable
from datetime import date, datetime

from mingfa.bureau.doorway.inputs import File
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.reads import bureau


def written(citations: Iterable[str]) -> str:
    """Write citations out in full, joined."""
    return "、".join(str(cite(c)) for c in citations)


def party_block(party: Party | None) -> dict[str, str]:
    """Return the party as papers print it."""
    if party is None:
        return {}
    post = {"unit": "法定代表人（负责人）", "sole_trader": "经营者", "person": ""}[party.kind]
    return {
        "kind": party.kind,
        "name": party.name,
        "id_no": party.code,
        "representative": party.representative,
        "post": post if party.representative else "",
        "address": party.address,
        "phone": party.phone,
    }


def opinion(text: str, by: Iterable[str], on: date) -> dict[str, object]:
    """Return an opinion with its names and day."""
    return {"text": text, "by": list(by), "at": on.isoformat()}


def officers_block(officers: Iterable[Actor]) -> list[dict[str, str]]:
    """Return officers with the numbers of their certificates."""
    return [{"name": o.name, "certificate": o.certificate} for o in officers]


def media_block(media: list[File], by: str, at: datetime, place: str) -> list[dict[str, str]]:
    """List photos and recordings as a record prints them: name and digest's start, by whom, when, where."""
    return [
        {"name": f"{m.name}（{m.sha256[:8]}）", "by": by, "at": at.isoformat(), "place": place} for m in media
    ]


def confirmation(signed: str, refusal: str) -> str:
    """Say how the person confirmed the record."""
    return "以上笔录已阅看（向本人宣读），与事实相符。" if signed == "signed" else refusal


def remedy_block() -> dict[str, str]:
    """Return where the party may turn (复议法 24: the same-level government only)."""
    agency = bureau()
    return {"reconsideration_to": agency.government, "court": agency.court}


def open_end(counted: Term) -> dict[str, str]:
    """Return what a paper says beside a last day that no notice of holidays fixes yet."""
    return {"open_end": counted.mark} if counted.provisional else {}


def moment(at: datetime) -> str:
    """Return a time as papers write it: 2026年9月5日10时20分."""
    local = at.astimezone(CHINA)
    return f"{long_date(local.date())}{local.hour}时{local.minute:02d}分"
