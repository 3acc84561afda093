"""Examining (行政许可法 34, 36, 42, 45-48): two staff, those concerned, hearings, time that does not count.

QUAL-03  facts are checked by two or more staff
PERM-05  extended once, by ten working days, while the term runs
PERM-06  jointly handled: by fifteen, approved by the government's head
PERM-07  only a special procedure of the law stops the clock, and only once told in writing
PERM-09  whoever is concerned is told and heard, and what was said is weighed
PERM-10  a hearing is offered to both sides, asked for within five working days, and decides by its record
PERM-11  a hearing the law asks for, or of major public interest, is announced and held
PERM-12  a refusal gives its reasons
PERM-08  what is granted has content and validity
AV-01, AV-03  times are in order; recorded as the situation asks
"""

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import Term, term
from mingfa.bureau.permits.examining.inputs import (
    Assignment,
    Extension,
    Inviting,
    Proposing,
    ProposingAfterHearing,
    Said,
    SiteCheck,
    SpecialTime,
    Telling,
)
from mingfa.bureau.permits.facts import PermitFacts, decide_by, two_staff
from mingfa.bureau.permits.licences.inputs import SupervisoryInspection
from mingfa.bureau.permits.values import ConcernedView


def window_of(f: PermitFacts, one: ConcernedView) -> Term | None:
    """Return the term in which somebody told of it may ask for a hearing; None before it was served."""
    if not one.hearing_offered or one.served_on is None:
        return None
    return term("PERM-10.request", one.served_on, f.look.calendar)


@gate("QUAL-03", cites="行政许可法 34.3", of_inputs=True)
def two_staff_examine_it(f: PermitFacts) -> Reason | None:
    """Two or more people in post are named to examine."""
    if two_staff(f, f.look.given_as(Assignment, SiteCheck, SupervisoryInspection).staff):
        return None
    return no("审查、核查人员不足两名，或者所列人员不在任。", "指派两名以上在任工作人员。")


@gate("AV-01", cites="方案 2.1.a", of_inputs=True)
def the_check_is_in_order(f: PermitFacts) -> Reason | None:
    """A check starts, ends later, and lies before its record."""
    given = f.look.given_as(SiteCheck)
    if given.started_at < given.ended_at <= f.look.at:
        return None
    return no("核查的开始、结束时间前后不一致，或者晚于办理时间。", "核对起止时间。")


@gate("AV-01", cites="方案 2.1.a", of_inputs=True)
def the_check_is_signed_or_says_why_not(f: PermitFacts) -> Reason | None:
    """The applicant signs the record of a check; otherwise it says why not."""
    given = f.look.given_as(SiteCheck)
    if given.signed == "signed" or given.refusal:
        return None
    return no(
        "核查笔录没有申请人签名，也没有说明原因。", "请申请人核对签名；拒绝签名或者不在场的，写明情况。"
    )


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_check_on_site_was_recorded(f: PermitFacts) -> Reason | None:
    """A check on the spot is recorded as the situation asks; without a recording there is a reason."""
    given = f.look.given_as(SiteCheck, SupervisoryInspection)
    if given.media or given.recordings:
        return None
    return no("实地核查、检查没有照片或者音像记录。", "上传音像记录；文字记录能够全面有效记录的，写明理由。")


# --- those concerned --------------------------------------------------------------------------------------


@gate("PERM-09", cites="行政许可法 36", of_inputs=True)
def whoever_is_told_is_named(f: PermitFacts) -> Reason | None:
    """A third party is named, with address and with the major interest that is touched."""
    given = f.look.given_as(Telling)
    if given.whom == "applicant" or (given.name and given.address and given.interest):
        return None
    return no("没有写明利害关系人的名称、地址，或者直接关系其重大利益的情形。", "逐项填写后告知。")


@gate("PERM-09", cites="行政许可法 36", of_inputs=True)
def it_was_said_by_somebody_concerned(f: PermitFacts) -> Reason | None:
    """The applicant, or a third party that was told, is heard."""
    given = f.look.given_as(Said)
    if given.concerned is None or any(c.id == given.concerned for c in f.standing.told):
        return None
    return no("提出意见的人不是本件的申请人或者已告知的利害关系人。", "先告知该利害关系人。")


@gate("AV-01", cites="方案 2.1.a", of_inputs=True)
def it_was_said_after_the_application(f: PermitFacts) -> Reason | None:
    """What is said is said after receipt and not in the future."""
    if f.file.received_on <= f.look.given_as(Said).made_on <= f.today:
        return None
    return no("提出日期早于接收申请之日，或者晚于今天。", "核对提出日期。")


@gate("PERM-10", cites="行政许可法 47.1、行政许可法 82", of_inputs=True)
def the_permit_hearing_is_asked_for_in_time(f: PermitFacts) -> Reason | None:
    """A hearing is asked for by somebody told of that right, within five working days."""
    given = f.look.given_as(Said)
    if not given.hearing_requested:
        return None
    found = [w for c in f.standing.told if given.concerned in (c.id, None) if (w := window_of(f, c))]
    if not found:
        return no(
            "提出人没有被告知听证权利，或者告知书尚未送达。",
            "先告知听证权利；属于重大事项的，可以依职权听证。",
        )
    end = max(w.end for w in found)
    if given.made_on <= end:
        return None
    return no(f"申请听证的期限已于{end}届满。", "作为陈述、申辩意见记录；属于重大事项的，可以依职权听证。")


@gate("PERM-10", cites="行政许可法 47.1")
def both_sides_were_told_of_the_hearing(f: PermitFacts) -> Reason | None:
    """Where a third party was told of the right to a hearing, so was the applicant, and each was served."""
    offered = [c for c in f.standing.told if c.hearing_offered]
    unserved = [c.name for c in f.standing.told if c.served_on is None or c.served_on > f.today]
    if offered and not any(c.whom == "applicant" for c in offered):
        return no("只告知了利害关系人听证权利，没有告知申请人。", "一并告知申请人听证权利。")
    if not unserved:
        return None
    return no(f"权利告知书尚未送达{'、'.join(unserved)}。", "送达告知书。")


@gate("PERM-10", cites="行政许可法 47.1")
def the_time_to_ask_for_a_hearing_is_over(f: PermitFacts) -> Reason | None:
    """Everybody told of the right to a hearing had five working days, or spoke on it before."""
    spoke = {s.concerned for s in f.standing.said if s.hearing_requested or s.taken_back}
    waiting = [c for c in f.standing.told if c.hearing_offered and c.id not in spoke]
    running = [w for c in waiting if (w := window_of(f, c)) and f.today <= w.end]
    if not running:
        return None
    until = max(running, key=lambda w: w.end).until
    return no(f"申请听证的期限至{until}，尚未届满。", "期满后，或者各方明确表示后办理。")


@gate("PERM-09", cites="行政许可法 36", of_inputs=True)
def what_was_said_is_weighed(f: PermitFacts) -> Reason | None:
    """What the applicant and third parties said is answered in the proposal."""
    if not f.standing.said or f.look.given_as(Proposing).weighed:
        return None
    return no("申请人、利害关系人提出了意见，审查意见没有说明是否采纳及理由。", "逐项写明听取和采纳的情况。")


# --- hearings ---------------------------------------------------------------------------------------------


@gate("PERM-11", cites="行政许可法 46")
def a_hearing_was_not_called_yet(f: PermitFacts) -> Reason | None:
    """A hearing is called by the office once."""
    if f.file.hearing_called is None:
        return None
    return no("已经决定依职权举行听证。", "组织听证并向社会公告。")


@gate("PERM-11", cites="行政许可法 46")
def a_hearing_the_law_asks_for_was_called(f: PermitFacts) -> Reason | None:
    """Where law or rule asks for a hearing on this item, one was called."""
    if not f.guide.heard or f.file.hearing_called is not None:
        return None
    return no("该事项依法应当听证，尚未公告并举行听证。", "由机关负责人决定听证并向社会公告。")


@gate("PERM-10", cites="行政许可法 47.1、行政许可法 48.2")
def a_permit_hearing_was_held(f: PermitFacts) -> Reason | None:
    """A hearing asked for in time, or called by the office, was held and reported on first."""
    if not f.standing.hearing_open:
        return None
    return no("应当举行的听证尚未举行或者尚未提交听证报告，不得作出决定。", "组织听证并制作笔录、提交报告。")


@gate("PERM-10", cites="行政许可法 48.1(1)、行政许可法 82", of_inputs=True)
def an_appointed_hearing_is_told_to_a_third_party(f: PermitFacts) -> Reason | None:
    """A third party that was told of its rights is told of a hearing seven working days before."""
    on = f.standing.hearing_on
    if on is None or f.look.given_as(Inviting).concerned not in {c.id for c in f.standing.interested}:
        return no(
            "尚未确定听证的时间、地点，或者所选的不是已经告知的利害关系人。", "先组织听证，再逐一通知。"
        )
    latest = term("PERM-10.notice", on, f.look.calendar)
    if f.today <= latest.end:
        return None
    return no(f"于{on}举行听证的，应当在{latest.until}前通知利害关系人。", "办理延期听证，另行通知。")


@gate("PERM-10", cites="行政许可法 48.2", of_inputs=True)
def it_follows_the_record_of_the_hearing(f: PermitFacts) -> Reason | None:
    """After a hearing the proposal says what of the record it stands on."""
    if f.look.given_as(ProposingAfterHearing).by_record or not f.standing.hearing_held:
        return None
    return no("没有说明如何根据听证笔录提出意见。", "写明听证笔录中采纳和不采纳的意见及理由。")


# --- time -------------------------------------------------------------------------------------------------


@gate("PERM-07", cites="行政许可法 45", of_inputs=True)
def the_time_needed_is_told_beforehand(f: PermitFacts) -> Reason | None:
    """The days of a special procedure are fixed and told before they run; what is past is not excluded."""
    given = f.look.given_as(SpecialTime)
    if f.today <= given.from_on <= given.until_on:
        return None
    return no(
        "特别程序的起止日期前后不一致，或者早于今天。",
        "写明所需时间并书面告知申请人；已经过去的时间不能扣除。",
    )


@gate("PERM-05", cites="行政许可法 42.1")
def it_is_extended_once(f: PermitFacts) -> Reason | None:
    """The term is extended once."""
    if not f.file.extended_by:
        return None
    return no("办理期限已经延长过一次。", "在延长后的期限内作出决定。")


@gate("PERM-05", cites="行政许可法 42.1")
def its_term_still_runs(f: PermitFacts) -> Reason | None:
    """Only a running term can be extended."""
    last = decide_by(f)
    if last is None or f.today <= last.end:
        return None
    return no(f"办理期限已于{last.until}届满，不能再延长。", "尽快作出决定，并写明超期的原因。")


@gate("PERM-06", cites="行政许可法 42.2", of_inputs=True)
def a_joint_term_is_extended_by_the_government(f: PermitFacts) -> Reason | None:
    """Jointly handled, the government's head approves the fifteen working days."""
    if not f.guide.joint or f.look.given_as(Extension).approval:
        return None
    return no("联合办理的，延长十五个工作日应当经本级人民政府负责人批准。", "填写批准文件。")


# --- the proposal -----------------------------------------------------------------------------------------


@gate("QUAL-03", cites="行政许可法 34.3")
def the_facts_were_checked_on_site(f: PermitFacts) -> Reason | None:
    """Where the guide says that facts are checked on the spot, two staff did so."""
    if not f.guide.on_site or f.standing.checks:
        return None
    return no(
        "该事项需要对申请材料的实质内容进行核实，没有核查记录。", "由两名以上工作人员实地核查并制作笔录。"
    )


@gate("PERM-12", cites="行政许可法 38.2", of_inputs=True)
def a_refusal_gives_its_reasons(f: PermitFacts) -> Reason | None:
    """A refusal says why, and which condition is not met."""
    given = f.look.given_as(Proposing)
    if given.outcome != "refuse" or given.why:
        return None
    return no("拟不予许可，没有说明理由。", "写明不符合的法定条件、标准及事实。")


@gate("PERM-08", cites="行政许可法 38.1、行政许可法 39.1", of_inputs=True)
def what_is_granted_has_content_and_validity(f: PermitFacts) -> Reason | None:
    """What is granted says what is allowed, and from when to when."""
    given = f.look.given_as(Proposing)
    if given.outcome != "grant":
        return None
    ends = given.to_on is not None or not f.guide.valid_days
    in_order = given.from_on is not None and (given.to_on is None or given.to_on >= given.from_on)
    if given.content and ends and in_order:
        return None
    return no(
        "拟准予许可，没有写明许可内容和有效期，或者起止日期前后不一致。", "写明准予的内容、有效期的起止日期。"
    )
