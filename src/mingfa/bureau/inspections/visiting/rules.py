"""Going there: notice, entering, what is shown and told (law.md §2.5 steps 3-5; plan 1.3.a-c).

INSP-02  only helpers who were approved come along
INSP-04  the notice before or at entry; within the days, by the officers and in the way approved
INSP-05  the enterprise can check the code; each visit leaves its trace the same day
QUAL-01  two certified officers
QUAL-05  certificates shown, kit checked
NOTI-01  cause, basis, rights and duties told
AV-01    times in order
AV-03    recorded as the situation asks
"""

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.inspections.facts import Inspecting
from mingfa.bureau.inspections.inputs import Entering, Examining, OnSite, Recheck
from mingfa.bureau.inspections.values import HOW
from mingfa.bureau.law.gates import Gate, Reason, gate, no
from mingfa.bureau.records.filming.rules import BESIDE


@gate("INSP-04", cites="国办发〔2024〕54号")
def the_approved_days_are_not_over(f: Inspecting) -> Reason | None:
    """Notice is given, and the inspection begins, before the approved days are over."""
    if f.today <= f.file.until_on:
        return None
    return no(f"批准的检查期间（至{f.file.until_on}）已经届满。", "撤回本次检查，重新申请审批。")


@gate("INSP-04", cites="国办发〔2024〕54号", of_inputs=True)
def the_visit_lies_within_the_approved_days(f: Inspecting) -> Reason | None:
    """The officers enter within the approved days."""
    day = f.look.given_as(OnSite).entered_at.astimezone(CHINA).date()
    if f.file.from_on <= day <= f.file.until_on:
        return None
    return no(
        f"进入时间不在批准的检查期间（{f.file.from_on}至{f.file.until_on}）内。", "在批准的期间内实施检查。"
    )


@gate("INSP-04", cites="国办发〔2024〕54号")
def it_is_an_inspection_on_site(f: Inspecting) -> Reason | None:
    """Nobody enters where an inspection without a visit was approved."""
    if f.file.how == "on_site":
        return None
    return no(f"批准的是{HOW[f.file.how]}，不得入企。", "按批准的方式检查；确需入企的，重新申请审批。")


@gate("INSP-04", cites="国办发〔2024〕54号")
def it_is_an_inspection_off_site(f: Inspecting) -> Reason | None:
    """An examination without a visit was approved as such."""
    if f.file.how == "off_site":
        return None
    return no(f"批准的是{HOW[f.file.how]}。", "按批准的方式检查。")


@gate("INSP-04", cites="国办发〔2024〕54号", of_inputs=True)
def the_officers_are_those_approved(f: Inspecting) -> Reason | None:
    """Who comes is who was approved."""
    others = [o.name for o in f.officers if o.id not in f.file.handlers]
    if not others:
        return None
    return no(f"{'、'.join(others)}不是审批确定的检查人员。", "由审批确定的人员实施检查。")


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_certified_officers_inspect(f: Inspecting) -> Reason | None:
    """At least two officers with valid certificates inspect."""
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    if len(able) >= 2 and able == set(f.look.given_as(Entering, Examining, Recheck).officers):
        return None
    return no("检查人员不足两人，或者没有有效执法证件。", "由两名以上持有效执法证件的执法人员实施检查。")


@gate("INSP-02", cites="国办发〔2024〕54号", of_inputs=True)
def only_approved_helpers_come_along(f: Inspecting) -> Reason | None:
    """Nobody comes along who was not named in the approval."""
    strangers = [
        name for name in f.look.given_as(OnSite).helpers if name not in {h["name"] for h in f.file.helpers}
    ]
    if not strangers:
        return None
    return no(f"{'、'.join(strangers)}没有列入审批的协助人员，不得参与检查。", "未经审批的人员不得入企。")


@gate("INSP-04", cites="国办发〔2024〕54号", of_inputs=True)
def the_notice_was_handed_over_at_entry(f: Inspecting) -> Reason | None:
    """The notice is handed over at entry, or was served before."""
    if f.look.given_as(Entering).notice_handed_over:
        return None
    return no("没有出示、交付行政检查通知书，企业有权拒绝检查。", "交付通知书后再开始检查。")


@gate("QUAL-05", cites="行政处罚法 55", of_inputs=True)
def the_inspectors_showed_their_certificates(f: Inspecting) -> Reason | None:
    """The officers show their certificates by themselves; no other paper stands in for them."""
    if f.look.given_as(OnSite).certificate_shown:
        return None
    return no("没有主动出示行政执法证件，企业有权拒绝检查。", "逐一出示执法证件后再检查，其他证件不能代替。")


@gate("QUAL-05", cites="方案 1.3.b", of_inputs=True)
def the_kit_was_checked(f: Inspecting) -> Reason | None:
    """Uniform, badge and recorder are checked before going in (plan 1.3.b)."""
    if f.look.given_as(OnSite).kit_checked:
        return None
    return no("没有核对着装、统一标识和执法记录仪。", "规范着装、佩戴统一标识、开启执法记录仪后再进入。")


@gate("NOTI-01", cites="方案 1.3.c", of_inputs=True)
def cause_basis_and_rights_were_told(f: Inspecting) -> Reason | None:
    """Cause, basis, rights and duties are told and explained (plan 1.3.c)."""
    if f.look.given_as(OnSite).rights_told:
        return None
    return no("没有告知检查事由、依据和权利义务。", "当场告知并说明，包括申请回避、陈述和投诉的权利。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_visit_was_not_ahead(f: Inspecting) -> Reason | None:
    """Officers enter after the notice (or the order) was made, and before this is entered."""
    given = f.look.given_as(OnSite)
    if f.look.matter.last_at <= given.entered_at <= f.look.at:
        return None
    return no("进入时间早于通知的时间，或者晚于办理时间。", "核对进入时间：先通知，后进入。")


@gate("INSP-05", cites="国办发〔2024〕54号", of_inputs=True, warns=True)
def the_enterprise_checked_the_code(f: Inspecting) -> Reason | None:
    """The enterprise scans the notice's code and sees who comes and why; otherwise there is a reason."""
    if f.look.given_as(OnSite).scanned:
        return None
    return no("企业没有扫码核验检查人员和检查事项。", "请企业扫描通知书上的二维码；不能扫码的，写明原因。")


@gate("INSP-05", cites="国办发〔2024〕54号", of_inputs=True, warns=True)
def the_visit_is_entered_the_same_day(f: Inspecting) -> Reason | None:
    """A visit is on record on its own day."""
    entered = f.look.now.astimezone(CHINA).date()
    if f.look.given_as(OnSite).entered_at.astimezone(CHINA).date() == entered:
        return None
    return no("入企记录没有在当日形成。", "进入时即时登记；补登记的，写明原因。")


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_entry_was_recorded_in_picture(f: Inspecting) -> Reason | None:
    """Showing certificates and notice is recorded as the situation asks."""
    given = f.look.given_as(Entering, Recheck)
    if given.media or given.recordings:
        return None
    return no("没有出示证件、交付通知书的照片或者音像记录。", "上传音像记录；不作音像记录的，写明理由。")


AT_THE_DOOR: tuple[Gate[Inspecting], ...] = (
    the_officers_are_those_approved,
    two_certified_officers_inspect,
    only_approved_helpers_come_along,
    the_kit_was_checked,
    the_inspectors_showed_their_certificates,
    cause_basis_and_rights_were_told,
    the_visit_was_not_ahead,
    the_enterprise_checked_the_code,
    the_visit_is_entered_the_same_day,
    the_entry_was_recorded_in_picture,
    *BESIDE,
)


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_examination_ends_after_it_starts(f: Inspecting) -> Reason | None:
    """An examination starts after the notice, ends later, and both lie before it is entered."""
    given = f.look.given_as(Examining)
    if f.look.matter.last_at <= given.started_at < given.ended_at <= f.look.at:
        return None
    return no("起止时间前后不一致、早于通知或者晚于办理时间。", "核对起止时间。")
