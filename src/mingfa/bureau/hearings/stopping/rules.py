"""Announcing a hearing, and ending one that will not be held (行政处罚法 64).

HEAR-05  only a public hearing is announced
HEAR-07  a hearing ends early only where its request was taken back, nobody is left, or there is no need
"""

from mingfa.bureau.hearings.holding.inputs import Ending
from mingfa.bureau.hearings.holding.rules import Holding
from mingfa.bureau.law.gates import Reason, gate, no


@gate("HEAR-05", cites="行政处罚法 64(3)", cites_in={"permit": "行政许可法 48.1(2)"})
def only_a_public_hearing_is_announced(f: Holding) -> Reason | None:
    """What is heard in closed session is not announced."""
    if f.hearing is None or not f.hearing.closed_because:
        return None
    return no("该听证不公开举行，不发布听证公告。", "需要公开的，办理延期听证并改为公开举行。")


@gate("HEAR-07", cites="行政处罚法 64(6)", of_inputs=True, cites_in={"permit": "行政许可法 48.1"})
def a_hearing_ends_early_only_for_its_ground(f: Holding) -> Reason | None:
    """It ends without being held when the request was taken back, or nobody is left, or there is no need."""
    given = f.look.given_as(Ending)
    if (not f.heard.asked) if given.ground == "withdrawn" else given.document:
        return None
    return no(
        "听证申请没有撤回，或者没有写明终止听证的证明材料。",
        "先记录当事人撤回听证申请；其他情形写明证明材料。",
    )


@gate("HEAR-05", cites="行政处罚法 64(3)", cites_in={"permit": "行政许可法 48.1(2)"})
def it_was_announced_where_the_law_asks(f: Holding) -> Reason | None:
    """A hearing that the law has announced to the public was announced."""
    if not f.heard.must_announce or f.appointed.announced is not None:
        return None
    return no("依法应当向社会公告的听证没有公告。", "发布听证公告；来不及的，办理延期。")
