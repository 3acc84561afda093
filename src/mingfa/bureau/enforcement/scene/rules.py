"""On the spot (行政强制法 43, 44, 50-52; plan 2.2.a).

QUAL-01  two certified officers are there
JUR-08   no delegate and no auxiliary uses force
SERV-11  the decision to enforce was served
EXEC-14  not at night, not on a statutory holiday, unless an emergency is on record
EXEC-16  a demolition: announced, its time over, the time for remedies over
EXEC-17  a substitute performance: urged three working days before, watched, signed, costs settled
EXEC-18  a clearance at once: only on roads, waters and public places
AV-01    times are in order
AV-02    the whole of it is recorded, or the head approved why not
NOTI-07  an order is checked on the spot
AV-03    the posting of the notice is shown in picture
EVID-03  the record is signed, or says why not
QUAL-08  no handler approves an exception


From the beginning to the decision (行政强制法 13, 34-37, 46, 50; plan 3.2.a).

SERV-02  what is enforced was served
EXEC-01  its time to be performed is over, and it is not performed
EXEC-09  a demand first: term, manner, amount, rights; served; heard and answered
EXEC-10  without a law that gives the power, the court
EXEC-13  money by the bureau's own hand only after thirty days of additional fine
EXEC-14  not planned for the night or a statutory holiday
EXEC-15  no utilities cut from homes
EXEC-17  a substitute performance has its harm, its performer, its costs
LR-01    no decision without a passed review
LR-04    the submission is complete
LR-07    whoever handled or reviewed does not decide
DEC-01   the head agrees with what was proposed
"""

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.enforcement.deciding.rules import unlawful_hour
from mingfa.bureau.enforcement.facts import Enforcing, served
from mingfa.bureau.enforcement.inputs import Check
from mingfa.bureau.enforcement.scene.inputs import Clearance, Costs, Enforced, Notice, OnSite, Substituted
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.records.filming.values import clock, gaps_of


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_certified_officers_are_on_the_spot(f: Enforcing) -> Reason | None:
    """At least two officers with valid certificates carry it out or watch it."""
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    if len(able) >= 2 and able == set(f.look.given_as(Check, Clearance, Enforced, Substituted).officers):
        return None
    return no("执法人员不足两名，或者所列人员没有有效执法证件。", "由两名以上持有效执法证件的执法人员到场。")


@gate("JUR-08", cites="行政强制法 17.1", of_inputs=True)
def no_delegate_uses_force(f: Enforcing) -> Reason | None:
    """Only officers of the bureau use force: no auxiliary, no delegate."""
    others = [o.name for o in f.officers if "officer" not in o.roles]
    if not others and len(f.officers) == len(set(f.look.given_as(OnSite).officers)):
        return None
    return no(
        f"{'、'.join(others) or '所列人员'}不是本机关的行政执法人员，不得实施行政强制。",
        "由本机关两名以上行政执法人员实施；代履行人只作代履行，执法辅助人员只作协助。",
    )


@gate("SERV-11", cites="行政强制法 38、行政强制法 51.1(1)")
def the_order_to_enforce_was_served(f: Enforcing) -> Reason | None:
    """The decision to enforce reached the party before anything was done."""
    if f.ordered is not None and served(f.ordered.served_on, f.today):
        return None
    return no("强制执行（代履行）决定书尚未送达当事人。", "先送达决定书并登记送达回证。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_scene_lies_before_now(f: Enforcing) -> Reason | None:
    """It began after the decision was made, ended after it began and before it is entered."""
    given = f.look.given_as(OnSite)
    since = f.ordered.decided_on if f.ordered else None
    began = given.started_at.astimezone(CHINA).date()
    forwards = all(t.started_at < t.ended_at <= f.look.now for t in given.recordings)
    if forwards and given.started_at < given.ended_at <= f.look.at and (since is None or began >= since):
        return None
    return no("实施时间早于决定日期、晚于办理时间，或者起止时间、音像记录的起止时间有误。", "核对起止时间。")


@gate("EXEC-14", cites="行政强制法 43.1", of_inputs=True)
def it_was_done_at_a_lawful_hour(f: Enforcing) -> Reason | None:
    """Nothing is enforced at night or on a statutory holiday, unless an emergency is on record."""
    given = f.look.given_as(OnSite)
    return None if given.emergency else unlawful_hour(f, given.started_at, given.ended_at)


@gate("AV-02", cites="国办发〔2018〕118号 (8)、方案 2.2.a", of_inputs=True)
def the_whole_enforcement_was_recorded(f: Enforcing) -> Reason | None:
    """Recordings cover it from arrival to end without a gap, or the head approved why they do not."""
    given = f.look.given_as(OnSite)
    if f.file is not None and f.file.excused is not None:
        return None
    gaps = gaps_of(given.recordings, given.started_at, given.ended_at)
    if not gaps:
        return None
    words = "、".join(f"{clock(a)}至{clock(b)}" for a, b in gaps)
    return no(
        f"强制执行应当全程音像记录，下列时段没有记录：{words}。",
        "补充上传该时段的音像记录；因设备故障等原因中断的，写明原因报负责人批准音像记录例外。",
    )


@gate("EVID-03", cites="行政处罚法 55、行政强制法 51.1(4)", of_inputs=True)
def the_record_is_signed_by_party_or_witness(f: Enforcing) -> Reason | None:
    """The party signs; a refusal is noted; for a party who did not come a witness signs."""
    given = f.look.given_as(OnSite)
    if given.party_present:
        fine = given.signed == "signed" or (given.signed == "refused" and bool(given.refusal))
    else:
        fine = given.signed == "absent" and bool(given.witness) and given.witness_signed
    if fine:
        return None
    return no(
        "执行笔录没有当事人签名，拒签没有注明，或者当事人不到场而没有见证人签名。",
        "由当事人签名；拒绝的予以注明；当事人不到场的，邀请见证人到场并签名。",
    )


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_check_lies_between_order_and_now(f: Enforcing) -> Reason | None:
    """The check was made after the order and before it is entered."""
    at = f.look.given_as(Check).checked_at
    since = f.source.decided_on if f.source else f.today
    if since <= at.astimezone(CHINA).date() and at <= f.look.now:
        return None
    return no("复查时间早于决定日期，或者晚于当前时间。", "核对复查时间。")


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_check_is_shown_in_picture(f: Enforcing) -> Reason | None:
    """What was found is shown in pictures; without them there is a reason."""
    if f.look.given_as(Check).media:
        return None
    return no("复查没有照片或者音像记录。", "上传照片或者音像记录；文字记录能够全面反映的，写明理由。")


@gate("NOTI-07", cites="行政处罚法 28.1")
def an_order_is_what_is_enforced(f: Enforcing) -> Reason | None:
    """A fine is not looked at on the spot but at the bank."""
    if f.source is not None and f.source.kind == "order":
        return None
    return no("本事项执行的是罚款，不需要现场复查。", "罚款的缴纳情况在案件中登记。")


# --- demolition --------------------------------------------------------------------------------------------


@gate("EXEC-16", cites="行政强制法 44", of_inputs=True)
def the_notice_gives_time_to_demolish(f: Enforcing) -> Reason | None:
    """The notice was posted by today and gives time until a later day."""
    given = f.look.given_as(Notice)
    since = f.ordered.decided_on if f.ordered else given.posted_on
    if since <= given.posted_on <= f.today < given.until:
        return None
    return no("公告日期早于强制执行决定、晚于今天，或者自行拆除的期限没有晚于今天。", "核对公告日期和期限。")


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_posting_is_shown_in_picture(f: Enforcing) -> Reason | None:
    """The posted notice is photographed, or there is a reason."""
    if f.look.given_as(Notice).media:
        return None
    return no("没有张贴公告的照片。", "上传张贴公告的照片；没有的，写明理由。")


@gate("EXEC-16", cites="行政强制法 44、城乡规划法 68")
def a_demolition_waits_for_notice_and_remedies(f: Enforcing) -> Reason | None:
    """Announced, the time to do it oneself over, and the time for reconsideration and suit over unused."""
    if f.ordered is None or f.ordered.way != "demolish":
        return None
    if f.announced is None or f.today <= f.announced.until:
        return no("没有限期拆除公告，或者公告的自行拆除期限尚未届满。", "公告并等待期限届满。")
    if f.remedies_over is None or f.today <= f.remedies_over[1]:
        until = f"至{f.remedies_over[1]}" if f.remedies_over else "尚未终结"
        return no(
            f"当事人申请行政复议、提起行政诉讼的期限（程序）{until}，此前不得强制拆除。",
            "等待法定期限届满；当事人申请复议、提起诉讼的，等待其终结。",
        )
    return None


# --- substitute performance --------------------------------------------------------------------------------


@gate("EXEC-17", cites="行政强制法 51.1(2)、行政强制法 69", of_inputs=True)
def the_party_was_urged_three_working_days_before(f: Enforcing) -> Reason | None:
    """The last demand was served, and three working days passed before the substitute began."""
    urged = f.urged
    began = f.look.given_as(OnSite).started_at.astimezone(CHINA).date()
    if urged is not None and urged.served_on is not None and f.ordered is not None:
        three = term("EXEC-17", urged.served_on, f.look.calendar)
        if began > three.end and urged.made_on >= f.ordered.decided_on:
            return None
        return no(
            f"代履行前催告满三个工作日为{three.until}，此前不得代履行。",
            "等待期满；当事人履行的，停止代履行。",
        )
    return no("没有已经送达的代履行前催告书。", "代履行三日（工作日）前催告当事人履行。")


@gate("EXEC-17", cites="行政强制法 51", of_inputs=True)
def the_substitute_kept_to_the_decision(f: Enforcing) -> Reason | None:
    """The performer decided upon did it, without violence or threat, and signed the record."""
    given = f.look.given_as(Substituted)
    decided = f.proposal.performer if f.proposal else ""
    if given.performer == decided and given.performer_signed and given.peaceful:
        return None
    return no(
        f"代履行人与决定书（{decided}）不一致、没有签名，或者没有确认未采用暴力、胁迫等非法方式。",
        "由决定书载明的代履行人实施，并由监督人员、代履行人和当事人或者见证人签名。",
    )


@gate("EXEC-17", cites="行政强制法 51.2", of_inputs=True)
def the_costs_are_what_it_took(f: Enforcing) -> Reason | None:
    """The costs of a substitute performance or clearance are settled once, item by item."""
    given, done = f.look.given_as(Costs), f.carried
    fits = done is not None and done.kind in ("substitute", "clear") and done.cost is None
    if fits and all(line.amount > 0 for line in given.costs) and given.until > f.today:
        return None
    return no(
        "没有尚未结算的代履行，有一项费用为零，或者缴纳期限没有晚于今天。", "按实际成本逐项填写，只结算一次。"
    )


@gate("EXEC-17", cites="行政强制法 51.2", of_inputs=True, warns=True)
def the_costs_keep_to_the_estimate(f: Enforcing) -> Reason | None:
    """Costs above the estimate of the decision have their reason on record."""
    estimate = f.proposal.cost if f.proposal and f.carried and f.carried.kind == "substitute" else None
    if estimate is None or sum(line.amount for line in f.look.given_as(Costs).costs) <= estimate:
        return None
    return no("结算费用超出决定书载明的费用预算。", "费用按照成本合理确定；超出预算的，写明理由。")


# --- clearing at once, exceptions --------------------------------------------------------------------------


@gate("EXEC-18", cites="行政强制法 52", of_inputs=True)
def only_public_ways_and_places_are_cleared_at_once(f: Enforcing) -> Reason | None:
    """Spills, obstacles and pollutants on roads, waters or public places that the party cannot clear."""
    given = f.look.given_as(Clearance)
    if given.where != "other" and given.unable and given.why_unable:
        return None
    return no(
        "立即代履行只适用于需要立即清除道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物，且当事人不能清除的。",
        "写明当事人不能清除的情况；不符合的，依照代履行的一般程序办理。",
    )


@gate("EXEC-18", cites="行政强制法 52", of_inputs=True)
def the_clearance_belongs_to_a_case(f: Enforcing) -> Reason | None:
    """What is cleared at once belongs to a case of one's own that is not closed."""
    if f.case is not None and f.case.state not in ("closed", "dropped", "transferred", "revoked"):
        return None
    return no("所选案件不存在，或者已经结案、销案。", "先登记案件线索，再登记立即代履行。")


@gate("QUAL-08", cites="行政处罚法 43")
def the_exception_is_not_approved_by_a_handler(f: Enforcing) -> Reason | None:
    """Whoever carries it out does not approve that its recording is not whole."""
    if f.file is None or f.by.id not in f.file.handlers:
        return None
    return no("承办人不得批准自己承办事项的音像记录例外。", "请其他负责人审批。")


@gate("EXEC-17", cites="行政强制法 51.2")
def the_costs_of_a_substitute_are_settled(f: Enforcing) -> Reason | None:
    """The costs of a substitute performance are settled before it ends."""
    if f.carried is None or f.carried.kind not in ("substitute",) or f.carried.cost is not None:
        return None
    return no("代履行费用尚未结算。", "按实际成本结算代履行费用。")


@gate("EXEC-18", cites="行政强制法 52")
def an_absent_party_was_told_of_the_clearance(f: Enforcing) -> Reason | None:
    """Whoever was not there when things were cleared at once is told right afterwards."""
    if f.carried is None or f.carried.kind != "clear" or f.carried.party_present or f.notified:
        return None
    return no("立即代履行时当事人不在场，事后尚未通知当事人。", "将立即代履行决定书送达当事人。")
