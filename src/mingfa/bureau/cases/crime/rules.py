"""A suspected crime goes to the police (处罚法 27, 57.1(4); 移送规定 5-10).

FILE-06  a team of two reports, the head decides within three days, the case is handed over within 24 hours,
         a refusal has its reason; nothing is closed or penalised instead
QUAL-01  the team are certified officers
AV-01    the times are in order
"""

from datetime import timedelta

from mingfa.bureau.cases.detours.inputs import CrimeReport, CrimeWord, HandingOver, PoliceReply
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term

HAND_OVER = timedelta(hours=24)


@gate("FILE-06", cites="移送规定 5.1", of_inputs=True)
def a_team_of_two_reports(f: CaseFacts) -> Reason | None:
    """At least two certified officers form the team that reports."""
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    if len(able) >= 2 and able == set(f.look.given_as(CrimeReport).team):
        return None
    return no("专案组不足两名持有效执法证件的执法人员。", "指定两名以上执法人员组成专案组。")


@gate("FILE-06", cites="移送规定 5.2", warns=True)
def the_head_decides_within_three_days(f: CaseFacts) -> Reason | None:
    """The head decides within three days from the report."""
    reported = f.file.crime.reported_at if f.file.crime else f.file.last_at
    end = term("FILE-06.decide", reported.astimezone(CHINA).date(), f.look.calendar).end
    if f.today <= end:
        return None
    return no(f"应当在{end}前作出是否批准移送的决定，已经超期。", "写明超期原因。")


@gate("FILE-06", cites="移送规定 5.2", of_inputs=True)
def a_refusal_to_hand_over_has_its_reason(f: CaseFacts) -> Reason | None:
    """Not to hand over is put on record with its reason."""
    given = f.look.given_as(CrimeWord)
    if given.approved or len(given.opinion) >= 10:
        return None
    return no("不批准移送，没有写明理由。", "在审批意见中写明不批准移送的理由（不少于10字）。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def it_was_handed_over_after_the_approval(f: CaseFacts) -> Reason | None:
    """A case is handed over after it was approved, and before it is entered."""
    if f.file.last_at <= f.look.given_as(HandingOver).handed_at <= f.look.at:
        return None
    return no("移送时间早于批准移送，或者晚于办理时间。", "按移送书回执核对时间。")


@gate("FILE-06", cites="移送规定 5.2", of_inputs=True, warns=True)
def it_was_handed_over_within_a_day(f: CaseFacts) -> Reason | None:
    """Within 24 hours from the approval the case is with the police."""
    approved = f.file.crime.approved_at if f.file.crime else None
    if approved is None or f.look.given_as(HandingOver).handed_at <= approved + HAND_OVER:
        return None
    until = (approved + HAND_OVER).astimezone(CHINA)
    return no(f"应当在{until:%Y-%m-%d %H:%M}前移送公安机关，已经超期。", "写明超期原因。")


@gate("FILE-06", cites="移送规定 6", of_inputs=True)
def everything_goes_along(f: CaseFacts) -> Reason | None:
    """What is held goes along as a list; without goods or appraisals, other material must be listed."""
    given = f.look.given_as(HandingOver)
    if given.goods or given.appraisals or given.materials:
        return None
    return no(
        "移送没有附材料。",
        "附涉案物品清单、检验报告、鉴定结论及其他有关材料。",
    )


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_police_answered_after_the_hand_over(f: CaseFacts) -> Reason | None:
    """The police answered after they got the case, and before it is entered."""
    if f.file.last_at.astimezone(CHINA).date() <= f.look.given_as(PoliceReply).received_on <= f.today:
        return None
    return no("收到通知日期早于移送日期，或者晚于办理日期。", "按通知书核对日期。")


@gate("FILE-06", cites="移送规定 10", of_inputs=True)
def what_the_police_refused_goes_on_here(f: CaseFacts) -> Reason | None:
    """Where the police file no case, their reason and what is done next are on record."""
    given = f.look.given_as(PoliceReply)
    if given.filed or len(given.words) >= 10:
        return None
    return no(
        "公安机关不予立案，没有写明理由和后续处理。",
        "写明不予立案的理由；有异议的，三日内提请复议或者建议检察院监督；依法应当处罚的，继续办理。",
    )
