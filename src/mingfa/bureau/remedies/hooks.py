"""What can be challenged in a matter: each kind of matter, and each room that decides in it, says so here.

Rooms to the left are asked by this room; those to the right register themselves. A remedy is keyed by the act
that made the decision, so a penalty, a seizure, a permit and an enforcement decision are challenged alike.
"""

from collections.abc import Callable, Iterable

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.decisions.revoking.contents import title_of
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.lib.reading import once
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.papers import form
from mingfa.bureau.remedies.values import Challengeable
from mingfa.bureau.service import reads as service

Known = Callable[[int], Iterable[Challengeable]]
CHALLENGED: dict[type[Matter], list[Known]] = {}


def challenged_in(kind: type[Matter]) -> Callable[[Known], Known]:
    """Register what can be challenged in a kind of matter; the function gets the key of the matter."""

    def declare(known: Known) -> Known:
        CHALLENGED.setdefault(kind, []).append(known)
        return known

    return declare


def subjects(matter: Matter) -> tuple[Challengeable, ...]:
    """Return everything in a matter that can be challenged."""
    return tuple(one for known in CHALLENGED.get(type(matter), ()) for one in known(int(matter.pk)))


@once
def subjects_in(pk: int) -> tuple[Challengeable, ...]:
    """Return everything that can be challenged in a matter known by its key."""
    rows = (kind._default_manager.filter(pk=pk).first() for kind in CHALLENGED)
    return next((subjects(row) for row in rows if row is not None), ())


@challenged_in(Case)
def the_decision(pk: int) -> Iterable[Challengeable]:
    """Return the decision of a penalty case, also one made on the spot; a transfer to the police is none."""
    case, decision = cases.case(pk), decisions.decision_of(pk)
    if case is None or decision is None or decision.outcome == "transfer":
        return
    served = service.served(decision.paper)
    yield Challengeable(
        decision=decision.id,
        title=title_of(decision),
        number=decision.number,
        decided_on=decision.decided_on,
        served_on=served.served_on if served else None,
        party=case.party.name if case.party else "",
        basis=tuple(dict.fromkeys([*case.item.breaks, *case.item.penalises])),
        on_the_spot=decision.on_the_spot,
        fine=decision.amount if "fine" in decision.kinds else 0,
    )


@challenged_in(Case)
def the_seizures(pk: int) -> Iterable[Challengeable]:
    """Return the decisions to seal up and to seize, handed over on the spot (强制法 24)."""
    case = cases.case(pk)
    for measure in measures.held(pk).measures:
        yield Challengeable(
            decision=measure.id,
            title=form("seizure_decision").title,
            number=measure.number,
            decided_on=measure.taken_on,
            served_on=measure.taken_on,
            party=case.party.name if case and case.party else "",
            basis=("行政强制法 18", "行政强制法 22", "行政强制法 24"),
        )
