"""A matter on its way through its procedure: the table of law/procedures moves it, never an `if`.

Whatever kind it is, a matter is found by its key, and for whoever may not see it, it is not there.
"""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.models import Handling
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.ledger.reader import check_newest
from mingfa.bureau.lib.reading import once
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.bureau.people.models import Unit

MOST_HINTS = 10_000
_found_as: dict[int, type["Matter"]] = {}


class Matter(Sealed):
    """What every matter has: which procedure, where it stands, whose it is, who handles it, who may see it.

    `audience` is the tag that reads, lists, counts, exports and searches ask for alike (people/audience.py).
    """

    title = models.CharField("名称", max_length=400)
    procedure = models.CharField("程序", max_length=20)
    state = models.CharField("环节", max_length=20, db_index=True)
    open = models.BooleanField("未办结", default=True)
    last_at = models.DateTimeField("最近办理时间", db_index=True)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="承办机构")
    handlers = models.JSONField("承办人", default=list)
    audience = models.CharField("可见范围", max_length=40, db_index=True)

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["open", "procedure", "state"]),
            models.Index(fields=["open", "unit", "state"]),
            models.Index(fields=["audience", "last_at"]),
        ]

    @property
    def handlers_before(self) -> list[int]:
        """The handlers as they stand in the database; of a new matter nobody."""
        return list(self.as_read.get("handlers", ())) if self.as_read else []


@cache
def kinds() -> tuple[type[Matter], ...]:
    """Return every kind of matter, in the order of the rooms; what is loaded first plays no part."""
    return tuple(kind for kind in apps.get_models() if issubclass(kind, Matter))


@once
def the_matter(pk: int, actor: Actor) -> Matter:
    """Return a matter for somebody who may see it; otherwise it is not there (`NotYours`)."""
    likely = _found_as.get(pk)
    for kind in sorted(kinds(), key=lambda kind: kind is not likely):
        found = kind._default_manager.filter(seen_by(actor), pk=pk).first()
        if found is not None:
            check_newest(found)
            _remember(pk, kind)
            return found
    raise NotYours


def _remember(pk: int, kind: type[Matter]) -> None:
    """Remember of what kind a matter was: a hint which table to ask first, never an answer."""
    if len(_found_as) >= MOST_HINTS:
        _found_as.clear()
    _found_as[pk] = kind


def kept_by_handler(matter: Matter) -> None:
    """Keep the index of who handles what as the matter says; one question more only where that changed."""
    named = list(matter.handlers)
    if named == matter.handlers_before:
        return
    Handling.objects.filter(matter=matter.pk).exclude(person__in=named).delete()
    rows = [Handling(matter=matter.pk, person=person) for person in dict.fromkeys(named)]
    Handling.objects.bulk_create(rows, ignore_conflicts=True)


def handles(look: Look[Any]) -> bool:
    """Say whether the actor is one of the matter's handlers."""
    return look.matter is not None and look.by.id in look.matter.handlers


def may_handle(look: Look[Any]) -> bool:
    """Say whether the actor may go on: a handler, or, before handlers are named, anybody of the unit."""
    return handles(look) or (not look.matter.handlers and look.by.unit == look.matter.unit_id)


def moved(matter: Matter, act: str, outcome: str) -> None:
    """Move the matter to the state the table names."""
    table = procedure(matter.procedure)
    matter.state = table.after(matter.state, act, outcome or None)
    matter.open = matter.state not in table.ends
