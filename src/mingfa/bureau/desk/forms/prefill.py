"""Filled in once, used everywhere: what the matter already knows stands in the form before anybody types."""

from collections.abc import Callable, Mapping
from typing import Any

from mingfa.bureau.desk.forms.choices import Situation, given, provider
from mingfa.bureau.desk.forms.fields import Field, Kind
from mingfa.bureau.desk.forms.typed import Typed, blank


def asked(fields: tuple[Field, ...], matter: Any) -> tuple[Field, ...]:
    """Return the fields without those that are asked once and that the matter knows already."""
    return tuple(one for one in fields if not (one.once and getattr(matter, one.name, None)))


def sole(fields: tuple[Field, ...], at: Situation) -> dict[str, str]:
    """Return the answers of a matter that leave no choice: where there is one option, it is chosen."""
    found: dict[str, str] = {}
    for one in fields:
        options = provider(one.choices) if at.matter and one.required and one.kind is Kind.ONE else None
        if options is not None and not one.follows and len(only := options(at)) == 1:
            found[one.name] = only[0].value
    return found


def prefill(
    fields: tuple[Field, ...], typed: Typed, at: Situation, known: Mapping[str, Callable[[Any], Any]]
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
        elif at.matter and one.name in known and one.kind is Kind.GROUP:
            filled[one.name] = filled[one.name] | dict(known[one.name](at.matter))
    return filled


def begun(typed: Typed, at: Situation, fresh: Mapping[str, Callable[[Situation], Any]]) -> Typed:
    """Return the form of a matter not begun yet with what can be suggested; what was typed stays."""
    blank = {name: suggest for name, suggest in fresh.items() if name in typed and not typed[name]}
    return typed | {name: suggest(at) for name, suggest in blank.items()}


def _officers(at: Situation) -> tuple[int, ...]:
    handlers: tuple[int, ...] = at.matter.handlers if at.matter else ()
    return handlers or (at.me.id,)
