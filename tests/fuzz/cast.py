"""Who plays: every class of the example, of the rooms' tests and of the fuzz that acts with a cast."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import mingfa.bureau
import mingfa.example
from mingfa.bureau.doorway.acts import REGISTER

OURS = ("tests.fuzz.case_players", "tests.fuzz.other_players")
ACT = re.compile(r'"([a-z_]+\.[a-z_]+)"')


def players() -> list[type[Any]]:
    """Return every class that is made of a stage and a cast and acts."""
    named = [module.name for module in pkgutil.iter_modules(mingfa.example.__path__, "mingfa.example.")]
    for path in sorted(Path(mingfa.bureau.__path__[0]).glob("*/tests/*.py")):
        if not path.stem.startswith(("test_", "conftest", "__")):
            named.append(f"mingfa.bureau.{path.parts[-3]}.tests.{path.stem}")
    return [kind for name in (*named, *OURS) for kind in _playing(name)]


def _playing(module: str) -> Iterator[type[Any]]:
    for _, kind in inspect.getmembers(importlib.import_module(module), inspect.isclass):
        if kind.__module__ == module and hasattr(kind, "act"):
            asked = inspect.signature(kind).parameters.values()
            if [p.name for p in asked if p.default is p.empty] == ["stage", "cast"]:
                yield kind


@cache
def moves(kind: type[Any]) -> dict[str, frozenset[str]]:
    """Return what a player can do: its public methods, each with the acts that it names, if any.

    Left out are those that do any act by its name.
    """
    found = inspect.getmembers(kind, inspect.isfunction)
    return {
        name: frozenset(ACT.findall(inspect.getsource(move))) & set(REGISTER)
        for name, move in found
        if name[0] != "_" and "name" not in inspect.signature(move).parameters
    }


@cache
def stretches(kind: type[Any]) -> tuple[str, ...]:
    """Return the moves that carry a matter a long way: those made of at least three others."""
    known = moves(kind)
    found = dict(inspect.getmembers(kind, inspect.isfunction))
    return tuple(n for n in known if n.startswith("to_") or len(_made_of(found[n], known)) >= 3)


def _made_of(move: Any, known: Collection[str]) -> set[str]:
    return set(move.__code__.co_names) & set(known)
