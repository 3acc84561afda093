"""What is held of others in a matter, at a glance: what, where, until when, and what is next (plan 2.2.a).

One look for the page of the matter and for what waits on a person's day (处罚法 56; 强制法 19, 25-28).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds.held_terms import kept_clock, to_make_up, to_release
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.clocks import Clock
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.measures.gather import seizing_of
from mingfa.bureau.measures.values import DISPOSALS, Held, Measure, Preservation, Release, briefly, named
from mingfa.bureau.people import reads as people
from mingfa.bureau.service import reads as service

# Begun from the matter itself; every other act of a part is begun from what it is about.
BEGIN = frozenset({"measure.request", "measure.seize_at_once", "preservation.request"})
URGENT = ("measure.make_up", "measure.record", "preservation.dispose")
# Papers of measures that must reach the party.
TO_SERVE = frozenset(
    {"extension_decision", "testing_notice", "release_decision", "disposal_decision", "preservation_disposal"}
)
GONE = {"released": "已退还", **DISPOSALS}


@dataclass(frozen=True)
class Next:
    """An act that is next for something held; an `urgent` one is not to wait."""

    act: str
    href: str
    words: str
    urgent: bool = False


@dataclass(frozen=True)
class Piece:
    """A row of the list: its number, what it is, and what became of it (blank while it is held)."""

    n: int
    words: str
    gone: str = ""


@dataclass(frozen=True)
class Card:
    """A measure or a preservation under way. `clock` is its nearest term, `since` and `until` its own."""

    title: str
    number: str
    paper: int
    state: str
    clock: Clock | None
    since: date
    until: date
    today: date
    place: str
    log: str
    pieces: tuple[Piece, ...]
    nexts: tuple[Next, ...]

    @property
    def words(self) -> str:
        """Name what is held, briefly: the first pieces, and how many there are."""
        held = briefly([piece.words for piece in self.pieces if not piece.gone])
        return f"{self.title}{held or f'（{self.number}）'}"

    @property
    def length(self) -> int:
        return max((self.until - self.since).days, 1)

    @property
    def spent(self) -> int:
        """Return the days of its term that are over."""
        return min(max((self.today - self.since).days, 0), self.length)

    @property
    def held(self) -> int:
        return sum(not piece.gone for piece in self.pieces)

    @property
    def first(self) -> bool:
        return any(one.urgent for one in self.nexts)


@dataclass(frozen=True)
class Line:
    """What was asked for and not done yet, or a paper that has not reached the party."""

    words: str
    note: str
    tag: str
    next: Next | None = None


@dataclass(frozen=True)
class Panel:
    """Everything under way, the nearest term first."""

    cards: tuple[Card, ...]
    asked: tuple[Line, ...]
    unserved: tuple[Line, ...]

    @property
    def held(self) -> int:
        return sum(card.held for card in self.cards)

    @property
    def nearest(self) -> Card | None:
        return next((card for card in self.cards if card.held), None)


def panel(matter: int, ask: Ask, mine: Collection[str]) -> Panel | None:
    """Return what is held in a matter, if anything; `mine` are the acts open to this person."""
    held = measures.held(matter)
    cards = sorted(_cards(matter, held, ask, mine), key=lambda card: card.clock.left if card.clock else 0)
    found = Panel(tuple(cards), tuple(_asked(matter, held, mine)), tuple(_unserved(matter, held, mine)))
    return found if found.cards or found.asked or found.unserved else None


def _cards(matter: int, held: Held, ask: Ask, mine: Collection[str]) -> Iterator[Card]:
    calendar = people.calendar()
    for kept in held.preserved:
        yield _preserved(matter, kept, ask, mine, calendar)
    ends = procedure("measure").ends
    logged = {line.measure: f"{line.on:%Y-%m-%d}{line.kind_zh}" for line in measures.custody(matter)}
    for taken in held.measures:
        if taken.state not in ends:
            back = [r for r in held.to_return if r.measure == taken.id]
            yield _measure(matter, taken, back, logged.get(taken.id, "尚未登记保管情况"), ask, mine)


def _preserved(matter: int, kept: Preservation, ask: Ask, mine: Collection[str], calendar: Calendar) -> Card:
    clock = kept_clock(kept, ask.today, calendar)
    nexts = _open("preservation", kept.state, mine, f"/acts/{{}}/?on={matter}&preservation={kept.id}")
    return Card(
        title="先行登记保存",
        number=kept.number,
        paper=kept.id,
        state=procedure("preservation").zh(kept.state),
        clock=clock,
        since=kept.taken_on,
        until=clock.term.end,
        today=ask.today,
        place=_where(kept.kept_at, kept.keeper),
        log="",
        pieces=tuple(Piece(n, named([row])) for n, row in enumerate(kept.things, 1)),
        nexts=tuple(nexts),
    )


def _measure(
    matter: int, taken: Measure, back: list[Release], log: str, ask: Ask, mine: Collection[str]
) -> Card:
    clock: Clock | None = None
    if taken.left:
        by = None if taken.must_go(ask.now) else taken.make_up_by
        clock = to_make_up(taken, by, ask.now) if by else to_release(taken, ask.now)
    waiting = {n for release in back for n in release.things}
    return Card(
        title=taken.kind_zh,
        number=taken.number,
        paper=taken.id,
        state=taken.state_zh,
        clock=clock,
        since=taken.taken_on,
        until=taken.ends_on,
        today=ask.today,
        place=_where(taken.kept_at, taken.keeper),
        log=log,
        pieces=tuple(
            Piece(n, taken.names([n]), "待退还" if n in waiting else GONE.get(taken.ended.get(n, ""), ""))
            for n in range(1, len(taken.things) + 1)
        ),
        nexts=tuple(_of_measure(matter, taken, back, ask, mine)),
    )


def _of_measure(
    matter: int, taken: Measure, back: list[Release], ask: Ask, mine: Collection[str]
) -> Iterator[Next]:
    at = f"/acts/{{}}/?on={matter}&measure={taken.id}"
    for release in back:
        if "measure.hand_back" in mine:
            href = f"/acts/measure.hand_back/?on={matter}&release={release.id}"
            yield Next("measure.hand_back", href, "退还财物", urgent=True)
    must_go = bool(taken.must_go(ask.now))
    for one in _open("measure", taken.state, mine, at):
        if one.act == "measure.hand_back" or (one.act == "measure.excuse" and taken.record):
            continue
        if not taken.left and one.act not in ("measure.record", "measure.excuse"):
            continue
        if must_go and one.act in ("measure.release", "measure.make_up"):
            # What must go is released; an approval can only be refused any more.
            yield replace(one, urgent=one.act == "measure.release")
        else:
            yield one


def _open(table: str, state: str, mine: Collection[str], href: str) -> list[Next]:
    """Return the acts that a part's table opens to this person, the urgent ones first."""
    found = [
        Next(act, href.format(act), REGISTER[act].title, act in URGENT)
        for act in procedure(table).acts_in(state)
        if act in mine
    ]
    return sorted(found, key=lambda one: not one.urgent)


def _where(place: str, keeper: str) -> str:
    return f"{place}（{keeper}保管）" if place and keeper else place or keeper


def _asked(matter: int, held: Held, mine: Collection[str]) -> Iterator[Line]:
    """Yield what was put to the head and is not answered, or approved and not carried out."""
    for one in held.approvals:
        room = "preservation" if one.kind == "preserve" else "measure"
        act = f"{room}.approve" if one.waits else f"{room}.{'take' if room == 'preservation' else 'seize'}"
        if one.waits or one.stands:
            href = f"/acts/{act}/?on={matter}&approval={one.id}"
            note = f"{one.asked_on:%Y-%m-%d}报请" if one.waits else f"{one.approved_on:%Y-%m-%d}批准"
            found = Next(act, href, REGISTER[act].title, urgent=True) if act in mine else None
            tag = "待审批" if one.waits else "待实施"
            yield Line(f"{one.kind_zh}{one.things}", note, tag, found)


def _unserved(matter: int, held: Held, mine: Collection[str]) -> Iterator[Line]:
    """Yield the papers of measures that have not reached the party."""
    on_the_spot = {m.id for m in held.measures if seizing_of(m).handed_over_at is not None}
    taken = {m.id for m in held.measures} - on_the_spot
    papers = [p for p in service.papers_to_serve(matter) if p.kind in TO_SERVE or p.id in taken]
    served = service.served_papers(p.id for p in papers)
    for paper in papers:
        if paper.id not in served:
            href = f"/acts/service.serve/?on={matter}&paper={paper.id}"
            to = Next("service.serve", href, "送达文书") if "service.serve" in mine else None
            yield Line(f"{paper.title} {paper.number}", "尚未送达当事人", "待送达", to)
