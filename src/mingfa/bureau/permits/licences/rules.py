"""After the licence (行政许可法 7, 8, 61, 69, 70): supervised, withdrawn, rescinded, cancelled.

PERM-15  each end of a licence has a ground of the law, and the holder was heard
PERM-16  a supervisory inspection is recorded and signed by who made it
QUAL-03  two staff inspect
"""

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.licences.inputs import Cancellation, Rescission, SupervisoryInspection, Withdrawal


@gate("PERM-16", cites="行政许可法 61.2", of_inputs=True)
def the_inspectors_signed(f: PermitFacts) -> Reason | None:
    """Whoever inspected signed the record before it goes to the archive."""
    if f.look.given_as(SupervisoryInspection).signed:
        return None
    return no("监督检查记录没有经监督检查人员签字。", "由监督检查人员签字后归档。")


@gate("PERM-16", cites="行政许可法 61.2", of_inputs=True)
def findings_against_the_holder_have_their_result(f: PermitFacts) -> Reason | None:
    """What was found unlawful has a result on record."""
    given = f.look.given_as(SupervisoryInspection)
    if given.lawful or given.handling:
        return None
    return no("发现违法从事许可活动，没有记录处理结果。", "写明处理结果。")


@gate("AV-01", cites="方案 2.1.a", of_inputs=True)
def the_inspection_is_not_ahead(f: PermitFacts) -> Reason | None:
    """An inspection lies between the issue of the licence and today."""
    given = f.look.given_as(SupervisoryInspection)
    day = given.inspected_at.astimezone(CHINA).date()
    if f.holds.issued_on <= day and given.inspected_at <= f.look.at:
        return None
    return no("检查时间早于颁发许可证件之日，或者晚于办理时间。", "核对检查时间。")


@gate("PERM-15", cites="行政许可法 7", of_inputs=True)
def the_holder_was_heard(f: PermitFacts) -> Reason | None:
    """Before a licence is taken the holder may speak, and it is on record what was said."""
    if f.look.given_as(Rescission, Withdrawal).heard:
        return None
    return no("没有听取被许可人的陈述、申辩。", "听取被许可人意见并写明采纳情况；未提出的，写明告知经过。")


@gate("PERM-15", cites="行政许可法 8.2", of_inputs=True)
def the_public_interest_needs_the_withdrawal(f: PermitFacts) -> Reason | None:
    """A lawful licence is withdrawn only for the public interest, and loss is made good."""
    given = f.look.given_as(Withdrawal)
    if given.public_interest and given.compensation:
        return None
    return no("没有写明公共利益的需要，或者没有写明财产损失的补偿。", "写明撤回的公共利益理由和补偿安排。")


@gate("PERM-15", cites="行政许可法 69.3", of_inputs=True)
def the_public_is_not_harmed_by_rescinding(f: PermitFacts) -> Reason | None:
    """Where rescinding would do the public interest major harm, the licence stays."""
    if not f.look.given_as(Rescission).public_harm:
        return None
    return no("撤销可能对公共利益造成重大损害，不予撤销。", "保留许可，依法采取其他补救措施。")


@gate("PERM-15", cites="行政许可法 69.4", of_inputs=True)
def the_holders_loss_is_answered(f: PermitFacts) -> Reason | None:
    """Rescinded for the office's own fault, the holder's loss is made good; who cheated has no claim."""
    given = f.look.given_as(Rescission)
    if given.ground == "fraud" or given.compensation:
        return None
    return no("没有写明被许可人合法权益受到损害的赔偿。", "写明赔偿安排；没有损害的，写明情况。")


@gate("PERM-15", cites="行政许可法 70", of_inputs=True)
def the_ground_of_cancelling_is_there(f: PermitFacts) -> Reason | None:
    """Expired means the last day has passed; ended, that it was withdrawn or rescinded; others are shown."""
    given, licence = f.look.given_as(Cancellation), f.holds
    if given.ground == "expired":
        there = licence.to_on is not None and f.today > licence.to_on and licence.state == "valid"
    elif given.ground == "ended":
        there = licence.state in ("withdrawn", "rescinded") or bool(given.document)
    else:
        there = bool(given.document)
    if there:
        return None
    return no(
        "注销的法定情形没有出现，或者没有写明证明材料。", "核对有效期和许可的状态；其他情形写明证明材料。"
    )


@gate("PERM-14", cites="行政许可法 50.2", of_inputs=True)
def no_renewal_is_open(f: PermitFacts) -> Reason | None:
    """A licence whose renewal was asked for and is not decided is not cancelled as expired."""
    if f.look.given_as(Cancellation).ground != "expired" or not f.standing.renewal_open:
        return None
    return no("被许可人已经申请延续，尚未作出决定，不得以届满为由注销。", "先对延续申请作出决定。")
