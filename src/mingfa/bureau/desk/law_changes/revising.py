"""The tasks that a change of law makes (plan 1.2.b): items to draft anew, cases in which to compare laws."""

from typing import Any

from django.db.models import QuerySet

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.law_changes.amending import SHOWN, TouchedItem, cases_to_compare, items_to_revise
from mingfa.bureau.desk.worklist.tasks import Task
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.clocks import left_zh
from mingfa.bureau.law.texts.amendments import Amendment

ITEM = "依据已修改，待修订事项"
ITEM_AHEAD = "依据将修改，待修订事项"
CASE = "案件所引规定已修改"
# Whoever leads a unit drafts the items of that unit; the others draft those of the bureau.
OF_A_UNIT = frozenset({"unit_leader"})


def revisions(ask: Ask) -> list[Task]:
    """Return the items whose basis changed or soon will, for those who draft items."""
    who = REGISTER["item.draft"].who
    if not ask.can(who):
        return []
    everywhere = ask.can(who - OF_A_UNIT)
    found = [
        _revision(one, touched, ask)
        for one, touched in items_to_revise(ask.today)
        if everywhere or touched.item.office == ask.me.unit
    ]
    return found[:SHOWN]


def _revision(one: Amendment, touched: TouchedItem, ask: Ask) -> Task:
    href, name = f"/items/{touched.item.id}/", touched.item.name
    if not one.is_ahead(ask.today):
        return Task(href, ITEM, name, str(one), "应当修订", "a")
    left = (one.since - ask.today).days
    return Task(href, ITEM_AHEAD, name, str(one), left_zh(left, "日"), "b", left)


def comparisons(found: QuerySet[Any], ask: Ask) -> list[Task]:
    """Return the cases of this person whose law changed after the act: old and new are to be compared."""
    if not ask.can(REGISTER["case.compare"].who):
        return []
    rows, _ = cases_to_compare(found, ask)
    return [Task(f"/cases/{row.pk}/", CASE, row.title, words, "待比较", "a") for row, words in rows]
