"""Gathering what the gates of enforcement may see."""

from datetime import date
from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles, the_matter
from mingfa.bureau.enforcement import reads
from mingfa.bureau.enforcement.facts import Between, Enforcing, after_remedy, remedies_end
from mingfa.bureau.enforcement.values import EnforcementView, Source
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.execution.values import Owed, PerformanceView
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.measures.values import Held
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.remedies import reads as remedies
from mingfa.bureau.review import reads as review

HEADS, WHOSE = [Role.HEAD, Role.DEPUTY], "本案承办人"
NOTHING = Held((), (), (), ())


def the_enforcement(look: Look[Any]) -> Enforcing:
    """Gather what the gates may see."""
    file = reads.enforcement(look.matter.pk) if look.matter is not None else None
    source = _source(look, file)
    case = _case(look, file, source)
    key = file.id if file else 0
    owed, deferred_to = _owed(source, look.today)
    ordered, carried = reads.ordered(key), reads.carried(key)
    standing_on = [one.id for one in (source, ordered) if one is not None]
    return Enforcing(
        look=look,
        file=file,
        case=case,
        source=source,
        owed=owed,
        deferred_to=deferred_to,
        remedies_over=_remedies_over(source, look),
        checks=_checks(case, key),
        officers=tuple(people.named(list(dict.fromkeys(getattr(look.inputs, "officers", []))), look.today)),
        demands=reads.demands(key),
        objections=reads.objections(key),
        review=review.standing_review(key, file.proposal.version) if file and file.proposal else None,
        reviews=tuple(review.reviews(key)),
        ordered=ordered,
        announced=reads.announced(key),
        carried=carried,
        court=reads.court(key),
        agreements=reads.agreements(key),
        held=measures.held(case.id) if case else NOTHING,
        stayed=any(remedies.suspended(one) for one in standing_on),
        fallen=next((fell.ruling for one in standing_on if (fell := remedies.fallen(one))), ""),
        challenges=remedies.against(source.id) if source else (),
        others=tuple(reads.under_way(source.id)) if source and file is None else (),
        notified=carried is not None and reads.told(carried.id, look.today),
    )


def its_handler(facts: Enforcing) -> bool:
    """Only the handlers of an enforcement carry it on; one is begun by a handler of its case."""
    if facts.file is not None:
        return handles(facts.look)
    return facts.case is None or facts.by.id in facts.case.handlers


def of_its_unit(facts: Enforcing) -> bool:
    """What must be cleared at once is cleared by officers of the unit that has the case."""
    return facts.case is None or facts.by.unit == facts.case.unit


def _checks(case: CaseView | None, matter: int) -> tuple[PerformanceView, ...]:
    """Return every check whether an order was performed, in the case and here, in order."""
    if case is None:
        return ()
    return tuple(sorted([*execution.checks(case.id), *reads.checks(matter, case.id)], key=lambda c: c.id))


def _source(look: Look[Any], file: EnforcementView | None) -> Source | None:
    chosen = file.source if file else getattr(look.inputs, "source", None)
    return reads.source(chosen) if chosen else None


def _case(look: Look[Any], file: EnforcementView | None, source: Source | None) -> CaseView | None:
    """Return the case; one that is only named must be one that this person may see."""
    if file is not None:
        return cases.case(file.case)
    named = source.case if source else getattr(look.inputs, "case", None)
    return cases.case(int(the_matter(named, look.by).pk)) if named else None


def _owed(source: Source | None, on: date) -> tuple[Owed | None, date | None]:
    """Return what is owed on a day, and until when paying later was granted."""
    decision = decisions.decision(source.id) if source and source.kind == "penalty" else None
    if decision is None:
        return None, None
    granted = [d for d in execution.deferrals(decision.id) if d.plan]
    return execution.owed(decision, on), (granted[-1].plan[-1].on if granted else None)


def _remedies_over(source: Source | None, look: Look[Any]) -> Between | None:
    """Return the earliest and the latest last day for remedies; None before service and while one runs.

    After a reconsideration fifteen days more run from its end (行政诉讼法 45).
    """
    if source is None or source.served_on is None or remedies.is_open(source.id):
        return None
    ended = [one.ended_on for one in remedies.against(source.id) if one.ended_on is not None]
    found = [
        remedies_end(source.served_on, look.calendar),
        *(after_remedy(day, look.calendar) for day in ended),
    ]
    return max(one.earliest for one in found), max(one.latest for one in found)
