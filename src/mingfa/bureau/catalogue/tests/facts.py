"""Facts of the list for law cases: lawful but for what is given."""

from datetime import date, datetime

from mingfa.bureau.catalogue.inspection_items.inputs import NewInspectionItem
from mingfa.bureau.catalogue.rules import Listing
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor
from mingfa.example.inspections import RESTAURANT_ITEM

NOW = datetime(2026, 9, 7, 9, 0, tzinfo=CHINA)
REVIEWER = Actor(7, "示例审核员", 2, "法制室", frozenset({"reviewer"}), "", None, None, "示A")


def drafting_inspection(basis: list[str], valid_from: date = date(2026, 9, 1)) -> Listing:
    """Draft an inspection item on this basis."""
    item = RESTAURANT_ITEM | {"office": 1, "basis": basis, "valid_from": valid_from}
    given = NewInspectionItem.model_validate(item)
    look = Look("item.draft_inspection", REVIEWER, NOW, NOW, given, None, Config(), Calendar())
    return Listing(look, None, None, ())
