"""What tests of all rooms ask and do: what the law answers to an act, as a table a lawyer can read."""

from collections.abc import Callable
from typing import Any

from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.refusals import Refused
from mingfa.example.bureau import Cast, Stage

Doing = Callable[..., object]


def refused(act: Doing, *args: Any, **inputs: Any) -> dict[str, str]:
    """Do an act that the law refuses; return code -> rule of every reason."""
    try:
        act(*args, **inputs)
    except Refused as answer:
        return {r.code: r.rule for r in answer.refusals}
    raise AssertionError("the act was not refused")


def misread(act: Doing, *args: Any, **inputs: Any) -> dict[str, str]:
    """Do an act whose inputs cannot be read; return field -> sentence."""
    try:
        act(*args, **inputs)
    except InvalidInputs as answer:
        return answer.errors
    raise AssertionError("the inputs were read")


def appoint_leading(stage: Stage, cast: Cast, person: int, role: str, since: str) -> None:
    """Give a leading post once the bureau works: the personnel officer nominates, another hand confirms."""
    nominated = stage.act(
        "person.nominate",
        cast.appointer,
        person=person,
        role=role,
        since=since,
        document="示例任〔2026〕3号",
    )
    second = cast.head if person != cast.head else cast.supervisor
    stage.act("person.confirm", second, nomination=nominated.index, compared=True)
