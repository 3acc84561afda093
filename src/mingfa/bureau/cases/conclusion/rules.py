"""Concluding an investigation: what the proposal must stand on.

EVID-01  what happened is proved by evidence on file
EVID-02  excluded evidence proves nothing
EVID-03  questioning and inspection made a record
QUAL-05  the certificate was shown each time
EVID-06  what a device recorded was reviewed
AV-12    what rests on a lost recording proves nothing
AV-03    situational recording: absent means a recorded reason
NOTI-07  correction was ordered
FILE-06  a suspected crime is transferred, with its reasons
DEC-05   under 14 no penalty; from 14 to 18 mitigated
DEC-06  who could not discern or control the act is not penalised
DEC-07   mitigating grounds are examined
DEC-08   no penalty for the minor goes with education; a first violation is the first
DEC-09   the amount lies within its discretion step, or the deviation is explained; the standard of the day
DEC-10   illegal gains are confiscated


From the clue to the filing.

JUR-01   the violation happened within our area
JUR-09   only a listed item in force can be used
QUAL-01  at least two certified officers of the unit handle a case
QUAL-08  who has an interest recuses; each handler declares
FILE-01  a clue is verified within 15 working days
FILE-02  filing needs initial evidence
FILE-03  what meets the standard is filed; a case from an inspection names it
FILE-04  no penalty after the limitation has run; five years only by a recorded fact
FILE-05  one act, one fine
TIME-07  what is cited was in force on the day of the act
NOTI-07  a time limit to correct lies ahead
AV-01    what is registered has happened
"""

from typing import Any

from mingfa.bureau.cases.conclusion.inputs import Conclusion, CorrectionDemand
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.discretion import Band
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.records.devices.rules import not_reviewed
from mingfa.bureau.records.filming.facts import unusable


@gate("EVID-03", cites="行政处罚法 55")
def inspection_or_questioning_was_recorded(f: CaseFacts) -> Reason | None:
    """An investigation questioned or inspected, and made a record of it."""
    if f.recorded.records:
        return None
    return no("没有现场检查笔录或者询问笔录。", "先开展检查或者询问并制作笔录。")


@gate("QUAL-05", cites="行政处罚法 55")
def the_certificate_was_shown_every_time(f: CaseFacts) -> Reason | None:
    """In every inspection and questioning the officers showed their certificates."""
    bare = [r.number for r in f.recorded.records if not r.certificate_shown]
    if not bare:
        return None
    return no(f"{'、'.join(bare)}没有出示执法证件的记载。", "重新检查或者询问，主动出示执法证件并记入笔录。")


@gate("AV-03", cites="方案 2.2.b", warns=True)
def the_scene_was_recorded_in_sound_and_picture(f: CaseFacts) -> Reason | None:
    """Evidence taking is recorded in audio or video as the situation asks; without it there is a reason."""
    if any(r.media for r in f.recorded.records) or any(
        e.media.startswith(("video/", "audio/")) for e in f.recorded.usable
    ):
        return None
    return no("调查取证过程没有音像记录。", "补充音像记录；文字记录能够全面有效记录的，写明理由。")


@gate("EVID-01", cites="行政处罚法 46.1", of_inputs=True)
def the_evidence_named_is_on_file(f: CaseFacts) -> Reason | None:
    """The report names at least one piece of evidence, and each lies in the file."""
    named, known = {e.evidence for e in f.look.given_as(Conclusion).evidence}, f.recorded.names.keys()
    if named and named <= known:
        return None
    return no("调查终结报告没有列明证据，或者所列证据不在案。", "从本案证据中逐项选择并写明证明对象。")


@gate("EVID-02", cites="行政处罚法 46.3", of_inputs=True)
def no_excluded_evidence_is_used(f: CaseFacts) -> Reason | None:
    """Evidence obtained unlawfully was excluded and proves nothing."""
    out = {e.id: e.name for e in f.recorded.evidence if e.excluded is not None}
    used = [out[e.evidence] for e in f.look.given_as(Conclusion).evidence if e.evidence in out]
    if not used:
        return None
    return no(f"{'、'.join(used)}已被排除，不得作为认定案件事实的根据。", "从证据清单中删去。")


@gate("AV-12", cites="治安管理处罚法 108.3", of_inputs=True)
def no_evidence_rests_on_a_lost_recording(f: CaseFacts) -> Reason | None:
    """Of a scene to be recorded throughout, what rests on a missing or lost recording proves nothing."""
    chosen = {e.evidence for e in f.look.given_as(Conclusion).evidence}
    bare = [e.name for e in unusable(f.recorded.usable, f.recorded.scenes) if e.id in chosen]
    if not bare:
        return None
    return no(
        f"{'、'.join(bare)}所依据的全程音像记录缺失或者已经损毁、丢失，不能作为处罚的根据。",
        "从证据清单中删去，或者重新取证。",
    )


@gate("EVID-06", cites="行政处罚法 41.2", of_inputs=True)
def the_records_of_devices_were_reviewed(f: CaseFacts) -> Reason | None:
    """What a technical monitoring device recorded is evidence only after its review."""
    chosen = {e.evidence for e in f.look.given_as(Conclusion).evidence}
    return not_reviewed(e for e in f.recorded.usable if e.id in chosen)


@gate("NOTI-07", cites="行政处罚法 28.1", of_inputs=True)
def correction_was_ordered(f: CaseFacts) -> Reason | None:
    """A penalty goes with an order to correct."""
    if f.look.given_as(Conclusion).outcome != "penalty" or f.file.corrections:
        return None
    return no("实施行政处罚，应当责令当事人改正或者限期改正违法行为。", "先制作责令改正通知书。")


@gate("DEC-05", cites="行政处罚法 30", of_inputs=True)
def the_party_is_of_age_to_be_penalised(f: CaseFacts) -> Reason | None:
    """A person under 14 is not penalised; from 14 to 18 the penalty is mitigated."""
    given, age = f.look.given_as(Conclusion), f.file.party.age_on(f.file.act_on) if f.file.party else None
    if given.outcome != "penalty" or age is None or age >= 18:
        return None
    if age < 14:
        return no(
            f"当事人违法时{age}周岁，不满十四周岁，不予行政处罚。",
            "责令监护人加以管教；处理建议改为不予处罚。",
        )
    if "under_18" in given.mitigation:
        return None
    return no(
        f"当事人违法时{age}周岁，应当从轻或者减轻行政处罚。",
        "在裁量情节中选择“已满十四周岁不满十八周岁”并相应从轻、减轻。",
    )


@gate("DEC-06", cites="行政处罚法 31", of_inputs=True)
def the_party_could_control_its_act(f: CaseFacts) -> Reason | None:
    """Whoever could not discern or control the act is not penalised; the guardian is told to watch."""
    given = f.look.given_as(Conclusion)
    if given.outcome != "penalty" or not given.incapable:
        return None
    return no(
        "精神病人、智力残疾人在不能辨认或者不能控制自己行为时有违法行为的，不予行政处罚。",
        "处理建议改为不予处罚，责令监护人严加看管和治疗。",
    )


@gate("DEC-09", cites="行政处罚法 34", of_inputs=True)
def the_amount_lies_within_its_step(f: CaseFacts) -> Reason | None:
    """A fine lies within its discretion step; a deviation is explained and decided collectively."""
    given = f.look.given_as(Conclusion)
    if given.outcome != "penalty":
        return None
    step = f.file.item.step(given.step)
    if step is None:
        return no(f"裁量基准中没有“{given.step}”这一档。", "从该事项的裁量基准中选择档次。")
    fine, band = given.amount if "fine" in given.kinds else 0, Band(step.low, step.high)
    if given.deviation or (step.kind != "none" and band.contains(fine)):
        return None
    if step.kind == "none":
        return no(f"“{step.name}”档次不予处罚，不应提出处罚。", "处理建议改为不予处罚，或者调整档次。")
    return no(
        f"拟罚款{yuan(fine)}元，超出“{step.name}”档次（{band}）。",
        "调整金额或者档次；确需突破的，写明理由，须经集体讨论决定。",
    )


@gate("DEC-01", cites="行政处罚法 57.1", of_inputs=True)
def the_proposal_fits_its_outcome(f: CaseFacts) -> Reason | None:
    """A penalty names its kinds from those of the item and an amount for a fine; the other ends name none."""
    given = f.look.given_as(Conclusion)
    if given.outcome != "penalty":
        return (
            no("不予处罚或者移送的，不得同时提出处罚种类。", "清空处罚种类和金额。")
            if given.kinds or given.amount
            else None
        )
    if not given.kinds or not set(given.kinds) <= set(f.file.item.kinds):
        return no("处罚种类不在该事项的法定种类之内。", "从该事项的处罚种类中选择。")
    if ("fine" in given.kinds) != (given.amount > 0):
        return no("罚款金额与处罚种类不一致。", "选择罚款的，填写金额；未选择罚款的，金额为零。")
    return None


@gate("DEC-10", cites="行政处罚法 28.2", of_inputs=True, warns=True)
def illegal_gains_are_confiscated(f: CaseFacts) -> Reason | None:
    """Illegal gains are confiscated, except what must be refunded."""
    given = f.look.given_as(Conclusion)
    if given.outcome != "penalty" or given.gains == 0 or "confiscate_gains" in given.kinds:
        return None
    return no("有违法所得而没有提出没收。", "增加没收违法所得；依法应当退赔的，写明理由。")


@gate("DEC-08", cites="行政处罚法 33", of_inputs=True)
def no_penalty_goes_with_education(f: CaseFacts) -> Reason | None:
    """Whoever broke the law and is not penalised is educated; it is recorded how. Who broke none is not."""
    given = f.look.given_as(Conclusion)
    if given.outcome != "no_penalty_minor" or given.education:
        return None
    return no("不予行政处罚的，应当对当事人进行教育，没有教育情况记载。", "填写教育情况。")


@gate("DEC-08", cites="行政处罚法 33.1", of_inputs=True, warns=True)
def a_first_violation_is_the_first(f: CaseFacts) -> Reason | None:
    """Whoever was found by a decision to have done the same before does not do it for the first time."""
    if "first_minor" not in f.look.given_as(Conclusion).mitigation or not f.earlier:
        return None
    known = "、".join(f"{e.title}（{e.act_on}的行为）" for e in f.earlier)
    return no(
        f"选择了“初次违法”，但本机关此前已就同类违法行为作出决定：{known}。",
        "核对是否同一当事人；确属首次违法认定期间以外的，写明认定期间及其依据。",
    )


@gate("DEC-09", cites="行政处罚法 34")
def the_standard_is_that_of_the_day(f: CaseFacts) -> Reason | None:
    """The discretion standard is that of the item in force on the day whose law is applied."""
    item, day = f.file.item, f.file.law_day
    if item.in_force(day):
        return None
    ended = f"至{item.valid_to}" if item.valid_to else ""
    return no(
        f"本案事项（裁量基准自{item.valid_from}起{ended}）在{day}不是现行事项，不得按其裁量。",
        "按违法行为发生之日有效的事项重新登记；新的规定处罚较轻的，先办理新旧规定比较。",
    )


@gate("DEC-07", cites="行政处罚法 32", of_inputs=True)
def the_grounds_for_mitigation_were_examined(f: CaseFacts) -> Reason | None:
    """The report says which mitigating grounds apply, or that there are none, and on which facts."""
    given = f.look.given_as(Conclusion)
    if given.outcome != "penalty" or given.factors:
        return None
    return no("没有写明裁量情节。", "写明从轻、减轻、从重情节及其事实；没有的，写明“无”。")


@gate("FILE-06", cites="行政处罚法 27", of_inputs=True)
def a_transfer_names_the_suspected_crime(f: CaseFacts) -> Reason | None:
    """A case handed to the judicial organs names the suspected crime and its facts."""
    given = f.look.given_as(Conclusion)
    if given.outcome != "transfer" or given.crime:
        return None
    return no("拟移送司法机关，没有写明涉嫌的犯罪及事实。", "填写涉嫌犯罪情况。")


INVESTIGATION: tuple[Any, ...] = (
    inspection_or_questioning_was_recorded,
    the_certificate_was_shown_every_time,
    the_scene_was_recorded_in_sound_and_picture,
)
PROPOSAL: tuple[Any, ...] = (
    the_evidence_named_is_on_file,
    no_excluded_evidence_is_used,
    no_evidence_rests_on_a_lost_recording,
    the_records_of_devices_were_reviewed,
    correction_was_ordered,
    the_party_is_of_age_to_be_penalised,
    the_party_could_control_its_act,
    the_standard_is_that_of_the_day,
    the_amount_lies_within_its_step,
    the_proposal_fits_its_outcome,
    illegal_gains_are_confiscated,
    no_penalty_goes_with_education,
    a_first_violation_is_the_first,
    the_grounds_for_mitigation_were_examined,
    a_transfer_names_the_suspected_crime,
)


@gate("NOTI-07", cites="行政处罚法 28.1", of_inputs=True)
def the_time_to_correct_lies_ahead(f: CaseFacts) -> Reason | None:
    """A time limit to correct is a day that has not passed."""
    due = f.look.given_as(CorrectionDemand).due_on
    if due is None or due >= f.today:
        return None
    return no(f"改正期限（{due}）已经过去，当事人无法改正。", "填写今后的日期；责令立即改正的，不填期限。")
