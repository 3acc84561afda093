"""Doing an act for a form or a program: one way through the doorway, one answer with all that was wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from hashlib import sha256
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import Error, IntegrityError

from mingfa.bureau.desk.errors import Trouble, trouble
from mingfa.bureau.desk.forms.measured import with_measured
from mingfa.bureau.desk.forms.uploads import files_in, wrong_files
from mingfa.bureau.desk.matters.attached import files
from mingfa.bureau.desk.matters.timeline import Event, story
from mingfa.bureau.doorway.acts import Act
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import Inputs, InvalidInputs, read_inputs
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.doorway.once import OtherWords
from mingfa.bureau.doorway.refusals import NotYours, Refused
from mingfa.bureau.law.config import LocalValueMissing
from mingfa.bureau.law.gates import Refusal
from mingfa.bureau.people import reads as people
from mingfa.bureau.people import uploads
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records import reads as records


@dataclass
class Outcome:
    """What came of it: done, or errors of what was typed (path -> sentence), or the law's refusals.

    `trouble` is why it could not be kept, `repeats` the entry made before under the same key (other words).
    The sentence stands among the errors of the form as well.
    """

    done: Done | None = None
    errors: dict[str, str] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    trouble: Trouble | None = None
    repeats: int | None = None

    @property
    def status(self) -> int:
        """The status of an answer that says so."""
        if self.trouble is not None:
            return self.trouble.status
        return 201 if self.done else 422 if self.errors else 409


def attempt(
    act: Act[Any, Any],
    *,
    by: int,
    on: int | None,
    inputs: Mapping[str, Any],
    at: datetime | None,
    key: str,
    reasons: Mapping[str, str],
    unread: Mapping[str, str],
    now: datetime,
) -> Outcome:
    """Do an act, or say all that is wrong. `unread` are fields that could not even be read.

    Raises `NotYours`. A key is the key of one person, act and matter: nobody is answered with another's act.
    """
    allowed = partial(_may_name, by, on, now)
    given, errors = _read(act, inputs, allowed)
    if errors := {**errors, **unread}:
        return Outcome(errors=errors)
    inputs = with_measured(given, inputs) if given is not None else inputs
    once = sha256(f"{by}:{act.name}:{on}:{key}".encode()).hexdigest() if key else ""
    try:
        done = do(act.name, by=by, inputs=inputs, on=on, at=at, now=now, key=once, reasons=reasons)
        uploads.claim(by, {file.sha256 for _, file in files_in(given)})
        return Outcome(done)
    except Refused as refused:
        return Outcome(refusals=refused.refusals)
    except OtherWords as other:
        return Outcome(errors=other.errors, repeats=other.before)
    except InvalidInputs as invalid:
        return Outcome(errors=invalid.errors)
    except LocalValueMissing as missing:
        return Outcome(errors={"*": f"{missing}。"})
    except (ObjectDoesNotExist, IntegrityError):
        return Outcome(errors={"*": "所选内容不存在，或者已经登记过。请刷新页面核对后重新提交。"})
    except (Error, OSError) as error:
        found = trouble(error)
        if found is None:
            raise
        return Outcome(errors={"*": str(found)}, trouble=found)


def _read(
    act: Act[Any, Any], inputs: Mapping[str, Any], allowed: Callable[[str], bool]
) -> tuple[Inputs | None, dict[str, str]]:
    """Read the inputs, or say what is wrong with them and with the files they name."""
    try:
        given = read_inputs(act.inputs, dict(inputs))
    except InvalidInputs as invalid:
        return None, invalid.errors
    return given, wrong_files(given, allowed)


def _may_name(by: int, on: int | None, now: datetime, sha256: str) -> bool:
    """Say whether a person may name a file: who handed it in, or may see it in a matter."""
    if uploads.has_handed_in(by, sha256):
        return True
    actor = people.actor(by, now.astimezone(CHINA).date())
    if on is not None and any(file.sha256 == sha256 for file in files(_story(on, actor))):
        return True
    return any(_story(matter, actor) for matter, _ in records.evidence_with(sha256))


def _story(matter: int, actor: Actor) -> list[Event]:
    """Return what happened in a matter that a person may see; nothing of any other."""
    try:
        return story(matter, the_matter(matter, actor).procedure)
    except NotYours:
        return []
