"""What may be decided on the spot (处罚法 51): within its limits, by the published steps, against whom.

SUMM-01  within the limits, the facts beyond doubt
DEC-01   kinds of the item, an amount for a fine and for nothing else
DEC-05   under 14 no penalty; from 14 to 18 lighter
DEC-06   who could not discern or control the act is not penalised
DEC-08   the minor and corrected, and who is without fault, is not penalised but educated
DEC-09   the amount lies within its step; no deviation on the spot
DEC-14   the amount lies within what the law sets
EXEC-03  the fine is collected on the spot only where the law lets it
"""

from mingfa.bureau.cases.amount.rules import above, below
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.discretion import Band
from mingfa.bureau.law.penalty.fines import Measured, whose
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.summary.facts import Street
from mingfa.bureau.summary.inputs import SpotPenalty
from mingfa.bureau.summary.values import CITIZEN_FEN, ORDINARY, SMALL_FEN, UNIT_FEN


@gate("SUMM-01", cites="行政处罚法 51", of_inputs=True)
def it_stays_within_the_limits(f: Street) -> Reason | None:
    """On the spot: 200 yuan for citizens, 3,000 for legal persons and other organisations, or a warning."""
    limit = UNIT_FEN if f.is_unit else CITIZEN_FEN
    amount = f.look.given_as(SpotPenalty).amount
    if amount <= limit:
        return None
    whom = "法人或者其他组织" if f.is_unit else "公民（含个体工商户）"
    return no(
        f"罚款{yuan(amount)}元，超过对{whom}当场处罚的限额{yuan(limit)}元，不得当场作出决定。", ORDINARY
    )


@gate("SUMM-01", cites="行政处罚法 51", of_inputs=True)
def the_facts_are_beyond_doubt(f: Street) -> Reason | None:
    """Photo, recording or other evidence shows the violation."""
    given = f.look.given_as(SpotPenalty)
    if given.media or given.account:
        return None
    return no(
        "没有照片、音像记录或者其他证据，不能认定违法事实确凿。",
        f"拍摄现场照片，或者写明其他证据；事实需要调查的，{ORDINARY}",
    )


@gate("DEC-01", cites="行政处罚法 51", of_inputs=True)
def its_kinds_are_those_of_the_item(f: Street) -> Reason | None:
    """The kinds are among those of the item; a fine has an amount, a warning has none."""
    given = f.look.given_as(SpotPenalty)
    if f.item is not None and not set(given.kinds) <= set(f.item.kinds):
        return no("处罚种类不在该事项的法定种类之内。", "从该事项的处罚种类中选择。")
    if ("fine" in given.kinds) != (given.amount > 0):
        return no("罚款金额与处罚种类不一致。", "处罚款的，填写金额；只给予警告的，金额不填。")
    return None


@gate("DEC-09", cites="行政处罚法 34", of_inputs=True)
def its_amount_lies_within_its_step(f: Street) -> Reason | None:
    """A fine lies within its discretion step; a deviation is never decided on the street."""
    given = f.look.given_as(SpotPenalty)
    step = f.item.step(given.step) if f.item else None
    if step is None:
        return no(f"裁量基准中没有“{given.step}”这一档。", "从该事项的裁量基准中选择档次。")
    # A step that is not to be penalised is another rule's (DEC-08).
    if step.kind == "none" or ("fine" not in given.kinds and step.kind == "warning"):
        return None
    band = Band(step.low, step.high)
    if step.kind == "fine" and band.contains(given.amount):
        return None
    if step.kind == "warning":
        return no(f"“{step.name}”档次只给予警告，不处罚款。", "改为警告，或者调整档次。")
    return no(
        f"罚款{yuan(given.amount)}元，不在“{step.name}”档次的幅度（{band}）之内。",
        f"调整金额或者档次；确需突破裁量基准的，{ORDINARY}",
    )


@gate("DEC-14", cites="行政处罚法 38.1", of_inputs=True)
def its_fine_is_within_the_law(f: Street) -> Reason | None:
    """What the law sets is asked apart from the benchmark: its most and, without a ground, its least."""
    given = f.look.given_as(SpotPenalty)
    if f.item is None or "fine" not in given.kinds:
        return None
    allowed = f.item.allowed(Measured(whose(given.party.kind)))
    return above(given.amount, allowed) or below(given.amount, allowed, given.mitigation)


@gate("DEC-05", cites="行政处罚法 30", of_inputs=True)
def the_young_are_spared(f: Street) -> Reason | None:
    """Under 14 no penalty; from 14 to 18 lighter; an age that no ID number tells was made sure of."""
    given = f.look.given_as(SpotPenalty)
    age = given.party.age_on(f.act_on)
    if given.party.kind != "person" or (age is None and given.adult) or (age is not None and age >= 18):
        return None
    if age is None:
        return no(
            "没有登记当事人的身份证号，也没有核实年龄。",
            "登记身份证号；无法登记的，核实当事人年满十八周岁后勾选。",
        )
    if age < 14:
        return no(f"当事人{age}周岁，不满十四周岁，不予行政处罚。", "责令监护人加以管教。")
    if "under_18" in given.mitigation:
        return None
    return no(
        f"当事人{age}周岁，应当从轻或者减轻行政处罚。", "勾选“已满十四周岁不满十八周岁”，并相应从轻、减轻。"
    )


@gate("DEC-06", cites="行政处罚法 31", of_inputs=True)
def the_party_knew_what_it_did(f: Street) -> Reason | None:
    """Whoever could not discern or control the act is not penalised."""
    if "incapable" not in f.look.given_as(SpotPenalty).exemptions:
        return None
    return no("当事人行为时不能辨认或者不能控制自己行为，不予行政处罚。", "责令其监护人严加看管和治疗。")


@gate("DEC-08", cites="行政处罚法 33", of_inputs=True)
def the_minor_is_not_penalised(f: Street) -> Reason | None:
    """What is minor, corrected and harmless, and who is without fault, is not penalised."""
    given = f.look.given_as(SpotPenalty)
    step = f.item.step(given.step) if f.item else None
    if not {"minor", "no_fault"} & set(given.exemptions) and (step is None or step.kind != "none"):
        return None
    return no(
        "属于依法不予行政处罚的情形，不得当场处罚。",
        "对当事人进行教育，责令改正；需要作出不予处罚决定的，立案办理。",
    )


@gate("EXEC-03", cites="行政处罚法 68、行政处罚法 69", of_inputs=True)
def it_is_collected_where_the_law_lets(f: Street) -> Reason | None:
    """On the spot: at most 100 yuan, or hard to execute later; in remote areas at the party's request."""
    given = f.look.given_as(SpotPenalty)
    if "fine" not in given.kinds:
        return None if given.payment is None else no("没有罚款，不应选择缴款方式。", "清空缴款方式。")
    if given.payment is None:
        return no("没有写明罚款的缴款方式。", "选择缴款方式。")
    if given.payment == "small" and given.amount > SMALL_FEN:
        return no(
            f"罚款{yuan(given.amount)}元，超过一百元，不得以此为由当场收缴。",
            "告知当事人到指定的银行或者通过电子支付系统缴纳；不当场收缴事后难以执行的，写明理由。",
        )
    if given.payment in ("hard", "remote") and not given.payment_reason:
        return no("当场收缴没有写明理由。", "写明事后难以执行的具体情况，或者当事人提出的困难。")
    return None
