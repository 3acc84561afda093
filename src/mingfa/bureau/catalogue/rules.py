"""What an item must have before a case may use it (plan 1.2.b, 1.2.d).

JUR-09   only a listed item can be used; it is listed by somebody who did not draft it
TIME-07  what an item cites is in force
DEC-09   a fine has discretion steps, published with the item
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mingfa.bureau.catalogue.views import ItemView
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.statutes import cite


@dataclass(frozen=True)
class Listing:
    """What the gates of the list may see."""

    look: Look[Any]
    item: ItemView | None
    drafted_by: int | None
    same_code: tuple[ItemView, ...]


def stale(citations: tuple[str, ...] | list[str], on: date) -> list[str]:
    """Name the citations that are not in force on a day."""
    return [str(c) for c in map(cite, citations) if not c.in_force(on)]


@gate("TIME-07", cites="行政处罚法 37", of_inputs=True)
def what_the_item_cites_is_in_force(f: Listing) -> Reason | None:
    """Every article an item stands on is in force on the item's first day."""
    given = f.look.given
    old = stale([*given.breaks, *given.penalises], given.valid_from)
    if not old:
        return None
    return no(f"{'、'.join(old)}在{given.valid_from}不是现行有效的规定。", "改引现行有效的条文。")


@gate("DEC-09", cites="行政处罚法 34", of_inputs=True)
def a_fine_has_discretion_steps(f: Listing) -> Reason | None:
    """An item that fines says in which steps, from which to which amount."""
    given = f.look.given
    if "fine" not in given.kinds or any(s.kind == "fine" for s in given.steps):
        return None
    return no("有罚款的事项没有裁量基准。", "填写裁量阶次、适用情形和罚款幅度。")


@gate("JUR-09", cites="行政处罚法 39")
def the_item_is_not_listed_by_its_drafter(f: Listing) -> Reason | None:
    """Whoever drafted an item does not list it (plan 1.1.a: an internal reviewer)."""
    if f.drafted_by is None or f.drafted_by != f.look.by.id:
        return None
    return no("事项由本人编制，不得由本人审定公布。", "请其他有权限的人员审定。")


@gate("JUR-09", cites="行政处罚法 39", of_inputs=True)
def the_item_is_still_a_draft(f: Listing) -> Reason | None:
    """An item is listed once."""
    if f.item is not None and f.item.listed is None:
        return None
    return no("该事项不存在或者已经列入权责清单。", "请从待审定的事项中选择。")
