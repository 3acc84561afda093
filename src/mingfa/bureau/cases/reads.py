"""Questions about cases. A row or value that does not match the ledger is not shown: it raises `Altered`."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Q, QuerySet

from mingfa.bureau.cases.closing.rules import stages_without
from mingfa.bureau.cases.conclusion.inputs import Conclusion
from mingfa.bureau.cases.models import Case, Comparison, CorrectionOrder
from mingfa.bureau.cases.values import (
    CaseView,
    ComparisonView,
    CrimeView,
    Earlier,
    Proposal,
    PutForward,
    Running,
)
from mingfa.bureau.cases.values import streets as streets_of
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.doorway.inputs import with_defaults
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.procedures.procedure import procedures
from mingfa.bureau.ledger.entries import Entry
from mingfa.bureau.ledger.models import RECORD, Leaf
from mingfa.bureau.ledger.reader import (
    check_newest,
    check_rows,
    history,
    inputs,
    leaf,
    leaves_at,
    open_items,
    value,
)
from mingfa.bureau.lib.folding import asked
from mingfa.bureau.lib.reading import once
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.bureau.people.reads import bureau

# Where a suspected crime is under way.
CRIME = frozenset({"crime_reported", "handing_over"})
# Where a violation was found by a decision, whether it was penalised or not (处罚法 33).
FOUND_BY_DECISION = ("collecting", "collected", "handed_in", "decided", "performed", "closing", "closed")
FOUND = ("penalty", "no_penalty_minor")
# Where a clue came from somebody who is told what became of it.
TO_BE_TOLD = ("complaint", "transferred", "assigned")


@once
def case(pk: int) -> CaseView | None:
    """Return one case as it stands."""
    row = Case.objects.select_related("item__office", "unit").filter(pk=pk).first()
    return None if row is None else view(row)


def view(row: Case) -> CaseView:
    """Return the view of a case row, every part checked."""
    orders = list(CorrectionOrder.objects.filter(case_id=row.pk).order_by("pk"))
    check_newest(row)
    check_rows([row.unit, *orders])
    item = catalogue.item(row.item_id)
    assert item is not None, "a case's item is protected"
    return CaseView(
        id=int(row.pk),
        title=row.title,
        number=row.number,
        state=row.state,
        procedure=row.procedure,
        unit=int(row.unit_id),
        unit_name=row.unit.name,
        handlers=tuple(row.handlers),
        item=item,
        source=row.source,
        found_at=row.found_at,
        act_on=row.act_on,
        place=row.place,
        party=party(row.party_leaf),
        filed_on=row.filed_on,
        proposal=proposal(row),
        corrections=tuple((o.number, o.what, o.due_on) for o in orders),
        last_at=row.last_at,
        comparison=comparison(int(row.pk)),
        suspect=row.party_name,
        clue_extended=_clue_extended(int(row.pk)) if row.state == "clue" else None,
        crime=_crime(int(row.pk)) if row.state in CRIME else None,
        limitation=row.limitation,
    )


def _clue_extended(pk: int) -> date | None:
    """Return the day on which a clue was given longer."""
    found = history(pk, ["clue.extend"])
    return _at(found[-1].entry).astimezone(CHINA).date() if found else None


@once
def taken_over(pk: int) -> bool:
    """Say whether the agency to which a case was last referred has accepted it."""
    said = history(pk, ["case.refer", "referral.reply"])
    return bool(said) and said[-1].entry.facts["outcome"] == "accepted"


def _crime(pk: int) -> CrimeView | None:
    """Return how far a suspected crime got: its report, or the proposal to transfer; and the approval."""
    said = history(pk, ["crime.report", "case.conclude"])
    approved = history(pk, ["crime.decide", "decision.make"])
    if not said:
        return None
    words = str(inputs(said[-1].entry).get("crime", ""))
    newest = approved[-1].entry if approved and approved[-1].index > said[-1].index else None
    return CrimeView(words, _at(said[-1].entry), _at(newest) if newest else None)


def _at(entry: Entry) -> datetime:
    return datetime.fromisoformat(entry.text("at"))


@once
def seen(pk: int | None, actor: Actor) -> CaseView | None:
    """Return a case by its number if this person may see it."""
    return case(pk) if pk is not None and visible(actor).filter(pk=pk).exists() else None


@once
def comparison(pk: int) -> ComparisonView | None:
    """Return the last comparison of old and new law in a case, with its reason from the ledger."""
    row = Comparison.objects.filter(case=pk).order_by("pk").last()
    if row is None:
        return None
    check_rows([row])
    why = str(inputs(leaf(int(row.pk)).entry).get("why", ""))
    return ComparisonView(
        int(row.pk), tuple(row.old), tuple(row.new), row.result, row.compared_on, row.number, why
    )


@once
def party(index: int | None) -> Party | None:
    """Open the party's block from the act that recorded it."""
    if index is None:
        return None
    return Party.model_validate(value(leaf(index).entry, "in/party"))


def proposal(row: Case) -> Proposal | None:
    """Return the current proposal of a case."""
    if row.proposal is None or row.concluded is None:
        return None
    kept = with_defaults(Conclusion, row.proposal)
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in kept.items()}
    return Proposal(version=int(row.concluded), **fields)


@once
def put_forward(pk: int, act: str) -> PutForward:
    """Open what the latest act of this name on a case put to the head."""
    said = history(pk, [act])[-1].entry
    return PutForward(inputs(said), datetime.fromisoformat(said.text("at")).astimezone(CHINA).date())


def visible(actor: Actor) -> QuerySet[Case]:
    """Return the cases this person may see; what may not be seen is not there."""
    return Case.objects.filter(seen_by(actor))


def search(actor: Actor, words: str) -> QuerySet[Case]:
    """Find visible cases by any part of title, party, place or number: every word must occur."""
    found = visible(actor)
    for word in asked(words):
        found = found.filter(
            Q(title__contains=word)
            | Q(party_name__contains=word)
            | Q(place__contains=word)
            | Q(number__contains=word)
        )
    return found.order_by("-last_at", "-pk")


@once
def running(actor: Actor, item: str, but: int) -> list[Running]:
    """Return the running cases about an item that this person may see, the newest first; at most 100."""
    ended = Q()
    for table in procedures():
        ended |= Q(procedure=table.id, state__in=table.ends)
    rows = list(
        visible(actor)
        .filter(item__code=item)
        .exclude(ended)
        .exclude(pk=but)
        .order_by("-last_at", "-pk")[:100]
    )
    check_rows(rows)
    return [Running(int(row.pk), row.title, row.number, row.party_name, row.place) for row in rows]


@once
def same_act(who: Party, item: int, act_on: date, but: int) -> list[int]:
    """Return other live cases of the same party for the same act on the same day (处罚法 29)."""
    rows = Case.objects.filter(item=item, act_on=act_on).exclude(pk=but)
    rows = rows.exclude(state__in=["dropped", "merged", "referred", "revoked"])
    # A clue has no code yet, only a name; the others are compared by the block that names their party.
    clues = rows.filter(party_leaf__isnull=True, party_name=who.name).values_list("pk", flat=True)
    return sorted([*map(int, clues), *_of(who, rows)])


def _of(who: Party, among: QuerySet[Case]) -> list[int]:
    """Keep the cases of this party: by its block, or by the name in the row where that was erased."""
    rows = list(among.filter(party_leaf__isnull=False).values_list("pk", "party_leaf", "party_name"))
    known = _parties(leaf for _, leaf, _ in rows if leaf is not None)
    blocks = [(pk, known.get(leaf or 0), name) for pk, leaf, name in rows]
    return [int(pk) for pk, one, name in blocks if (who.is_same(one) if one else who.has_name(name))]


def _parties(leaves: Iterable[int]) -> dict[int, Party]:
    """Open the party's blocks of several acts by one question; erased ones are absent."""
    said = {i: r.entry.items["in/party"] for i, r in leaves_at(leaves).items()}
    opened = open_items(said.values())
    return {i: Party.model_validate_json(bytes(opened[c].value)) for i, c in said.items() if c in opened}


def called(pks: Iterable[int], actor: Actor) -> tuple[str, ...]:
    """Return what a person is told of these cases: a number, or that there are some not to be seen."""
    keys = list(pks)
    seen = set(visible(actor).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    hidden = len(set(keys) - seen)
    told = tuple(f"第{pk}号" for pk in keys if pk in seen)
    return (*told, f"{hidden}件您无权查阅的案件") if hidden else told


@once
def without_penalty(pks: Collection[int]) -> list[int]:
    """Return those of these cases in which something else than a penalty is proposed."""
    others = Case.objects.filter(pk__in=pks, proposal__isnull=False).exclude(proposal__outcome="penalty")
    return list(others.values_list("pk", flat=True))


def laws_compared(pks: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the old laws (short names) that the last comparison in each of these cases covers."""
    rows = Comparison.objects.filter(case__in=list(pks)).order_by("pk")
    return {case: tuple(old) for case, old in rows.values_list("case", "old")}


def complainants_untold() -> list[int]:
    """Return the clues that were not filed and came from somebody who has not been told so (FILE-03)."""
    told = Leaf.objects.filter(log=RECORD, act="complainant.tell").values("matter")
    rows = Case.objects.filter(state="dropped", source__in=TO_BE_TOLD).exclude(pk__in=told)
    return list(rows.values_list("pk", flat=True))


@once
def earlier(case: CaseView) -> tuple[Earlier, ...]:
    """Return the cases decided before in which the same party did what the same item names (处罚法 33).

    The code decides who is the same: under another name too, and never under the name alone where two
    codes differ.
    """
    if case.party is None:
        return ()
    found = Case.objects.filter(
        item__code=case.item.code,
        state__in=FOUND_BY_DECISION,
        proposal__outcome__in=FOUND,
        act_on__lte=case.act_on,
    ).exclude(pk=case.id)
    rows = list(found.filter(pk__in=_of(case.party, found)).order_by("act_on", "pk"))
    check_rows(rows)
    return tuple(Earlier(int(row.pk), row.title, row.number, row.act_on) for row in rows)


@once
def streets() -> dict[str, str]:
    """Return the streets of the bureau's area, code -> name."""
    return streets_of(bureau().region)


@once
def stages_without_record(pk: int) -> tuple[str, ...]:
    """Name the stages of the whole process that no paper of this case shows (处罚法 47)."""
    return stages_without(paper_kinds(pk))


@once
def paper_kinds(pk: int) -> list[str]:
    """Return the kinds of the papers of a case, in the order in which they were made."""
    return list(Paper.objects.filter(matter=pk).order_by("pk").values_list("kind", flat=True))


def missing_numbers(pk: int) -> list[str]:
    """Return the numbers that nobody holds in the series of this case's papers, up to its own last ones."""
    own = Paper.objects.filter(matter=pk).values("series", "year").annotate(last=Max("n"))
    missing = []
    for row in own.order_by("series", "year"):
        series = Paper.objects.filter(series=row["series"], year=row["year"], n__lte=row["last"])
        if series.count() < row["last"]:
            held = set(series.values_list("n", flat=True))
            free = [n for n in range(1, row["last"] + 1) if n not in held]
            missing += [f"{row['series']}〔{row['year']}〕第{n}号" for n in free]
    return missing
