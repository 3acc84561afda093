"""What decisions and discussion records say, made from the recorded facts."""

from mingfa.bureau.cases.conclusion.inputs import MITIGATION, OUTCOMES
from mingfa.bureau.cases.contents import (
    comparison_words,
    discretion_words,
    penalties_block,
    penalties_in_words,
)
from mingfa.bureau.cases.penalties.contents import details, gains_words
from mingfa.bureau.cases.values import Proposal
from mingfa.bureau.decisions.inputs import Meeting
from mingfa.bureau.decisions.rules import Deciding
from mingfa.bureau.law.penalty.kinds import LICENSED
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.measures.contents import what_becomes_of_it
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.contents import party_block, remedy_block, written
from mingfa.bureau.records.reads import recorded

POSTS = {"head": "主要负责人", "deputy": "分管负责人"}


def _common(f: Deciding) -> dict[str, object]:
    proposal = f.case.proposal
    assert proposal is not None, "the gate on review has passed"
    named = recorded(f.case.id).names
    return {
        "cause": f"{f.case.item.name}案",
        "party": party_block(f.case.party),
        "findings": proposal.facts,
        "evidence": [
            {"name": named[int(str(e["evidence"]))], "proves": str(e["proves"])} for e in proposal.evidence
        ],
        "published": True,
        **remedy_block(),
    }


def penalty_facts(f: Deciding) -> dict[str, object]:
    """Return what the 行政处罚决定书 says (处罚法 59)."""
    proposal = f.case.proposal
    assert proposal is not None
    mitigation = "、".join(MITIGATION[m] for m in proposal.mitigation)
    factors = f"{proposal.factors}" + (f"当事人具有{mitigation}的情节。" if mitigation else "")
    bank = bureau().bank
    return {
        **_common(f),
        "notice": told_words(f),
        "violated": written(proposal.breaks),
        "penalty_basis": written(proposal.penalises),
        "discretion": discretion_words(f.case, proposal.step, factors, proposal.deviation)
        + gains_words(proposal),
        "penalties": penalties_block(proposal.kinds, proposal.amount, details(proposal)),
        "property": what_becomes_of_it(f.held.open, "confiscate_property" in proposal.kinds),
        "performance": performance_words(proposal, bank),
    }


def performance_words(proposal: Proposal, bank: str) -> str:
    """Say how and until when each penalty is to be performed (处罚法 59.1 (4))."""
    money = [
        words
        for due, words in (("fine" in proposal.kinds, "罚款"), (proposal.confiscated, "没收的违法所得"))
        if due
    ]
    found = [
        f"当事人应当自收到本决定书之日起十五日内，持本决定书到{bank}缴纳{'和'.join(money)}，也可以通过电子支付系统缴纳。"
        if money
        else ""
    ]
    if proposal.things:
        found.append(
            "没收的财物已经查封、扣押的，由本机关依法处理；其余的，当事人应当自收到本决定书之日起十五日内交付本机关。"
        )
    if any(m["kind"] in LICENSED for m in proposal.measures):
        found.append("当事人应当自收到本决定书之日起将许可证件交本机关，本机关将本决定告知发证机关。")
    if any(m["kind"] not in LICENSED for m in proposal.measures):
        found.append("本决定所限制、责令停止的活动，自当事人收到本决定书之日起停止。")
    return "".join(found) or "当事人应当立即改正违法行为，不得再犯。"


def told_words(f: Deciding) -> str:
    """Say how the party was told and heard, and what became of each point (处罚法 44, 45)."""
    told = f.standing.notice
    if told is None or f.standing.served_on is None:
        return "不适用。"
    words = (
        f"本机关于{long_date(f.standing.served_on)}向当事人送达《行政处罚告知书》（{told.number}），"
        "告知拟作出的行政处罚内容及事实、理由、依据，以及当事人依法享有的陈述、申辩"
    )
    words += "和要求听证的权利。" if f.standing.hearing_offered else "的权利。"
    return words + _said_words(f) + hearing_words(f)


def hearing_words(f: Deciding) -> str:
    """Say which hearing was held and that it is decided by its record (处罚法 65)."""
    return "".join(h.in_words for h in f.standing.hearings)


def _said_words(f: Deciding) -> str:
    """Say what the party said to the notice, and what became of each point (处罚法 45)."""
    if f.standing.points:
        return (
            f"当事人提出陈述、申辩意见{f.standing.points}条，本机关进行了复核：{f.standing.answers_in_words}"
        )
    if f.standing.waived:
        return "当事人明确表示放弃陈述、申辩。"
    return "当事人在规定期限内未提出陈述、申辩。"


def no_penalty_facts(f: Deciding) -> dict[str, object]:
    """Return what the 不予行政处罚决定书 says (处罚法 33, 57)."""
    proposal = f.case.proposal
    assert proposal is not None
    minor = proposal.outcome == "no_penalty_minor"
    return {
        **_common(f),
        "violated": written(proposal.breaks) if minor else "",
        "reason": "".join(
            [proposal.factors or OUTCOMES[proposal.outcome], comparison_words(f.case), hearing_words(f)]
        ),
        "reason_basis": str(cite(why_no_penalty(f))),
        "education": proposal.education,
    }


def why_no_penalty(f: Deciding) -> str:
    """Cite why there is no penalty: nothing proved, under fourteen, or minor (处罚法 57, 30, 33)."""
    proposal, party = f.case.proposal, f.case.party
    if proposal is not None and proposal.outcome == "no_penalty_unproven":
        return "行政处罚法 57.1(3)"
    if f.case.comparison is not None and f.case.comparison.result == "not_unlawful":
        return "行政处罚法 37"
    age = party.age_on(f.case.act_on) if party else None
    return "行政处罚法 33.1" if age is None or age >= 14 else "行政处罚法 30"


def discussion_facts(f: Deciding, given: Meeting) -> dict[str, object]:
    """Return what the 集体讨论记录 says."""
    proposal = f.case.proposal
    assert proposal is not None
    people = {m.id: m for m in f.members}

    def named(person: int) -> dict[str, str]:
        post = next((zh for role, zh in POSTS.items() if role in people[person].roles), "")
        return {"name": people[person].name, "post": post}

    penalties = (
        penalties_in_words(proposal.kinds, proposal.amount, details(proposal)) or OUTCOMES[proposal.outcome]
    )
    abstained = len(set(given.members)) - given.agreeing - given.opposing
    return {
        "cause": f"{f.case.item.name}案",
        "from_at": given.started_at.isoformat(),
        "to_at": given.ended_at.isoformat(),
        "place": given.place,
        "chair": named(given.chair),
        "members": [named(m) for m in given.members if m != given.chair],
        "recorder": f.by.name,
        "report": f"{proposal.facts}\n处理建议：{penalties}。",
        "review": "法制审核意见为同意。" if f.review else "尚未通过法制审核。",
        "speeches": [{**named(s.person), "text": s.text} for s in given.speeches],
        "dissent": given.dissent,
        "vote": (
            f"应到{len(set(given.members))}人，实到{len(set(given.members))}人；同意{given.agreeing}人，"
            f"反对{given.opposing}人，弃权{abstained}人。"
        ),
        "conclusion": given.conclusion,
    }
