"""After a decision on the spot: collecting, handing in, reporting, filing away (处罚法 52 para 3, 68-71).

EXEC-03  only what the decision says is collected on the spot is collected there, that day
EXEC-04  a receipt of the finance department, once; to the bureau in 2 working days, to the bank in 2 more
SUMM-05  reported within 3 working days, once; nothing is filed away unreported
QUAL-08  whoever decided does not file away
"""

from datetime import date

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.summary.facts import Decided
from mingfa.bureau.summary.inputs import BankIn, HandIn, Receipt
from mingfa.bureau.summary.values import ON_THE_SPOT


@gate("EXEC-03", cites="行政处罚法 68、行政处罚法 69")
def it_is_collected_on_the_spot(f: Decided) -> Reason | None:
    """Officers collect what the decision says is collected on the spot, on the day of the decision."""
    if f.decision.payment in ON_THE_SPOT and f.today == f.decision.decided_on:
        return None
    return no(
        f"决定书没有写明当场收缴，或者已经不是作出决定的当日（{f.decision.decided_on}）。",
        "由当事人到指定的银行或者通过电子支付系统缴纳。",
    )


@gate("EXEC-04", cites="行政处罚法 70", of_inputs=True)
def a_receipt_was_given(f: Decided) -> Reason | None:
    """Without the receipt of the finance department the party may refuse to pay."""
    if f.look.given_as(Receipt).receipt_no:
        return None
    return no(
        "没有财政部门统一制发的专用票据号，当事人有权拒绝缴纳罚款。", "先出具专用票据，按票据填写票据号。"
    )


@gate("EXEC-04", cites="行政处罚法 70", of_inputs=True)
def a_fine_receipt_counts_once(f: Decided) -> Reason | None:
    """One receipt is one fine."""
    if not f.receipt_is_used:
        return None
    return no("该专用票据号已经登记过。", "核对票据号；同一票据不得重复使用。")


@gate("EXEC-04", cites="行政处罚法 71", of_inputs=True)
def somebody_else_takes_the_money(f: Decided) -> Reason | None:
    """Whoever collected a fine does not receive it for the bureau."""
    if f.look.given_as(HandIn).received_by not in f.case.handlers:
        return None
    return no("收款人是当场收缴罚款的执法人员本人。", "交给本机关负责收款的其他人员。")


@gate("EXEC-04", cites="行政处罚法 71", of_inputs=True)
def it_came_ashore_after_it_was_collected(f: Decided) -> Reason | None:
    """Of what was collected on the water the days run from coming ashore."""
    ashore = f.look.given_as(HandIn).ashore_on
    if ashore is None or f.collection.collected_on <= ashore <= f.today:
        return None
    return no("抵岸日期早于收缴日期，或者晚于今天。", "核对抵岸日期；不是在水上收缴的，不填。")


@gate("EXEC-04", cites="行政处罚法 71", of_inputs=True, warns=True)
def it_is_handed_in_within_two_days(f: Decided) -> Reason | None:
    """Officers hand in what they collected within two working days."""
    start = f.look.given_as(HandIn).ashore_on or f.collection.collected_on
    return _late(f, "EXEC-04", start, f.today, "当场收缴的罚款应当在{end}前交至本机关，已经超期。")


@gate("EXEC-04", cites="行政处罚法 71", of_inputs=True)
def the_bank_confirmed_it(f: Decided) -> Reason | None:
    """What the bureau pays in is known by the bank's receipt."""
    given = f.look.given_as(BankIn)
    if given.bank and given.receipt_no:
        return None
    return no("没有收款银行和银行缴款凭证号。", "按银行缴款凭证填写。")


@gate("EXEC-04", cites="行政处罚法 71", of_inputs=True)
def it_is_paid_in_after_it_was_handed_in(f: Decided) -> Reason | None:
    """The bureau pays in what it was handed, not before and not in the future."""
    handed = f.collection.handed_on
    if handed is not None and handed <= f.look.given_as(BankIn).paid_on <= f.today:
        return None
    return no("缴款日期早于交至本机关之日，或者晚于今天。", "按银行缴款凭证核对缴款日期。")


@gate("EXEC-04", cites="行政处罚法 71", of_inputs=True, warns=True)
def it_is_paid_in_within_two_days(f: Decided) -> Reason | None:
    """The bureau pays a collected fine in at the bank within two working days."""
    start = f.collection.handed_on or f.today
    paid = f.look.given_as(BankIn).paid_on
    return _late(f, "EXEC-04.bank", start, paid, "罚款应当在{end}前缴付指定的银行，已经超期。")


@gate("SUMM-05", cites="行政处罚法 52.3")
def it_was_not_reported_yet(f: Decided) -> Reason | None:
    """A decision on the spot is reported once."""
    if f.decision.reported is None:
        return None
    return no("该决定已经备案。", "不需要重复备案。")


@gate("SUMM-05", cites="住建部令第55号 14", warns=True)
def it_is_reported_within_three_days(f: Decided) -> Reason | None:
    """A decision on the spot is reported to the agency within three working days."""
    return _late(f, "SUMM-05", f.decision.decided_on, f.today, "当场处罚决定应当在{end}前备案，已经超期。")


@gate("SUMM-05", cites="行政处罚法 52.3")
def it_was_reported(f: Decided) -> Reason | None:
    """Nothing is filed away that was not reported to the agency."""
    if f.decision.reported is not None:
        return None
    return no("当场处罚决定尚未备案。", "由执法人员先办理备案。")


@gate("QUAL-08", cites="行政处罚法 43")
def whoever_decided_does_not_file_it_away(f: Decided) -> Reason | None:
    """The agency's look at a decision without review is somebody else's."""
    if f.by.id not in f.case.handlers:
        return None
    return no("作出当场处罚决定的人员不得自行审查归档。", "请承办机构负责人或者分管负责人办理。")


def _late(f: Decided, term_id: str, start: date, day: date, words: str) -> Reason | None:
    end = term(term_id, start, f.look.calendar).end
    if day <= end:
        return None
    return no(words.format(end=end), "写明超期的原因。")
