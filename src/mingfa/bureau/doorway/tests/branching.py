"""Cases that branch off from the same first acts: these are played once, each case goes on from them alone.

Takes the place of `parametrize` where what a test stands on costs more than what it asks. A failure names
every case that failed, with what it said.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from inspect import Parameter, Signature, signature
from typing import Any

import pytest
from django.db import transaction

Test = Callable[..., None]
Told = type(pytest.param())


def branching(
    names: str | Sequence[str], cases: Iterable[Any], *, ids: Iterable[str] | None = None
) -> Callable[[Test], Test]:
    """Return a decorator: the test is run for each case on copies of its fixtures, and each is undone."""
    single = isinstance(names, str) and "," not in names
    named = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    told = [
        case if isinstance(case, Told) else pytest.param(*((case,) if single else case)) for case in cases
    ]
    given = [dict(zip(named, case.values, strict=True)) for case in told]
    known = list(ids) if ids is not None else [case.id for case in told]
    labels = [str(label or tuple(one.values())) for label, one in zip(known, given, strict=True)]
    assert given and not any(case.marks for case in told)

    def decorate(test: Test) -> Test:
        def branched(**fixtures: Any) -> None:
            found = [(label, fault(test, fixtures, one)) for label, one in zip(labels, given, strict=True)]
            failed = [f"{label}: {said}" for label, said in found if said]
            assert not failed, "\n".join(failed)

        branched.__name__, branched.__doc__, branched.__module__ = (
            test.__name__,
            test.__doc__,
            test.__module__,
        )
        asked = [name for name in signature(test).parameters if name not in named]
        branched.__signature__ = Signature([Parameter(name, Parameter.KEYWORD_ONLY) for name in asked])  # type: ignore[attr-defined]
        branched.pytestmark = list(getattr(test, "pytestmark", []))  # type: ignore[attr-defined]
        return branched

    return decorate


def fault(test: Test, fixtures: dict[str, Any], case: dict[str, Any]) -> str:
    """Run one case and take back what it did; return what went wrong, or nothing."""
    with transaction.atomic():
        try:
            test(**deepcopy(fixtures), **case)
        except (Exception, pytest.fail.Exception) as wrong:
            return f"{type(wrong).__name__}: {wrong}"
        finally:
            transaction.set_rollback(True)
    return ""
