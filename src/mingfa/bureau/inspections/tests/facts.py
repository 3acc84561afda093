"""Facts of plans and inspections for law cases: lawful but for what is given. No database."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.inspections import inputs
from mingfa.bureau.inspections.facts import Inspecting, Planning
from mingfa.bureau.inspections.planning.values import draw
from mingfa.bureau.inspections.values import DrawView, InspectionView, Listed, ObjectView, Other, PlanView
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.config import Recorded as LocalValue
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import Recorded, RecordView
from mingfa.example.inspections import RESTAURANT_ITEM, restaurant

TODAY = date(2026, 9, 7)
NOW = datetime(2026, 9, 7, 15, 0, tzinfo=CHINA)
CONFIG = Config(
    [
        LocalValue("inspection_result_days", 15, "示例：本局行政检查办法（虚构）", date(2024, 1, 1)),
        LocalValue("upload_hours", 24, "示例：本局执法记录办法（虚构）", date(2024, 1, 1)),
    ]
)
VALID = {"certificate_from": date(2024, 1, 1), "certificate_to": date(2028, 12, 31)}
WANG, LI, ZHAO = (
    Actor(
        n, f"{name}示例", 1, "市容中队", frozenset({"officer"}), f"示E000{n}", legal_qualification="", **VALID
    )
    for n, name in ((1, "王"), (2, "李"), (3, "赵"))
)
LEADER = replace(WANG, id=4, name="示例队长", roles=frozenset({"unit_leader"}))
DEPUTY = Actor(9, "示例副局长", 8, "综合办公室", frozenset({"deputy"}), "", None, None, "")
PEOPLE = {
    "王": WANG,
    "李": LI,
    "赵": ZHAO,
    "证件过期的钱": replace(ZHAO, id=5, name="钱示例", certificate_to=date(2026, 9, 6)),
    "证件当日到期的孙": replace(ZHAO, id=6, name="孙示例", certificate_to=TODAY),
    "辅助人员周": replace(ZHAO, id=7, name="周示例", roles=frozenset({"auxiliary"}), certificate=""),
    "外单位的吴": replace(ZHAO, id=10, name="吴示例", unit=2, unit_name="环卫中队"),
}
GUIDE = {k: RESTAURANT_ITEM[k] for k in ("subjects", "how", "contents", "yearly_cap")}
ITEM = ItemView(
    id=100,
    code="650104-JC-0001",
    matter_code="",
    name="油烟检查",
    field="市容环境",
    office=1,
    office_name="市容中队",
    breaks=(),
    penalises=("市容条例 4",),
    kinds=(),
    steps=(),
    conditions="",
    time_limit="",
    correction="",
    valid_from=date(2026, 8, 15),
    valid_to=None,
    listed=101,
    category="inspection",
    guide=GUIDE,
)
ITEMS = {
    "油烟检查": ITEM,
    "待审定的检查": replace(ITEM, id=102, name="待审定的检查", listed=None),
    "行政处罚事项": replace(ITEM, id=103, name="行政处罚事项", category="penalty"),
    "只能现场的检查": replace(ITEM, id=104, name="只能现场的检查", guide={**GUIDE, "how": "on_site"}),
    "只能非现场的检查": replace(ITEM, id=105, name="只能非现场的检查", guide={**GUIDE, "how": "off_site"}),
    "上限一次的检查": replace(ITEM, id=106, name="上限一次的检查", guide={**GUIDE, "yearly_cap": 1}),
    "九月十日失效的检查": replace(ITEM, id=107, name="九月十日失效的检查", valid_to=date(2026, 9, 10)),
}
OBJECT = ObjectView(
    200, "sole_trader", "示例餐厅", "92650104MA0000001X", "示例路201号", "餐饮服务", struck=False
)
PLAN = PlanView(
    id=300,
    kind="annual",
    title="示例计划",
    number="示例检计字〔2026〕第1号",
    unit=1,
    unit_name="市容中队",
    items=tuple(i.id for i in ITEMS.values()),
    trade="餐饮服务",
    share=20,
    from_on=date(2026, 9, 1),
    until_on=date(2026, 12, 31),
    drafted_by=LEADER.id,
    approved=301,
    approved_on=date(2026, 9, 1),
)
DRAW = DrawView(
    id=400,
    plan=PLAN.id,
    objects=(Listed(OBJECT.id, OBJECT.code),),
    officers=(Listed(WANG.id, WANG.certificate), Listed(LI.id, LI.certificate)),
    count=1,
    salt="00" * 16,
    beacon="示例指数",
    beacon_on=date(2026, 9, 4),
    number="3210.98",
    picked={OBJECT.id: (WANG.id, LI.id)},
    drawn=401,
    frozen_digest="",
)
MATTER = InspectionView(
    id=500,
    title="示例餐厅油烟检查",
    number="示例检批字〔2026〕第1号",
    state="notified",
    procedure="inspection",
    unit=1,
    unit_name="市容中队",
    handlers=(WANG.id, LI.id),
    items=(ITEM,),
    inspected=OBJECT,
    party=Party.model_validate(restaurant(1)),
    source="plan",
    plan=PLAN.id,
    draw=None,
    how="on_site",
    from_on=date(2026, 9, 5),
    until_on=date(2026, 9, 10),
    helpers=({"name": "郑示例", "kind": "laboratory", "does": "油烟快速检测"},),
    notice=501,
    inspected_on=None,
    order=None,
    due_on=None,
    told=None,
    told_on=None,
    outcome="",
    ended_on=None,
    visits=(),
    last_at=NOW - timedelta(hours=2),
)
RECORD = RecordView(600, "inspection", "示例", NOW, NOW, (1, 2), True, True, "signed", 1)


def look(given: Inputs, by: Actor = WANG, on: date = TODAY) -> Look[Any]:
    """Look at an act at three in the afternoon of a day."""
    at = datetime.combine(on, NOW.time(), CHINA)
    last_at = datetime.combine(on, MATTER.last_at.time(), CHINA)
    matter = SimpleNamespace(pk=MATTER.id, procedure="inspection", state="", last_at=last_at, unit_id=1)
    return Look("", by, at, at, given, matter, CONFIG, Calendar())


def others(counted: int = 0, complaints: int = 0, **one: Any) -> tuple[Other, ...]:
    """Return earlier inspections of the object, ended; `one` more as described."""
    base = Other(0, "示例餐厅此前检查", "环卫中队", "ended", "plan", date(2026, 3, 2))
    found = [base] * counted + [replace(base, source="complaint")] * complaints
    return tuple([*found, replace(base, **one)] if one else found)


def applying(
    items: tuple[str, ...] = ("油烟检查",),
    officers: tuple[str, ...] = ("王", "李"),
    by: str = "王",
    plan: dict[str, Any] | None = None,
    drawn: dict[str, Any] | None = None,
    struck: bool = False,
    earlier: dict[str, Any] | None = None,
    today: date = TODAY,
    **over: Any,
) -> Inspecting:
    """Apply for an inspection by the yearly plan; `plan`, `drawn`, `earlier` change what is there."""
    people = tuple(PEOPLE[o] for o in officers)
    chosen = tuple(ITEMS[i] for i in items)
    words = {
        "inspected": OBJECT.id,
        "items": [i.id for i in chosen],
        "source": "plan",
        "how": "on_site",
        "from_on": TODAY,
        "until_on": TODAY + timedelta(days=7),
        "officers": [o.id for o in people],
        "recusal_declared": True,
        "opinion": "按计划实施。",
    }
    given = inputs.Application.model_validate({**words, **over})
    return Inspecting(
        look=look(given, PEOPLE[by], today),
        matter=None,
        inspected=replace(OBJECT, struck=struck),
        items=chosen,
        plan=replace(PLAN, **(plan or {})),
        draw=replace(DRAW, **(drawn or {})),
        officers=people,
        others=others(**(earlier or {})),
    )


def without_plan(**over: Any) -> Inspecting:
    """Apply without any plan or draw."""
    return replace(applying(**over), plan=None, draw=None)


def on_file(given: Inputs, by: Actor, today: date, matter: dict[str, Any], **more: Any) -> Inspecting:
    """Return facts of an act on the inspection."""
    view = replace(MATTER, **matter)
    officers = more.pop("officers", (WANG, LI))
    return Inspecting(look(given, by, today), view, OBJECT, view.items, officers=officers, **more)


def approving(
    by: str = "",
    today: date = TODAY,
    items: tuple[str, ...] = ("油烟检查",),
    approved: bool = True,
    **given: Any,
) -> Inspecting:
    """Approve the inspection; `earlier` are the others of the object, the rest changes the inspection."""
    word = inputs.InspectionApproval(approved=approved, opinion="同意。")
    earlier = others(**given.pop("earlier", {}))
    matter = {"items": tuple(ITEMS[i] for i in items), **given}
    return on_file(word, PEOPLE[by] if by else DEPUTY, today, matter, others=earlier)


def notifying(today: date = TODAY, by: str = "王") -> Inspecting:
    """Make the notice."""
    return on_file(inputs.NoticeOfInspection(contact="示例"), PEOPLE[by], today, {})


def at_the_door(officers: tuple[str, ...], today: date, minutes: int, **over: Any) -> dict[str, Any]:
    """Return what is typed at the door, `minutes` before it is entered."""
    at = datetime.combine(today, NOW.time(), CHINA) - timedelta(minutes=minutes)
    takes = [_take(at, *take) for take in over.pop("recordings", ())]
    return {
        "entered_at": at,
        "place": "示例路201号",
        "officers": [PEOPLE[o].id for o in officers],
        "kit_checked": True,
        "certificate_shown": True,
        "rights_told": True,
        "scanned": True,
        "received_by": "李示例",
        "media": [{"sha256": "ef" * 32, "size": 1, "media": "image/jpeg", "name": "示例.jpg"}],
        "content": ["scene", "people", "rights", "delivery"],
        "recordings": takes,
        **over,
    }


def _take(
    entered_at: datetime, start: float, end: float, told: bool = True, resumed: str = ""
) -> dict[str, Any]:
    """Return a recording by minutes after entering."""
    video = {"sha256": "cd" * 32, "size": 1, "media": "video/mp4", "name": "示例.mp4"}
    span = {
        "started_at": entered_at + timedelta(minutes=start),
        "ended_at": entered_at + timedelta(minutes=end),
    }
    return {"file": video, "told": told, "resumed": resumed, **span}


def entering(
    officers: tuple[str, ...] = ("王", "李"),
    by: str = "王",
    today: date = TODAY,
    how: str = "on_site",
    minutes: int = 10,
    **over: Any,
) -> Inspecting:
    """Enter, ten minutes ago, two hours after the notice."""
    typed = at_the_door(officers, today, minutes, **{"notice_handed_over": True, **over})
    people = tuple(PEOPLE[o] for o in officers)
    given = inputs.Entering.model_validate(typed)
    found = on_file(given, PEOPLE[by], today, {"how": how}, officers=people)
    return replace(found, look=replace(found.look, act="inspection.enter"))


def examining(
    officers: tuple[str, ...] = ("王", "李"),
    today: date = TODAY,
    how: str = "off_site",
    started: int = 60,
    ended: int = 10,
) -> Inspecting:
    """Examine off site, from an hour to ten minutes ago."""
    at = datetime.combine(today, NOW.time(), CHINA)
    people = tuple(PEOPLE[o] for o in officers)
    given = inputs.Examining(
        started_at=at - timedelta(minutes=started),
        ended_at=at - timedelta(minutes=ended),
        officers=[p.id for p in people],
        means="书面核查",
        material="台账",
        findings="未见异常。",
    )
    return on_file(given, WANG, today, {"how": how}, officers=people)


def ordering(due_on: date | None = None, records: int = 1) -> Inspecting:
    """Order a correction."""
    given = inputs.Order(facts="滤网积油。", violated="市容条例 14", what="清洗。", due_on=due_on)
    return on_file(given, WANG, TODAY, {}, recorded=Recorded((RECORD,) * records, ()))


def telling(
    result: str = "clean",
    records: tuple[str, ...] = ("inspection",),
    ordered: bool = False,
    how: str = "on_site",
    today: date = TODAY,
    inspected_on: date = TODAY,
    signed: str = "signed",
    refusal: str = "",
) -> Inspecting:
    """Tell the result on the day of the inspection."""
    given = inputs.Result.model_validate(
        {"result": result, "findings": "示例。", "signed": signed, "refusal": refusal}
    )
    matter = {"how": how, "inspected_on": inspected_on, "order": 502 if ordered else None}
    made = tuple(replace(RECORD, kind=kind) for kind in records)
    return on_file(given, WANG, today, matter, recorded=Recorded(made, ()))


def rechecking(
    today: date = TODAY,
    due_on: date | None = TODAY,
    corrected: bool = True,
    officers: tuple[str, ...] = ("王", "李"),
    signed: str = "signed",
    refusal: str = "",
    **over: Any,
) -> Inspecting:
    """Check again on the last day to correct."""
    words = {"corrected": corrected, "findings": "示例。", "signed": signed, "refusal": refusal}
    given = inputs.Recheck.model_validate({**at_the_door(officers, today, 10, **over), **words})
    people = tuple(PEOPLE[o] for o in officers)
    return on_file(given, WANG, today, {"due_on": due_on}, officers=people)


def registering(same: int = 0, struck: int = 0) -> Planning:
    """Register an object; so many are there with its code, so many of them struck off before."""
    given = inputs.NewObject(party=Party.model_validate(restaurant(1)), trade="餐饮服务")
    there = (OBJECT,) * same + (replace(OBJECT, struck=True),) * struck
    return Planning(look(given), same=there)


def striking(known: bool = True, struck: bool = False, running: bool = False) -> Planning:
    """Strike an object off the register."""
    given = inputs.ObjectToStrike(inspected=OBJECT.id, reason="示例：已经停业。")
    one = replace(OBJECT, struck=struck) if known else None
    return Planning(look(given, LEADER), inspected=one, others=others(1, state="notified") if running else ())


def planning(items: tuple[str, ...] = ("油烟检查",), unknown: bool = False, **over: Any) -> Planning:
    """Draft a plan from today to the end of the year."""
    chosen = tuple(ITEMS[i] for i in items)
    words = {
        "kind": "annual",
        "title": "示例计划",
        "items": [i.id for i in chosen] + [999] * unknown,
        "trade": "餐饮服务",
        "share": 20,
        "from_on": TODAY,
        "until_on": date(2026, 12, 31),
        "reason": "示例。",
    }
    return Planning(look(inputs.NewPlan.model_validate({**words, **over}), LEADER), items=chosen)


def approving_plan(known: bool = True, approved: bool = False, drafted_by: int = LEADER.id) -> Planning:
    """Approve a plan."""
    plan = replace(PLAN, approved=301 if approved else None, drafted_by=drafted_by) if known else None
    return Planning(look(inputs.PlanToApprove(plan=PLAN.id, opinion="同意。"), DEPUTY), plan=plan)


def freezing(
    approved: bool = True,
    until_on: date = date(2026, 12, 31),
    draws: int = 0,
    objects: int = 5,
    officers: int = 2,
    beacon_on: date = TODAY + timedelta(days=1),
) -> Planning:
    """Freeze the lists of a plan."""
    given = inputs.ListToFreeze(plan=PLAN.id, beacon="示例指数", beacon_on=beacon_on)
    return Planning(
        look(given, LEADER),
        plan=replace(PLAN, approved=301 if approved else None, until_on=until_on),
        draws=(DRAW,) * draws,
        objects=(OBJECT,) * objects,
        officers=(WANG,) * officers,
    )


def drawing(drawn: bool = False, known: bool = True, beacon_on: date = TODAY) -> Planning:
    """Draw by the public number."""
    frozen = replace(DRAW, drawn=401 if drawn else None, beacon_on=beacon_on) if known else None
    return Planning(look(inputs.NumberDrawn(draw=DRAW.id, number="3210.98"), LEADER), draw=frozen)


def drawn_from(seed: str, names: list[str], n: int) -> list[str]:
    """Draw, in the words of the tables."""
    return draw(seed, names, n)
