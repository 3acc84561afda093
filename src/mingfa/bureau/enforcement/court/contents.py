"""What the application to the court says, made from the recorded facts (行政强制法 55)."""

from datetime import date

from mingfa.bureau.enforcement import inputs
from mingfa.bureau.enforcement.contents import about, left_to_pay
from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.people.reads import bureau


def court_facts(f: Enforcing, given: inputs.CourtPlea) -> dict[str, object]:
    """Return what the 强制执行申请书 says, with the list of what goes along (强制法 55)."""
    demand = f.demand
    assert demand is not None and demand.served_on is not None, "the gate on the demand has passed"
    source, agency = f.of, bureau()
    return {
        **about(f),
        "court": given.court,
        "address": agency.address,
        "phone": agency.phone,
        "duty": source.duty,
        "sum": left_to_pay(f),
        "request": given.request,
        "course": (
            f"该决定书于{_on(source.served_on)}送达当事人。{challenged(f)}"
            f"本机关于{_on(demand.made_on)}作出《履行义务催告书》（{demand.number}），"
            f"于{_on(demand.served_on)}送达，"
            "送达后满十个工作日当事人仍未履行。"
        ),
        "basis": f"{cite('行政强制法 53')}、{cite('行政强制法 54')}",
        "opinion": given.opinion,
        "target": given.target + ("（不动产）" if given.real_estate else ""),
        "materials": [
            f"{source.title}（{source.number}）及作出决定的事实、理由和依据（案卷材料）",
            "送达回证",
            f"履行义务催告书（{demand.number}）和送达回证",
            "当事人的意见",
            "申请强制执行标的情况",
        ],
        "head": f.by.name,
    }


def _on(day: date | None) -> str:
    return long_date(day) if day else ""


def challenged(f: Enforcing) -> str:
    """Say whether the party turned to a remedy, and how it ended."""
    if not f.challenges:
        return "当事人在法定期限内未申请行政复议、未提起行政诉讼，又不履行。"
    ended = "；".join(f"{c.kind_zh}（{c.ruling}）：{c.outcome_zh}" for c in f.challenges)
    return f"当事人对该决定申请行政复议或者提起行政诉讼，结果为：{ended}。当事人仍不履行。"
