"""Law cases in tests: what the law answers to an act, as a table a lawyer can read."""

from collections.abc import Callable
from typing import Any

from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.refusals import Refused

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
