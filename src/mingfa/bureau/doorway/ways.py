"""Dry run of an act's gates; batched for several acts of one matter.

Asked at once, frame and facts are gathered once: acts that see the same facts share them, and each still asks
all its own gates.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from mingfa.bureau.doorway.acts import Act, act_named
from mingfa.bureau.doorway.enter import facts_of, look_at
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.refusals import NotYours, Refused, out_of_order, written_out
from mingfa.bureau.law.gates import Refusal, ask

Answer = list[Refusal] | NotYours


def what_stands_in_the_way(
    name: str, *, by: int, on: int | None = None, now: datetime | None = None
) -> list[Refusal]:
    """Ask the gates that need no inputs, without acting. `NotYours` when it is not this person's act."""
    act, now = act_named(name), now or timezone.now()
    look = look_at(act, by, on, now, now, None)
    try:
        found = ask(act.gates, facts_of(act, look), procedure=look.procedure, with_inputs=False)
        return written_out(out_of_order(look) + found)
    except Refused as out_of_turn:
        return out_of_turn.refusals


def ways(names: Iterable[str], *, by: int, on: int, now: datetime) -> dict[str, Answer]:
    """Return for each act what stands in its way, or `NotYours`; an act out of turn is not asked further."""
    looks: dict[Callable[..., Any] | None, Look[Any]] = {}
    facts: dict[Callable[..., Any], Any] = {}
    return {name: _way(act_named(name), by, on, now, looks, facts) for name in names}


def _way(
    act: Act[Any, Any],
    by: int,
    on: int,
    now: datetime,
    looks: dict[Callable[..., Any] | None, Look[Any]],
    facts: dict[Callable[..., Any], Any],
) -> Answer:
    try:
        if act.matter not in looks or not act.who & looks[act.matter].by.roles:
            looks[act.matter] = look_at(act, by, on, now, now, None)
        look = replace(looks[act.matter], act=act.name)
        if early := out_of_order(look):
            return written_out(early)
        if act.see not in facts:
            facts[act.see] = act.see(look)
        seen = replace(facts[act.see], look=look)
        if act.mine is not None and not act.mine(seen):
            raise NotYours(f"此事项应当由{act.whose}办理。")
        return written_out(ask(act.gates, seen, procedure=look.procedure, with_inputs=False))
    except NotYours as refused:
        return refused
