"""Lawful facts of a penalty on the spot, without a database; a law case changes what it is about."""

from datetime import date, datetime, timedelta
from typing import Any

from mingfa.bureau.cases.hooks import Challenge
from mingfa.bureau.cases.tests.facts import challenge
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.catalogue.values import ItemView, Step
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.lib.identity import resident_id_mark
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.summary import inputs as summary_inputs
from mingfa.bureau.summary.facts import Decided, Street
from mingfa.bureau.summary.values import CollectionView, SpotDecisionView
from mingfa.example.codes import credit_code

TODAY = date(2026, 9, 7)
PHOTO = {"sha256": "ab" * 32, "size": 9, "media": "image/jpeg", "name": "示例.jpg"}
FILM = {"sha256": "cd" * 32, "size": 9, "media": "video/mp4", "name": "示例.mp4"}
CITIZEN = {
    "kind": "person",
    "name": "王示例",
    "code": "110101199003077571",
    "address": "示例路2号",
}
PARTIES: dict[str, dict[str, str]] = {
    "公民": CITIZEN,
    "证件号错一位的公民": {**CITIZEN, "code": "110101199003077572"},
    "没有证件号的公民": {**CITIZEN, "code": ""},
    "个体工商户": {**CITIZEN, "kind": "sole_trader", "name": "示例小吃店", "code": credit_code(0)},
    "信用代码错一位的法人": {**CITIZEN, "kind": "unit", "name": "示例公司", "code": "91650104MA0000000X"},
    "持护照的公民": {**CITIZEN, "code": "示E1234567"},
    "法人": {**CITIZEN, "kind": "unit", "name": "示例公司", "code": credit_code(0, unit=True)},
}
STEPS = (
    Step("轻微", "经责令当场改正", "none", 0, 0),
    Step("警告档", "初次违法", "warning", 0, 0),
    Step("一般", "不足十平方米", "fine", 20_00, 500_00),
    Step("较重", "十平方米以上", "fine", 500_00, 5_000_00),
)


def officer(pk: int, **over: Any) -> Actor:
    """Return a certified officer of the unit."""
    known: dict[str, Any] = {
        "id": pk,
        "name": f"示例{pk}",
        "unit": 5,
        "unit_name": "市容中队",
        "roles": frozenset({"officer"}),
        "certificate": f"示E{pk:04d}",
        "certificate_from": date(2024, 1, 1),
        "certificate_to": date(2028, 12, 31),
        "legal_qualification": "",
    }
    return Actor(**{**known, **over})


ITEM = ItemView(
    id=1,
    code="示-1",
    matter_code="09006",
    name="占道经营",
    field="市容秩序",
    office=5,
    office_name="市容中队",
    breaks=("市容条例 14",),
    penalises=("市容条例 36(2)",),
    kinds=("warning", "fine"),
    steps=STEPS,
    conditions="",
    time_limit="",
    correction="",
    valid_from=date(2026, 1, 1),
    valid_to=None,
    listed=1,
)


def born(birthday: str) -> dict[str, str]:
    """Return a citizen with this birthday in the ID number."""
    body = f"110101{birthday}001"
    return {**CITIZEN, "code": body + resident_id_mark(body)}


def look(act: str, given: Inputs | None, by: Actor, on: date) -> Look[Any]:
    at = datetime(on.year, on.month, on.day, 10, 0, tzinfo=CHINA)
    return Look(act, by, at, at, given, None, Config(), Calendar())


def deciding(
    *,
    party: str = "公民",
    birthday: str = "",
    street: str = "650104001",
    officers: int = 2,
    colleague: dict[str, Any] | None = None,
    by: dict[str, Any] | None = None,
    item: dict[str, Any] | None = None,
    unlisted: bool = False,
    same_act: list[int] | None = None,
    film: bool = False,
    pictures: bool = True,
    **typed: Any,
) -> Street:
    """Return what a decision on the spot sees: two officers fine a citizen fifty yuan, all in order."""
    me = officer(1, **_dates(by))
    team = [me, officer(2, **_dates(colleague))][:officers]
    media = ([PHOTO] if pictures else []) + ([FILM] if film else [])
    given = summary_inputs.SpotPenalty.model_validate(
        {
            "item": 1,
            "step": "一般",
            "kinds": ["fine"],
            "amount": 50_00,
            "street": street,
            "place": "示例路100号门前",
            "findings": "当事人占道经营，占用约2平方米。",
            "media": media,
            "party": born(birthday) if birthday else PARTIES[party],
            "officers": [o.id for o in team],
            "certificate_shown": True,
            "rights_told": True,
            "heard": True,
            "correction": "now",
            "payment": "bank",
            "signed": "signed",
            **typed,
        }
    )
    known = ItemView(**{**{f: getattr(ITEM, f) for f in ITEM.__dataclass_fields__}, **_dates(item)})
    return Street(
        look=look("summary.decide", given, me, TODAY),
        item=None if unlisted else known,
        officers=tuple(team),
        streets=frozenset({"650104001"}),
        same_act=tuple(f"第{pk}号" for pk in same_act or ()),
    )


def _dates(over: dict[str, Any] | None) -> dict[str, Any]:
    """Take lists of a table as the tuples and sets that views hold."""
    found = dict(over or {})
    if "roles" in found:
        found["roles"] = frozenset(found["roles"])
    return {k: tuple(v) if isinstance(v, list) else v for k, v in found.items()}


def decided(
    act: str,
    *,
    by: int = 1,
    days: int = 0,
    payment: str = "small",
    reported: bool = False,
    collected: int | None = None,
    handed: int | None = None,
    receipt_is_used: bool = False,
    inputs: Inputs | None = None,
    decided_on: date = TODAY,
    challenged: dict[str, Any] | None = None,
) -> Decided:
    """Return what an act sees so many days after a fine of fifty yuan; other days count from the decision."""

    def day(after: int | None) -> date | None:
        return None if after is None else decided_on + timedelta(days=after)

    taken = None
    if (on := day(collected)) is not None:
        taken = CollectionView(11, 10, 50_00, "示例票1", on, day(handed), None)
    decision = SpotDecisionView(
        id=10,
        case=10,
        number="示例当罚字〔2026〕第1号",
        kinds=("fine",),
        amount=50_00,
        is_unit=False,
        payment=payment,
        decided_on=decided_on,
        decided_by=1,
        head=9,
        reported=12 if reported else None,
        revoked=None,
        collection=taken,
    )
    at = datetime.combine(decided_on, datetime.min.time(), CHINA)
    case = CaseView(
        id=10,
        title="王示例占道经营案",
        number=decision.number,
        state="decided",
        procedure="summary",
        unit=5,
        unit_name="市容中队",
        handlers=(1, 2),
        item=ITEM,
        source="patrol",
        found_at=at,
        act_on=decided_on,
        place="示例路100号门前",
        party=None,
        filed_on=None,
        proposal=None,
        corrections=(),
        last_at=at,
    )
    on = decided_on + timedelta(days=days)
    return Decided(look(act, inputs, officer(by), on), case, decision, receipt_is_used, _against(challenged))


def _against(challenged: dict[str, Any] | None) -> tuple[Challenge, ...]:
    return (challenge(**challenged),) if challenged is not None else ()


def collecting(*, receipt_no: str = "示例票1", **given: Any) -> Decided:
    receipt = summary_inputs.Receipt(receipt_by="provincial", receipt_no=receipt_no)
    return decided("summary.collect", inputs=receipt, **given)


def handing_in(*, received_by: int = 7, ashore_on: date | None = None, **given: Any) -> Decided:
    slip = summary_inputs.HandIn(received_by=received_by, ashore_on=ashore_on)
    return decided("summary.hand_in", inputs=slip, **{"collected": 0, **given})


def banking(
    *, bank: str = "示例银行", receipt_no: str = "示例缴1", paid: int | None = None, **given: Any
) -> Decided:
    days = given.get("days", 0)
    paid_on = given.get("decided_on", TODAY) + timedelta(days=days if paid is None else paid)
    slip = summary_inputs.BankIn(bank=bank, receipt_no=receipt_no, paid_on=paid_on)
    return decided("summary.bank_in", inputs=slip, **{"collected": 0, "handed": 0, **given})


def reporting(**given: Any) -> Decided:
    return decided("summary.report", inputs=summary_inputs.Report(), **given)


def closing(**given: Any) -> Decided:
    return decided("summary.close", inputs=summary_inputs.Filing(), **{"by": 7, "reported": True, **given})
