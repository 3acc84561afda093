"""The classes of decisions the public reads (plan 1.4): each says what waits, what fell, how it reads.

Collecting, handing over, reviewing, publishing and withdrawing are the same for all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from types import ModuleType
from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.disclosure.redaction.facts import Masking
from mingfa.bureau.disclosure.sources.enforcements import reads as enforcements_reads
from mingfa.bureau.disclosure.sources.inspections import reads as inspections_reads
from mingfa.bureau.disclosure.sources.penalties import reads as penalties_reads
from mingfa.bureau.disclosure.sources.permits import reads as permits_reads
from mingfa.bureau.disclosure.values import Brief, Disclosable
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.people.actors import Actor
from mingfa.feed.notice import Notice, PublicText


@dataclass(frozen=True)
class Source:
    """One class of decisions; the querysets are of rows whose column `key` is the act that decided.

    `find` opens one with all it says; `briefs` names many by a question for each kind of row.

    `standing` are those that stand on a day and are for the public, oldest first; `seen` those a person may
    see; `fallen` those that fell since; `total` how many were ever decided for the public. `content` builds
    notice and text, masked, and says the digest of the facts they were made from.
    """

    kind: str
    key: str
    find: Callable[[int], Disclosable | None]
    briefs: Callable[[QuerySet[Any]], list[Brief]]
    standing: Callable[[date], QuerySet[Any]]
    seen: Callable[[Actor], QuerySet[Any]]
    fallen: Callable[[], QuerySet[Any]]
    total: Callable[[], int]
    content: Callable[[Disclosable, Masking, Term, bool], tuple[Notice, PublicText | None, str]]


def _source(kind: str, of: ModuleType) -> Source:
    return Source(
        kind,
        getattr(of, "KEY", "pk"),
        of.find,
        of.briefs,
        of.standing,
        of.seen,
        of.fallen,
        of.total,
        of.content,
    )


SOURCES: tuple[Source, ...] = (
    _source("penalty", penalties_reads),
    _source("permit", permits_reads),
    _source("coercion", enforcements_reads),
    _source("inspection", inspections_reads),
)
KINDS = tuple(source.kind for source in SOURCES)
OF_KIND = {source.kind: source for source in SOURCES}


def disclosable(pk: int) -> Disclosable | None:
    """Return what an act decided as something the public may read; None for any other act."""
    return next((found for source in SOURCES if (found := source.find(pk)) is not None), None)


def of_sources(rows: Callable[[Source], QuerySet[Any]]) -> Q:
    """Return the condition on a publication's `decision` for such rows of every class."""
    found = Q(pk__in=[])
    for source in SOURCES:
        found |= Q(decision__in=rows(source).order_by().values(source.key))
    return found
