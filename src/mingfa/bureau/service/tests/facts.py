"""Facts of a service for law cases: lawful but for what is given."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.config import Config, Recorded
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.service.confirming.inputs import Confirmation
from mingfa.bureau.service.inputs import Delivery
from mingfa.bureau.service.rules import Serving
from mingfa.bureau.service.values import Announced, Confirmed, PaperView, Recipient

MADE = date(2026, 9, 7)
PICTURE = {"sha256": "ab" * 32, "size": 7000, "media": "image/jpeg", "name": "示例送达照片.jpg"}
FORM = PICTURE | {"media": "application/pdf", "name": "示例确认书.pdf"}
ATTEMPT = {"on": MADE, "method": "personal", "result": "无人在场。"}
LAWFUL: dict[str, dict[str, Any]] = {
    "personal": {"received_by": "王示例", "signed": True},
    "leave": {
        "received_by": "王示例",
        "refusal": "当事人拒绝签收。",
        "witness": "示例社区工作人员",
        "media": True,
    },
    "mail": {"mail_no": "示例0001", "received_on": MADE},
    "electronic": {"confirmation": True, "arrived_at": "2026-09-07T08:30:00+08:00"},
    "forwarded": {"relation": "prison", "received_by": "王示例", "received_on": MADE, "signed": True},
    "public_notice": {"published_on": MADE, "reason": "下落不明。", "attempts": [ATTEMPT], "media": True},
}
CERTIFICATES = {
    "valid": ("officer", date(2024, 1, 1), date(2028, 12, 31)),
    "last_day": ("officer", date(2024, 1, 1), MADE),
    "expired": ("officer", date(2023, 1, 1), date(2026, 9, 6)),
    "future": ("officer", date(2026, 9, 8), date(2030, 12, 31)),
    "auxiliary": ("auxiliary", None, None),
}


def officer(number: int, kind: str) -> Actor:
    role, first, last = CERTIFICATES[kind]
    number_of_card = f"示E{number:04d}" if first else ""
    return Actor(
        number, f"示例人员{number}", 1, "市容中队", frozenset({role}), number_of_card, first, last, ""
    )


def serving(
    method: str = "personal",
    to_unit: bool = False,
    today: date = MADE,
    made_on: date = MADE,
    kind: str = "penalty_notice",
    belongs: bool = True,
    outward: bool = True,
    by: str = "valid",
    servers: tuple[str, ...] = ("valid", "valid"),
    online: bool = True,
    channel: str = "",
    confirmed: dict[str, Any] | None = None,
    announced: date | None = None,
    **typed: Any,
) -> Serving:
    """Serve a paper of the case by two officers, in a lawful way of that method."""
    team = tuple(officer(n, one) for n, one in enumerate(servers, 3))
    own = {"relation": "representative" if to_unit else "self"} if method in ("personal", "leave") else {}
    given = {"paper": 50, "method": method, "place": "示例路100号", "servers": [o.id for o in team]}
    given |= own | LAWFUL[method] | typed
    given["media"] = [PICTURE] if given.get("media") else []
    given["confirmation"] = FORM if given.get("confirmation") else None
    at = datetime(today.year, today.month, today.day, 9, 0, tzinfo=CHINA)
    config = Config([Recorded("reconsideration_channel", channel, "示例", made_on)] if channel else [])
    look = Look(
        "service.serve", officer(3, by), at, at, Delivery.model_validate(given), None, config, Calendar()
    )
    paper = PaperView(50, kind, "示例字〔2026〕第1号", "示例文书", 7 if belongs else 8, made_on, outward)
    address = {"number": "示例", "address": "示例路100号", "electronic": False, "electronic_to": ""}
    notice = Announced(40, "示送公字〔2026〕第1号", MADE, announced) if announced else None
    return Serving(
        look,
        7,
        Recipient("王示例", to_unit),
        paper,
        team,
        online,
        Confirmed(**address | confirmed) if confirmed is not None else None,
        notice,
    )


def confirming(to_unit: bool = False, **typed: Any) -> Serving:
    """Confirm an address, signed by the party, with electronic service."""
    given = {
        "address": "示例路100号",
        "electronic": True,
        "electronic_to": "示例消息箱",
        "by": "王示例",
        "relation": "representative" if to_unit else "self",
        "signed": True,
    }
    look = replace(serving().look, inputs=Confirmation.model_validate(given | typed))
    return Serving(look, 7, Recipient("王示例", to_unit), None, ())
