"""What the paper of execution says, made from the recorded facts (plan 2.1.a)."""

from mingfa.bureau.execution.inputs import CorrectionCheck, Pause, Receipt
from mingfa.bureau.execution.rules import Executing
from mingfa.bureau.execution.values import CHANNELS, Deferral, Due
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.lib.money import capital, yuan
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.contents import officers_block, party_block


def in_words(amount: int) -> str:
    """Write a sum in 分 as papers do: 人民币伍佰元整（¥500.00）."""
    return f"人民币{capital(amount)}（¥{yuan(amount)}）"


def deferral_facts(f: Executing, asked: Deferral, plan: tuple[Due, ...], opinion: str) -> dict[str, object]:
    """Return what the 延期（分期）缴纳罚款通知书 says; without a plan the application is refused."""
    return {
        "party": party_block(f.case.party),
        "original": {"number": f.decision.number, "date": f.decision.decided_on.isoformat()},
        "sum": in_words(f.decision.amount),
        "left": in_words(f.owed.fine_left),
        "asked_on": asked.asked_on.isoformat(),
        "kind": asked.kind_zh,
        "granted": bool(plan),
        "reason": opinion,
        "basis": str(cite("行政处罚法 66.2")),
        "plan": [{"day": part.on.isoformat(), "sum": in_words(part.amount)} for part in plan],
        "pay_to": bureau().bank,
    }


def _about(f: Executing) -> dict[str, object]:
    return {
        "cause": f.case.item.name,
        "party": party_block(f.case.party),
        "original": {"number": f.decision.number, "date": f.decision.decided_on.isoformat()},
    }


def payment_facts(f: Executing, given: Receipt) -> dict[str, object]:
    """Return what the 缴款登记 says, from the bank's receipt."""
    return _about(f) | {
        "paid_on": given.paid_on.isoformat(),
        "sum": in_words(given.amount),
        "surcharge": in_words(given.surcharge) if given.surcharge else "",
        "gains": in_words(given.gains) if given.gains else "",
        "gains_left": in_words(f.owed.gains_left - given.gains) if f.owed.gains else "",
        "channel": CHANNELS[given.channel],
        "bank": given.bank,
        "receipt_no": given.receipt_no,
        "left": in_words(f.owed.fine_left - given.amount),
        "remark": "；".join(_pause(one) for one in given.paused),
        "clerk": f.by.name,
    }


def _pause(one: Pause) -> str:
    return f"{long_date(one.since)}至{long_date(one.until)}不计加处罚款（{one.document}）"


def check_facts(f: Executing, given: CorrectionCheck) -> dict[str, object]:
    """Return what the 复查记录 says."""
    return _about(f) | {
        "checked_at": given.checked_at.isoformat(),
        "officers": officers_block(f.officers),
        "findings": given.findings,
        "result": "已经改正" if given.corrected else "尚未改正",
        "media": [f"{one.name}（{one.sha256[:8]}）" for one in given.media],
    }
