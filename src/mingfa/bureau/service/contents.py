"""What the 送达回证 says, made from the recorded facts and from nothing else (民事诉讼法 87, 89, 95)."""

from datetime import date
from typing import Any

from mingfa.bureau.doorway.inputs import File
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.contents import officers_block, open_end
from mingfa.bureau.service.inputs import Delivery
from mingfa.bureau.service.rules import Serving, done_on
from mingfa.bureau.service.values import METHODS, RELATIONS


def receipt_facts(f: Serving, given: Delivery, served_on: date) -> dict[str, object]:
    """Return what the receipt says."""
    assert f.paper is not None, "the gate on the paper has passed"
    day = done_on(given, f.today) or f.today
    received = {
        "name": given.received_by if given.signed else "",
        "relation": RELATIONS[given.relation] if given.relation else "",
        "at": day.isoformat() if given.signed else "",
    }
    return {
        "cause": f.look.matter.title,
        "documents": [{"title": f.paper.title, "no": f.paper.number}],
        "recipient": f.to.name,
        "served_at": _served_at(f, given, served_on),
        "place": given.place,
        "manner": METHODS[given.method],
        "received": received,
        "refusal": f"{given.received_by}拒绝接收：{given.refusal}" if given.method == "leave" else "",
        "witness": {"name": given.witness, "at": f.today.isoformat()} if given.witness else {},
        "servers": officers_block(f.servers),
        "mail_no": given.mail_no,
        "remark": _remark(f, given, served_on),
    }


def _served_at(f: Serving, given: Delivery, served_on: date) -> str:
    """The minute where it is known; else the day."""
    if given.method == "electronic" and given.arrived_at:
        return given.arrived_at.isoformat()
    return f.look.at.isoformat() if given.method in ("personal", "leave") else served_on.isoformat()


def _remark(f: Serving, given: Delivery, served_on: date) -> str:
    words = {
        "personal": "",
        "leave": "文书留在受送达人的住所，视为送达。",
        "mail": "以回执上注明的收件日期为送达日期。",
        "electronic": "当事人同意并签订了电子送达确认书，以送达信息到达其特定系统的日期为送达日期。",
        "forwarded": "以受送达人签收的日期为送达日期。",
        "public_notice": _publication(given, served_on),
    }[given.method]
    if given.method == "public_notice" and f.announced:
        words = f"送达公告：{f.announced.number}。{words}"
    return words + (f"送达过程的音像记录：{_media(given.media)}。" if given.media else "")


def _publication(given: Delivery, served_on: date) -> str:
    if given.published_on is None:
        return ""
    course = "；".join(f"{long_date(a.on)}{METHODS[a.method]}，{a.result}" for a in given.attempts)
    return (
        f"公告送达的原因：{given.reason}。此前的送达经过：{course}。{long_date(given.published_on)}发出公告，"
        f"经过三十日，至{long_date(served_on)}视为送达。"
    )


def public_notice_facts(f: Serving, place: str, reason: str, thirty: Term) -> dict[str, object]:
    """Return what the 送达公告 says: thirty days, never sixty (民事诉讼法 95)."""
    assert f.paper is not None, "the gate on the paper has passed"
    agency = bureau()
    return {
        "cause": f.look.matter.title,
        "party": {"name": f.to.name, "kind": "unit" if f.to.is_unit else "person"},
        "original": {
            "title": f.paper.title,
            "number": f.paper.number,
            "date": f.paper.made_on.isoformat(),
        },
        "reason": reason,
        "basis": str(cite("民事诉讼法 95")),
        "until": thirty.end.isoformat(),
        **open_end(thirty),
        "place": place,
        "phone": agency.phone,
        "address": agency.address,
    }


def address_facts(f: Serving, given: dict[str, Any]) -> dict[str, object]:
    """Return what the 送达地址确认书 says."""
    said = {name: given[name] for name in ("address", "phone", "designated", "electronic_to")}
    return said | {
        "cause": f.look.matter.title,
        "recipient": f.to.name,
        "electronic": "同意" if given["electronic"] else "不同意",
        "by": given["by"],
        "relation": RELATIONS[given["relation"]],
        "signed_on": f.today.isoformat(),
    }


def _media(files: list[File]) -> str:
    return "、".join(f"{file.name}（{file.sha256[:8]}）" for file in files)
