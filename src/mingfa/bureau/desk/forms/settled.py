"""Questions that follow from another answer: what a local value is depends on which one it is, and which
discretion steps there are on the item; which way of service was taken, and what is to be said of that way.

A field that `follows` another is asked as soon as that one is answered; until then it is left out, and when
the answer changes it is asked anew. So the form works without scripts, and nothing is read as what it is not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from mingfa.bureau.desk.forms.fields import Field, Kind
from mingfa.bureau.desk.forms.typed import Typed, blank
from mingfa.bureau.law.config import local_values

LOCAL = "config_id"
LONG = 200
KINDS = {
    "integer": Kind.COUNT,
    "fen": Kind.YUAN,
    "flag": Kind.YES_NO,
    "text": Kind.LINE,
    "choice": Kind.ONE,
}


def settled(fields: Sequence[Field], answers: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields as they can be asked after these answers."""
    asked = (_settled(one, answers.get(one.follows, "")) if one.follows else one for one in fields)
    return tuple(one for one in asked if one is not None)


def settling(fields: Sequence[Field], answers: Mapping[str, str]) -> str:
    """Return the answers that other fields follow from; a long text as its digest."""
    given = dict.fromkeys(one.follows for one in fields if one.follows)
    return ",".join(_brief(" ".join(answers.get(name, "").split())) for name in given)


def _brief(answer: str) -> str:
    return answer if len(answer) <= LONG else sha256(answer.encode()).hexdigest()


def unanswered(fields: Sequence[Field], typed: Typed) -> Typed:
    """Return the form with every field that follows from another asked anew."""
    return typed | blank([one for one in fields if one.follows])


def _settled(one: Field, answer: str) -> Field | None:
    if one.follows != LOCAL:
        # It is asked in one way only; what can be chosen or suggested depends on the answer.
        return one if answer in one.when or (answer and not one.when) else None
    value = local_values().get(answer)
    if value is None:
        return None
    unit = "" if value.type in ("fen", "flag") else f"单位：{value.unit}。"
    return replace(
        one,
        kind=KINDS[value.type],
        hint=f"{unit}{value.note}。" if value.note else unit,
        labels={code: code for code in value.choices},
    )
