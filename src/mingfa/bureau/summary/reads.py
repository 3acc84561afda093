"""Questions about decisions made on the spot; every row is checked against the ledger first."""

from collections.abc import Iterable, Sequence
from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.ledger.reader import check_rows, inputs, leaf
from mingfa.bureau.lib.reading import once
from mingfa.bureau.summary.models import Collection, SpotDecision
from mingfa.bureau.summary.values import CollectionView, SpotDecisionView


@once
def decision_of(case: int) -> SpotDecisionView | None:
    """Return the decision made on the spot in a case."""
    return _one(SpotDecision.objects.filter(case=case).first())


@once
def decision(pk: int) -> SpotDecisionView | None:
    """Return a decision by the act that made it."""
    return _one(SpotDecision.objects.filter(pk=pk).first())


def fines_in(some: Iterable[int]) -> list[str]:
    """Return the numbers of standing decisions that fined on the spot in these cases."""
    rows = list(SpotDecision.objects.filter(case__in=list(some), amount__gt=0, revoked__isnull=True))
    check_rows(rows)
    return [row.number for row in rows]


def cases_of(decisions: Sequence[int]) -> list[int]:
    """Return the cases of these decisions made on the spot, where they stand."""
    rows = SpotDecision.objects.filter(pk__in=decisions, revoked__isnull=True) if decisions else ()
    return [int(row.case_id) for row in rows]


def standing(some: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return of these cases what was decided on the spot and stands: case -> (decision, fine in 分)."""
    rows = SpotDecision.objects.filter(case__in=list(some), revoked__isnull=True)
    return {case: (pk, amount) for case, pk, amount in rows.values_list("case", "pk", "amount")}


def unreported() -> list[int]:
    """Return the cases whose decision on the spot stands and is not reported yet."""
    rows = SpotDecision.objects.filter(reported__isnull=True, revoked__isnull=True)
    return [int(pk) for pk in rows.order_by("pk").values_list("case_id", flat=True)]


@once
def last_by(person: int) -> SpotDecisionView | None:
    """Return the newest decision this person made: the next one is often made a few steps on."""
    return _one(SpotDecision.objects.filter(decided_by=person).order_by("-pk").first())


@once
def street_of(case: int) -> str:
    """Return the street (its code) in which something was decided on the spot."""
    return str(inputs(leaf(case).entry).get("street", ""))


@once
def receipt_is_used(receipt_by: str, receipt_no: str) -> bool:
    """Say whether a receipt of the finance department was entered already."""
    return Collection.objects.filter(receipt_by=receipt_by, receipt_no=receipt_no).exists()


def same_act(party: Party, item: int, act_on: Any) -> tuple[int, ...]:
    """Return live cases of the same party for the same act (处罚法 29); a namesake is another person."""
    return tuple(cases.same_act(party, item, act_on, -1))


@once
def _one(row: SpotDecision | None) -> SpotDecisionView | None:
    if row is None:
        return None
    taken = Collection.objects.filter(decision=row).first()
    check_rows([row, *([taken] if taken else [])])
    return SpotDecisionView(
        id=int(row.pk),
        case=int(row.case_id),
        number=row.number,
        kinds=tuple(row.kinds),
        amount=int(row.amount),
        is_unit=row.is_unit,
        payment=row.payment,
        decided_on=row.decided_on,
        decided_by=int(row.decided_by),
        head=int(row.head),
        reported=row.reported,
        revoked=row.revoked,
        collection=_collection(taken) if taken else None,
    )


def _collection(row: Collection) -> CollectionView:
    return CollectionView(
        id=int(row.pk),
        decision=int(row.decision_id),
        amount=int(row.amount),
        receipt_no=row.receipt_no,
        collected_on=row.collected_on,
        handed_on=row.handed_on,
        banked_on=row.banked_on,
    )
