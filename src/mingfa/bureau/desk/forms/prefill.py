"""Filled in once, used everywhere: what the matter already knows stands in the form before anybody types."""

from collections.abc import Callable, Mapping
from typing import Any

from mingfa.bureau.desk.forms.choices import Situation, given
from mingfa.bureau.desk.forms.fields import Field, Kind
from mingfa.bureau.desk.forms.typed import Typed, blank


def prefill(
    fields: tuple[Field, ...], typed: Typed, at: Situation, known: Mapping[str, Callable[[Any], str]]
) -> Typed:
    """Return the form with what is known; nothing that was typed is touched."""
    filled: dict[str, Any] = dict(typed)
    for one in fields:
        if one.kind is Kind.ROWS and (rows := given(one, at)) and not filled[one.name]:
            filled[one.name] = [blank(one.parts) | row.values for row in rows]
        elif one.choices == "officers" and one.kind is Kind.MANY:
            filled[one.name] = [str(i) for i in _officers(at)]
        elif at.matter and one.name in known and one.kind is Kind.LINE and not filled[one.name]:
            filled[one.name] = known[one.name](at.matter)
    return filled


def begun(typed: Typed, at: Situation, fresh: Mapping[str, Callable[[Situation], Any]]) -> Typed:
    """Return the form of a matter not begun yet with what can be suggested; what was typed stays."""
    blank = {name: suggest for name, suggest in fresh.items() if name in typed and not typed[name]}
    return typed | {name: suggest(at) for name, suggest in blank.items()}


def _officers(at: Situation) -> tuple[int, ...]:
    handlers: tuple[int, ...] = at.matter.handlers if at.matter else ()
    return handlers or (at.me.id,)
