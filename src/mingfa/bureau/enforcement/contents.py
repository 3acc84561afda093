"""What the papers of enforcement say, made from the recorded facts (plan 2.1.a)."""

from mingfa.bureau.enforcement import inputs
from mingfa.bureau.enforcement.deciding.values import POWERS, basis_of
from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.enforcement.scene import inputs as scene_inputs
from mingfa.bureau.enforcement.values import ENDINGS, HARMS, MEANS, PLACES, SUSPENSIONS, WAYS, Proposal
from mingfa.bureau.execution.contents import in_words
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.measures.contents import things_block
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.contents import confirmation, moment, officers_block, party_block, remedy_block


def about(f: Enforcing) -> dict[str, object]:
    """Return the party and the decision that is enforced."""
    source = f.of
    return {
        "party": party_block(f.case.party if f.case else None),
        "original": {
            "title": source.title,
            "number": source.number,
            "date": source.decided_on.isoformat(),
        },
    }


def left_to_pay(f: Enforcing) -> str:
    """Say what is owed today, where a fine is enforced."""
    owed = f.owed
    if owed is None or not owed.left:
        return ""
    sums = ((owed.fine_left, "罚款"), (owed.gains_left, "没收的违法所得"))
    fine = "、".join(f"{zh}{in_words(left)}" for left, zh in sums if left)
    if not owed.surcharge_left:
        return fine
    return (
        f"{fine + '、' if fine else ''}加处罚款{in_words(owed.surcharge_left)}（计算至{long_date(f.today)}）"
    )


def _order(f: Enforcing) -> str:
    """Name the decision on which something is done on the spot."""
    if f.ordered is None:
        return ""
    return f"《{'代履行' if f.ordered.way == 'substitute' else '强制执行'}决定书》（{f.ordered.number}）"


def _pay_to(f: Enforcing) -> str:
    return bureau().bank if f.owed is not None and f.owed.left else ""


def demand_facts(f: Enforcing, given: inputs.DemandWords) -> dict[str, object]:
    """Return what the 履行义务催告书 says (强制法 35)."""
    return {
        **about(f),
        "basis": f"{cite('行政强制法 35')}、{cite('行政强制法 54')}",
        "until": given.until.isoformat(),
        "duty": given.duty,
        "manner": given.manner,
        "sum": left_to_pay(f),
        "pay_to": _pay_to(f),
        "contact": f.by.name,
        "phone": bureau().phone,
    }


def urge_facts(f: Enforcing, given: inputs.UrgeWords) -> dict[str, object]:
    """Return what the demand right before a substitute performance says (强制法 51 (2))."""
    plan = f.proposal
    assert plan is not None, "a substitute performance was proposed"
    return {
        **about(f),
        "basis": str(cite("行政强制法 51.1(2)")),
        "until": given.until.isoformat(),
        "duty": given.duty,
        "manner": "自行履行",
        "order": _order(f),
        "performer": plan.performer,
        "contact": f.by.name,
        "phone": bureau().phone,
    }


def plan_facts(f: Enforcing, given: inputs.Plan) -> dict[str, object]:
    """Return what the 强制执行审批表 says."""
    estimate = f"{given.target}；费用预算{in_words(given.cost)}" if given.cost else given.target
    return {
        **about(f),
        "way": WAYS[given.way],
        "power": POWERS[given.power].zh + (f"（{given.mandate}）" if given.mandate else ""),
        "basis": str(cite(basis_of(given.power, given.law))),
        "reason": given.reason,
        "means": "、".join(MEANS[m] for m in given.means),
        "at": given.at.isoformat(),
        "emergency": given.emergency,
        "hiding": given.hiding,
        "substitute": f"{given.performer}；{estimate}" if given.performer else "",
        "officers": officers_block([f.by]),
    }


def order_facts(f: Enforcing) -> dict[str, object]:
    """Return what the 强制执行决定书 or 代履行决定书 says (强制法 37, 51 (1))."""
    plan = f.proposal
    assert plan is not None, "the gate on review has passed"
    demand = f.demand
    assert demand is not None, "the gate on the demand has passed"
    facts: dict[str, object] = {
        **about(f),
        "demanded": {"number": demand.number, "date": demand.made_on.isoformat()},
        "reason": plan.reason,
        "basis": "、".join(str(cite(one)) for one in _basis(plan)),
        "manner": f"{WAYS[plan.way]}（{'、'.join(MEANS[m] for m in plan.means)}）",
        "starts_at": plan.at.isoformat(),
        "mandate": plan.mandate,
        "emergency": plan.emergency,
        "hiding": plan.hiding,
        **remedy_block(),
    }
    if plan.way == "substitute":
        facts |= {
            "manner": "、".join(MEANS[m] for m in plan.means),
            "target": plan.target,
            "cost": in_words(plan.cost),
            "performer": plan.performer,
            "harm": HARMS[plan.harm],
        }
    return facts


def _basis(plan: Proposal) -> list[str]:
    how = "行政强制法 51" if plan.way == "substitute" else "行政强制法 37"
    return [basis_of(plan.power, plan.law), *(["行政强制法 44"] if plan.way == "demolish" else []), how]


def notice_facts(f: Enforcing, given: scene_inputs.Notice) -> dict[str, object]:
    """Return what the 限期拆除公告 says (强制法 44)."""
    return {
        **about(f),
        "order": _order(f),
        "basis": str(cite("行政强制法 44")),
        "target": given.target,
        "posted_on": given.posted_on.isoformat(),
        "until": given.until.isoformat(),
        "place": given.place,
        "phone": bureau().phone,
    }


def record_facts(
    f: Enforcing, given: scene_inputs.Enforced | scene_inputs.Substituted, manner: str
) -> dict[str, object]:
    """Return what the 强制执行笔录 says, of an enforcement or of a substitute performance."""
    return {
        **about(f),
        "order": _order(f),
        "manner": manner,
        "performer": given.performer if isinstance(given, scene_inputs.Substituted) else "",
        **scene_block(f, given),
        "findings": given.course,
    }


def scene_block(f: Enforcing, given: scene_inputs.OnSite) -> dict[str, object]:
    """Return what every record of a scene says: when, where, who, what was listed and recorded."""
    return {
        "from_at": given.started_at.isoformat(),
        "to_at": given.ended_at.isoformat(),
        "place": given.place,
        "officers": officers_block(f.officers),
        "recorder": f.by.name,
        "presence": "当事人到场" if given.party_present else f"当事人不到场，见证人{given.witness}到场",
        "emergency": given.emergency,
        "things": things_block(given.things),
        "recordings": [
            {
                "name": f"{t.file.name}（{t.file.sha256[:8]}）至{moment(t.ended_at)}",
                "by": f.by.name,
                "at": t.started_at.isoformat(),
                "place": given.place,
            }
            for t in given.recordings
        ],
        "confirmation": confirmation(given.signed, given.refusal or "当事人不到场，由见证人签名。"),
    }


def clearance_facts(f: Enforcing, given: scene_inputs.Clearance) -> dict[str, object]:
    """Return what the 立即代履行决定书 says (强制法 52)."""
    return {
        "party": party_block(f.case.party if f.case else None) or {"name": "当事人待查"},
        "reason": f"{given.what}。当事人不能清除：{given.why_unable}",
        "basis": str(cite("行政强制法 52")),
        "place": f"{given.place}（{PLACES[given.where]}）",
        "performer": given.performer,
        "from_at": given.started_at.isoformat(),
        "to_at": given.ended_at.isoformat(),
        "findings": given.course,
        "cost": in_words(given.cost) if given.cost else "",
        "presence": "当事人在场" if given.party_present else "当事人不在场，由本机关事后立即通知",
        "witness": given.witness,
        "officers": officers_block(f.officers),
        **remedy_block(),
    }


def cost_facts(f: Enforcing, given: scene_inputs.Costs, clearance: str) -> dict[str, object]:
    """Return what the 代履行费用缴纳通知书 says (强制法 51 para 2)."""
    total = sum(line.amount for line in given.costs)
    return {
        "party": party_block(f.case.party if f.case else None) or {"name": "当事人待查"},
        "order": _order(f) or f"《立即代履行决定书》（{clearance}）",
        "basis": str(cite("行政强制法 51.2")),
        "costs": [{"what": line.what, "sum": in_words(line.amount)} for line in given.costs],
        "sum": in_words(total),
        "until": given.until.isoformat(),
        "pay_to": bureau().bank,
        "remark": f"依照{given.borne_by}的规定，费用不由当事人承担。" if given.borne_by else "",
        **remedy_block(),
    }


def agreement_facts(f: Enforcing, given: inputs.AgreementWords) -> dict[str, object]:
    """Return what the 执行协议 says (强制法 42)."""
    return {
        **about(f),
        "basis": str(cite("行政强制法 42")),
        "plan": [
            {
                "day": s.day.isoformat(),
                "what": s.what,
                "sum": in_words(s.amount) if s.amount else "",
            }
            for s in given.stages
        ],
        "reduction": in_words(given.reduction) if given.reduction else "",
        "remedied": given.remedied,
    }


def pause_facts(f: Enforcing, given: inputs.Suspension) -> dict[str, object]:
    """Return what the 中止执行决定书 says (强制法 39)."""
    n = list(SUSPENSIONS).index(given.ground) + 1
    basis = str(cite(f"行政强制法 39.1({n})"))
    effect = "中止执行。中止执行的情形消失后，本机关将恢复执行"
    return _stop(f, SUSPENSIONS[given.ground], given.reason, basis, effect)


def end_facts(f: Enforcing, given: inputs.Termination) -> dict[str, object]:
    """Return what the 终结执行决定书 says (强制法 39 para 2, 40)."""
    if given.ground == "three_years":
        basis = str(cite("行政强制法 39.2"))
    else:
        basis = str(cite(f"行政强制法 40({list(ENDINGS).index(given.ground) + 1})"))
    return _stop(f, ENDINGS[given.ground], given.reason, basis, "终结执行")


def _stop(f: Enforcing, ground: str, reason: str, basis: str, effect: str) -> dict[str, object]:
    return {
        **about(f),
        "ground": ground,
        "reason": reason,
        "basis": basis,
        "effect": effect,
        **remedy_block(),
    }
