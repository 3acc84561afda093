"""What disclosure does when the record says that something happened (plan 1.2.b, 1.4.e).

Nobody upstream calls it. Each function asks the data what is to be done and does it through the doorway;
asked again it finds nothing left. If we crash between two acts, the next round does the rest.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial

from django.db.models import Q, QuerySet
from django.utils import timezone

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.disclosure import reads
from mingfa.bureau.disclosure.before.contents import agency_page, item_page
from mingfa.bureau.disclosure.contents import as_json
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.sources.hooks import disclosable, of_sources
from mingfa.bureau.disclosure.values import LIVE, PublicationView
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Leaf
from mingfa.bureau.ledger.reader import leaf, size
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.feed.operations import WITHDRAWAL_REASONS

# Kept by following the record: what is to be public beforehand is shown as soon as it is in force.
KEEPS = ("PUB-01",)
# What an act of withdrawal takes; a longer ground is left out, never a reason to leave something up.
MOST_WORDS = 300
LATE = {"it_comes_down_in_three_working_days": "系统在获知撤销依据后自动撤下。"}


def fallen(now: datetime) -> Iterator[Piece[Done]]:
    """Yield the notices that are to come down, each to be done alone."""
    today = _day(now)
    fell = of_sources(lambda source: source.fallen())
    rows = Publication.objects.filter(state__in=LIVE).filter(fell | Q(until__lt=today))
    yield from _withdrawals(rows, now)


def why_it_fell(p: PublicationView) -> tuple[str, str]:
    """Return the code of the reason and the words the public reads."""
    one = disclosable(p.decision) if p.decision else None
    if one is None or one.fall is None:
        return "expired", f"公示期限于{p.until}届满。" if p.until else "事项已经失效。"
    return one.fall.effect, f"{WITHDRAWAL_REASONS[one.fall.effect]}，依据：{one.fall.ground}。"


def pages_to_show(now: datetime) -> Iterator[Piece[Done]]:
    """Yield the pages that are to be looked at, and those that are to come down, each to be done alone."""
    listed = catalogue.items(_day(now))
    for item in listed:
        words = f"权责清单事项（编号{item.id}）"
        yield Piece("item", item.id, "item.list", words, partial(_show_item, item, now))
    yield Piece("agency", 0, "", "执法机关信息", partial(_show_agency, listed, now))
    rows = Publication.objects.filter(kind="item", state__in=LIVE).exclude(item__in=[i.id for i in listed])
    yield from _withdrawals(rows, now)


def _show_item(item: ItemView, now: datetime) -> Done | None:
    if _is_shown(reads.publication_of_item(item.id), as_json(item_page(item, people.bureau()))):
        return None
    return _do("disclosure.show_item", now, {"item": item.id})


def _show_agency(listed: Iterable[ItemView], now: datetime) -> Done | None:
    today = _day(now)
    page = agency_page(people.bureau(), list(listed), people.actors(Role.OFFICER, today), today)
    if _is_shown(reads.agency_publication(), as_json(page)):
        return None
    return _do("disclosure.show_agency", now, {})


def anchor(now: datetime | None = None) -> Done | None:
    """Put the record's newest signed head into the public log; None where only an anchor was added."""
    last = Leaf.objects.filter(log=DISCLOSURE, act="anchor").order_by("-i").first()
    if last is not None:
        anchored = str(leaf(int(last.i), DISCLOSURE).entry.facts["head"])
        origin, entries = anchored.split("\n")[:2]
        if origin == heads.origin() and int(entries) + 1 >= size(RECORD):
            return None
    return _do("disclosure.anchor", now or timezone.now(), {"head": heads.sign(RECORD)})


def _is_shown(p: PublicationView | None, page: dict[str, object]) -> bool:
    return p is not None and reads.shown(p)["notice"] == page


def _withdrawals(rows: QuerySet[Publication], now: datetime) -> list[Piece[Done]]:
    return [
        Piece("publication", pk, "disclosure.withdraw", f"公示信息（编号{pk}）", partial(_withdraw, pk, now))
        for pk in rows.order_by("pk").values_list("pk", flat=True)
    ]


def _withdraw(pk: int, now: datetime) -> Done:
    p = reads.publication(pk)
    assert p is not None, "a publication is never deleted"
    code, words = why_it_fell(p)
    if len(words) > MOST_WORDS:
        words = f"{WITHDRAWAL_REASONS[code]}。"
    return _do("disclosure.withdraw", now, {"publication": p.id, "code": code, "words": words})


def _do(name: str, now: datetime, inputs: dict[str, object]) -> Done:
    return do(name, by=people.system(), inputs=inputs, at=now, now=now, reasons=LATE)


def _day(now: datetime) -> date:
    return now.astimezone(CHINA).date()
