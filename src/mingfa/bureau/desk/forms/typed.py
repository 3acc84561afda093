"""From a sent form to an act's inputs, and back to the page unchanged: what was typed stays typed.

`Typed` mirrors the fields: a text, a list of texts, a group, rows of groups, or files already kept.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from mingfa.bureau.desk.forms.fields import Field, Kind
from mingfa.bureau.desk.forms.reading import read_date, read_moment
from mingfa.bureau.lib.money import parse_yuan
from mingfa.bureau.lib.received import whole

Typed = dict[str, Any]
Errors = dict[str, str]
Receive = Callable[[str, Sequence[Any], Sequence[str]], list[dict[str, Any]]]


def collect(
    fields: Sequence[Field],
    post: QueryDict,
    files: MultiValueDict[str, Any],
    receive: Receive,
    at: str = "",
) -> Typed:
    """Gather what was sent. `receive(path, uploads, kept)` keeps a field's uploads and returns its files."""
    typed: Typed = {}
    for one in fields:
        path = at + one.name
        match one.kind:
            case Kind.GROUP:
                typed[one.name] = collect(one.parts, post, files, receive, f"{path}.")
            case Kind.ROWS:
                rows = [
                    collect(one.parts, post, files, receive, f"{path}.{n}.") for n in _numbers(path, post)
                ]
                typed[one.name] = rows if one.is_given else [r for r in rows if not _is_blank(one.parts, r)]
            case Kind.FILE | Kind.FILES:
                typed[one.name] = receive(path, files.getlist(path), post.getlist(path))
            case Kind.MANY:
                typed[one.name] = post.getlist(path)
            case _:
                typed[one.name] = post.get(path, "")
    return typed


def _numbers(path: str, post: QueryDict) -> list[int]:
    """Return the numbers of the rows that were sent, in order."""
    pattern = re.compile(re.escape(path) + r"\.(\d{1,4})\.")
    return sorted({int(found[1]) for name in post if (found := pattern.match(name))})


def _is_blank(fields: Sequence[Field], row: Typed) -> bool:
    return not any(
        row[f.name] not in ("", [], {}, f.default) for f in fields if f.kind not in (Kind.TICK, Kind.GROUP)
    )


def values(
    fields: Sequence[Field], typed: Typed, today: date, errors: Errors, at: str = ""
) -> dict[str, Any]:
    """Return the inputs as the act's types read them; what cannot be read goes to `errors` by its path.

    A blank is left out: the act's own default holds, or it says that the field must be filled in.
    """
    found: dict[str, Any] = {}
    for one in fields:
        path = at + one.name
        try:
            value = _value(one, typed[one.name], today, errors, path)
        except ValueError as error:
            errors[path] = str(error)
            continue
        if value is not None:
            found[one.name] = value
    return found


def _value(one: Field, typed: Any, today: date, errors: Errors, path: str) -> Any:
    """Return None for a blank."""
    match one.kind:
        case Kind.GROUP:
            if _is_blank(one.parts, typed) and not one.required:
                return None
            return values(one.parts, typed, today, errors, f"{path}.")
        case Kind.ROWS:
            return [values(one.parts, row, today, errors, f"{path}.{n}.") for n, row in enumerate(typed)]
        case Kind.FILE:
            return typed[0] if typed else None
        case Kind.FILES | Kind.MANY:
            return typed
        case Kind.TICK:
            return bool(typed)
        case Kind.LINES:
            return [line.strip() for line in typed.splitlines() if line.strip()]
        case _:
            text = str(typed).strip()
            return READERS.get(one.kind, _itself)(text, today) if text else None


def _itself(text: str, today: date) -> Any:
    return text


def _count(text: str, today: date) -> int:
    number = whole(text)
    if number is None:
        raise ValueError("请填写整数。")
    return number


READERS: Mapping[Kind, Callable[[str, date], Any]] = {
    Kind.DATE: read_date,
    Kind.MOMENT: read_moment,
    Kind.YUAN: lambda text, today: parse_yuan(text),
    Kind.YES_NO: lambda text, today: {"true": True, "false": False}.get(text, text),
    Kind.COUNT: _count,
}


def blank(fields: Sequence[Field]) -> Typed:
    """Return an empty form; given rows stand there already, other rows begin with one."""
    typed: Typed = {}
    for one in fields:
        match one.kind:
            case Kind.GROUP:
                typed[one.name] = blank(one.parts)
            case Kind.ROWS:
                first = one.parts[0].name
                given = [blank(one.parts) | {first: value} for value in one.preset]
                typed[one.name] = given if one.is_given else [blank(one.parts)]
            case Kind.FILE | Kind.FILES | Kind.MANY:
                typed[one.name] = []
            case _:
                typed[one.name] = one.default
    return typed


def add_row(fields: Sequence[Field], typed: Typed, path: str) -> None:
    """Add an empty row to the list at a path (`questions`, `party.members`)."""
    name, _, rest = path.partition(".")
    one = next((f for f in fields if f.name == name), None)
    if one is None:
        return
    if one.kind is Kind.ROWS and not one.is_given and not rest:
        typed[name].append(blank(one.parts))
    elif one.kind is Kind.GROUP and rest:
        add_row(one.parts, typed[name], rest)
