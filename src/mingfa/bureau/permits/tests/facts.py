"""Lawful facts of each act of a permit, for law cases; a case replaces some of them. No database."""

from dataclasses import replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from mingfa.bureau.catalogue.permit_items.inputs import NewPermitItem
from mingfa.bureau.catalogue.rules import Listing
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.inputs import read_inputs
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.permits.facts import PermitFacts, decision_term
from mingfa.bureau.permits.values import (
    BarView,
    CheckView,
    ConcernedView,
    DecisionView,
    LicenceView,
    OpinionView,
    PermitView,
    Proposal,
    SpecialView,
    Standing,
)
from mingfa.bureau.review.values import ReviewView
from mingfa.example.permit_item import ITEM
from mingfa.example.permits import APPLICANT

TODAY = date(2026, 9, 8)
PICTURE = {"sha256": "cd" * 32, "size": 1, "media": "image/png", "name": "照片.png"}
GUIDE = {
    name: ITEM.get(name, value)
    for name, value in {
        "kind": "ordinary",
        "quantity": "无数量限制",
        "limited": False,
        "procedure": "窗口接收。",
        "days": 10,
        "joint": False,
        "sample_form": "申请书。",
        "fee": "",
        "fee_basis": [],
        "licence": "许可证",
        "valid_days": 90,
        "on_site": False,
        "heard": False,
        "safety": False,
    }.items()
} | {"on_site": False}
MATERIALS = [{"form": "", "sample": "", "required": True, **m} for m in ITEM["materials"]]
PERMIT: dict[str, Any] = {
    "kind": "new",
    "original": None,
    "secrets": False,
    "materials": (1, 2, 3),
    "received_on": date(2026, 9, 7),
    "supplement": None,
    "defects": (),
    "accepted_on": None,
    "extended_by": 0,
    "extension": None,
    "hearing_called": None,
    "proposal": None,
    "concluded": None,
    "handlers": (11, 12),
}
LICENCE = LicenceView(
    5,
    4,
    "示例许证字〔2026〕第1号",
    "许可证",
    "堆放物料",
    date(2026, 6, 1),
    date(2026, 6, 1),
    date(2026, 12, 7),
    "valid",
    "",
)
PROPOSAL = Proposal(30, "grant", "符合条件。", "", "", "堆放物料", TODAY, date(2026, 12, 7), False, ())
CONTACTS = {"told": ConcernedView, "said": OpinionView, "specials": SpecialView, "checks": CheckView}


def person(pk: int, *roles: str) -> Actor:
    return Actor(pk, f"示例{pk}", 1, "市容中队", frozenset(roles), "", None, None, "")


def look(act: str, typed: dict[str, Any], today: date, state: str) -> Look[Any]:
    """Return the frame: ten in the morning of a day, with the form filled in."""
    at = datetime(today.year, today.month, today.day, 10, 0, tzinfo=CHINA)
    matter = SimpleNamespace(pk=1, state=state)
    inputs = read_inputs(REGISTER[act].inputs, typed)
    return Look(act, person(20, "head"), at, at, inputs, matter, example_config(), Calendar())


def item(guide: dict[str, Any], **over: Any) -> ItemView:
    found = ItemView(
        id=1,
        code="XK-1",
        matter_code="",
        name="示例许可",
        field="市容秩序",
        office=1,
        office_name="市容中队",
        breaks=(),
        penalises=("市容条例 14",),
        kinds=(),
        steps=(),
        conditions="不妨碍通行。",
        time_limit="",
        correction="",
        valid_from=date(2026, 9, 1),
        valid_to=None,
        listed=9,
        category="permit",
        guide={**GUIDE, "materials": MATERIALS, **guide},
    )
    return replace(found, **over)


def permit(of: ItemView, state: str, **over: Any) -> PermitView:
    values = {**PERMIT, **over}
    if isinstance(values["proposal"], dict):
        values["proposal"] = replace(PROPOSAL, **{k: _plain(v) for k, v in values["proposal"].items()})
    return PermitView(
        id=1,
        title="示例申请",
        number="示例许收字〔2026〕第1号",
        state=state,
        procedure="permit",
        unit=1,
        unit_name="市容中队",
        item=of,
        applicant=Party(**APPLICANT),
        last_at=datetime(2026, 9, 7, tzinfo=CHINA),
        **{k: _plain(v) for k, v in values.items()},
    )


def standing(rows: dict[str, Any]) -> Standing:
    made: dict[str, Any] = dict(rows)
    for name, kind in CONTACTS.items():
        made[name] = tuple(kind(*[_plain(v) for v in row]) for row in rows.get(name, ()))
    return Standing(**made)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


# What each act's form holds when all is well.
TYPED: dict[str, dict[str, Any]] = {
    "permit.receive": {
        "item": 1,
        "kind": "new",
        "applicant": APPLICANT,
        "request": "堆放物料。",
        "materials": [1, 2, 3],
    },
    "permit.correct": {"words": "更正面积。", "confirmed": True},
    "permit.supplement": {"missing": [3]},
    "permit.accept": {},
    "permit.deem_accepted": {},
    "permit.reject": {"ground": "not_required", "why": "自有场地不需要许可。"},
    "permit.assign": {"staff": [11, 12]},
    "permit.check": {
        "staff": [11, 12],
        "started_at": "2026-09-08T08:00:00+08:00",
        "ended_at": "2026-09-08T09:00:00+08:00",
        "place": "示例路",
        "findings": "一致。",
        "fits": True,
        "signed": "signed",
        "media": [PICTURE],
    },
    "permit.tell": {
        "whom": "interested",
        "name": "示例商铺",
        "address": "示例路1号",
        "interest": "影响通行。",
    },
    "permit.hear": {"made_on": "2026-09-08", "words": "请求缩小范围。"},
    "permit.set_apart": {
        "kind": "expert_review",
        "what": "评审",
        "by": "专家组",
        "from_on": "2026-09-08",
        "until_on": "2026-09-18",
    },
    "permit.extend": {"reason": "征求意见。"},
    "permit.call_hearing": {"reason": "涉及重大公共利益。", "opinion": "同意。"},
    "permit.conclude": {
        "facts": "符合条件。",
        "outcome": "grant",
        "content": "堆放物料",
        "from_on": "2026-09-08",
        "to_on": "2026-12-07",
    },
    "permit.decide": {"agreed": True, "opinion": "同意。"},
    "permit.issue": {},
    "permit.deem_renewed": {},
    "permit.supervise": {
        "staff": [11, 12],
        "inspected_at": "2026-09-08T09:00:00+08:00",
        "place": "示例路",
        "findings": "一致。",
        "lawful": True,
        "signed": True,
        "media": [PICTURE],
    },
    "permit.withdraw": {
        "ground": "facts_changed",
        "reason": "道路改造。",
        "public_interest": "通行安全。",
        "compensation": "补偿搬运费。",
        "heard": "已听取。",
    },
    "permit.rescind": {
        "ground": "procedure",
        "reason": "未听证。",
        "compensation": "没有损失。",
        "heard": "已听取。",
    },
    "permit.cancel": {"ground": "expired", "reason": "届满未延续。"},
}
STATES = {
    "permit.supplement": "received",
    "permit.accept": "received",
    "permit.reject": "received",
    "permit.deem_accepted": "received",
    "permit.correct": "received",
}


def doing(
    act: str,
    *,
    today: date = TODAY,
    typed: dict[str, Any] | None = None,
    guide: dict[str, Any] | None = None,
    listed: dict[str, Any] | None = None,
    application: dict[str, Any] | None = None,
    now: dict[str, Any] | None = None,
    licence: dict[str, Any] | None = None,
    state: str = "",
    bars: list[list[Any]] | None = None,
    decided_on: date | None = None,
    reviewed: dict[str, Any] | None = None,
    staff: int = 2,
    holder: str = APPLICANT["name"],
    ahead: list[str] | None = None,
) -> PermitFacts:
    """Return the facts of an act: lawful, but for what is given."""
    stage = state or STATES.get(act, "accepted")
    accepted = {} if stage == "received" else {"accepted_on": date(2026, 9, 7)}
    of = item(guide or {}, **(listed or {}))
    review = {"id": 40, "version": 30, "passed": True, "reviewer": 13, "number": "示例", "withdrawn": None}
    return PermitFacts(
        look=look(act, {**TYPED[act], **(typed or {})}, today, stage),
        permit=None if act == "permit.receive" else permit(of, stage, **{**accepted, **(application or {})}),
        item=of,
        standing=standing(now or {}),
        licence=replace(LICENCE, **licence) if licence is not None else None,
        holder=holder,
        decision=DecisionView(31, "grant", "示例", decided_on) if decided_on else None,
        review=ReviewView(**{**review, **reviewed, "opined_at": None}) if reviewed is not None else None,
        staff=tuple(person(11 + n, "officer") for n in range(staff)),
        bars=tuple(BarView(*row) for row in bars or ()),
        ahead=tuple(ahead or ()),
    )


def drafting(**typed: Any) -> Listing:
    """Return the facts of drafting the example permit, with what is given changed."""
    given = NewPermitItem(**{**ITEM, "office": 1, **typed})
    frame = look("permit.accept", {}, TODAY, "received")
    return Listing(replace(frame, inputs=given), None, None, ())


def _bound(act: str) -> Any:
    return lambda **given: doing(act, **given)


receiving, correcting, supplementing, accepting, deeming, rejecting = map(
    _bound,
    [f"permit.{verb}" for verb in ("receive", "correct", "supplement", "accept", "deem_accepted", "reject")],
)
assigning, checking, telling, hearing, pausing, extending, calling = map(
    _bound,
    [f"permit.{verb}" for verb in ("assign", "check", "tell", "hear", "set_apart", "extend", "call_hearing")],
)
concluding, deciding, issuing, renewing = map(
    _bound, ["permit.conclude", "permit.decide", "permit.issue", "permit.deem_renewed"]
)
supervising, withdrawing, rescinding, cancelling = map(
    _bound, [f"permit.{verb}" for verb in ("supervise", "withdraw", "rescind", "cancel")]
)


def last_day(
    accepted: date, joint: bool = False, extended: bool = False, apart: list[list[Any]] | None = None
) -> date:
    """Return the last day to decide: `apart` lists [from, until, served] of special procedures."""
    more = {"accepted_on": accepted, "extended_by": 10 if extended else 0}
    rows = [[n, "testing", *days] for n, days in enumerate(apart or ())]
    row = permit(item({"joint": joint}), "accepted", **more)
    now = standing({"specials": rows, "extension_served": extended})
    return decision_term(row, now, Calendar()).end
