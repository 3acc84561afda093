"""Confiscation and the penalties that are carried out, before a decision counts as performed.

DEC-10   the confiscated gains are collected at the bank, no more than was decided
EXEC-01  confiscated things are received by list, against a receipt, and disposed of by two
EXEC-01  a suspended licence is back after its day; a revoked one was told to the body that issued it
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from mingfa.bureau.execution.inputs import Finish, Receipt
from mingfa.bureau.execution.rules import Executing
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.kinds import CARRIED_OUT, ENDS_BY_ITS_DAY, KINDS, LICENSED
from mingfa.bureau.lib.money import yuan


@gate("DEC-10", cites="行政处罚法 74.2", of_inputs=True)
def no_more_is_collected_than_confiscated(f: Executing) -> Reason | None:
    """On the confiscated gains no more is paid than what is left of them."""
    if f.look.given_as(Receipt).gains <= f.owed.gains_left:
        return None
    return no(f"应缴没收款余额为{yuan(f.owed.gains_left)}元，所填金额超出。", "按银行缴款凭证核对金额。")


@gate("DEC-10", cites="行政处罚法 74.2")
def the_confiscated_gains_are_collected(f: Executing) -> Reason | None:
    """The whole confiscated sum was paid to the treasury, or enforcement has put an end to it."""
    if f.owed.gains_left == 0 or any(e.fine for e in f.ended):
        return None
    return no(
        f"没收的违法所得尚有{yuan(f.owed.gains_left)}元未收缴。",
        "登记缴款；逾期不履行的，催告后申请人民法院强制执行。",
    )


def _things(f: Executing) -> tuple[Mapping[str, object], ...]:
    return f.case.proposal.things if f.case.proposal else ()


@gate("EXEC-01", cites="行政处罚法 74.1", of_inputs=True)
def the_confiscated_things_were_received_and_disposed_of(f: Executing) -> Reason | None:
    """Every thing of the decision's list was received, then disposed of, in the presence of two."""
    received = f.look.given_as(Finish).received
    decided = Counter((str(t["name"]), str(t.get("mark", "")), str(t["quantity"])) for t in _things(f))
    got = Counter((r.name, r.mark, r.quantity) for r in received)
    if decided != got:
        names = "、".join(dict.fromkeys(name for name, _, _ in (decided - got) + (got - decided)))
        return no(f"没收财物的收缴、处置与决定书清单不一致：{names}。", "按决定书清单逐项登记收缴和处置。")
    for one in received:
        if not (one.received_on <= one.disposed_on <= f.today and f.decision.decided_on <= one.disposed_on):
            return no(f"{one.name}的收缴、处置日期有误。", "按决定、收缴、处置的先后核对日期，不得晚于今天。")
        if len(set(one.hands)) < 2:
            return no(f"{one.name}的处置没有两人在场。", "填写经办人和监督人，不得为同一人。")
        if one.how == "auctioned" and not (one.proceeds and one.treasury):
            return no(f"{one.name}的拍卖款没有上缴国库的记载。", "填写拍卖款和上缴国库的凭证号。")
    return None


@gate("EXEC-01", cites="行政处罚法 66.1", of_inputs=True)
def each_penalty_was_carried_out(f: Executing) -> Reason | None:
    """Each penalty on licence, business or work was carried out, after service; a suspension has ended."""
    carried = f.look.given_as(Finish).carried
    wanted, done = {k for k in f.decision.kinds if k in CARRIED_OUT}, Counter(str(c.kind) for c in carried)
    bad = {k for k in wanted if done[k] != 1} | (done.keys() - wanted)
    if bad:
        names = "、".join(KINDS[k] for k in CARRIED_OUT if k in bad)
        return no(f"{names}的执行情况与决定不一致。", "决定的每种处罚各登记一项执行情况，其余删去。")
    since = f.served_on or f.decision.decided_on
    if any(not since <= c.on <= f.today for c in carried):
        return no("执行日期早于送达日期，或者晚于今天。", "核对执行日期。")
    for row in f.case.proposal.measures if f.case.proposal else ():
        until = date.fromisoformat(str(row["until"])) if row.get("until") else None
        if row["kind"] in ENDS_BY_ITS_DAY and until and f.today <= until:
            return no(f"{KINDS[str(row['kind'])]}至{until}止，尚未执行完毕。", "期满后再确认履行完毕。")
    return None


@gate("EXEC-01", cites="行政处罚法 66.1", of_inputs=True)
def the_issuing_body_was_told(f: Executing) -> Reason | None:
    """The body that issued a licence was told of what became of it."""
    bare = [c.kind for c in f.look.given_as(Finish).carried if c.kind in LICENSED and not c.told_by]
    if not bare:
        return None
    return no(f"{'、'.join(KINDS[k] for k in bare)}没有告知发证机关。", "告知发证机关，填写文书名称和文号。")
