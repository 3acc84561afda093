"""Enforcements on the desk: what is enforced, how far it is, and the terms that no table can say."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms.choices import Option, Situation
from mingfa.bureau.desk.forms.naming import Names
from mingfa.bureau.desk.kinds import remedies
from mingfa.bureau.desk.kinds.kind import REMEDIES, Face, Facts, Side
from mingfa.bureau.enforcement import reads
from mingfa.bureau.enforcement.facts import remedies_end, window
from mingfa.bureau.enforcement.values import COURT, SOURCES, WAYS, EnforcementView
from mingfa.bureau.enforcement.waiting import reads as waiting
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.law.procedures.clocks import Clock
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Term, due_alerts, term
from mingfa.bureau.lib.money import yuan_grouped
from mingfa.bureau.people import reads as people

SOON = 7
BEFORE_COURT = ("begun", "demanded")


def side(file: EnforcementView, ask: Ask) -> list[Side]:
    """Say what is enforced against whom, what is still owed, and what was done so far."""
    handlers = "、".join(h.name for h in people.named(list(file.handlers), ask.today))
    source = reads.source(file.source) if file.source else None
    return [
        Side("当事人", file.party_name or "待查"),
        *([Side("执行依据", SOURCES[source.kind], source.number)] if source else []),
        *([Side("送达", f"{source.served_on:%Y-%m-%d}")] if source and source.served_on else []),
        *_owed(file, ask.today),
        *([Side("方式", WAYS[file.proposal.way])] if file.proposal else []),
        *[
            Side("法院", COURT.get(s.what, "申请"), f"{s.on:%Y-%m-%d} {s.document}")
            for s in reads.court(file.id)[-1:]
        ],
        *_for_the_court(file, ask),
        Side("所属案件", "查看案件", "", f"/cases/{file.case}/"),
        Side("承办", file.unit_name, handlers),
        *remedies.lines(file.id, f"/enforcements/{file.id}/", ask.me, file.handlers),
    ]


def _for_the_court(file: EnforcementView, ask: Ask) -> list[Side]:
    if not reads.court(file.id) or not remedies.may_export(ask.me, file.handlers):
        return []
    return [Side("申请材料", "导出全部材料（ZIP）", href=f"/enforcements/{file.id}/bundles/court/")]


def _owed(file: EnforcementView, on: date) -> list[Side]:
    owed = execution.owed_on(file.source, on) if file.source_kind == "penalty" else None
    if owed is None:
        return []
    small = f"其中加处罚款{yuan_grouped(owed.surcharge_left)}元（已计算{owed.days}日）"
    return [Side("尚欠", f"{yuan_grouped(owed.left)}元", small)]


def told(file: EnforcementView) -> dict[str, Any]:
    """Return what a program is told of an enforcement."""
    return {
        "case": file.case,
        "source": {"kind": file.source_kind, "id": file.source, "number": file.number},
        "way": file.proposal.way if file.proposal else None,
        "ended": file.ended,
    }


def terms(matter: int, ask: Ask) -> list[Clock]:
    """Return the window of the court, the end of the time for remedies, of a notice and of an agreement."""
    file, calendar = reads.enforcement(matter), people.calendar()
    if file is None or not file.source or file.state in ("done", "terminated"):
        return []
    found = [*_window(file, ask.today, calendar), *_notice(file, ask.today, calendar)]
    return found + _stages(file, ask.today, calendar)


def _terms_in(rows: Collection[Any], ask: Ask) -> dict[int, list[Clock]]:
    """Return when the court may be asked and until when (强制法 53), and from when it is demolished (44)."""
    found, days = dict[int, list[Clock]](), ask.calendar
    for pk, counted in waiting.court_windows(rows, days).items():
        if ask.today <= counted.start:
            wait = replace(counted, zh="可以申请法院强制执行", end=counted.start, number=0)
            found[pk] = [_wait(wait, "court.apply", ask)]
        else:
            left, near = (counted.end - ask.today).days, bool(due_alerts(counted, ask.today, days))
            found[pk] = [Clock(counted, left, waits=False, near=near, acts=frozenset({"court.apply"}))]
    for pk, counted in waiting.times_to_perform(rows, days).items():
        if counted.end >= ask.today:
            found[pk] = [*found.get(pk, ()), _wait(counted, "enforcement.propose", ask)]
    for pk, terms in waiting.times_to_demolish(rows, days).items():
        found[pk] = [_wait(one, "enforcement.execute", ask) for one in terms if one.end >= ask.today]
    return found


def _wait(term: Term, act: str, ask: Ask) -> Clock:
    return Clock(term, (term.end - ask.today).days, waits=True, near=False, acts=frozenset({act}))


def _window(file: EnforcementView, today: date, calendar: Calendar) -> list[Clock]:
    """Return the three months in which the court may be asked: before, waiting; after, lapsed."""
    source = reads.source(file.source)
    if file.state not in BEFORE_COURT or source is None or source.served_on is None:
        return []
    granted = [d for d in execution.deferrals(source.id) if d.plan]
    until = granted[-1].plan[-1].on if granted else None
    term = window(remedies_end(source.served_on, calendar).span, until, calendar)
    assert term is not None, "the source was served"
    if today <= term.start:
        opens = replace(term, zh="可以申请法院强制执行", end=term.start, number=0)
        return [Clock(opens, (term.start - today).days, waits=True, near=False)]
    left = (term.end - today).days
    if today > term.latest:
        term = replace(term, zh=f"{term.zh}（已届满，法院不再受理）")
    return [Clock(term, left, waits=False, near=bool(due_alerts(term, today, calendar)))]


def _notice(file: EnforcementView, today: date, calendar: Calendar) -> list[Clock]:
    """Return, of a demolition, the time to do it oneself and the time for remedies."""
    notice, source = reads.announced(file.id), reads.source(file.source)
    if file.state != "announced" or notice is None or source is None or source.served_on is None:
        return []
    base = term("DEC-12.litigation", source.served_on, calendar)
    until = replace(base, zh="公告的自行拆除期限", start=notice.posted_on, end=notice.until)
    found = [
        Clock(t, (t.end - today).days, waits=True, near=False)
        for t in (until, replace(base, zh="当事人申请复议、提起诉讼的期限"))
    ]
    return [clock for clock in found if clock.left >= 0]


def _stages(file: EnforcementView, today: date, calendar: Calendar) -> list[Clock]:
    """Return the next stage of an agreement."""
    standing = [a for a in reads.agreements(file.id) if a.broken is None]
    if file.state != "agreed" or not standing:
        return []
    days = [date.fromisoformat(str(stage["day"])) for stage in standing[-1].stages]
    day = next((d for d in days if d >= today), days[-1])
    base = term("EXEC-01", standing[-1].agreed_on, calendar)
    counted = replace(base, zh=f"执行协议的阶段期限（{standing[-1].number}）", end=day)
    return [Clock(counted, (day - today).days, waits=False, near=(day - today).days <= SOON)]


def _enforceable(at: Situation) -> list[Option]:
    return [
        Option(str(s.id), f"{title}：{s.title}", f"{s.number}，{s.served_on:%Y-%m-%d}送达：{s.duty}")
        for title, s in reads.enforceable(at.me)
    ]


def _clearable(at: Situation) -> list[Option]:
    return [Option(str(pk), title) for pk, title in reads.clearable(at.me)]


def _source_name(_: Names, pk: int) -> str:
    found = reads.source(pk)
    return f"{found.title} {found.number}" if found else ""


def _begun_at(file: Any) -> datetime:
    began: datetime = file.begun_at
    return began


ENFORCEMENTS = Face(
    path="enforcements",
    zh="强制执行",
    procedures=("enforcement",),
    categories=(),
    begins="enforcement.begin",
    beside=(("/acts/enforcement.clear/", "立即代履行"),),
    visible=reads.visible,
    search=reads.search,
    view=reads.enforcement,
    begun_at=_begun_at,
    side=side,
    told=told,
    known={
        "duty": lambda file: reads.duty_of(file.source) if file.source else "",
        "received_by": lambda file: file.party_name,
        "performer": lambda file: file.proposal.performer if file.proposal else "",
        "court": lambda _: people.bureau().court,
    },
    choices={"enforceable": _enforceable, "clearable_cases": _clearable},
    names={"enforceable": _source_name},
    terms=terms,
    terms_in=_terms_in,
    facts=(
        REMEDIES,
        Facts(("demand_unserved", "unurged"), lambda pks, _: waiting.demanded(pks)),
        Facts(("order_unserved",), lambda pks, _: waiting.ordered(pks)),
        Facts(("unanswered",), lambda pks, _: waiting.answered(pks)),
        Facts(("through_court",), lambda pks, _: waiting.for_the_court(pks)),
        Facts(("unsettled",), lambda pks, _: waiting.settled(pks)),
        Facts(("appeal_over",), lambda pks, ask: waiting.refused(pks, ask.today, ask.calendar)),
        Facts(("stage_missed",), lambda pks, ask: waiting.agreed(pks, ask.today)),
    ),
)
