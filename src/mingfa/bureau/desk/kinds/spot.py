"""Penalties on the spot on the desk: which items can be dealt with there, and what need not be typed."""

from collections.abc import Callable, Mapping
from typing import Any

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.catalogue.values import ItemView, Step
from mingfa.bureau.desk.forms.choices import Option, Situation
from mingfa.bureau.desk.kinds.kind import Side
from mingfa.bureau.law.penalty.discretion import Band
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.lib.received import whole
from mingfa.bureau.summary import reads as summary
from mingfa.bureau.summary.values import PAYMENTS, UNIT_FEN

KINDS = frozenset({"warning", "fine"})


def items(at: Situation) -> list[ItemView]:
    """Return the items that can be dealt with on the spot, the one last used first."""
    last = _last(at)
    found = [i for i in catalogue.items(at.today, "penalty") if any(_fits(i, s) for s in i.steps)]
    return sorted(found, key=lambda i: last is None or i.id != last.item.id)


def _fits(item: ItemView, step: Step) -> bool:
    """Say whether a step leaves room for a warning or a fine within the limits of 处罚法 51."""
    return step.kind in KINDS & set(item.kinds) and step.low <= UNIT_FEN


def steps(at: Situation) -> list[Option]:
    """List the steps of the item chosen, with their amounts."""
    item = chosen(at)
    found = [s for s in item.steps if _fits(item, s)] if item else []
    return [Option(s.name, s.name, f"{s.when}（{_amounts(s)}）") for s in found]


def _amounts(step: Step) -> str:
    return "警告" if step.kind == "warning" else str(Band(step.low, step.high))


def chosen(at: Situation) -> ItemView | None:
    """Return the item that stands in the form."""
    answer = str(at.answers.get("item", ""))
    return catalogue.item(number) if (number := whole(answer)) is not None else None


def _last(at: Situation) -> CaseView | None:
    """Return the case this officer decided last, if that was today."""
    last = summary.last_by(at.me.id)
    return cases.case(last.case) if last is not None and last.decided_on == at.today else None


def _findings(at: Situation) -> str:
    item, place = chosen(at), str(at.answers.get("place", ""))
    if item is None:
        return ""
    return f"执法人员巡查时发现，当事人{f'在{place}' if place else '在上述地点'}{item.name}。"


def _street(at: Situation) -> str:
    last = _last(at)
    return summary.street_of(last.id) if last else ""


def _place(at: Situation) -> str:
    last = _last(at)
    return last.place if last else ""


def _officers(at: Situation) -> list[str]:
    last = _last(at)
    return [str(pk) for pk in (last.handlers if last else (at.me.id,))]


# The next one is decided a few steps on, by the same two.
FRESH: Mapping[str, Callable[[Situation], Any]] = {
    "street": _street,
    "place": _place,
    "findings": _findings,
    "officers": _officers,
}


def side(case: CaseView) -> list[Side]:
    """Say what was decided on the spot, and how it is paid."""
    decision = summary.decision_of(case.id) if case.procedure == "summary" else None
    if decision is None:
        return []
    words = f"罚款{yuan(decision.amount)}元" if decision.amount else "警告"
    how = PAYMENTS.get(decision.payment, "")
    reported = "已备案" if decision.reported is not None else "尚未备案"
    return [
        Side("当场处罚", words, how),
        Side("决定", f"{decision.decided_on:%Y-%m-%d}", f"{decision.number} · {reported}"),
    ]
