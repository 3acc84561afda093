"""Penalty cases on the desk."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.filing.inputs import SOURCES
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.decisions.waiting.reads import undiscussed
from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms.choices import Option, Situation
from mingfa.bureau.desk.kinds import held_goods_choices, remedies, spot
from mingfa.bureau.desk.kinds.held_terms import terms_in
from mingfa.bureau.desk.kinds.kind import CHAIRS, LOOKED_AT, REMEDIES, Face, Facts, Side, hearing_days
from mingfa.bureau.desk.kinds.payment import deferred_in, parts_due
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.party import PARTY_KINDS, Party
from mingfa.bureau.execution import reads as execution
from mingfa.bureau.execution.waiting.reads import AFTER, after_decision, deferrals_asked
from mingfa.bureau.hearings.waiting.reads import TOLD
from mingfa.bureau.hearings.waiting.reads import told as told_and_heard
from mingfa.bureau.law.procedures.clocks import Clock
from mingfa.bureau.law.time.terms import period
from mingfa.bureau.lib.money import yuan_grouped
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.reads import unrecorded
from mingfa.bureau.summary import reads as summary

MOST = 100
# The states in which the ninety days of a decision run (处罚法 60).
UNDECIDED = ("filed", "concluded", "noticed", "in_review", "reviewed")


def side(case: CaseView, ask: Ask) -> list[Side]:
    """Say who, where, what and whence."""
    handlers = "、".join(h.name for h in people.named(list(case.handlers), ask.today))
    found = datetime.strftime(case.found_at.astimezone(CHINA), "%Y-%m-%d %H:%M")
    return [
        *_party(case, ask),
        Side("地点", case.place),
        Side("事项", case.item.name, _standard(case), f"/items/{case.item.id}/"),
        *_earlier(case),
        Side("来源", SOURCES.get(case.source, case.source)),
        Side("发现时间", found),
        *spot.side(case),
        *_money(case, ask),
        *([Side("立案", f"{case.filed_on:%Y-%m-%d}", case.number)] if case.filed_on else []),
        Side("承办", case.unit_name, handlers),
        *remedies.lines(case.id, f"/cases/{case.id}/", ask.me, case.handlers),
    ]


def _party(case: CaseView, ask: Ask) -> list[Side]:
    party = case.party
    if party is None:
        named = measures.party_on_the_spot(case.id)
        return [Side("当事人", named.name, "实施措施时填写，立案时核实") if named else Side("当事人", "待查")]
    lines = (
        Side("当事人", party.name, PARTY_KINDS.get(party.kind, "")),
        Side("证件号码" if party.kind == "person" else "信用代码", party.code, _doubt(party, ask)),
        Side("负责人", party.representative or ""),
        Side("住址", party.address),
        Side("电话", party.phone or ""),
    )
    return [line for line in lines if line.words]


def _doubt(party: Party, ask: Ask) -> str:
    """Say what looks wrong in the number of a party."""
    fault = party.doubt(ask.today)
    return f"请核对：{fault}" if fault else ""


def _standard(case: CaseView) -> str:
    return f"{case.item.matter_code} · 裁量基准自{case.item.valid_from:%Y-%m-%d}起施行"


def _earlier(case: CaseView) -> list[Side]:
    """Say whether the same was decided of this party before (处罚法 33)."""
    if case.party is None:
        return []
    found = cases.earlier(case)
    if not found:
        return [Side("同类违法", "首次", "本机关此前没有就同类违法行为作出决定")]
    newest = found[-1]
    return [Side("同类违法", f"非首次，此前{len(found)}件", f"最近：{newest.title}", f"/cases/{newest.id}/")]


def _money(case: CaseView, ask: Ask) -> list[Side]:
    """Say what of a fine is paid and what is left; what was paid beyond a changed fine goes back."""
    decision = decisions.decision_of(case.id)
    if decision is None or decision.revoked is not None or not (decision.amount or decision.gains):
        return []
    owed = execution.owed(decision, ask.today)
    changed = f"原决定{yuan_grouped(decision.amount)}元，已被变更" if owed.fine != decision.amount else ""
    found = [Side("罚款", f"{yuan_grouped(owed.fine)}元", changed)] if "fine" in decision.kinds else []
    if owed.gains:
        found.append(Side("没收违法所得", f"{yuan_grouped(owed.gains)}元"))
    if owed.paid or owed.surcharge_left:
        small = f"其中加处罚款{yuan_grouped(owed.surcharge_left)}元" if owed.surcharge_left else ""
        words = f"已缴{yuan_grouped(owed.paid)}元，尚欠{yuan_grouped(owed.left)}元"
        found.append(Side("缴纳", words, small))
    if owed.to_refund:
        found.append(Side("多缴", f"{yuan_grouped(owed.to_refund)}元", "应当退还当事人"))
    return found


def told(case: CaseView) -> dict[str, Any]:
    """Return what a program is told of a case."""
    return {
        "item": {"id": case.item.id, "code": case.item.code, "name": case.item.name},
        "place": case.place,
        "act_on": case.act_on.isoformat(),
        "filed_on": case.filed_on.isoformat() if case.filed_on else None,
        "party": case.party.model_dump() if case.party else None,
    }


def _terms(matter: int, ask: Ask) -> list[Clock]:
    """Return the terms of what is held in a case, and of a fine that may be paid later."""
    calendar = people.calendar()
    return [*terms_in(matter, ask.now, ask.today, calendar), *deferred_in(matter, ask.today, calendar)]


def _may_be_late(open_cases: QuerySet[Any], ask: Ask) -> QuerySet[Any]:
    """Return clues and undecided cases older than the numbers of their terms (处罚法 60; 住建部令55号 15)."""
    ninety = ask.today - timedelta(days=period("DEC-02").number or 0)
    fifteen = ask.now - timedelta(days=period("FILE-01").number or 0)
    undecided = Q(state__in=UNDECIDED, filed_on__lt=ninety)
    on_the_spot = Q(procedure="summary", found_at__lt=ask.now - timedelta(days=period("EXEC-04").number or 0))
    late = undecided | on_the_spot | Q(state="clue", found_at__lt=fifteen)
    return open_cases.filter(late).order_by("found_at")[:LOOKED_AT]


def _who_answers(case: CaseView) -> str:
    """Return the person to be met: a unit and a shop are met in whoever represents them."""
    if case.party is None:
        return ""
    return case.party.representative or case.party.name


def _party_on_the_spot(case: CaseView) -> dict[str, str]:
    """Return the party as it was named when something was taken before the filing."""
    found = case.party or measures.party_on_the_spot(case.id)
    return {k: str(v) for k, v in found.model_dump(exclude_none=True).items() if v} if found else {}


def _cases_to_join(at: Situation) -> list[Option]:
    """List the running cases about the same item that this person may see, the newest first."""
    if at.case is None:
        return []
    found = cases.running(at.me, at.case.item.code, at.case.id)[:MOST]
    return [
        Option(str(c.id), c.title, "，".join(w for w in (c.number, c.party_name, c.place) if w))
        for c in found
    ]


def _begun_at(case: Any) -> datetime:
    began: datetime = case.found_at
    return began


def _undiscussed(pks: Collection[int], ask: Ask) -> dict[str, list[int]]:
    return {"undiscussed": undiscussed(pks, ask.today, ask.config)}


def _untold(_: Collection[int], __: Ask) -> dict[str, list[int]]:
    return {"complainant_untold": cases.complainants_untold()}


def _terms_in(rows: Collection[Any], ask: Ask) -> dict[int, list[Clock]]:
    """Return the day of the next part where a fine is paid later (处罚法 66), and the days of hearings."""
    told, decided = ([int(r.pk) for r in rows if r.state == state] for state in ("noticed", "decided"))
    return hearing_days(told, ask.today) | parts_due(decided, ask.today, ask.calendar)


CASES = Face(
    path="cases",
    zh="案件",
    procedures=("ordinary", "summary"),
    categories=("penalty",),
    begins="case.register",
    visible=cases.visible,
    search=cases.search,
    view=cases.case,
    begun_at=_begun_at,
    side=side,
    told=told,
    known={
        "place": lambda case: case.place,
        "person": _who_answers,
        "received_by": _who_answers,
        "receiver": _who_answers,
        "party": _party_on_the_spot,
        "address": lambda case: case.party.address if case.party else "",
    },
    choices={
        "spot_steps": spot.steps,
        "cases_to_join": _cases_to_join,
        **held_goods_choices.CHOICES,
        **remedies.CHOICES,
    },
    fresh={"summary.decide": spot.FRESH},
    names={**remedies.NAMES, **held_goods_choices.NAMES},
    terms=_terms,
    fixed=decisions.excluded,
    oldest_first=("filed_on", "found_at"),
    may_be_late=_may_be_late,
    terms_in=_terms_in,
    facts=(
        REMEDIES,
        Facts(TOLD, lambda pks, _: told_and_heard(pks)),
        CHAIRS,
        Facts(AFTER, lambda pks, _: after_decision(pks)),
        Facts(("unrecorded",), lambda pks, _: {"unrecorded": unrecorded(pks)}),
        Facts(("without_penalty",), lambda pks, _: {"without_penalty": cases.without_penalty(pks)}),
        Facts(("undiscussed",), _undiscussed),
        Facts(("deferral_asked",), lambda _, __: {"deferral_asked": deferrals_asked()}, everywhere=True),
        Facts(("unreported",), lambda _, __: {"unreported": summary.unreported()}, everywhere=True),
        Facts(("complainant_untold",), _untold, everywhere=True),
    ),
)
