"""Facts of enforcement for law cases, made without a database: lawful but for what is given.

The order was made on 1 September 2026, served that day and due on the 4th; today is Monday, 12 October 2026.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from mingfa.bureau.doorway.inputs import File
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.enforcement import inputs as enforcement_inputs
from mingfa.bureau.enforcement.facts import Enforcing, at_night, days_of, remedies_end, window
from mingfa.bureau.enforcement.scene import inputs as scene_inputs
from mingfa.bureau.enforcement.values import (
    Announced,
    Carried,
    CourtStep,
    Demand,
    EnforcementView,
    Objection,
    Ordered,
    Proposal,
    Source,
)
from mingfa.bureau.execution.facts import owing
from mingfa.bureau.execution.tests.facts import NOTHING, Row, fine_of, officer
from mingfa.bureau.execution.values import PerformanceView
from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.measures.values import Held
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.inputs import AvRecording
from mingfa.bureau.records.values import CONTENT
from mingfa.bureau.review.values import ReviewView

MADE, TODAY = date(2026, 9, 1), date(2026, 10, 12)
VIDEO = File(sha256="cd" * 32, size=9, media="video/mp4", name="示例录像.mp4")
TEAM = (officer(11), officer(12))


def at(day: date, clock: str = "10:00") -> datetime:
    """Return a time of a day in China."""
    hour, minute = map(int, clock.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=CHINA)


def _source(kind: str, served_on: date | None, due: date | None, revoked: bool) -> Source:
    return Source(kind, 5, 1, "示例〔2026〕1号", MADE, served_on, due, "恢复原状", revoked)


def _plan(way: str) -> Proposal:
    return Proposal(
        version=7,
        way=way,
        power={"demolish": "mandate"}.get(way, way),
        law="",
        mandate="示例政责〔2026〕1号",
        reason="某",
        means=("clear",),
        home=False,
        at=at(date(2026, 10, 26)),
        hiding="",
        emergency="",
        harm="traffic",
        performer="示例清运有限公司",
        independent=True,
        target="堆放物",
        cost=80_000,
    )


DEFAULTS: Row = {
    "day": TODAY,
    "clock": "16:00",
    "by": None,
    "kind": "order",
    "served_on": MADE,
    "due": date(2026, 9, 4),
    "revoked": False,
    "done": False,
    "fine_due": date(2026, 9, 16),
    "paid": (),
    "deferred_to": None,
    "remedies_over": "served",
    "demand": "served",
    "urged": None,
    "pleas": (),
    "way": "substitute",
    "reviewed": 7,
    "reviewer": 50,
    "order": "served",
    "notice": None,
    "carried": None,
    "court": (),
    "held": False,
    "others": (),
    "notified": False,
    "stayed": False,
    "fallen": "",
    "excused": None,
    "paused_on": None,
    "case_state": "decided",
}


def enforcing(inputs: Any, **over: Any) -> Enforcing:
    """Return an order to correct, demanded, decided and served; today at four in the afternoon."""
    assert not over.keys() - DEFAULTS.keys(), over
    o: Any = SimpleNamespace(**DEFAULTS | over)
    proposal = _plan(o.way) if o.way else None
    ended = remedies_end(o.served_on, Calendar()).span if o.served_on else None
    return Enforcing(
        look=_look(inputs, at(o.day, o.clock), o.by or officer()),
        file=_file(proposal, o.excused, o.paused_on),
        case=_case(o.case_state),
        source=_source(o.kind, o.served_on, o.due, o.revoked),
        owed=owing(fine_of(100_000, o.fine_due, o.paid), o.day) if o.kind == "penalty" else None,
        deferred_to=o.deferred_to,
        remedies_over=ended if o.remedies_over == "served" else o.remedies_over and (o.remedies_over,) * 2,
        checks=(PerformanceView(1, 1, True, o.day),) if o.done else (),
        officers=TEAM,
        demands=tuple(_demands(o.demand, o.urged)),
        objections=tuple(Objection(n, o.day, answer) for n, answer in enumerate(o.pleas)),
        review=ReviewView(8, o.reviewed, True, o.reviewer, "示审1", at(o.day), None) if o.reviewed else None,
        reviews=(),
        ordered=_order(o.order, o.way),
        announced=Announced(1, "示拆公1", date(2026, 9, 25), o.notice) if o.notice else None,
        carried=_carried(o.carried, o.day),
        court=tuple(CourtStep(n, c["what"], c["day"], "某") for n, c in enumerate(o.court)),
        agreements=(),
        held=Held((), (), (_thing(),), ()) if o.held else NOTHING,
        others=tuple(o.others),
        notified=o.notified,
        stayed=o.stayed,
        fallen=o.fallen,
    )


def _case(state: str) -> Any:
    return SimpleNamespace(id=1, handlers=(11, 12), corrections=(("某", "某", None),), state=state)


def _look(inputs: Any, now: datetime, by: Actor) -> Look[Any]:
    return Look("", by, now, now, inputs, None, example_config(), Calendar())


def _thing() -> Any:
    return SimpleNamespace(left=(1,))


def _file(proposal: Proposal | None, excused: int | None, paused_on: date | None) -> EnforcementView:
    now = at(MADE)
    return EnforcementView(
        *(2, "某案强制执行", "示例〔2026〕1号", "demanded", "enforcement", 1, "市容中队", (11, 12)),
        *(1, "order", 5, now, now, "某店", False, excused, "", paused_on, "", proposal),
    )


def _demands(demand: Row | None | str, urged: Row | None) -> list[Demand]:
    found = []
    row: Row = {} if isinstance(demand, str) else demand or {}
    if demand is not None:
        until = row.get("until", date(2026, 9, 25))
        found.append(
            Demand(1, False, "示催1", date(2026, 9, 10), until, row.get("served", date(2026, 9, 10)))
        )
    if urged is not None:
        made = urged.get("made", date(2026, 10, 1))
        found.append(Demand(2, True, "示催2", made, urged.get("until", TODAY), urged.get("served")))
    return found


def _order(order: Row | None | str, way: str | None) -> Ordered | None:
    if order is None or way is None:
        return None
    row: Row = {} if isinstance(order, str) else order
    return Ordered(9, way, "示强决1", date(2026, 9, 28), 60, row.get("served", date(2026, 9, 28)))


def _carried(row: Row | None, day: date) -> Carried | None:
    if row is None:
        return None
    return Carried(
        3, row["kind"], "示录1", at(day, "10:00"), at(day, "11:00"), row.get("present", True), row.get("cost")
    )


# --- one builder for each act ------------------------------------------------------------------------------


def beginning(**over: Any) -> Enforcing:
    """Return an overdue order about to be enforced."""
    return enforcing(
        enforcement_inputs.Beginning(source=5, situation="没有履行。"), **{"demand": None, **over}
    )


def demanding(until: date = date(2026, 10, 26), **over: Any) -> Enforcing:
    """Return a demand about to be made."""
    given = enforcement_inputs.DemandWords(until=until, duty="恢复原状。", manner="自行清除。")
    return enforcing(given, **{"demand": None, "way": None, **over})


def planning(**over: Any) -> Enforcing:
    """Return a plan of a substitute performance on Monday, 26 October 2026, at ten."""
    plan: Row = {
        "way": "substitute",
        "power": "substitute",
        "law": "",
        "mandate": "",
        "reason": "妨碍通行。",
        "means": ["clear"],
        "home": False,
        "at": "2026-10-26T10:00",
        "emergency": "",
        "hiding": "",
        "harm": "traffic",
        "performer": "示例清运有限公司",
        "independent": True,
        "target": "堆放物",
        "cost": 80_000,
    }
    plan |= {name: over.pop(name) for name in list(over) if name in plan}
    return enforcing(enforcement_inputs.Plan.model_validate(plan), **{"way": None, **over})


def deciding(agreed: bool = True, head: int = 60, **over: Any) -> Enforcing:
    """Return a reviewed plan before the head."""
    by = officer(head, roles=("head",))
    return enforcing(enforcement_inputs.Word(agreed=agreed, opinion="同意。"), by=by, **over)


def on_site(
    start: str = "2026-10-12T10:00",
    end: str = "2026-10-12T11:00",
    recorded: Sequence[Sequence[str]] | None = None,
    urgent: str = "",
    present: bool = True,
    signed: str = "signed",
    **over: Any,
) -> Row:
    """Return what every scene records; the recordings cover it unless told."""
    spans = [(start, end)] if recorded is None else recorded
    row: Row = {
        "officers": [11, 12],
        "place": "示例路100号",
        "started_at": start,
        "ended_at": end,
        "emergency": urgent,
        "party_present": present,
        "signed": signed,
        "recordings": [
            AvRecording(file=VIDEO, started_at=a, ended_at=b, told=True, resumed="更换电池")  # type: ignore[arg-type]
            for a, b in spans
        ],
        "content": [*CONTENT],
    }
    return row | over


def _took(over: Row, names: Sequence[str]) -> Row:
    return {name: over.pop(name) for name in list(over) if name in names}


SCENE = (
    *(
        "start",
        "end",
        "recorded",
        "urgent",
        "present",
        "signed",
        "refusal",
        "witness",
        "witness_signed",
        "means",
    ),
    *("home", "performer", "performer_signed", "peaceful", "where", "unable", "why_unable"),
)


def executing(**over: Any) -> Enforcing:
    """Return a demolition, announced, its times over, done today from ten to eleven."""
    typed: Row = {"means": ["dismantle"], "course": "拆除完毕。", **_took(over, SCENE)}
    facts: Row = {
        "way": "demolish",
        "notice": date(2026, 10, 10),
        "remedies_over": date(2026, 10, 11),
        **over,
    }
    return enforcing(scene_inputs.Enforced.model_validate(on_site(**typed)), **facts)


def substituting(**over: Any) -> Enforcing:
    """Return a substitute performance done today, urged on 29 September 2026."""
    typed: Row = {
        "performer": "示例清运有限公司",
        "performer_signed": True,
        "peaceful": True,
        "course": "清除完毕。",
        **_took(over, SCENE),
    }
    facts: Row = {"urged": {"made": date(2026, 9, 29), "served": date(2026, 9, 29)}, **over}
    return enforcing(scene_inputs.Substituted.model_validate(on_site(**typed)), **facts)


def clearing(**over: Any) -> Enforcing:
    """Return a road cleared today."""
    typed: Row = {
        "case": 1,
        "where": "road",
        "what": "渣土",
        "unable": True,
        "why_unable": "车辆已驶离。",
        "performer": "示例清运有限公司",
        "course": "清扫完毕。",
        **_took(over, SCENE),
    }
    facts: Row = {"order": None, "way": None, "demand": None, **over}
    return enforcing(scene_inputs.Clearance.model_validate(on_site(**typed)), **facts)


def settling(
    costs: Sequence[int] = (50_000, 20_000), until: date = date(2026, 10, 27), **over: Any
) -> Enforcing:
    """Return the settlement of a substitute performance."""
    lines = [scene_inputs.Cost(what="某", amount=amount) for amount in costs]
    return enforcing(
        scene_inputs.Costs(costs=lines, until=until), **{"carried": {"kind": "substitute"}, **over}
    )


def applying(
    opinion: str = "未提出。", target: str = "银行存款和店内财物", signed: bool = True, **over: Any
) -> Enforcing:
    """Return a fine before the court, on 12 October 2026; the time for remedies ended on 30 September."""
    plea = enforcement_inputs.CourtPlea(
        court="示例法院", request="强制执行。", opinion=opinion, target=target, signed=signed
    )
    by = officer(60, roles=("head",))
    return enforcing(plea, by=by, **{"kind": "penalty", "remedies_over": date(2026, 9, 30), **over})


def court_saying(what: str, on_day: date = TODAY, **over: Any) -> Enforcing:
    """Return what the court did, after an application on 8 October 2026."""
    given = enforcement_inputs.CourtWords(what=what, on=on_day, document="示例裁定书")  # type: ignore[arg-type]
    return enforcing(given, **{"court": [{"what": "applied", "day": date(2026, 10, 8)}], **over})


def agreeing(
    stages: Sequence[Sequence[Any]] = ((date(2026, 11, 12), 100_000), (date(2026, 12, 14), 78_000)),
    reduction: int = 0,
    remedied: str = "",
    harmless: bool = True,
    signed: bool = True,
    **over: Any,
) -> Enforcing:
    """Return an agreement on a fine of 1000.00 that is 26 days late: 780.00 of additional fine."""
    given = enforcement_inputs.AgreementWords(
        stages=[enforcement_inputs.Stage(day=day, what="缴款", amount=amount) for day, amount in stages],
        reduction=reduction,
        remedied=remedied,
        harmless=harmless,
        signed=signed,
    )
    return enforcing(given, **{"kind": "penalty", **over})


def terminating(
    ground: str, reason: str = "事实清楚，证据在卷，无须执行。", proof: bool = False, **over: Any
) -> Enforcing:
    """Return an end of enforcement before the head."""
    files = [VIDEO] if proof else []
    given = enforcement_inputs.Termination(ground=ground, reason=reason, evidence=files)  # type: ignore[arg-type]
    return enforcing(given, **over)


def resuming(**over: Any) -> Enforcing:
    """Return a resumption before the head."""
    return enforcing(enforcement_inputs.Resumption(reason="中止情形消失。"), **over)


def finishing(**over: Any) -> Enforcing:
    """Return an enforcement about to be ended."""
    return enforcing(enforcement_inputs.Finish(performance="完毕。"), **over)


# --- computed values ---------------------------------------------------------------------------------------


def night(start: str, end: str, night_from: int = 22, night_to: int = 6) -> bool:
    """Say whether a scene touches the night."""
    began, ended = datetime.fromisoformat(start), datetime.fromisoformat(end)
    return at_night(began.replace(tzinfo=CHINA), ended.replace(tzinfo=CHINA), night_from, night_to)


def touched(start: str, end: str) -> list[date]:
    """Return the days that a scene touches."""
    began, ended = datetime.fromisoformat(start), datetime.fromisoformat(end)
    return days_of(began.replace(tzinfo=CHINA), ended.replace(tzinfo=CHINA))


def court_window(served: date, deferred_to: date | None = None) -> list[date]:
    """Return the first and the last day on which the court may be asked."""
    calendar = Calendar()
    term = window(remedies_end(served, calendar).span, deferred_to, calendar)
    assert term is not None
    return [term.start + timedelta(days=1), term.end]
