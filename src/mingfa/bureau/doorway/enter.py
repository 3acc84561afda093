"""The one doorway: every official act passes here, or does not happen.

lock the log row -> gather what the gates may see -> ask all gates -> refuse with every reason, or perform ->
append leaf and items -> commit. One transaction: if we crash anywhere, all of it is there or nothing of it.
"""

import secrets
import threading
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from mingfa.bureau.doorway.acts import Act, act_named
from mingfa.bureau.doorway.again import recovery
from mingfa.bureau.doorway.door import Done, Door
from mingfa.bureau.doorway.entry import entry_of, perform
from mingfa.bureau.doorway.inputs import Inputs, read_inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter.parts import refusals_of
from mingfa.bureau.doorway.models import RefusedAttempt
from mingfa.bureau.doorway.once import Request, said
from mingfa.bureau.doorway.refusals import NotYours, Refused, in_turn, written_out
from mingfa.bureau.law.force import judging
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.ledger import held, writer
from mingfa.bureau.ledger.models import RECORD
from mingfa.bureau.lib.reading import afresh
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.happenings import note
from mingfa.bureau.people.models import Person
from mingfa.tlog import leaf_hash

# SQLite has one writer: waiting here is fair, waiting in its busy handler is not.
_one_at_a_time = threading.Lock()


def do(
    name: str,
    *,
    by: int,
    inputs: Mapping[str, Any],
    on: int | None = None,
    at: datetime | None = None,
    now: datetime | None = None,
    key: str = "",
    reasons: Mapping[str, str] | None = None,
) -> Done:
    """Do an act, or raise `Refused`, `NotYours` or `InvalidInputs` and change nothing.

    `on` is the matter, `at` when it was done (default: now), `now` the server's clock, `key` makes a repeated
    request one act, `reasons` are recorded for warnings (code -> words).
    """
    act, now = act_named(name), now or timezone.now()
    given = read_inputs(act.inputs, dict(inputs))
    request = Request(key, by, name, said(on, at, given, reasons) if key else "")
    try:
        with afresh(), _one_at_a_time, transaction.atomic():
            log = writer.lock(RECORD)
            recovery.require(name, log)
            if (before := request.answered()) is not None:
                return before
            with held.holding(log.edge), judging(at or now):
                look = look_at(act, by, on, at or now, now, given)
                facts = facts_of(act, look)
                warned = _pass_gates(act, look, facts, reasons or {})
                door = Door(log.size, look, secrets.token_hex(16))
                done = perform(act, door, facts)
            _append(log, act, door, done, warned)
            recovery.noted(name, door.index)
            request.remember(done)
    except Refused as refused:  # the act left nothing; the attempt is kept apart, for supervision
        found = [r.as_json() for r in refused.refusals]
        with transaction.atomic():
            RefusedAttempt.objects.create(act=name, person=by, matter=on, at=now, refusals=found)
            note("refused", now, by, act=name, matter=on, refusals=found)
        raise
    return done


def _append(
    log: writer.Locked, act: Act[Any, Any], door: Door, done: Done, warned: Mapping[str, str]
) -> None:
    """Append the act's entry and remember where the log stands now."""
    before = log.edge
    entry, items = entry_of(act, door, warned)
    writer.append(log, entry, items, act.name, done.matter, door.erased, door.renamed.get(RECORD, ""))
    held.grown(before, log.edge, act.name, done.matter, leaf_hash(entry), door.seals, door.look.now)


def look_at(
    act: Act[Any, Any], by: int, on: int | None, at: datetime, now: datetime, given: Inputs | None
) -> Look[Any]:
    """Gather the frame: the person as of that day, the matter as it stands, the local values in force."""
    actor = _actor(act, by, timezone.localtime(at).date(), timezone.localtime(now).date())
    matter = None
    if act.matter is not None:
        if on is None:
            raise NotYours
        matter = act.matter(on, actor)
        if not procedure(matter.procedure).knows(act.name):
            raise NotYours
    part = act.part(matter.pk, given) if act.part and matter is not None and given is not None else None
    values = people.config()
    return Look(act.name, actor, at, now, given, matter, values, people.calendar(values), part)


def _actor(act: Act[Any, Any], by: int, day: date, today: date) -> Actor:
    """Return who acts, as of the day of the act. Who left the post since cannot act in the past either."""
    try:
        actor = people.actor(by, day)
        roles = actor.roles if day == today else actor.roles & people.actor(by, today).roles
    except Person.DoesNotExist:
        raise NotYours from None
    if not act.who & roles:
        raise NotYours
    return actor


def facts_of(act: Act[Any, Any], look: Look[Any]) -> Any:
    """Gather what the act's gates may see; `NotYours` when it is somebody else's, `Refused` out of turn."""
    with in_turn(look):
        facts = act.see(look)
    if act.mine is not None and not act.mine(facts):
        raise NotYours(f"此事项应当由{act.whose}办理。")
    return facts


def _pass_gates(
    act: Act[Any, Any], look: Look[Any], facts: Any, reasons: Mapping[str, str]
) -> dict[str, str]:
    """Ask all gates; return the reasons recorded for warnings, or refuse with everything at once."""
    with in_turn(look):
        found = refusals_of(act, look, facts)
    warned = {r.code: reasons[r.code].strip() for r in found if r.warns and reasons.get(r.code, "").strip()}
    if left := [r for r in found if r.code not in warned]:
        raise Refused(written_out(left))
    return warned
