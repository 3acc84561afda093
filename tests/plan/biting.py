"""Taking an object of the product away: whoever imported it, wherever, gets an error when it is used.

A function keeps its identity and loses its code, so that every importer, table and register sees the loss.
"""

import importlib
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


class Bitten(BaseException):
    """The object was used although it was taken away. No handler of errors of the product takes it."""


CALLS: list[str] = []


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


def functions_of(found: Any) -> list[types.FunctionType]:
    """Return the functions in which an object does its work: a gate's check, an act's performing, its own."""
    for name in ("check", "perform", "__wrapped__", "__func__", "fget"):
        inner = getattr(found, name, None)
        if callable(inner):
            return functions_of(inner)
    if not isinstance(found, types.FunctionType):
        raise LookupError(f"{found!r} is no function, gate or act")
    return [found]


def _loss(dotted: str) -> Callable[..., Any]:
    source = f"def taken_away(*args, **kwargs):\n    __import__('tests.plan.biting', fromlist=['x']).bite({dotted!r})\n"
    scope: dict[str, Any] = {}
    exec(compile(source, "<taken away>", "exec"), scope)  # noqa: S102
    return scope["taken_away"]  # type: ignore[no-any-return]


def bite(dotted: str) -> None:
    """Note that an object that was taken away is used, and raise."""
    CALLS.append(dotted)
    raise Bitten(dotted)


@contextmanager
def taken_away(dotted: str) -> Iterator[list[str]]:
    """Take an object away for a while; give the list of its uses."""
    found = resolve(dotted)
    cleared = getattr(found, "cache_clear", None)
    kept = [(function, function.__code__) for function in functions_of(found)]
    CALLS.clear()
    try:
        for function, code in kept:
            function.__code__ = _loss(dotted).__code__.replace(co_freevars=code.co_freevars)
        if cleared:
            cleared()
        yield CALLS
    finally:
        for function, code in kept:
            function.__code__ = code
        if cleared:
            cleared()
