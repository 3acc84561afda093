"""What the paper of execution says, made from the recorded facts (plan 2.1.a)."""

from mingfa.bureau.execution.rules import Executing
from mingfa.bureau.execution.views import Deferral, Due
from mingfa.bureau.law.statutes import cite
from mingfa.bureau.lib.money import capital, yuan
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.wording import party_block


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
