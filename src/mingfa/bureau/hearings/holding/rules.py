"""Appointing and holding a hearing (行政处罚法 63-65).

HEAR-01  a hearing is held where the party asked for one and did not take it back
HEAR-04  time and place are told seven working days before; it is held when it was announced
HEAR-05  public unless a ground of the law; conducted by people who did not investigate; recusal
HEAR-06  the party may send one or two agents
HEAR-07  staying or going away without a good reason is a waiver and ends the hearing
HEAR-08  both sides speak; the record is signed, or the chair notes the refusal; a report follows
NOTI-06  a hearing is about what was told
AV-01    the hours are in order
AV-03    a hearing is recorded as the situation asks; of its recordings is asked what is asked of any scene
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.hearings.holding.inputs import Appointment, Proceedings
from mingfa.bureau.hearings.values import Heard, HearingView
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import Term, term
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.filming.values import Span

# Whom the bureau may make a chair: the legal office and the leadership, who see every case.
CHAIRS = frozenset({"reviewer", "review_head", "deputy", "head"})


@dataclass(frozen=True)
class Holding:
    """What the gates of a hearing may see: what is heard, and the people an appointment names."""

    look: Look[Inputs]
    heard: Heard
    named: tuple[Actor, ...]

    @property
    def told_on(self) -> date | None:
        return self.heard.told_on

    @property
    def investigators(self) -> frozenset[int]:
        return self.heard.investigators

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def scene(self) -> Span:
        """From the beginning to the end of the hearing that is recorded."""
        given = self.look.given_as(Proceedings)
        return given.started_at, given.ended_at

    @property
    def hearing(self) -> HearingView | None:
        """The hearing under way, if one is appointed."""
        return self.heard.hearing

    @property
    def appointed(self) -> HearingView:
        """The hearing under way; only its chair comes so far."""
        assert self.hearing is not None, "without a hearing nobody is its chair"
        return self.hearing

    def last_day_to_tell(self, on: date) -> Term:
        """Return the term to tell of a hearing held on a day: its end is the latest day to do so."""
        return term("HEAR-04", on, self.look.calendar)


def names(people: Iterable[Actor]) -> str:
    """Join names."""
    return "、".join(p.name for p in people)


# --- appointing ------------------------------------------------------------------------------------------


@gate("HEAR-01", cites="行政处罚法 63.1", cites_in={"permit": "行政许可法 46、行政许可法 47.1"})
def a_hearing_is_to_be_held(f: Holding) -> Reason | None:
    """The party asked for a hearing, did not take it back, and it was not held yet."""
    if f.heard.due:
        return None
    return no("当事人没有要求听证、已经撤回申请，或者听证已经举行。", "先由承办人记录当事人的听证申请。")


@gate("HEAR-04", cites="行政处罚法 64(2)", cites_in={"permit": "行政许可法 48.1(1)"})
def it_is_not_appointed_yet(f: Holding) -> Reason | None:
    """A hearing is appointed once; what changes afterwards is told by a postponement."""
    if f.hearing is None or not f.hearing.is_appointed:
        return None
    return no(f"已经通知于{f.hearing.on}举行听证。", "时间、地点或者人员变更的，办理延期听证。")


@gate("HEAR-04", cites="行政处罚法 64(2)", cites_in={"permit": "行政许可法 48.1(1)"})
def it_was_appointed(f: Holding) -> Reason | None:
    """Only what was appointed can be postponed."""
    if f.hearing is not None and f.hearing.is_appointed:
        return None
    return no("尚未通知听证的时间、地点，或者听证已经举行。", "先组织听证并制作听证通知书。")


@gate(
    "HEAR-04",
    cites="行政处罚法 64(2)、行政处罚法 85",
    of_inputs=True,
    cites_in={"permit": "行政许可法 48.1(1)、行政许可法 82"},
)
def seven_working_days_are_left_to_tell(f: Holding) -> Reason | None:
    """The party can still be told seven working days before the hearing."""
    on = f.look.given_as(Appointment).starts_at.astimezone(CHINA).date()
    latest = f.last_day_to_tell(on)
    if f.today <= latest.end:
        return None
    return no(f"于{on}举行听证的，应当在{latest.until}前通知当事人，已经来不及。", "另定听证时间。")


@gate("HEAR-05", cites="行政处罚法 64(3)", of_inputs=True, cites_in={"permit": "行政许可法 48.1(2)"})
def it_is_public_unless_the_law_closes_it(f: Holding) -> Reason | None:
    """A hearing is public; closing it has a ground of the law and says what is protected."""
    given = f.look.given_as(Appointment)
    if (given.closed_because is None) == (not given.closed_note.strip()):
        return None
    return no(
        "不公开举行听证没有写明理由，或者公开举行却填写了不公开的理由。",
        "选择不公开的法定原因并写明涉及的内容；没有法定原因的，公开举行。",
    )


@gate("HEAR-05", cites="行政处罚法 64(4)", of_inputs=True, cites_in={"permit": "行政许可法 48.1(3)"})
def nobody_who_investigated_conducts_it(f: Holding) -> Reason | None:
    """Chair, hearers and recorder neither handle the case nor made a record in it."""
    barred = [p for p in f.named if p.id in f.investigators]
    if not barred:
        return None
    return no(f"{names(barred)}参与了调查（审查），不得主持或者参加组织听证。", "指定没有参与的人员。")


@gate("HEAR-05", cites="行政处罚法 64(4)", of_inputs=True, cites_in={"permit": "行政许可法 48.1(3)"})
def each_has_one_part_and_may_play_it(f: Holding) -> Reason | None:
    """Chair, hearers, recorder are different people; the chair is of the legal office or a head."""
    given = f.look.given_as(Appointment)
    parts = [given.chair, *given.hearers, given.recorder]
    able = {p.id: p.roles for p in f.named if p.roles}
    if len(set(parts)) == len(parts) == len(able) and CHAIRS & able[given.chair]:
        return None
    return no(
        "主持人、听证员、记录员重复，不是在任人员，或者主持人不是法制审核人员、机关负责人。",
        "由法制机构人员或者机关负责人主持，听证员、记录员另行指定。",
    )


# --- holding ---------------------------------------------------------------------------------------------


@gate("HEAR-05", cites="行政处罚法 64(4)", cites_in={"permit": "行政许可法 48.1(3)"})
def its_chair_did_not_investigate(f: Holding) -> Reason | None:
    """Whoever was named chair did not become an investigator since."""
    barred = f.investigators & {f.appointed.chair, *f.appointed.hearers, f.appointed.recorder}
    if not barred:
        return None
    return no("听证组成人员已经参与调查（审查），不得主持或者参加组织听证。", "办理延期，更换人员。")


@gate(
    "HEAR-04",
    cites="行政处罚法 64(2)、行政处罚法 85",
    cites_in={"permit": "行政许可法 48.1(1)、行政许可法 82"},
)
def its_notice_was_served_in_time(f: Holding) -> Reason | None:
    """The notice of the present time and place reached the party seven working days before."""
    on = f.appointed.on
    latest = f.last_day_to_tell(on)
    if f.told_on is None:
        return no("听证通知书尚未送达当事人。", "送达听证通知书；来不及的，办理延期。")
    if f.told_on <= latest.end:
        return None
    return no(
        f"听证通知书应当在{latest.until}前送达，于{f.told_on}送达，与{on}之间不足七个工作日。",
        "办理延期，另行通知。",
    )


@gate("NOTI-06", cites="行政处罚法 44", cites_in={"permit": "行政许可法 48.1(4)"})
def it_is_about_what_was_told(f: Holding) -> Reason | None:
    """A hearing is held on the proposal that was told and served."""
    if f.heard.settled:
        return None
    return no("拟作出的决定与告知的内容不一致，或者告知书尚未送达。", "重新告知并送达后举行听证。")


@gate("HEAR-04", cites="行政处罚法 64(2)", of_inputs=True, cites_in={"permit": "行政许可法 48.1(1)"})
def it_was_held_when_it_was_announced(f: Holding) -> Reason | None:
    """It began on the day that was told, and not before the hour."""
    at, appointed = f.look.given_as(Proceedings).started_at, f.appointed
    if at >= appointed.starts_at and at.astimezone(CHINA).date() == appointed.on:
        return None
    told = appointed.starts_at.astimezone(CHINA)
    return no(f"听证没有按照通知的时间（{told:%Y-%m-%d %H:%M}）举行。", "核对开始时间；改期的，办理延期。")


@gate("HEAR-04", cites="行政处罚法 64(2)", cites_in={"permit": "行政许可法 48.1(1)"})
def it_is_not_suspended(f: Holding) -> Reason | None:
    """A suspended hearing goes on only at a time that was told anew."""
    if f.appointed.suspended is None:
        return None
    return no(
        "听证已经中止，尚未通知恢复听证的时间。", "中止的原因消除后，办理延期听证，另行通知时间、地点。"
    )


@gate("AV-01", cites="行政处罚法 47", of_inputs=True, cites_in={"permit": "方案 2.1.a"})
def the_hearing_ended_after_it_began(f: Holding) -> Reason | None:
    """It began, ended later, and both lie before the record is entered; so does each recording of it."""
    given = f.look.given_as(Proceedings)
    forwards = all(r.started_at < r.ended_at <= f.look.now for r in given.recordings)
    if forwards and given.started_at < given.ended_at <= f.look.at:
        return None
    return no("听证、音像记录的开始、结束时间前后不一致，或者晚于办理时间。", "核对起止时间。")


@gate("HEAR-05", cites="行政处罚法 64(4)", of_inputs=True, cites_in={"permit": "行政许可法 48.1(3)"})
def the_party_was_asked_for_objections(f: Holding) -> Reason | None:
    """Before it began the party was told its rights and asked whether it objects to the chair."""
    given = f.look.given_as(Proceedings)
    if given.attendance == "absent" or given.rights_told:
        return None
    return no("没有告知当事人权利义务并询问是否申请回避。", "由主持人告知并询问，记入听证笔录。")


@gate("HEAR-05", cites="行政处罚法 64(4)", of_inputs=True, cites_in={"permit": "行政许可法 48.1(3)"})
def what_was_said_of_recusal_was_decided(f: Holding) -> Reason | None:
    """Where the party objected to the chair, it is on record who rejected that and why."""
    given = f.look.given_as(Proceedings)
    if given.recusal == "none" or given.recusal_note:
        return None
    return no("当事人申请回避，没有写明决定人和理由。", "写明决定人和理由；应当回避的，更换人员并办理延期。")


@gate("HEAR-06", cites="行政处罚法 64(5)", of_inputs=True, cites_in={"permit": "行政许可法 29.2"})
def one_or_two_agents_come_with_authority(f: Holding) -> Reason | None:
    """The party may send one or two agents, each with a letter of authority."""
    agents = f.look.given_as(Proceedings).agents
    if len(agents) <= 2 and all(a.authorised for a in agents):
        return None
    return no("委托代理人超过二人，或者没有授权委托书。", "当事人可以委托一至二人代理，并提交授权委托书。")


@gate("HEAR-07", cites="行政处罚法 64(6)", of_inputs=True, cites_in={"permit": "行政许可法 48.1"})
def an_absence_is_explained(f: Holding) -> Reason | None:
    """It is on record how the party was called and that it had no good reason; present, somebody came."""
    given = f.look.given_as(Proceedings)
    if given.attendance == "present":
        came, todo = given.attendee or given.agents, "填写当事人一方出席人员或者代理人。"
    else:
        came, todo = given.absence_note, "写明通知经过和无正当理由的情况；有正当理由的，办理延期。"
    return None if came else no("没有记明当事人一方由何人出席，或者缺席、退出的情况。", todo)


@gate("HEAR-08", cites="行政处罚法 64(7)", of_inputs=True, cites_in={"permit": "行政许可法 48.1(4)"})
def both_sides_were_heard(f: Holding) -> Reason | None:
    """An investigator put facts, evidence and proposal; the party answered."""
    given = f.look.given_as(Proceedings)
    presented = set(given.investigators) & f.investigators and given.case_presented
    if given.attendance != "present" or (presented and given.defence):
        return None
    return no(
        "笔录没有记载调查（审查）人员提出的事实、证据和处理意见，或者没有记载当事人的申辩。",
        "补记调查（审查）人员的陈述和当事人的申辩、质证。",
    )


@gate("HEAR-08", cites="行政处罚法 64(8)", of_inputs=True, cites_in={"permit": "行政许可法 48.1(5)"})
def the_record_is_signed_or_the_chair_notes_why(f: Holding) -> Reason | None:
    """The party or its agent checks and signs the record; a refusal is noted by the chair."""
    given = f.look.given_as(Proceedings)
    if given.attendance != "present" or given.signed == "signed" or (given.signed and given.refusal):
        return None
    return no(
        "听证笔录没有经当事人或者代理人核对签名，也没有注明拒绝签名的情况。",
        "交当事人或者其代理人核对签名；拒绝的，由主持人注明。",
    )


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_hearing_was_recorded_in_sound_and_picture(f: Holding) -> Reason | None:
    """A hearing that took place is recorded in sound and picture; without it there is a reason."""
    given = f.look.given_as(Proceedings)
    if given.attendance == "absent" or given.media or given.recordings:
        return None
    return no("听证没有音像记录。", "上传音像记录；没有的，写明理由。")


@gate("HEAR-08", cites="行政处罚法 65", cites_in={"permit": "行政许可法 48.2"})
def its_report_is_awaited(f: Holding) -> Reason | None:
    """A hearing that took place has no report yet."""
    if f.hearing is not None and f.hearing.took_place and f.hearing.reported is None:
        return None
    return no("没有已经举行而尚未提交报告的听证。", "先举行听证并制作听证笔录。")
