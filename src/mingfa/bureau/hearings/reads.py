"""Questions about notices, statements and hearings; every row is checked against the ledger first."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.hearings.models import Hearing, Notice, Statement
from mingfa.bureau.hearings.notice.rules import notice_is_due, what_is_told
from mingfa.bureau.hearings.values import (
    HearingView,
    NoticeView,
    PointView,
    Standing,
)
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import days_left, term
from mingfa.bureau.ledger.reader import check_rows, inputs, leaf
from mingfa.bureau.lib.reading import once
from mingfa.bureau.service import reads as service


@once
def notices(case: int) -> tuple[NoticeView, ...]:
    """Return the notices of a case, in order."""
    rows = list(Notice.objects.filter(case=case).order_by("pk"))
    check_rows(rows)
    return tuple(map(_notice, rows))


@once
def points(case: int) -> tuple[PointView, ...]:
    """Return every point the party of a case has made, in order, with its answer."""
    return _points(_statements(case))


@once
def hearings(matter: int) -> tuple[HearingView, ...]:
    """Return the hearings of a matter, in the order in which they were first appointed."""
    rows = list(Hearing.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(map(hearing_view, rows))


def standing(case: CaseView, on: date, calendar: Calendar, config: Config) -> Standing:
    """Say where telling and hearing of a case stand on a day."""
    told, said = notices(case.id), _statements(case.id)
    last = told[-1] if told else None
    to_it = [s for s in said if last is not None and s.notice_id == last.id]
    delivery = service.served(last.id) if last else None
    served_on = delivery.served_on if delivery else None
    counted = term("NOTI-05", served_on, calendar, config) if served_on else None
    offered = last is not None and last.hearing_offered
    return Standing(
        on=on,
        notice_is_due=notice_is_due(case.proposal),
        notice=last,
        served_on=served_on,
        covers_current_proposal=_covers(last, case),
        statement_term=counted,
        statement_days_left=days_left(counted, on, calendar) if counted else None,
        hearing_window=term("HEAR-03", served_on, calendar) if served_on and offered else None,
        waived=any("statement" in s.waived for s in to_it),
        hearing_waived=any("hearing" in s.waived for s in to_it),
        hearing_asked=_hearing_asked(said),
        hearings=hearings(case.id),
        spoken=_points(said),
        first_kinds=told[0].kinds if told else (),
        first_amount=told[0].amount if told else 0,
        first_gains=told[0].gains if told else 0,
    )


def _covers(last: NoticeView | None, case: CaseView) -> bool:
    if last is None or case.proposal is None:
        return False
    return last.version == case.proposal.version and last.told == what_is_told(case.proposal)


def _hearing_asked(said: Sequence[Statement]) -> int | None:
    """A request stands, also past a new notice, until a later waiver takes it back."""
    asked = None
    for statement in said:
        if statement.hearing_requested:
            asked = int(statement.pk)
        elif "hearing" in statement.waived:
            asked = None
    return asked


@once
def _statements(case: int) -> list[Statement]:
    rows = list(Statement.objects.filter(case=case).order_by("pk"))
    check_rows(rows)
    return rows


def _points(said: Sequence[Statement]) -> tuple[PointView, ...]:
    """Open the words from the act that recorded them, the answers from the act that answered."""
    found = []
    for row in said:
        if not row.points:
            continue
        words = _typed(int(row.pk), "points")
        answers = {a["point"]: a for a in _answers(row)}
        for n, text in enumerate(words, 1):
            answer = answers.get(n, {})
            found.append(
                PointView(int(row.pk), n, str(text), answer.get("adopted"), answer.get("reason", ""))
            )
    return tuple(found)


def _answers(row: Statement) -> list[dict[str, Any]]:
    if row.answered is None:
        return []
    return [a for a in _typed(int(row.answered), "answers") if a["statement"] == row.pk]


def _typed(index: int, name: str) -> list[Any]:
    typed = inputs(leaf(index).entry).get(name)
    return typed if isinstance(typed, list) else []


def _notice(row: Notice) -> NoticeView:
    return NoticeView(
        id=int(row.pk),
        case=int(row.case_id),
        number=row.number,
        version=int(row.version),
        kinds=tuple(row.kinds),
        amount=int(row.amount),
        told=row.told,
        hearing_offered=row.hearing_offered,
        issued_on=row.issued_on,
        gains=int(row.gains),
    )


def hearing_view(row: Hearing) -> HearingView:
    """Return the view of a row."""
    return HearingView(
        id=int(row.pk),
        matter=int(row.matter),
        starts_at=row.starts_at,
        venue=row.venue,
        closed_because=row.closed_because,
        chair=int(row.chair),
        hearers=tuple(row.hearers),
        recorder=int(row.recorder),
        notice=int(row.notice),
        held=row.held,
        attendance=row.attendance,
        record_number=row.record_number,
        reported=row.reported,
        opinion=row.opinion,
        report_number=row.report_number,
        announced=row.announced,
        suspended=row.suspended,
        ended=row.ended,
    )
