"""Opening the recordings of a matter (plan 2.4.d): the request, the life of one recording, the register.

No byte of a recording is sent before the entry that opens it; within half an hour nothing more is written.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect

from mingfa.bureau.desk.access import SUPERVISORS, Ask, page, show
from mingfa.bureau.desk.kinds import is_visible, opened
from mingfa.bureau.desk.kinds.kind import Opened
from mingfa.bureau.desk.matters.attached import FileLine, files
from mingfa.bureau.desk.matters.doing import Outcome, attempt
from mingfa.bureau.desk.matters.timeline import story
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.lib.received import whole
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records import reads as records
from mingfa.bureau.records.filming.values import told
from mingfa.bureau.records.measuring.reads import measured
from mingfa.bureau.records.retrieval.acts import LEADERS
from mingfa.bureau.records.retrieval.inputs import KINDS, WAYS
from mingfa.bureau.records.retrieval.reads import RetrievalView, opened_now, permissions, retrievals
from mingfa.bureau.records.retrieval.rules import OF_THE_MATTER, POSTS

MOST = 50


@dataclass(frozen=True)
class Way:
    """A way in which this person may open recordings of the matter, and whether it asks for a ground."""

    name: str
    words: str
    asks: bool


@page
def retrieve(ask: Ask, kind: str, pk: int) -> HttpResponseBase:
    """Ask for recordings of a matter, or open them."""
    matter = opened(ask, pk)
    there = recordings_of(pk, matter.view.procedure)
    if not there:
        raise Http404
    post = ask.request.POST
    chosen = (post if ask.request.method == "POST" else ask.request.GET).getlist("item")
    outcome = Outcome()
    if ask.request.method == "POST":
        outcome = attempt(
            REGISTER["record.retrieve"],
            by=ask.me.id,
            on=None,
            inputs={
                "matter": pk,
                "items": chosen,
                **{name: post.get(name, "") for name in ("way", "ground")},
                "kind": post.get("kind", "view"),
            },
            at=None,
            key=post.get("act.key", ""),
            reasons={},
            unread={},
            now=ask.now,
        )
        if outcome.done:
            messages.success(
                ask.request, f"已经调阅，三十分钟内有效，记入执法记录账本第{outcome.done.index}条。"
            )
            return HttpResponseRedirect(f"{matter.href}#h-ev")
    return show(
        ask,
        "desk/retrieve.html",
        outcome.status if ask.request.method == "POST" else 200,
        nav=matter.face.path,
        matter=matter,
        recordings=there,
        chosen=chosen or [one.sha256 for one in there],
        ways=ways_of(matter, ask.me, ask),
        kinds=KINDS,
        typed=post,
        outcome=outcome,
        key=token_hex(16),
        before=retrievals(pk, most=MOST) if sees_register(matter, ask.me) else [],
    )


def recordings_of(pk: int, procedure: str) -> list[FileLine]:
    """Return the recordings that acts of a matter committed to."""
    return [one for one in files(story(pk, procedure)) if one.recording]


def ways_of(matter: Opened, me: Actor, ask: Ask) -> list[Way]:
    """Return the ways that are open to this person, the nearest first; the law asks again when it is done."""
    of_unit = me.unit == matter.view.unit
    found = {
        "handling": me.id in matter.view.handlers or (not matter.view.handlers and of_unit),
        "leading": bool(me.roles & LEADERS) or (of_unit and "unit_leader" in me.roles),
        **{way: bool(me.roles & posts) for way, posts in POSTS.items()},
        "approved": any(p.person == me.id and ask.today <= p.until for p in permissions(matter.id)),
    }
    if found["handling"]:
        found["supervision"] = False
    return [Way(name, WAYS[name], name not in OF_THE_MATTER) for name, fits in found.items() if fits]


def sees_register(matter: Opened, me: Actor) -> bool:
    """Say whether somebody sees who opened the recordings of a matter: its handlers, and who supervises."""
    return me.id in matter.view.handlers or bool(me.roles & SUPERVISORS)


@page
def life(ask: Ask, kind: str, pk: int, sha256: str) -> HttpResponse:
    """Show the whole life of a recording: received, measured, used by acts, opened; each with its entry."""
    matter = opened(ask, pk)
    events = story(pk, matter.view.procedure)
    file = next((one for one in files(events) if one.sha256 == sha256 and one.recording), None)
    if file is None:
        raise Http404
    found = measured({sha256}).get(sha256)
    used = [event for event in events if sha256 in str(event.inputs)]
    before = retrievals(pk, most=500) if sees_register(matter, ask.me) else []
    return show(
        ask,
        "desk/life.html",
        nav=matter.face.path,
        matter=matter,
        file=file,
        found=found,
        told=told(found),
        used=used,
        scenes=[s for s in records.recorded(pk).scenes if any(t.sha256 == sha256 for t in s.takes)],
        openings=[one for one in before if sha256 in one.items],
        sees=sees_register(matter, ask.me),
    )


@page
def register(ask: Ask) -> HttpResponse:
    """Show every opening to those who supervise: also their own."""
    if not ask.can(SUPERVISORS):
        raise NotYours("“调阅登记”供执法监督人员、机关负责人和法制审核机构负责人查看。")
    found = retrievals(before=whole(ask.request.GET.get("before", "")), most=MOST)
    return show(
        ask,
        "desk/retrievals.html",
        nav="supervision",
        lines=[(one, _href(ask, one)) for one in found],
        further=found[-1].id if len(found) == MOST else None,
    )


def _href(ask: Ask, one: RetrievalView) -> str:
    return opened(ask, one.matter).href if is_visible(ask, one.matter) else ""


@dataclass(frozen=True)
class Access:
    """Which recordings of a matter this person has open now, and how all are opened by one touch, if so."""

    opened: Mapping[str, RetrievalView]
    at_once: str = ""


def access(ask: Ask, matter: Opened, lines: list[FileLine]) -> Access:
    """Return how this person stands to the recordings of a matter; no question where there are none."""
    recordings = [one.sha256 for one in lines if one.recording]
    if not recordings:
        return Access({})
    found = opened_now(matter.id, ask.me.id, ask.now)
    ways = [way for way in ways_of(matter, ask.me, ask) if not way.asks]
    return Access(found, ways[0].name if ways and not found.keys() >= set(recordings) else "")
