"""Keeping what was taken, and how it goes (行政强制法 21, 26-28).

COMP-01  things are destroyed only where a law says so
COMP-10  a third party keeps only what is sealed up, is named and warned
COMP-11  what was released goes back by its list, against a signature
COMP-12  seized things go along with a transfer, and the party is told in writing
COMP-13  perishables are sold on record; the proceeds go back, what was lost is made good
DEC-01   things are confiscated by a decision
QUAL-01  two officers see the destruction
AV-03    giving back and destroying are recorded as the situation asks
"""

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.measures.facts import Holding, the_basis, two_certified
from mingfa.bureau.measures.inputs import CustodyEntry, Disposal, HandingBack
from mingfa.bureau.measures.values import Sale


@gate("COMP-10", cites="行政强制法 26.2", of_inputs=True)
def a_third_party_keeps_only_what_is_sealed_up(f: Holding) -> Reason | None:
    """A third party may be entrusted with what is sealed up, not with what was seized."""
    if f.look.given_as(CustodyEntry).kind != "entrusted" or f.measure is None or f.measure.kind == "seal":
        return None
    return no("扣押的财物不得委托第三人保管。", "由本机关保管；只有查封的场所、设施或者财物可以委托保管。")


@gate("COMP-10", cites="行政强制法 26", of_inputs=True)
def whoever_keeps_it_now_is_named(f: Holding) -> Reason | None:
    """A new keeper is named; a third party was told in writing neither to damage nor to dispose of it."""
    given = f.look.given_as(CustodyEntry)
    if given.kind not in ("moved", "entrusted") or (given.keeper and (given.kind == "moved" or given.warned)):
        return None
    return no(
        "没有写明保管人，或者没有书面告知受托人不得损毁、擅自转移、处置。",
        "填写保管人；委托保管的，书面告知。",
    )


@gate("COMP-13", cites="行政强制法 28.2", of_inputs=True)
def the_proceeds_of_a_sale_are_on_record(f: Holding) -> Reason | None:
    """A sale names rows still held and brought an amount, which goes back to the party on release."""
    given = f.look.given_as(CustodyEntry)
    if given.kind != "sold":
        fine = not given.proceeds and not given.things
    else:
        before = {n for s in (f.measure.sales if f.measure else ()) for n in s.things}
        held = set(f.measure.left) - before if f.measure else set()
        fine = bool(given.things) and set(given.things) <= held and given.proceeds > 0
    if fine:
        return None
    return no(
        "变卖没有登记清单序号和所得、所列物品不在保管中或者已经变卖；或者不是变卖而登记了所得。",
        "拍卖、变卖的，按清单填写序号，按凭证填写所得金额。",
    )


@gate("COMP-13", cites="行政强制法 28.2", of_inputs=True)
def the_proceeds_go_back(f: Holding) -> Reason | None:
    """What was sold goes back as money: exactly what the sales of the released things brought."""
    due = sum(s.proceeds for s in _sold(f))
    if f.release is None or f.look.given_as(HandingBack).proceeds == due:
        return None
    return no(f"应当退还变卖所得{yuan(due)}元。", "按变卖凭证退还所得款项。")


@gate("COMP-13", cites="行政强制法 28.2", of_inputs=True, warns=True)
def a_sale_below_its_worth_is_made_good(f: Holding) -> Reason | None:
    """Sold clearly below the market price, what the party lost is made good; if not, there is a reason."""
    lost = sum(max(s.worth - s.proceeds, 0) for s in _sold(f))
    if f.look.given_as(HandingBack).made_good >= lost:
        return None
    return no(
        f"变卖所得比市场价格低{yuan(lost)}元，没有足额补偿。",
        "给予补偿；不属于明显低于市场价格的，写明理由。",
    )


def _sold(f: Holding) -> tuple[Sale, ...]:
    of = next((m for m in f.held.measures if f.release is not None and m.id == f.release.measure), None)
    return of.sold(f.release.things) if of is not None and f.release is not None else ()


@gate("COMP-11", cites="行政强制法 28", of_inputs=True)
def the_things_named_are_still_held(f: Holding) -> Reason | None:
    """Only what is on the list and still held can be released or disposed of."""
    if f.measure is None or set(f.chosen) <= set(f.measure.left):
        return None
    gone = "、".join(str(n) for n in f.chosen if n not in f.measure.left)
    return no(f"清单中没有第{gone}项，或者已经解除、处理。", "按清单核对序号。")


@gate("COMP-11", cites="行政强制法 28.2")
def the_release_waits_for_its_return(f: Holding) -> Reason | None:
    """Something released is not given back; the release named waits for it, once."""
    if f.release is not None and f.release.returned is None:
        return None
    if f.look.inputs is None and f.held.to_return:
        return None
    return no(
        "没有尚未退还的解除决定，或者所选的不属于本案、财物已经退还。", "从本案尚未退还的解除决定中选择。"
    )


@gate("COMP-11", cites="行政强制法 28.2", of_inputs=True)
def the_receiver_signed_for_the_things(f: Holding) -> Reason | None:
    """Two officers gave the things back by the list, and the receiver signed for them."""
    given = f.look.given_as(HandingBack)
    if given.signed and two_certified(f) and given.returned_at <= f.look.at:
        return None
    return no(
        "领取人没有签名、退还人员不足两名执法人员，或者退还时间晚于办理时间。",
        "由两名以上执法人员按清单逐项清点退还，并请领取人签名。",
    )


@gate("DEC-01", cites="行政强制法 27、行政处罚法 57.1", of_inputs=True)
def confiscation_follows_a_decision(f: Holding) -> Reason | None:
    """Things are confiscated where a decision to confiscate was made and has reached the party."""
    if f.look.given_as(Disposal).how != "confiscated" or f.confiscating:
        return None
    return no("没有已经送达的没收非法财物的处罚决定。", "没有没收决定的，依法解除并退还。")


@gate("COMP-12", cites="行政强制法 21", of_inputs=True)
def things_go_along_with_a_transfer(f: Holding) -> Reason | None:
    """Things are handed to the judicial organ only where the case itself was transferred."""
    if f.look.given_as(Disposal).how != "transferred" or f.case.state == "handing_over":
        return None
    return no("案件没有移送司法机关，财物不能随案移送。", "先作出移送决定；移送时书面告知当事人。")


@gate("COMP-01", cites="行政强制法 27", of_inputs=True)
def destruction_has_its_law(f: Holding) -> Reason | None:
    """Things are destroyed only where a law or an administrative regulation says so."""
    given = f.look.given_as(Disposal)
    if given.how != "destroyed":
        return None
    wrong, statutes = the_basis([given.basis])
    if statutes and not wrong and cite(given.basis).statute.level != "地方性法规":
        return None
    return no(
        "没有规定应当销毁的法律、行政法规条文。",
        "写明应当销毁的条文；没有规定的，不得销毁。",
    )


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_officers_saw_the_destruction(f: Holding) -> Reason | None:
    """Two certified officers see that things are destroyed."""
    if f.look.given_as(Disposal).how != "destroyed" or two_certified(f):
        return None
    return no("监督销毁的执法人员不足两人，或者没有有效执法证件。", "由两名以上执法人员监督销毁并签名。")


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_end_was_recorded_in_picture(f: Holding) -> Reason | None:
    """Giving back and destroying are recorded; without a recording there is a reason."""
    given = f.look.given_as(Disposal, HandingBack)
    if given.media or getattr(given, "how", "destroyed") != "destroyed":
        return None
    return no("退还、销毁过程没有照片或者音像记录。", "上传音像记录；文字记录能够全面有效记录的，写明理由。")
