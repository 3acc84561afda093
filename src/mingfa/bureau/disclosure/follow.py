"""What disclosure does when the record says that something happened (plan 1.2.b, 1.4.e).

Nobody upstream calls it. Each function asks the data what is to be done and does it through the doorway;
asked again it finds nothing left. If we crash between two acts, the next round does the rest.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.disclosure import reads
from mingfa.bureau.disclosure.before.contents import agency_page, item_page
from mingfa.bureau.disclosure.contents import as_json
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.sources.hooks import disclosable, of_sources
from mingfa.bureau.disclosure.values import LIVE, Due, PublicationView
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Leaf
from mingfa.bureau.ledger.reader import leaf, size
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.feed.operations import WITHDRAWAL_REASONS

# Kept by following the record: what is to be public beforehand is shown as soon as it is in force.
KEEPS = ("PUB-01",)
LATE = {"it_comes_down_in_three_working_days": "系统在获知撤销依据后自动撤下。"}


def withdraw_what_fell(now: datetime | None = None) -> list[Done]:
    """Take down every notice whose decision was revoked or whose display has ended."""
    now = now or timezone.now()
    today = _day(now)
    fell = of_sources(lambda source: source.fallen())
    rows = Publication.objects.filter(state__in=LIVE).filter(fell | Q(until__lt=today))
    return _withdraw_all(rows.order_by("pk"), now)


def why_it_fell(p: PublicationView) -> tuple[str, str]:
    """Return the code of the reason and the words the public reads."""
    one = disclosable(p.decision) if p.decision else None
    if one is None or one.fall is None:
        return "expired", f"公示期限于{p.until}届满。" if p.until else "事项已经失效。"
    return one.fall.effect, f"{WITHDRAWAL_REASONS[one.fall.effect]}，依据：{one.fall.ground}。"


def start_what_was_decided(now: datetime | None = None) -> list[Due]:
    """Return the decisions that wait for publication: open tasks, never an act of the system."""
    return reads.to_publish(_day(now or timezone.now()))


def publish_listed_items(now: datetime | None = None) -> list[Done]:
    """Show each item in force as it reads today, the agency's page likewise; take down items that ended."""
    now = now or timezone.now()
    today, bureau = _day(now), people.bureau()
    listed, done = catalogue.items(today), []
    for item in listed:
        if not _is_shown(reads.publication_of_item(item.id), as_json(item_page(item, bureau))):
            done.append(_do("disclosure.show_item", now, {"item": item.id}))
    page = agency_page(bureau, listed, people.actors(Role.OFFICER, today), today)
    if not _is_shown(reads.agency_publication(), as_json(page)):
        done.append(_do("disclosure.show_agency", now, {}))
    rows = Publication.objects.filter(kind="item", state__in=LIVE).exclude(item__in=[i.id for i in listed])
    return done + _withdraw_all(rows.order_by("pk"), now)


def anchor(now: datetime | None = None) -> Done | None:
    """Put the record's newest signed head into the public log; None where only an anchor was added."""
    last = Leaf.objects.filter(log=DISCLOSURE, act="anchor").order_by("-i").first()
    if last is not None:
        anchored = str(leaf(int(last.i), DISCLOSURE).entry.facts["head"])
        if int(anchored.split("\n")[1]) + 1 >= size(RECORD):
            return None
    return _do("disclosure.anchor", now or timezone.now(), {"head": heads.sign(RECORD)})


def _is_shown(p: PublicationView | None, page: dict[str, object]) -> bool:
    return p is not None and reads.shown(p)["notice"] == page


def _withdraw_all(rows: Iterable[Publication], now: datetime) -> list[Done]:
    """Withdraw each; one that fails does not keep the others public, and is not passed over in silence."""
    done, failed = [], []
    for row in rows:
        try:
            p = reads.publication(int(row.pk))
            assert p is not None, "a publication is never deleted"
            code, words = why_it_fell(p)
            given: dict[str, object] = {"publication": p.id, "code": code, "words": words}
            done.append(_do("disclosure.withdraw", now, given))
        except Exception as error:
            error.add_note(f"公示 {row.ref} 未能自动撤下")
            failed.append(error)
    if failed:
        raise ExceptionGroup("有公示信息未能自动撤下", failed)
    return done


def _do(name: str, now: datetime, inputs: dict[str, object]) -> Done:
    return do(name, by=people.system(), inputs=inputs, at=now, now=now, reasons=LATE)


def _day(now: datetime) -> date:
    return now.astimezone(CHINA).date()
