"""Questions about the list of powers and duties."""

from datetime import date

from django.db.models import QuerySet

from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.catalogue.values import Bound, ItemView, Step
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.lib.reading import once


@once
def item(pk: int) -> ItemView | None:
    """Return one item, checked against the ledger."""
    row = Item.objects.select_related("office").filter(pk=pk).first()
    if row is None:
        return None
    check_rows([row])
    return _view(row)


@once
def items(on: date | None = None, category: str = "") -> list[ItemView]:
    """Return all items, or those listed and in force on a day, or of one class, by their codes."""
    found = _views(Item.objects.filter(category=category) if category else Item.objects.all())
    return found if on is None else [v for v in found if v.in_force(on)]


@once
def versions(code: str) -> list[ItemView]:
    """Return every version of an item, in the order of their first days."""
    return _views(Item.objects.filter(code=code))


@once
def drafted_by(pk: int) -> int | None:
    """Return who drafted an item."""
    return Item.objects.filter(pk=pk).values_list("drafted_by", flat=True).first()


def _views(found: QuerySet[Item]) -> list[ItemView]:
    rows = list(found.select_related("office").order_by("code", "valid_from"))
    check_rows(rows)
    return [_view(row) for row in rows]


def _view(row: Item) -> ItemView:
    return ItemView(
        id=int(row.pk),
        code=row.code,
        matter_code=row.matter_code,
        name=row.name,
        field=row.field,
        office=int(row.office_id),
        office_name=row.office.name,
        breaks=tuple(row.breaks),
        penalises=tuple(row.penalises),
        kinds=tuple(row.kinds),
        steps=tuple(Step(**step) for step in row.steps),
        conditions=row.conditions,
        time_limit=row.time_limit,
        correction=row.correction,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        listed=row.listed,
        category=row.category,
        guide=row.guide,
        bounds=tuple(Bound(**bound) for bound in row.bounds),
    )
