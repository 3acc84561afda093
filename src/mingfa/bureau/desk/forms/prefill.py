"""Filled in once, used everywhere: what the case already knows stands in the form before anybody types."""

from collections.abc import Callable, Mapping
from typing import Any

from mingfa.bureau.cases.views import CaseView
from mingfa.bureau.desk.forms.choices import Situation, given
from mingfa.bureau.desk.forms.fields import Field, Kind
from mingfa.bureau.desk.forms.typed import Typed, blank


def _who_answers(case: CaseView) -> str:
    """Return the person to be met: a unit and a shop are met in whoever represents them."""
    if case.party is None:
        return ""
    return case.party.representative or case.party.name


def _party_address(case: CaseView) -> str:
    return case.party.address if case.party else ""


KNOWN: Mapping[str, Callable[[CaseView], str]] = {
    "place": lambda case: case.place,
    "person": _who_answers,
    "received_by": _who_answers,
    "address": _party_address,
}


def prefill(fields: tuple[Field, ...], typed: Typed, at: Situation) -> Typed:
    """Return the form with what is known; nothing that was typed is touched."""
    filled: dict[str, Any] = dict(typed)
    for one in fields:
        if one.kind is Kind.ROWS and (rows := given(one, at)) and not filled[one.name]:
            filled[one.name] = [blank(one.parts) | row.values for row in rows]
        elif one.choices == "officers" and one.kind is Kind.MANY:
            filled[one.name] = [str(i) for i in _officers(at)]
        elif at.case and one.name in KNOWN and one.kind is Kind.LINE and not filled[one.name]:
            filled[one.name] = KNOWN[one.name](at.case)
    return filled


def _officers(at: Situation) -> tuple[int, ...]:
    if at.case and at.case.handlers:
        return at.case.handlers
    return (at.me.id,)
