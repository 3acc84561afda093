"""While something is held (行政强制法 18, 19, 25, 28; plan 2.2.a).

COMP-03  in an emergency the approval is made up within 24 hours
COMP-04  the record of the scene is signed, or says why not
COMP-08  thirty days, once extended by thirty more
COMP-09  the time of tests does not count once told in writing
COMP-11  what need not be held goes back at once; before the filing nothing is extended
AV-01    times are in order
AV-02    the whole time on the spot is recorded, or the head approved why not
"""

from datetime import date
from typing import Protocol

from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.inputs import Excuse, MakeUp, SceneRecord, Testing
from mingfa.bureau.measures.values import LONGEST, Held
from mingfa.bureau.records.filming.values import clock, coverage

# --- while something is held -------------------------------------------------------------------------------


@gate("COMP-04", cites="行政强制法 18")
def the_measure_is_of_this_case(f: Holding) -> Reason | None:
    """Something is held in this case; the measure named belongs to it and is still held."""
    if f.measure is not None and f.measure.left:
        return None
    if f.look.inputs is None and f.held.open:
        return None
    return no(
        "本案没有尚未解除的查封（扣押），或者所选的不属于本案、已经全部解除、处理。",
        "从本案尚未解除的查封（扣押）中选择。",
    )


@gate("COMP-04", cites="行政强制法 18(7)")
def the_scene_has_no_record_yet(f: Holding) -> Reason | None:
    """One scene, one record: also of a measure that ended since."""
    named = f.held.measures if f.look.inputs is None else (f.measure,)
    if any(m is not None and m.record is None for m in named):
        return None
    return no(
        "没有缺少现场笔录的查封（扣押），或者所选的不属于本案、已有现场笔录。", "核对所选的查封（扣押）。"
    )


@gate("COMP-04", cites="行政强制法 18(8)、行政强制法 18(9)", of_inputs=True)
def the_scene_record_is_signed_or_says_why_not(f: Holding) -> Reason | None:
    """The party signs; a refusal is noted; for a party who did not come the witness signs."""
    given, taken = f.look.given_as(SceneRecord), f.measure
    if taken is None:
        return None
    if taken.party_present:
        fine = given.signed == "signed" or (given.signed == "refused" and given.refusal)
    else:
        fine = given.signed == "absent" and given.witness_signed
    if fine:
        return None
    return no(
        "现场笔录没有当事人签名，拒签没有注明，或者当事人不到场而没有见证人签名。",
        "由当事人和执法人员签名；拒绝的予以注明；当事人不到场的，由见证人签名。",
    )


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_scene_ends_after_the_measure(f: Holding) -> Reason | None:
    """The scene ends after the measure and before its record is made; recordings run forwards."""
    given = f.look.given_as(SceneRecord)
    forwards = all(t.started_at < t.ended_at <= f.look.now for t in given.recordings)
    if f.measure is None or (forwards and f.measure.taken_at <= given.ended_at <= f.look.at):
        return None
    return no("现场结束时间早于措施实施时间、晚于办理时间，或者音像记录的起止时间有误。", "核对起止时间。")


@gate("AV-02", cites="国办发〔2018〕118号 (8)、方案 2.2.a", of_inputs=True)
def the_whole_scene_was_recorded(f: Holding) -> Reason | None:
    """Recordings cover the scene from arrival to end without a gap, but for what the head approved."""
    if f.measure is None:
        return None
    given = f.look.given_as(SceneRecord)
    spans = [span for r in given.recordings for span in r.covers]
    gaps = coverage([*spans, *f.measure.excused], f.measure.started_at, given.ended_at)
    if not gaps:
        return None
    words = "、".join(f"{clock(a)}至{clock(b)}" for a, b in gaps)
    return no(
        f"查封、扣押应当全程音像记录，下列时段没有记录：{words}。",
        "补充上传该时段的音像记录；因设备故障等原因中断的，写明原因报负责人批准音像记录例外。",
    )


@gate("AV-02", cites="方案 2.2.a", of_inputs=True)
def the_exception_is_a_stretch_of_the_scene(f: Holding) -> Reason | None:
    """An exception names from when to when nothing was recorded: after the arrival, before its approval."""
    given = f.look.given_as(Excuse)
    if f.measure is None or f.measure.started_at <= given.from_at < given.to_at <= f.look.at:
        return None
    return no("没有记录的时段早于到场、晚于审批，或者起止时间有误。", "按实际中断的时段逐段填写。")


@gate("COMP-03", cites="行政强制法 19")
def there_is_an_approval_to_make_up(f: Holding) -> Reason | None:
    """Only what was taken in an emergency has an approval to make up."""
    named = f.held.open if f.measure is None else (f.measure,)
    if any(m.word == "pending" for m in named):
        return None
    return no("该查封（扣押）已经事先批准或者已经补办。", "核对所选的查封（扣押）。")


@gate("COMP-03", cites="行政强制法 19", of_inputs=True)
def the_approval_is_made_up_within_24_hours(f: Holding) -> Reason | None:
    """The approval is made up within 24 hours; later the measure can only be ended."""
    until = f.measure.make_up_by if f.measure else None
    if until is None or not f.look.given_as(MakeUp).approved or f.look.at <= until:
        return None
    return no(
        f"补办批准的期限（{until.astimezone(CHINA):%Y-%m-%d %H:%M}）已过。", "不予批准，并立即解除该措施。"
    )


@gate("COMP-03", cites="行政强制法 19", of_inputs=True)
def the_measure_is_approved(f: Holding) -> Reason | None:
    """Only a measure that the head approved, before or within 24 hours after, goes on."""
    if f.measure is None or f.measure.word == "approved":
        return None
    return no("该查封（扣押）没有负责人的批准。", "二十四小时内补办批准；未批准的，立即解除。")


@gate("COMP-08", cites="行政强制法 25.1", of_inputs=True)
def the_measure_was_not_extended(f: Holding) -> Reason | None:
    """A measure is extended once, by at most thirty days."""
    if f.measure is None or not f.measure.extended_by:
        return None
    return no("该查封（扣押）已经延长过一次。", f"合计不得超过{2 * LONGEST}日；期满应当解除。")


@gate("COMP-08", cites="行政强制法 25.1", of_inputs=True)
def the_term_of_the_measure_is_running(f: Holding) -> Reason | None:
    """After its last day nothing is extended or tested: what is held goes back."""
    if f.measure is None or f.today <= f.measure.ends_on:
        return None
    return no(f"该查封（扣押）的期限已于{f.measure.ends_on}届满。", "立即作出解除决定并退还财物。")


@gate("COMP-11", cites="行政强制法 28.1、行政强制法 25.1")
def the_case_still_needs_what_is_held(f: Holding) -> Reason | None:
    """More time is for a filed case: else the case is filed, or what was taken goes back."""
    if f.case.filed_on is not None:
        return None
    return no("案件尚未立案，不得延长或者另行计算期限。", "符合立案条件的及时立案；否则解除并退还。")


@gate("COMP-09", cites="行政强制法 25.3", of_inputs=True)
def the_time_of_the_test_is_fixed(f: Holding) -> Reason | None:
    """A test begins on or after today and ends on or after it begins: its time is fixed beforehand."""
    given = f.look.given_as(Testing)
    if f.today <= given.from_on <= given.until_on:
        return None
    return no("检测期间没有事先明确，或者起止日期有误。", "填写今天以后的开始日期和结束日期。")


# --- what a decision asks; what every end of a case asks: cases/closing/rules.py ---------------------------


class WithWhatIsHeld(Protocol):
    """Facts of a decision on a case in which something may be held."""

    @property
    def case(self) -> CaseView: ...
    @property
    def held(self) -> Held: ...
    @property
    def today(self) -> date: ...


@gate("COMP-11", cites="行政强制法 27、行政强制法 28.1")
def nothing_is_held_longer_than_lawful(f: WithWhatIsHeld) -> Reason | None:
    """Nothing is held past its term or without approval; without a penalty, nothing at all."""
    proposal = f.case.proposal
    no_penalty = proposal is not None and proposal.outcome.startswith("no_penalty")
    wrong = [m.number for m in f.held.open if no_penalty or m.word != "approved" or f.today > m.ends_on]
    if not wrong:
        return None
    return no(
        f"查封（扣押）（{'、'.join(wrong)}）期限届满、未经批准或者不予处罚，应当解除而没有解除。",
        "先作出解除决定并退还财物。",
    )
