"""Facts of remedies for law cases, made without a database: lawful but for what is given.

A penalty was decided and served on Monday, 21 September 2026; the evidence was taken on 7 September.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import EvidenceView
from mingfa.bureau.remedies import inputs as remedies_inputs
from mingfa.bureau.remedies.rules import Remedying
from mingfa.bureau.remedies.values import ApplicationView, Challengeable, OpinionView, RemedyView, StayView
from mingfa.bureau.service.values import PaperView

GOVERNMENT, COURT = "示例市高新区人民政府", "示例市高新区人民法院"
DECIDED, DECISION = date(2026, 9, 21), 40
Row = dict[str, Any]


def look_of(inputs: Any, on: date) -> Look[Any]:
    """Return the frame of an act at ten on a day."""
    by = Actor(11, "王示例", 1, "市容中队", frozenset({"officer"}), "示E0011", None, None, "")
    now = datetime(on.year, on.month, on.day, 10, tzinfo=CHINA)
    return Look("", by, now, now, inputs, None, Config(), Calendar())


def subject(
    served_on: date | None = DECIDED, on_the_spot: bool = False, monitored: bool = False, fine: int = 0
) -> Challengeable:
    """Return the decision."""
    return Challengeable(
        DECISION,
        "行政处罚决定书",
        "示罚〔2026〕1号",
        DECIDED,
        served_on,
        "某小吃店",
        (),
        on_the_spot,
        monitored,
        fine,
    )


def remedy(
    kind: str = "reconsideration",
    *,
    outcome: str = "",
    ended_on: date | None = None,
    simplified: bool = False,
    applied_on: date = date(2026, 9, 24),
    received_on: date = date(2026, 9, 28),
    listed: int | None = 60,
    answered: int | None = None,
    stopped: date | None = None,
) -> RemedyView:
    """Return a reconsideration under way, its evidence listed."""
    stays = (StayView(70, "body", stopped, None, "示停1号"),) if stopped else ()
    return RemedyView(
        50,
        1,
        DECISION,
        kind,
        simplified,
        GOVERNMENT,
        "示复答1号",
        applied_on,
        received_on,
        listed,
        answered,
        outcome,
        "",
        ended_on,
        (),
        stays,
    )


def piece(pk: int = 20, *, on: date = date(2026, 9, 7), excluded: bool = False) -> EvidenceView:
    """Return a piece of evidence taken on a day."""
    at = datetime(on.year, on.month, on.day, 10, tzinfo=CHINA)
    out = 30 if excluded else None
    return EvidenceView(
        id=pk,
        kind="documentary",
        name="照片",
        proves="事实",
        sha256="",
        size=0,
        media="",
        obtained_at=at,
        excluded=out,
    )


def remedying(
    inputs: Any,
    on: date,
    *,
    there: bool = True,
    served_on: date | None = DECIDED,
    on_the_spot: bool = False,
    monitored: bool = False,
    fine: int = 0,
    before: Sequence[Row] = (),
    named: RemedyView | None = None,
    evidence: Sequence[EvidenceView] = (),
    application: ApplicationView | None = None,
    opinion: OpinionView | None = None,
) -> Remedying:
    """Return a matter with one decision; `before` are the other remedies against it."""
    known = subject(served_on, on_the_spot, monitored, fine)
    return Remedying(
        look=look_of(inputs, on),
        government=GOVERNMENT,
        subjects=(known,),
        remedies=tuple(remedy(**row) for row in before),
        evidence=tuple(evidence),
        subject=known if there else None,
        remedy=named,
        application=application,
        opinion=opinion,
    )


def handing_in(
    day: date = date(2026, 9, 25), received_on: date = date(2026, 9, 24), **over: Any
) -> Remedying:
    """Return an application against a penalty made on the spot, handed in at the bureau."""
    given = remedies_inputs.HandIn(decision=DECISION, applicant="某", received_on=received_on, request="撤销")
    return remedying(given, day, **{"on_the_spot": True, **over})


def forwarding(
    day: date = date(2026, 9, 29),
    body: str = GOVERNMENT,
    received_on: date = date(2026, 9, 22),
    sent: bool = False,
) -> Remedying:
    """Return an application received on 22 September: five working days end on 30 September."""
    given = remedies_inputs.Forwarding(application=45, body=body, opinion="应予维持")
    waits = ApplicationView(45, DECISION, received_on, 46 if sent else None, "")
    return remedying(given, day, application=waits)


def accepting(
    day: date = date(2026, 9, 28),
    kind: str = "reconsideration",
    body: str = "",
    applied_on: date = date(2026, 9, 24),
    received_on: date | None = None,
    **over: Any,
) -> Remedying:
    """Return a notice: applied for on 24, received and entered on 28 September."""
    given = remedies_inputs.Acceptance.model_validate(
        {
            "kind": kind,
            "decision": DECISION,
            "body": body or (GOVERNMENT if kind == "reconsideration" else COURT),
            "document": "示1号",
            "applicant": "某",
            "applied_on": applied_on,
            "received_on": received_on or day,
            "request": "撤销",
        }
    )
    return remedying(given, day, **over)


def listing(
    taken_on: date = date(2026, 9, 7),
    pk: int = 20,
    excluded: bool = False,
    strange: bool = False,
    answered: bool = False,
    open: bool = True,
    nothing: bool = False,
    paper: int | None = None,
) -> Remedying:
    """Return a list of one piece of evidence taken before the decision, or of one paper in its stead."""
    rows = [] if nothing or paper else [{"evidence": 999 if strange else pk, "proves": "事实"}]
    papers = [{"paper": paper, "proves": "事实"}] if paper else []
    given = remedies_inputs.EvidenceList.model_validate(
        {"remedy": 50, "evidence": rows, "papers": papers, "reply": "请求维持"}
    )
    named = remedy(answered=65 if answered else None, outcome="" if open else "upheld")
    facts = remedying(
        given, date(2026, 10, 9), named=named, evidence=[piece(pk, on=taken_on, excluded=excluded)]
    )
    made = [PaperView(n, "scene", f"示{n}", "现场笔录", 1, DECIDED, True) for n in (39, DECISION, 41)]
    return replace(facts, papers=tuple(made))


def answering(day: date = date(2026, 10, 9), **over: Any) -> Remedying:
    """Return an answer; the copy came in on 28 September."""
    given = remedies_inputs.Answer(remedy=50, opinion="同意")
    return remedying(given, day, named=remedy(**over))


def stopping(
    day: date = date(2026, 10, 9),
    ground: str = "body",
    document: str = "示停1号",
    since: date = date(2026, 10, 9),
    **over: Any,
) -> Remedying:
    """Return that the reconsideration body stops enforcement on 9 October."""
    given = remedies_inputs.Stopping.model_validate(
        {"remedy": 50, "ground": ground, "document": document, "since": since, "reason": "某"}
    )
    return remedying(given, day, named=remedy(**over))


def resuming(
    until: date = date(2026, 10, 12), stopped: date | None = date(2026, 10, 9), open: bool = True
) -> Remedying:
    """Return that enforcement goes on on 12 October; it was stopped on the 9th."""
    given = remedies_inputs.Resumption(remedy=50, until=until, reason="某")
    named = remedy(stopped=stopped, outcome="" if open else "upheld")
    return remedying(given, date(2026, 10, 12), named=named)


def concluding(
    outcome: str = "upheld",
    grounds: Sequence[str] = (),
    ruling: str = "示复决1号",
    ended_on: date = date(2026, 10, 30),
    kind: str = "reconsideration",
    open: bool = True,
    fine: int = 0,
    left: int | None = None,
) -> Remedying:
    """Return a result entered on 2 November 2026; `left` is what it leaves of the decision's fine."""
    given = remedies_inputs.Result.model_validate(
        {
            "remedy": 50,
            "outcome": outcome,
            "ruling": ruling,
            "ended_on": ended_on,
            "grounds": list(grounds),
            "fine": left,
            "words": "某",
        }
    )
    return remedying(
        given, date(2026, 11, 2), named=remedy(kind, outcome="" if open else "upheld"), fine=fine
    )


def reporting(
    day: date = date(2026, 9, 4), received_on: date = date(2026, 7, 6), sent: bool = False
) -> Remedying:
    """Return a report on an opinion received on 6 July: sixty days end on 4 September."""
    given = remedies_inputs.Report(received=80, done="已纠正")
    return remedying(
        given, day, opinion=OpinionView(80, DECISION, "示意1号", received_on, 81 if sent else None, "")
    )


def supplementing(consent: str = "示证1号", open: bool = True) -> Remedying:
    """Return evidence added with leave."""
    file = {"sha256": "ab" * 32, "size": 1, "media": "application/pdf", "name": "图.pdf"}
    given = remedies_inputs.Addition.model_validate(
        {"remedy": 50, "name": "图", "proves": "面积", "consent": consent, "file": file}
    )
    return remedying(given, date(2026, 10, 12), named=remedy(outcome="" if open else "upheld"))
