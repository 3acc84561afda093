"""Reading once: while a page is made, the same question is asked of the database once.

A page asks many acts what stands in their way, and each gathers its own facts; most of them ask the same.
Inside `reading()` a function marked `once` keeps its answer for the same arguments until the page is done. An
act never reads what was kept: the doorway works `afresh()`, and what was kept before it is forgotten.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")

Kept = dict[Any, Any]
_kept: ContextVar[Kept | None] = ContextVar("kept", default=None)


@contextmanager
def reading() -> Iterator[None]:
    """Keep the answers of `once` functions until the block ends; a block within another shares them."""
    if _kept.get() is not None:
        yield
        return
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


@contextmanager
def afresh() -> Iterator[None]:
    """Ask everything anew inside the block, and forget what was kept: something may have changed."""
    kept = _kept.get()
    token = _kept.set(None)
    try:
        yield
    finally:
        _kept.reset(token)
        if kept is not None:
            kept.clear()


def once(ask: Callable[P, T]) -> Callable[P, T]:
    """Mark a question whose answer, a plain value, may be kept while a page is made.

    Of a list or dict everybody gets a copy. Nothing is kept of an error, or where an argument has no hash.
    """

    @wraps(ask)
    def answered(*args: P.args, **kwargs: P.kwargs) -> T:
        kept = _kept.get()
        if kept is None:
            return ask(*args, **kwargs)
        key = (ask, args, tuple(kwargs.items()))
        try:
            known = key in kept
        except TypeError:
            return ask(*args, **kwargs)
        found = kept[key] if known else kept.setdefault(key, ask(*args, **kwargs))
        return cast(T, found.copy() if isinstance(found, list | dict | set) else found)

    return answered


def kept(name: str) -> Kept | None:
    """Return a place of this name where a module keeps true things for the page, or None outside of one."""
    found = _kept.get()
    return None if found is None else cast(Kept, found.setdefault(("kept", name), {}))
