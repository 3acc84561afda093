"""What rooms tell each other once, when they are loaded: a table that refuses to be told twice.

A plain dict takes the last word, so what holds would depend on what is loaded last. Here a second word under
one key is a mistake at start, with both places named; the same word again (a module loaded twice) is none.
"""

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ToldTwice(ValueError):
    """Two rooms registered different things under one key."""


class Registry(Mapping[K, V], Generic[K, V]):
    """A table that grows by `tell` and is read as any mapping."""

    def __init__(self, what: str, first: Mapping[K, V] | None = None) -> None:
        self._what = what
        self._told: dict[K, V] = dict(first or {})

    def tell(self, key: K, value: V) -> None:
        """Register; raise `ToldTwice` where something else stands under this key."""
        there = self._told.setdefault(key, value)
        if there is not value and _place(there) != _place(value):
            raise ToldTwice(f"{self._what}: {key!r} is told by {_place(there)} and by {_place(value)}")

    def tell_all(self, more: Mapping[K, V]) -> None:
        for key, value in more.items():
            self.tell(key, value)

    def __getitem__(self, key: K) -> V:
        return self._told[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


def _place(value: object) -> str:
    module, name = getattr(value, "__module__", ""), getattr(value, "__qualname__", "")
    return f"{module}.{name}" if name else repr(value)
