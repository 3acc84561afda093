"""Penalties say what they consist of.

DEC-10  illegal gains are confiscated as a sum, with its computation and what is returned
DEC-01  confiscated things are listed; a penalty on licence, business or work says on what and until when
"""

from collections import Counter
from typing import Any

from mingfa.bureau.cases.conclusion.inputs import Conclusion
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.kinds import CARRIED_OUT, FOR_A_TIME, KINDS, LICENSED
from mingfa.bureau.lib.money import yuan


@gate("DEC-10", cites="行政处罚法 28.2", of_inputs=True)
def confiscated_gains_are_a_sum_with_its_computation(f: CaseFacts) -> Reason | None:
    """Confiscated gains are a sum; the report says how it was computed."""
    given = f.look.given_as(Conclusion)
    if "confiscate_gains" not in given.kinds:
        return None
    if given.gains <= 0:
        return no("提出没收违法所得，没有写明金额。", "填写违法所得的金额；没有违法所得的，删去该处罚种类。")
    if given.gains_words:
        return None
    return no("没有写明违法所得的计算。", "写明违法所得的收入、期间、依据和计算过程。")


@gate("DEC-10", cites="行政处罚法 28.2", of_inputs=True)
def what_is_returned_is_part_of_the_gains(f: CaseFacts) -> Reason | None:
    """Of the gains, what must be returned to others is not confiscated; something is left."""
    given = f.look.given_as(Conclusion)
    if given.returned == 0:
        return None
    if given.returned > given.gains or ("confiscate_gains" in given.kinds and given.returned == given.gains):
        return no(
            f"依法退赔{yuan(given.returned)}元，违法所得{yuan(given.gains)}元，没有可以没收的余额。",
            "核对金额；全部退赔的，删去没收违法所得并写明理由。",
        )
    return None if given.returned_words else no("没有写明退赔的对象和依据。", "写明退赔给谁、依据什么。")


@gate("DEC-01", cites="行政处罚法 9(2)", of_inputs=True)
def confiscated_things_are_listed(f: CaseFacts) -> Reason | None:
    """A confiscation of things lists them, each once; without the penalty there is no list."""
    given = f.look.given_as(Conclusion)
    if "confiscate_property" not in given.kinds:
        return (
            no("列明了没收的财物，没有选择没收非法财物。", "选择没收非法财物，或者清空清单。")
            if given.things
            else None
        )
    if not given.things:
        return no("没收非法财物没有列明财物。", "逐项列明名称、数量和特征。")
    twice = [n for n, times in Counter((t.name, t.mark) for t in given.things).items() if times > 1]
    if twice:
        return no(f"{'、'.join(name for name, _ in twice)}重复列明。", "合并为一项，或者写明各自的特征。")
    return None


@gate("DEC-01", cites="行政处罚法 9", of_inputs=True)
def each_penalty_says_what_it_consists_of(f: CaseFacts) -> Reason | None:
    """A penalty on licence, business or work is described once; nothing is that is not imposed."""
    given = f.look.given_as(Conclusion)
    described = Counter(str(m.kind) for m in given.measures)
    wanted = {k for k in given.kinds if k in CARRIED_OUT}
    bad = {k for k in wanted if described[k] != 1} | (described.keys() - wanted)
    if not bad:
        return None
    names = "、".join(KINDS[k] for k in CARRIED_OUT if k in bad)
    return no(f"{names}的内容与处罚种类不一致。", "每种处罚各填写一项内容；未提出的处罚，删去其内容。")


@gate("DEC-01", cites="行政处罚法 9(3)", of_inputs=True)
def a_licence_has_the_body_that_issued_it(f: CaseFacts) -> Reason | None:
    """Who suspends, downgrades or revokes names the body that issued the licence: it will be told."""
    bare = [m.kind for m in f.look.given_as(Conclusion).measures if m.kind in LICENSED and not m.issuer]
    if not bare:
        return None
    return no(f"{'、'.join(KINDS[k] for k in bare)}没有写明发证机关。", "填写许可证件的发证机关。")


@gate("DEC-01", cites="行政处罚法 59.1(4)", of_inputs=True)
def a_penalty_for_a_time_ends_on_a_day_ahead(f: CaseFacts) -> Reason | None:
    """Suspension and restriction end on a day that lies ahead; a revocation and a closing have no end."""
    for one in f.look.given_as(Conclusion).measures:
        if one.kind in FOR_A_TIME and (one.until is None or one.until <= f.today):
            return no(f"{KINDS[one.kind]}没有今后的截止日期。", "填写今后的截止日期。")
        if one.kind in ("revoke_permit", "close_down", "downgrade") and one.until is not None:
            return no(
                f"{KINDS[one.kind]}没有期限，不应填写截止日期。",
                "清空截止日期；有期限的，改选相应的处罚种类。",
            )
    return None


PENALTIES: tuple[Any, ...] = (
    confiscated_gains_are_a_sum_with_its_computation,
    what_is_returned_is_part_of_the_gains,
    confiscated_things_are_listed,
    each_penalty_says_what_it_consists_of,
    a_licence_has_the_body_that_issued_it,
    a_penalty_for_a_time_ends_on_a_day_ahead,
)
