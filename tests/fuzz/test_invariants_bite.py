"""Each invariant of rows can fail: a breach is planted by hand in a lawful story, and it is seen.

A breach changes rows behind the doorway's back, or the row in hand, and is taken back afterwards.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from tests.fixtures import OPENING
from tests.fuzz import watch
from tests.fuzz.case_players import Contested, Publishing
from tests.fuzz.ground import fresh
from tests.fuzz.other_players import Forced, Held, OnTheSpot, Permit

from mingfa.bureau.cases.models import Case
from mingfa.bureau.decisions.models import Decision, TermChange
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.enforcement.models import (
    Announcement,
    CarriedOut,
    CourtEvent,
    Demanded,
    EnforcementOrder,
)
from mingfa.bureau.execution.models import Payment
from mingfa.bureau.hearings.models import Hearing, Notice, Statement
from mingfa.bureau.inspections.models import Inspection, Visit
from mingfa.bureau.ledger.entries import Entry
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.ledger.reader import Altered, Recorded
from mingfa.bureau.measures.models import HeadsApproval, Preserved, Seizure
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.permits.models import Licence, PermitDecision
from mingfa.bureau.records.models import Record
from mingfa.bureau.remedies.models import Remedy, Stay
from mingfa.bureau.review.models import Review
from mingfa.bureau.service.models import Service
from mingfa.bureau.summary.models import Collection, SpotDecision
from mingfa.bureau.work.laws import others as lawful_else
from mingfa.bureau.work.laws import penalties as lawful
from mingfa.bureau.work.laws import rows
from mingfa.bureau.work.laws.rows import (
    decided_after_review,
    preserved_after_approval,
    seized_lawfully,
    served_after_it_was_made,
)
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.example.inspections import Round

DAY = timedelta(days=1)
LONG_AGO, FAR_AHEAD = date(2026, 1, 5), date(2028, 1, 5)


def contested(stage: Stage, cast: Cast) -> None:
    Play(stage, cast).to_decided()
    play = Contested(stage, cast)
    made = play.decided_after()
    play.serve(made.index)
    play.pay(1_000_000)


def street(stage: Stage, cast: Cast) -> None:
    OnTheSpot(stage, cast).cash()


def held(stage: Stage, cast: Cast) -> None:
    play = Held(stage, cast)
    play.to_filed()
    play.hold()
    play.preserve()


def demolished(stage: Stage, cast: Cast) -> None:
    Forced(stage, cast).demolished()


def in_court(stage: Stage, cast: Cast) -> None:
    play = Forced(stage, cast)
    play.demanded()
    play.to_window()
    play.apply()


def permitted(stage: Stage, cast: Cast) -> None:
    play = Permit(stage, cast)
    play.heard()
    play.decide()
    play.issue()


def inspected(stage: Stage, cast: Cast) -> None:
    Round(stage, cast).to_entered()


def published(stage: Stage, cast: Cast) -> None:
    Publishing(stage, cast).published()


@dataclass(frozen=True)
class Breach:
    """What is planted: `plant` gets the row in hand and may change it, or any row of the database."""

    ask: Callable[[Any], None]
    of: type[Sealed]
    plant: Callable[[Any], object]
    seen: str


def having(**changed: Any) -> Callable[[Any], None]:
    """Change the row in hand."""

    def plant(row: Any) -> None:
        for name, value in changed.items():
            setattr(row, name, value(row) if callable(value) else value)

    return plant


def stored(model: type[Sealed], **changed: Any) -> Callable[[Any], object]:
    """Change all rows of another kind."""
    return lambda row: model._default_manager.update(
        **{name: value(row) if callable(value) else value for name, value in changed.items()}
    )


def served_on(day: Callable[[Any], date], kind: str) -> Callable[[Any], object]:
    """Move the service of a kind of paper to another day."""
    return lambda row: Service.objects.filter(paper__kind=kind).update(served_on=day(row))


def another(model: type[Sealed], **changed: Any) -> Callable[[Any], None]:
    """Add a copy of a row, entered before the row in hand."""

    def plant(row: Any) -> None:
        copy = model._default_manager.order_by("pk").first()
        assert copy is not None
        copy.leaf = row.pk - 1
        for name, value in changed.items():
            setattr(copy, name, value(row) if callable(value) else value)
        copy.save(force_insert=True)

    return plant


def stay(row: CarriedOut) -> None:
    """Stop the execution by hand, from the day before on."""
    day = lawful.on(row.started_at)
    source = row.matter.source
    papers = {"kind": "litigation", "body": "示例", "document": "示例"}
    days = {"applied_on": day, "received_on": day, "ended_on": day - DAY}
    remedy = Remedy(leaf=1, sealed=1, matter=row.matter_id, decision=source, **papers, **days)
    remedy.save(force_insert=True)
    Stay(leaf=1, sealed=1, remedy=remedy, ground="body", since=day - DAY).save(force_insert=True)


def spoke(row: Notice) -> None:
    """Let the party have spoken to a lighter notice before this one."""
    earlier = Notice.objects.get(pk=row.pk)
    earlier.leaf, earlier.amount = row.pk - 2, 1
    earlier.save(force_insert=True)
    said = {"kind": "statement", "made_on": row.issued_on, "points": 1, "hearing_requested": False}
    Statement(leaf=row.pk - 1, sealed=1, case=row.case, notice=earlier, **said).save(force_insert=True)


def one_act(row: Decision) -> None:
    """Let two cases be about the same act of the same party."""
    same = {"party_leaf": row.case.party_leaf, "item": row.case.item, "act_on": row.case.act_on}
    Case.objects.update(**same)


def handler(row: Any) -> int:
    case = getattr(row, "case", None) or Case.objects.get(pk=row.matter)
    return int(case.handlers[0])


PENALTY = (
    Breach(lawful.penalty_was_told, Decision, stored(Notice, version=0), "another version was told"),
    Breach(lawful.penalty_was_told, Decision, stored(Notice, amount=1), "heavier than told"),
    Breach(lawful.penalty_was_told, Decision, having(pk=1), "nobody was told of"),
    Breach(
        lawful.penalty_was_told,
        Decision,
        served_on(lambda d: d.decided_on + DAY, "penalty_notice"),
        "never reached the party",
    ),
    Breach(
        lawful.penalty_was_told,
        Decision,
        served_on(lambda d: d.decided_on - DAY, "penalty_notice"),
        "before the time for defence ended",
    ),
    Breach(
        lawful.penalty_was_told,
        Decision,
        lambda d: (
            Statement.objects.update(waived=["statement"])
            and served_on(lambda d: d.decided_on - DAY, "penalty_notice")(d)
        ),
        "before a hearing could be asked for",
    ),
    Breach(lawful.penalty_was_told, Decision, stored(Statement, points=1, answered=None), "not answered"),
    Breach(lawful.hearing_was_had, Decision, stored(Hearing, reported=None, ended=None), "was not held"),
    Breach(
        lawful.hearing_was_had,
        Decision,
        lambda d: (Statement.objects.update(hearing_requested=False), Hearing.objects.update(held=None)),
        "while a hearing was open",
    ),
    Breach(lawful.penalty_in_time, Decision, having(decided_on=FAR_AHEAD), "without an extension on record"),
    Breach(
        lawful.penalty_in_time,
        Decision,
        lambda d: TermChange(
            leaf=1, sealed=1, case=d.case, kind="extended", basis="", granted_on=LONG_AGO
        ).save(force_insert=True),
        "without its basis",
    ),
    Breach(lawful.penalty_in_time, Decision, having(decided_on=LONG_AGO), "not filed"),
    Breach(lawful.two_hands, Decision, lambda d: having(handlers=[1])(d.case), "handled by one"),
    Breach(lawful.two_hands, Decision, having(amount=0), "a fine without an amount"),
    Breach(decided_after_review, Decision, lambda d: having(passed=False)(d.review), "did not pass"),
    Breach(decided_after_review, Decision, lambda d: having(withdrawn=1)(d.review), "did not pass"),
    Breach(decided_after_review, Decision, lambda d: having(version=0)(d.review), "reviewed was another"),
    Breach(
        decided_after_review,
        Decision,
        lambda d: having(reviewer=handler(d))(d.review),
        "a handler reviewed",
    ),
    Breach(decided_after_review, Decision, having(decided_by=handler), "a handler or the reviewer decided"),
    Breach(decided_after_review, Decision, lambda d: having(concluded=0)(d.case), "not what was concluded"),
    Breach(decided_after_review, Decision, one_act, "fined twice"),
    Breach(lawful.not_heavier_for_speaking, Notice, spoke, "heavier because the party spoke"),
    Breach(lawful.apart_from_the_case, Hearing, having(chair=handler), "whoever handles the case hears it"),
    Breach(lawful.apart_from_the_case, Hearing, having(recorder=lambda h: h.chair), "two chairs"),
    Breach(
        lawful.apart_from_the_case,
        Hearing,
        served_on(lambda h: lawful.on(h.starts_at) - DAY, "hearing_notice"),
        "less than seven working days",
    ),
    Breach(lawful.apart_from_the_case, Hearing, having(notice=0), "without telling the party"),
    Breach(lawful.paid_at_most, Payment, stored(Payment, amount=10**9), "more was paid than the fine"),
    Breach(lawful.paid_at_most, Payment, stored(Payment, surcharge=10**9), "more additional fine than fine"),
    Breach(lawful.paid_at_most, Payment, having(paid_on=LONG_AGO), "paid before it was decided"),
    Breach(lawful.served_by_its_way, Service, having(served_on=FAR_AHEAD), "a day that has not come"),
    Breach(lawful.served_by_its_way, Service, having(method="public_notice"), "public notice without one"),
    Breach(served_after_it_was_made, Service, having(served_on=LONG_AGO), "served before it was made"),
    Breach(served_after_it_was_made, Service, having(matter=0), "in another matter"),
    Breach(lawful.reviewed_by_another, Review, having(reviewer=handler), "a handler reviewed"),
    Breach(lawful.reviewed_by_another, Review, having(version=0), "another was submitted"),
    Breach(lawful.two_recorded_it, Record, having(officers=[1]), "recorded by one"),
    Breach(lawful.two_recorded_it, Record, having(ended_at=lambda r: r.started_at - DAY), "ends before"),
    Breach(lawful.ended_with_all_settled, Case, having(state="closed"), "with a fine unpaid"),
)
STREET = (
    Breach(lawful.on_the_spot, SpotDecision, having(amount=201_00), "above the limit of the street"),
    Breach(lawful.on_the_spot, SpotDecision, having(kinds=["confiscate_gains"]), "more than a warning"),
    Breach(lawful.cash, Collection, having(amount=1), "not what was decided"),
    Breach(
        lawful.cash,
        Collection,
        lambda c: (having(amount=150_00)(c), having(amount=150_00)(c.decision)),
        "too much for the street",
    ),
    Breach(lawful.cash, Collection, having(handed_on=LONG_AGO), "handed in before"),
    Breach(lawful.cash, Collection, having(banked_on=LONG_AGO), "banked before"),
)
HELD = (
    Breach(seized_lawfully, Seizure, having(days=61), "longer than sixty days"),
    Breach(seized_lawfully, Seizure, having(officers=[1]), "taken by one"),
    Breach(seized_lawfully, Seizure, stored(HeadsApproval, used=None), "without approval"),
    Breach(preserved_after_approval, Preserved, lambda p: having(matter=0)(p.approval), "without approval"),
    Breach(lawful.ended_with_all_settled, Case, having(state="closed"), "still held"),
    Breach(
        lawful.ended_with_all_settled,
        Case,
        lambda c: (Seizure.objects.all().delete(), having(state="closed")(c)),
        "over what is preserved",
    ),
)
DEMOLISHED = (
    Breach(lawful_else.ordered_after_demand, EnforcementOrder, stored(Demanded, until=FAR_AHEAD), "demand"),
    Breach(lawful_else.ordered_after_demand, EnforcementOrder, stored(Demanded, final=True), "demand"),
    Breach(
        lawful_else.ordered_after_demand,
        EnforcementOrder,
        lambda o: having(passed=False)(o.review),
        "another review",
    ),
    Breach(
        lawful_else.ordered_after_demand,
        EnforcementOrder,
        lambda o: having(reviewer=o.matter.handlers[0])(o.review),
        "a handler reviewed",
    ),
    Breach(
        lawful_else.ordered_after_demand,
        EnforcementOrder,
        having(decided_by=lambda o: o.review.reviewer),
        "a handler or the reviewer decided",
    ),
    Breach(
        lawful_else.ordered_after_demand,
        EnforcementOrder,
        lambda o: having(source=0)(o.matter),
        "never reached the party",
    ),
    Breach(lawful_else.not_while_stopped, CarriedOut, stay, "while it was stopped"),
    Breach(
        lawful_else.not_while_stopped,
        CarriedOut,
        stored(Announcement, until=FAR_AHEAD),
        "before the notice was over",
    ),
    Breach(
        lawful_else.not_while_stopped,
        CarriedOut,
        served_on(lambda c: lawful.on(c.started_at) - DAY, "correction_order"),
        "the time for remedies still runs",
    ),
    Breach(
        lawful_else.not_while_stopped,
        CarriedOut,
        served_on(lambda c: FAR_AHEAD, "enforcement_order"),
        "the order never reached",
    ),
    Breach(lawful_else.not_while_stopped, CarriedOut, having(pk=1), "without an order"),
)
COURT = (
    Breach(
        lawful_else.the_court_is_asked_in_time,
        CourtEvent,
        having(on=date(2026, 10, 9)),
        "still runs",
    ),
    Breach(
        lawful_else.the_court_is_asked_in_time,
        CourtEvent,
        lambda c: Demanded.objects.all().delete(),
        "without a demand",
    ),
)
PERMITTED = (
    Breach(lawful_else.permit_decided_lawfully, PermitDecision, having(decided_on=FAR_AHEAD), "late without"),
    Breach(lawful_else.permit_decided_lawfully, PermitDecision, having(decided_on=LONG_AGO), "not accepted"),
    Breach(lawful_else.permit_decided_lawfully, PermitDecision, having(review=None), "the review it needs"),
    Breach(lawful_else.permit_decided_lawfully, PermitDecision, having(version=0), "not what was proposed"),
    Breach(
        lawful_else.permit_decided_lawfully,
        PermitDecision,
        lambda d: having(version=0)(d.review),
        "another review",
    ),
    Breach(
        lawful_else.permit_decided_lawfully,
        PermitDecision,
        having(decided_by=lambda d: d.permit.handlers[0]),
        "whoever examined decided",
    ),
    Breach(lawful_else.permit_decided_lawfully, PermitDecision, stored(Hearing, held=None), "was open"),
    Breach(lawful_else.licence_follows_a_grant, Licence, having(pk=1), "without a grant"),
    Breach(lawful_else.licence_follows_a_grant, Licence, having(issued_on=LONG_AGO), "before it was granted"),
    Breach(lawful_else.licence_follows_a_grant, Licence, having(to_on=LONG_AGO), "ends before it begins"),
)
INSPECTED = (
    Breach(lawful_else.not_beyond_the_cap, Inspection, having(items=[]), "0 are allowed"),
    Breach(
        lawful_else.not_beyond_the_cap,
        Inspection,
        lambda i: [another(Inspection)(Entered(i.pk - n)) for n in range(5)],
        "are allowed",
    ),
    Breach(lawful_else.entered_lawfully, Visit, having(officers=[1]), "entered by one"),
    Breach(lawful_else.entered_lawfully, Visit, stored(Inspection, number=""), "without approval"),
    Breach(lawful_else.entered_lawfully, Visit, stored(Inspection, notice=None), "without notice"),
)
PUBLISHED = (
    Breach(
        lawful_else.published_by_other_hands, Publication, having(reviewer=lambda p: p.author), "its author"
    ),
    Breach(lawful_else.published_by_other_hands, Publication, having(reviewer=None), "without a review"),
    Breach(
        lawful_else.published_by_other_hands,
        Publication,
        stored(Case, audience="restricted:1"),
        "a restricted matter is public",
    ),
    Breach(lawful_else.published_by_other_hands, Publication, having(published_on=LONG_AGO), "before"),
)
STORIES = (
    (contested, PENALTY),
    (street, STREET),
    (held, HELD),
    (demolished, DEMOLISHED),
    (in_court, COURT),
    (permitted, PERMITTED),
    (inspected, INSPECTED),
    (published, PUBLISHED),
)


@dataclass(frozen=True)
class Entered:
    """Stands in for a row that was entered some entries earlier."""

    pk: int


@contextmanager
def planted(breach: Breach) -> Iterator[Any]:
    """Plant a breach in the last row of its kind, and take it back."""
    with transaction.atomic():
        row = breach.of._default_manager.order_by("pk").last()
        assert row is not None, f"no {breach.of.__name__} in this story"
        breach.plant(row)
        yield row
        transaction.set_rollback(True)


@pytest.mark.parametrize(("story", "breaches"), STORIES, ids=lambda one: getattr(one, "__name__", ""))
def test_every_breach_is_seen(story: Any, breaches: tuple[Breach, ...], cast: Cast) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("invariants are the same on every database")
    with fresh():
        story(Stage(OPENING), deepcopy(cast))
        watch.Watch().standing()
        for breach in breaches:
            with planted(breach) as row, pytest.raises(AssertionError) as found:
                breach.ask(row)
            assert breach.seen in str(found.value), f"{breach.seen}: {found.value}"


def test_every_invariant_of_rows_is_bitten() -> None:
    asked = {ask for asks in rows.OF_ROWS.values() for ask in asks}
    assert asked - {breach.ask for _, breaches in STORIES for breach in breaches} == set()


def entry(act: str, minute: int = 0, outcome: str = "", entered: int = 60) -> Recorded:
    """An entry of a matter, some minutes after nine."""
    at, now = OPENING + timedelta(minutes=minute), OPENING + timedelta(minutes=entered)
    facts = {"act": act, "outcome": outcome, "at": at.isoformat(), "entered": now.isoformat()}
    return Recorded("record", minute, b"", Entry(facts, {}))


HISTORIES = (
    ("case.close without", "closing", (entry("case.close", 9, "approved"),)),
    ("case.file twice", "proposed", (entry("case.file", 4, "approved"), entry("case.file", 5, "approved"))),
    ("done before the act it follows", "filed", (entry("record.inspect", 9), entry("record.inspect", 8))),
    ("entered before it was done", "filed", (entry("record.inspect", 9, entered=5),)),
)


@pytest.mark.parametrize(("seen", "state", "entries"), HISTORIES)
def test_a_doctored_history_is_seen(seen: str, state: str, entries: tuple[Recorded, ...]) -> None:
    walk = watch.Walk("ordinary", state)
    with pytest.raises(AssertionError, match=seen):
        for one in entries:
            walk.state = state
            walk.step(one, begins=False)


def test_what_the_watch_itself_asks_is_seen(cast: Cast) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("invariants are the same on every database")
    with fresh():
        watching = watch.Watch()
        play = Play(Stage(OPENING), deepcopy(cast))
        done = play.register()
        with pytest.raises(AssertionError, match="left an entry"):
            watching.after_refusal(None)
        with pytest.raises(AssertionError, match="names somebody else"):
            watching.after_success(done, 0)
        watching.after_success(done, play.team[0])
        case = Case.objects.get(pk=play.case)
        case.audience = "restricted:1"
        watching._not_wider(case)
        case.audience = "unit:1"
        with pytest.raises(AssertionError, match="shown to more"):
            watching._not_wider(case)
        verified = play.verify()
        Case.objects.filter(pk=play.case).update(place="别处")
        with pytest.raises(AssertionError, match="not what its act wrote"):
            watching.after_success(verified, play.team[0])
        with pytest.raises(Altered):
            watching.standing()


def test_a_hole_in_a_series_and_an_unknown_state_are_seen(cast: Cast) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("invariants are the same on every database")
    with fresh():
        play = Play(Stage(OPENING), deepcopy(cast)).to_filed()
        watching = watch.Watch()
        paper = Paper.objects.order_by("pk").last()
        assert paper is not None and watching.series[paper.series, paper.year] == paper.n
        with pytest.raises(AssertionError, match="a hole"):
            watching._ask(paper, int(paper.pk))
        row = Case.objects.get(pk=play.case)
        with pytest.raises(AssertionError, match="its entries lead to"):
            watch._stands(row, watch.Walk("ordinary", "closed"))


@pytest.mark.parametrize("words", ["650104199001011234", "电话：13912345678。", "65010419900101123X"])
def test_what_is_personal_is_seen_in_what_goes_out(words: str) -> None:
    with pytest.raises(AssertionError, match="shows"):
        lawful_else.shows_nothing_personal("notice", {"text": [words]})


@pytest.mark.parametrize("words", ["92650104MA0000000X", "示例〔2026〕1号", "2026-09-21"])
def test_what_is_not_personal_may_go_out(words: str) -> None:
    assert not lawful_else.PERSONAL.search(words)
