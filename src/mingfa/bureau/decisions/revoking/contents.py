"""What a 撤销行政处罚决定书 says (处罚法 75, 48; 复议法 77; 行诉法 94)."""

from mingfa.bureau.decisions.inputs import RevocationWord
from mingfa.bureau.decisions.rules import Deciding
from mingfa.bureau.decisions.values import GROUNDS, RULED, DecisionView
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.papers import form
from mingfa.bureau.records.contents import party_block, remedy_block

BASIS = {
    "self": "行政处罚法 75.2",
    "superior": "行政处罚法 75.2",
    "reconsideration": "行政复议法 77",
    "court": "行政诉讼法 94",
}
OWN = {
    "revoked": "本机关决定撤销{original}。",
    "unlawful": "本机关确认{original}违法。",
    "void": "本机关确认{original}无效。",
    "redo": "本机关决定撤销{original}，并将依法重新作出处理。",
}
OBEYED = {
    "revoked": "{original}已由{ruling}撤销。",
    "unlawful": "{original}已由{ruling}确认违法。",
    "void": "{original}已由{ruling}确认无效。",
    "redo": "{original}已由{ruling}撤销，本机关将依法重新作出处理。",
}
ENDED = "原决定不再执行；已经缴纳罚款、没收财物的，依法退还。"


def document_of(f: Deciding, given: RevocationWord) -> str:
    """Return the number of the document that is followed: of a ruling, as it is on record."""
    if given.ground not in RULED:
        return given.document
    return next(c.document for c in f.challenges if c.id == given.ruling)


def title_of(decision: DecisionView) -> str:
    """Return the title of the paper that is taken back."""
    if decision.on_the_spot:
        return form("spot_decision").title
    return form("penalty_decision" if decision.outcome == "penalty" else "no_penalty_decision").title


def revocation_facts(f: Deciding, given: RevocationWord) -> dict[str, object]:
    """Return what the 撤销行政处罚决定书 says; after a ruling it only carries it out and offers no remedy."""
    assert f.decision is not None, "a decided case has its decision"
    title = title_of(f.decision)
    ruled, document = given.ground in RULED, document_of(f, given)
    words = (OBEYED if ruled else OWN)[given.effect]
    was_penalty = f.decision.outcome == "penalty"
    return {
        "cause": f"{f.case.item.name}案",
        "party": party_block(f.case.party),
        "original": {
            "title": title,
            "number": f.decision.number,
            "date": f.decision.decided_on.isoformat(),
        },
        "ground": GROUNDS[given.ground],
        "ruling": document,
        "reason": given.reason,
        "basis": str(cite(BASIS[given.ground])),
        "effect": words.format(original=f"《{title}》（{f.decision.number}）", ruling=document),
        "consequence": ENDED if was_penalty and given.effect != "unlawful" else "",
        "by_ruling": ruled,
        "published": True,
        **({} if ruled else remedy_block()),
    }
