"""Agreement, suspension, resumption, termination (行政强制法 39, 40, 42).

EXEC-19  the cases in which enforcement is suspended, goes on or ends; after three years it is over
EXEC-20  an agreement: stages; only the additional fine is reduced, after remedial measures
"""

from itertools import pairwise

from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.enforcement.inputs import AgreementWords, Termination
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.lib.money import yuan


@gate("EXEC-20", cites="行政强制法 42.1", of_inputs=True)
def the_agreement_harms_nobody(f: Enforcing) -> Reason | None:
    """An agreement does not harm the public or others; both sides signed it."""
    given = f.look.given_as(AgreementWords)
    if given.harmless and given.signed:
        return None
    return no("没有确认执行协议不损害公共利益和他人合法权益，或者双方没有签名、盖章。", "确认后再登记。")


@gate("EXEC-20", cites="行政强制法 42.1", of_inputs=True)
def its_stages_lie_ahead_in_order(f: Enforcing) -> Reason | None:
    """Each stage has its own day, later than the one before; all lie ahead."""
    days = [stage.day for stage in f.look.given_as(AgreementWords).stages]
    if days[0] >= f.today and all(first < second for first, second in pairwise(days)):
        return None
    return no("各阶段的期限应当不早于今天，并且先后有序。", "调整各阶段的期限。")


@gate("EXEC-20", cites="行政强制法 42.1", of_inputs=True)
def only_the_surcharge_is_reduced(f: Enforcing) -> Reason | None:
    """Only the additional fine is reduced, by no more than there is, after remedial measures."""
    given = f.look.given_as(AgreementWords)
    ran = f.owed.surcharge_left if f.owed else 0
    if given.reduction == 0 or (given.reduction <= ran and given.remedied):
        return None
    return no(
        f"减免只限于加处的罚款（现为{yuan(ran)}元），并且以当事人采取补救措施为条件；罚款本身不得减免。",
        "调整减免数额，写明补救措施。",
    )


@gate("EXEC-20", cites="行政强制法 42.1", of_inputs=True)
def its_stages_pay_the_whole_fine(f: Enforcing) -> Reason | None:
    """Where a fine is enforced, the stages together pay what is left after the reduction."""
    given = f.look.given_as(AgreementWords)
    if f.owed is None or f.source is None or f.source.kind != "penalty":
        return None
    agreed, rest = sum(stage.amount for stage in given.stages), max(0, f.owed.left - given.reduction)
    if agreed == rest:
        return None
    return no(
        f"各阶段合计{yuan(agreed)}元，应为罚款和加处罚款余额减去减免后的{yuan(rest)}元。",
        "调整各阶段的金额。",
    )


@gate("EXEC-19", cites="行政强制法 39.2")
def what_was_suspended_goes_on_within_three_years(f: Enforcing) -> Reason | None:
    """A suspension ends when its reason is gone; after three years nothing is enforced any more."""
    if f.file is None or f.file.paused_on is None:
        return None
    end = term("EXEC-19", f.file.paused_on, f.look.calendar).end
    if f.today <= end:
        return None
    return no(f"中止执行已于{end}满三年，不再执行。", "依法终结执行。")


@gate("EXEC-19", cites="行政强制法 39.2、行政强制法 40", of_inputs=True)
def the_ground_to_end_it_is_there(f: Enforcing) -> Reason | None:
    """A revoked decision was revoked; three years were suspended; of a death or an end there is evidence."""
    given, paused = f.look.given_as(Termination), f.file.paused_on if f.file else None
    if given.ground == "revoked":
        fine = f.source is not None and f.source.revoked
    elif given.ground == "three_years":
        over = term("EXEC-19", paused, f.look.calendar).end if paused else None
        fine = over is not None and f.today > over
    elif given.ground == "other":
        fine = len(given.reason) >= 10
    else:
        fine = bool(given.evidence)
    if fine:
        return None
    return no(
        "终结情形不成立：决定没有被撤销，中止未满三年，没有证明材料，或者没有具体写明理由。",
        "核对终结情形，上传证明材料或者写明理由。",
    )
