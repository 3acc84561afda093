"""Facts of a decision for law cases, made without a database: lawful but for what is given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from mingfa.bureau.cases.tests import facts as cases
from mingfa.bureau.decisions import inputs as decisions_inputs
from mingfa.bureau.decisions.rules import Deciding
from mingfa.bureau.decisions.values import CaseTime, TermChangeView
from mingfa.bureau.law.config import Config, Recorded
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.service.values import ServiceView

NOT_ASKED: Any = None
HEAD = cases.officer(91, roles=("head",))
DEPUTY = cases.officer(92, roles=("deputy",))
FILED = date(2026, 6, 1)


def lengthening(
    inputs: Any,
    today: date,
    *,
    end: date = date(2026, 8, 31),
    done: Sequence[str] = (),
    days: int = 30,
    again: int = 60,
    by: int = 91,
    told_by: ServiceView | None = None,
    members: Sequence[Actor] = (HEAD, DEPUTY),
) -> Deciding:
    """Return a case filed on 1 June 2026 whose ninety days end on 31 August."""
    basis = ("示例规章第三十条", date(2024, 1, 1))
    config = Config(
        [Recorded("extension_days", days, *basis), Recorded("extension_again_days", again, *basis)]
    )
    who = replace(HEAD, id=by)
    look = replace(cases.look_of(inputs, today, who), config=config)
    changes = tuple(TermChangeView(60 + n, kind, basis[0], FILED) for n, kind in enumerate(done))
    return Deciding(
        look=look,
        case=cases.case(FILED, filed_on=FILED),
        standing=NOT_ASKED,
        review=None,
        reviews=(),
        discussions=(),
        decision=None,
        members=tuple(members),
        fined_already=(),
        held=NOT_ASKED,
        time=CaseTime(end, changes),
        told_by=told_by,
    )


def extending(today: date = date(2026, 8, 20), **over: Any) -> Deciding:
    """Return the head about to make the term longer."""
    return lengthening(decisions_inputs.Extension(reason="等待鉴定意见。"), today, **over)


def extending_again(
    today: date = date(2026, 9, 20), agreeing: int = 2, approved: bool = True, **over: Any
) -> Deciding:
    """Return the heads about to make the term longer once more."""
    given = decisions_inputs.ExtensionMeeting.model_validate(
        {
            "started_at": f"{today}T08:00",
            "ended_at": f"{today}T09:00",
            "place": "会议室",
            "chair": 91,
            "members": [91, 92],
            "speeches": [{"person": 91, "text": "同意。"}, {"person": 92, "text": "同意。"}],
            "agreeing": agreeing,
            "opposing": 2 - agreeing,
            "approved": approved,
            "conclusion": "结论。",
            "reason": "案情复杂。",
        }
    )
    return lengthening(given, today, **{"done": ("extend",), "end": date(2026, 9, 29), **over})


def excluding(
    first: date = date(2026, 7, 6),
    last: date = date(2026, 7, 20),
    basis: str = "示例规章第三十条",
    today: date = date(2026, 8, 20),
    notice: Mapping[str, Any] | None = None,
    **over: Any,
) -> Deciding:
    """Return days of a test being taken out, told of by a notice served on 6 July."""
    paper = {"kind": "testing_notice", "method": "personal", "served_on": date(2026, 7, 6), **(notice or {})}
    told = ServiceView(
        70, 30, 69, paper["kind"], "示1号", paper["method"], paper["served_on"], "示送1号", "self", True
    )
    given = decisions_inputs.Excluded(paper=69, first=first, last=last, basis=basis, reason="检测。")
    return lengthening(given, today, told_by=None if paper["kind"] == "none" else told, **over)
