"""Taking an object of the product away, for whoever imported it, wherever.

A function keeps its identity and loses its code, so that every importer, table and register sees the loss.
Who uses it gets an error; a gate that is taken away keeps nobody out.
"""

import importlib
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from mingfa.bureau.law.gates import Gate
from mingfa.bureau.law.plan.promises import Demand, promises


class Bitten(BaseException):
    """The object was used although it was taken away. No handler of errors of the product takes it."""


CALLS: list[str] = []


def all_demands() -> tuple[Demand, ...]:
    return tuple(demand for demands in promises().values() for demand in demands)


def resolve(dotted: str) -> Any:
    """Return the object of the product that a dotted name means; raises LookupError."""
    parts = dotted.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for name in parts[cut:]:
            try:
                found = getattr(found, name)
            except AttributeError:
                raise LookupError(f"{dotted}: no {name}") from None
        return found
    raise LookupError(f"{dotted}: no such module")


def function_of(found: Any) -> types.FunctionType:
    """Return the function in which an object does its work: a gate's check, an act's performing, its own."""
    for name in ("check", "perform", "__wrapped__"):
        inner = getattr(found, name, None)
        if callable(inner):
            return function_of(inner)
    if not isinstance(found, types.FunctionType):
        raise LookupError(f"{found!r} is no function, gate or act")
    return found


def bite(dotted: str, keeps_out: bool) -> None:
    """Note that an object that was taken away is used; a gate lets pass, all else raises."""
    CALLS.append(dotted)
    if not keeps_out:
        raise Bitten(dotted)


def _loss(dotted: str, keeps_out: bool) -> types.CodeType:
    """Return the code of a function that stands in the place of what was taken away."""
    source = (
        "def taken_away(*args, **kwargs):\n"
        "    from tests.plan.biting import bite\n"
        f"    return bite({dotted!r}, {keeps_out})\n"
    )
    scope: dict[str, Any] = {}
    exec(compile(source, "<taken away>", "exec"), scope)
    function: types.FunctionType = scope["taken_away"]
    return function.__code__


@contextmanager
def taken_away(dotted: str) -> Iterator[list[str]]:
    """Take an object away for a while; give the list of its uses."""
    found = resolve(dotted)
    function, is_gate = function_of(found), isinstance(found, Gate)
    code, forget = function.__code__, getattr(found, "cache_clear", lambda: None)
    CALLS.clear()
    try:
        function.__code__ = _loss(dotted, is_gate).replace(co_freevars=code.co_freevars)
        forget()
        yield CALLS
    finally:
        function.__code__ = code
        forget()
