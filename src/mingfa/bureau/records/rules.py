"""Recording what happens on the spot.

QUAL-01  two officers inspect and question
QUAL-05  the certificate is shown, actively
NOTI-01  cause, basis, rights and duties are told (plan 1.3.c)
EVID-01  evidence is one of the eight kinds, and electronic kinds lie in the file as bytes
EVID-03  a record is signed, or says why not
EVID-08  bytes are fixed by their digest when they come in
EVID-09  no evidence is gathered after the decision
AV-03    situational recording: absent means a recorded reason
AV-01    start and end are in order
"""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.filming.values import Span, faults
from mingfa.bureau.records.inputs import Exclusion, Inspection, NewEvidence, OnCamera, Questioning, Sampling
from mingfa.bureau.records.values import DeviceView, Recorded

DECIDED = frozenset({"decided", "performed", "closing", "closed", "handing_over", "transferred", "revoked"})


@dataclass(frozen=True)
class Recording:
    """What the gates of a record may see: the frame, the officers named, what is on file already."""

    look: Look[Inputs]
    officers: tuple[Actor, ...]
    recorded: Recorded
    devices: tuple[DeviceView, ...] = ()

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def scene(self) -> Span | None:
        """From when to when it went on."""
        return self.look.given_as(OnCamera).span


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True, cites_in={"inspection": "国办发〔2024〕54号"})
def two_certified_officers_were_present(f: Recording) -> Reason | None:
    """At least two officers with valid certificates inspect or question."""
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    if len(able) >= 2 and len(able) == len(set(f.look.given_as(Inspection, Questioning, Sampling).officers)):
        return None
    return no(
        "执法人员不足两人，或者所列人员没有有效执法证件。", "由两名以上持有效执法证件的执法人员共同开展。"
    )


@gate("QUAL-05", cites="行政处罚法 55", of_inputs=True)
def the_certificate_was_shown(f: Recording) -> Reason | None:
    """The officers showed their certificates; if not, the party may refuse."""
    if f.look.given_as(Inspection, Questioning, Sampling).certificate_shown:
        return None
    return no("没有主动出示执法证件，当事人或者有关人员有权拒绝。", "主动出示执法证件并记入笔录后再继续。")


@gate("NOTI-01", cites="行政处罚法 44", of_inputs=True, cites_in={"inspection": "方案 1.3.c"})
def rights_and_duties_were_told(f: Recording) -> Reason | None:
    """Cause, basis, rights and duties were told and explained (plan 1.3.c)."""
    if f.look.given_as(Inspection, Questioning, Sampling).rights_told:
        return None
    return no("没有告知事由、依据和权利义务。", "当场告知并作解释说明，记入笔录。")


@gate("EVID-03", cites="行政处罚法 55", of_inputs=True)
def the_record_is_signed_or_says_why_not(f: Recording) -> Reason | None:
    """The person signs the record; a refusal or an absence is explained in it."""
    given = f.look.given_as(Inspection, Questioning, Sampling)
    if given.signed == "signed" or given.refusal:
        return None
    return no("笔录没有当事人签名，也没有说明原因。", "请当事人核对后签名；拒绝签名或者不在场的，写明情况。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True, cites_in={"inspection": "方案 2.1.a"})
def the_record_ends_after_it_starts(f: Recording) -> Reason | None:
    """A record starts, ends later, and both lie before it is made."""
    given = f.look.given_as(Inspection, Questioning)
    forwards = all(r.started_at < r.ended_at <= f.look.now for r in given.recordings)
    if forwards and given.started_at < given.ended_at <= f.look.at:
        return None
    return no("笔录、音像记录的开始、结束时间前后不一致，或者晚于办理时间。", "核对起止时间。")


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def it_was_recorded_in_sound_and_picture(f: Recording) -> Reason | None:
    """On-site enforcement is recorded as the situation asks; without a recording there is a reason.

    Where words record it fully, that is the reason (plan 2.2.c); a seizure or a demolition has none (2.2.a).
    """
    given = f.look.given_as(Inspection, Questioning, Sampling)
    files = [*given.media, *(r.file for r in getattr(given, "recordings", []))]
    if any(file.measured is None or file.measured.plays for file in files):
        return None
    if files:
        named = "；".join(f"“{file.name}”{faults(file.measured)}" for file in files)
        return no(
            f"音像文件无法播放，视为没有音像记录：{named}。",
            "上传能够播放的原件；没有的，写明原因（原文件照样保存）。",
        )
    return no("没有照片或者音像记录。", "上传音像记录；文字记录能够全面有效记录的，写明不作音像记录的理由。")


@gate("EVID-09", cites="行政诉讼法 35")
def evidence_is_gathered_before_the_decision(f: Recording) -> Reason | None:
    """After the decision the agency gathers no more evidence."""
    if f.look.matter is None or f.look.matter.state not in DECIDED:
        return None
    return no("已经作出决定，不得再自行收集证据。", "需要补充证据的，依照复议、诉讼程序申请。")


@gate("EVID-08", cites="电子签名法 5", of_inputs=True)
def electronic_evidence_has_its_bytes(f: Recording) -> Reason | None:
    """Audio-visual material and electronic data are on file as bytes, fixed by their digest."""
    given = f.look.given_as(NewEvidence)
    if given.kind not in ("av", "electronic") or given.file is not None:
        return None
    return no("视听资料、电子数据没有上传原始文件。", "上传原始文件，系统即时固定其数字摘要。")


@gate("EVID-01", cites="行政处罚法 46", of_inputs=True)
def evidence_was_obtained_before_it_was_entered(f: Recording) -> Reason | None:
    """Evidence was obtained before it is entered."""
    if f.look.given_as(NewEvidence).obtained_at <= f.look.at:
        return None
    return no("证据取得时间晚于办理时间。", "核对证据取得时间。")


@gate("EVID-02", cites="行政处罚法 46.3", of_inputs=True)
def the_evidence_can_still_be_excluded(f: Recording) -> Reason | None:
    """Only evidence on file that was not excluded yet can be excluded."""
    if any(e.id == f.look.given_as(Exclusion).evidence for e in f.recorded.usable):
        return None
    return no("所选证据不在卷，或者已经排除。", "从本事项的有效证据中选择。")
