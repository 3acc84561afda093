"""What an item must have before a case may use it (plan 1.2.b, 1.2.d).

JUR-09   only a listed item can be used; it is listed once, by somebody who did not draft it
TIME-07  what an item cites is in force
DEC-09   a fine has discretion steps, published with the item
DEC-14   a fine has an amount in law, and no step goes above it
"""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.catalogue.inputs import ItemToEnd, NewItem
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.fines import fines_under
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.money import yuan


@dataclass(frozen=True)
class Listing:
    """What the gates of the list may see."""

    look: Look[Inputs]
    item: ItemView | None
    drafted_by: int | None
    same_code: tuple[ItemView, ...]

    @property
    def today(self) -> date:
        return self.look.today


def stale(citations: tuple[str, ...] | list[str], on: date) -> list[str]:
    """Name the citations that are not in force on a day."""
    return [str(c) for c in map(cite, citations) if not c.in_force(on)]


@gate("TIME-07", cites="行政处罚法 37", of_inputs=True)
def what_the_item_cites_is_in_force(f: Listing) -> Reason | None:
    """Every article an item stands on is in force on the item's first day."""
    given = f.look.given_as(NewItem)
    old = stale([*given.breaks, *given.penalises], given.valid_from)
    if not old:
        return None
    return no(f"{'、'.join(old)}在{given.valid_from}不是现行有效的规定。", "改引现行有效的条文。")


@gate("DEC-09", cites="行政处罚法 34", of_inputs=True)
def a_fine_has_discretion_steps(f: Listing) -> Reason | None:
    """An item that fines says in which steps, from which to which amount."""
    given = f.look.given_as(NewItem)
    if "fine" not in given.kinds or any(s.kind == "fine" for s in given.steps):
        return None
    return no("有罚款的事项没有裁量基准。", "填写裁量阶次、适用情形和罚款幅度。")


@gate("DEC-14", cites="行政处罚法 38.1", of_inputs=True)
def a_fine_has_an_amount_in_law(f: Listing) -> Reason | None:
    """Where the law says "fine" and no amount, the item names the local law that sets it."""
    given = f.look.given_as(NewItem)
    if "fine" not in given.kinds:
        return None
    strange = [str(cite(b.article)) for b in given.bounds if b.article not in given.penalises]
    if strange:
        return no(f"地方规定的罚款幅度所属的{'、'.join(strange)}不是本事项的处罚依据。", "核对处罚依据。")
    fines = [fine for cited in given.penalises for fine in fines_under(cited)]
    if given.bounds or any(fine.mode not in ("local", "none") for fine in fines):
        return None
    names = "、".join(str(cite(cited)) for cited in given.penalises)
    return no(
        f"{names}只写罚款而没有金额（或者没有收录其金额），不得自行定额。",
        "在“地方规定的罚款幅度”中填写确定幅度的地方性法规、规章及其金额；没有地方规定的，不得列入罚款。",
    )


@gate("DEC-14", cites="行政处罚法 38.1", of_inputs=True)
def its_steps_lie_within_the_law(f: Listing) -> Reason | None:
    """No step of the benchmark goes above what the law lets one impose on anybody, in any circumstance."""
    given = f.look.given_as(NewItem)
    most = _most(given)
    above = [s.name for s in given.steps if s.kind == "fine" and most is not None and s.high > most]
    if not above:
        return None
    return no(
        f"裁量档次{'、'.join(f'“{name}”' for name in above)}高于法定罚款上限{yuan(most or 0)}元。",
        "调整裁量基准，使各档次都在法定幅度之内。",
    )


def _most(given: NewItem) -> int | None:
    """Return the most that an item's basis lets one impose; None where it depends on a base."""
    fines = [fine for cited in given.penalises for fine in fines_under(cited)]
    if any(fine.has_base for fine in fines):
        return None
    ranges = [r for fine in fines for r in (*fine.amounts.values(), fine.second) if r is not None]
    return max((*(r.high for r in ranges), *(b.high for b in given.bounds)), default=None)


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
    return no("该事项已经列入权责清单。", "请从待审定的事项中选择。")


@gate("JUR-09", cites="行政处罚法 39", of_inputs=True)
def one_version_is_in_force_at_a_time(f: Listing) -> Reason | None:
    """No other listed version of the same code is in force on the day this one begins, or later."""
    begins = f.item.valid_from if f.item else f.today
    running = [v for v in f.same_code if v.valid_to is None or v.valid_to >= begins]
    if not running:
        return None
    names = "、".join(f"“{v.name}”（{v.valid_from}起）" for v in running)
    return no(f"同一编码的事项{names}仍然有效。", "先调整原事项，写明失效日期，再列入新的事项。")


@gate("JUR-09", cites="行政处罚法 39", of_inputs=True)
def the_item_is_listed_and_runs(f: Listing) -> Reason | None:
    """Only what stands on the list can be taken from it, and once."""
    if f.item is not None and f.item.listed is not None and f.item.valid_to is None:
        return None
    return no("该事项尚未列入权责清单，或者已经调整。", "请从权责清单的现行事项中选择。")


@gate("JUR-09", cites="行政处罚法 39", of_inputs=True)
def the_item_ends_after_it_begins(f: Listing) -> Reason | None:
    """An item's last day is not before its first."""
    if f.item is None or f.look.given_as(ItemToEnd).valid_to >= f.item.valid_from:
        return None
    return no("失效日期早于生效日期。", "核对失效日期。")
