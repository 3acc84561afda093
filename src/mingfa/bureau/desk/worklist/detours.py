"""Where a matter goes another way on than most in its state: the act that is next there."""

from typing import Any

from django.db.models import QuerySet

from mingfa.bureau.desk.kinds.kind import Face
from mingfa.bureau.law.procedure import Procedure


def detoured(face: Face, table: Procedure, found: QuerySet[Any]) -> dict[int, str]:
    """Return, of these matters, those that take a detour, each with the act that is next."""
    next_act: dict[int, str] = {}
    for one in face.detours:
        if one.procedure == table.id:
            here = found.filter(state=one.state).order_by().values_list("pk", flat=True)
            if pks := [int(pk) for pk in here if pk not in next_act]:
                next_act |= dict.fromkeys(one.picks(pks), one.act)
    return next_act
