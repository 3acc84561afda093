"""Supervision (plan 2.4.a, 3.1.b, 1.4.a): where cases stand, what is past its term, what is not yet public,
and which rules refused the acts of the last ninety days.

States, terms and numbers of the bureau, never a ranking of people.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count
from django.http import HttpResponse

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.access import SUPERVISORS, Ask, page, show
from mingfa.bureau.disclosure import reads as disclosure
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.reads import obstacles
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.law.clocks import Clock, Happened, running
from mingfa.bureau.law.procedure import procedure
from mingfa.bureau.law.terms import period
from mingfa.bureau.ledger.reader import check_rows
from mingfa.bureau.people import reads as people

SHOWN = 50
LOOKED_BACK = timedelta(days=90)
# The states in which the ninety days of a decision run (处罚法 60).
UNDECIDED = ("filed", "concluded", "noticed", "in_review", "reviewed")


@dataclass(frozen=True)
class Late:
    """A case past a term of the bureau."""

    case: int
    title: str
    unit: str
    state: str
    clock: Clock


@page
def supervision(ask: Ask) -> HttpResponse:
    """Show what the supervisors of the bureau look after."""
    if not ask.can(SUPERVISORS):
        raise NotYours("“监督”供执法监督人员、机关负责人和法制审核机构负责人查看。")
    reviewers, officers = people.reviewer_ratio(ask.today)
    return show(
        ask,
        "desk/supervision.html",
        nav="supervision",
        states=_states(ask),
        late=late(ask),
        overdue=disclosure.overdue(ask.today, ask.me),
        tallies=disclosure.tallies(ask.today),
        reviewers=reviewers,
        officers=officers,
        obstacles=obstacles(ask.now - LOOKED_BACK)[:SHOWN],
    )


def _states(ask: Ask) -> list[tuple[str, str, int]]:
    """Return (state, word, number of visible cases), in the order of the procedure."""
    table = procedure("ordinary")
    found = cases.visible(ask.me).order_by().values_list("state").annotate(n=Count("pk"))
    counts = dict(found)
    return [(state, table.zh(state), counts.get(state, 0)) for state in table.states]


def late(ask: Ask) -> list[Late]:
    """Return visible cases past the term of verification or of decision, the longest first."""
    visible = cases.visible(ask.me).select_related("unit")
    ninety = ask.today - timedelta(days=period("DEC-02").number or 0)
    fifteen = ask.now - timedelta(days=period("FILE-01").number or 0)
    rows = [
        *visible.filter(state__in=UNDECIDED, filed_on__lt=ninety).order_by("filed_on")[:SHOWN],
        *visible.filter(state="clue", found_at__lt=fifteen).order_by("found_at")[:SHOWN],
    ]
    check_rows(rows)
    found = [_late(row, clock) for row in rows for clock in _clocks(row, ask) if clock.left < 0]
    return sorted(found, key=lambda one: one.clock.left)


def _clocks(row: Any, ask: Ask) -> list[Clock]:
    if row.state == "clue":
        known = [Happened("begun", _day(row.found_at))]
    else:
        known = [Happened("case.file", row.filed_on, "approved")]
    return running(procedure(row.procedure), known, ask.today, people.calendar(), people.config())


def _day(at: datetime) -> date:
    return at.astimezone(CHINA).date()


def _late(row: Any, clock: Clock) -> Late:
    return Late(int(row.pk), row.title, row.unit.name, procedure(row.procedure).zh(row.state), clock)
