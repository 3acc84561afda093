"""Doing an act for a form or a program: one way through the doorway, one answer with all that was wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import Error, IntegrityError

from mingfa.bureau.desk.errors import Trouble, trouble
from mingfa.bureau.desk.forms.uploads import wrong_files
from mingfa.bureau.doorway.acts import Act
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import InvalidInputs, read_inputs
from mingfa.bureau.doorway.once import OtherWords
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.law.config import LocalValueMissing
from mingfa.bureau.law.gates import Refusal


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
    if errors := {**_errors(act, inputs), **unread}:
        return Outcome(errors=errors)
    once = sha256(f"{by}:{act.name}:{on}:{key}".encode()).hexdigest() if key else ""
    try:
        return Outcome(do(act.name, by=by, inputs=inputs, on=on, at=at, now=now, key=once, reasons=reasons))
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


def _errors(act: Act[Any, Any], inputs: Mapping[str, Any]) -> dict[str, str]:
    try:
        return wrong_files(read_inputs(act.inputs, dict(inputs)))
    except InvalidInputs as invalid:
        return invalid.errors
