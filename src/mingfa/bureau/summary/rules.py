"""Deciding on the spot (处罚法 51, 52): who, where, on which item, and how the party is met.

What may be decided there stands in `penalty_rules`, what follows in `after_rules`.

SUMM-02  numbered decision, handed over; a refusal to sign is noted on it
SUMM-03  the party was heard there and then
QUAL-01  two certified officers of the unit
QUAL-05  the certificate was shown
NOTI-01  content, facts, reasons, basis and rights were told before
NOTI-02  each point of a statement is answered
NOTI-03  nobody is penalised more for having spoken
NOTI-07  a penalty goes with an order to correct
JUR-01   within our streets
JUR-09   a listed item, in force that day
TIME-07  what is cited was in force on the day of the act
FILE-04  the limitation has not run
FILE-05  one act, one fine
AV-01    the act lies in the past
AV-03    it is recorded in picture, or there is a reason
AV-08    who is recorded in sound and picture was told
"""

from mingfa.bureau.catalogue.rules import stale
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.summary.facts import Street
from mingfa.bureau.summary.inputs import SpotPenalty
from mingfa.bureau.summary.values import ORDINARY


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_officers_of_the_unit_decide(f: Street) -> Reason | None:
    """At least two officers of the unit with valid certificates, whoever enters it among them."""
    named = set(f.look.given_as(SpotPenalty).officers)
    able = {
        o.id
        for o in f.officers
        if "officer" in o.roles and o.holds_certificate(f.today) and o.unit == f.by.unit
    }
    if len(able) >= 2 and able == named and f.by.id in able:
        return None
    return no(
        "执法人员不足两名，或者所列人员不是本机构持有效执法证件的执法人员。",
        "由本机构两名以上持有效执法证件的执法人员当场作出，办理人应当是其中之一。",
    )


@gate("JUR-01", cites="行政处罚法 22", of_inputs=True)
def it_happened_in_our_streets(f: Street) -> Reason | None:
    """The agency of the place where the violation happened has jurisdiction."""
    if f.look.given_as(SpotPenalty).street in f.streets:
        return None
    return no("违法行为发生地不在本机关管辖区域内。", "告知有管辖权的机关；确在辖区的，请重新选择街道。")


@gate("JUR-09", cites="行政处罚法 39", of_inputs=True)
def its_item_is_listed_that_day(f: Street) -> Reason | None:
    """What is not published as a penalty item in force is no basis for a penalty."""
    item = f.item
    if item is not None and item.category == "penalty" and item.in_force(f.act_on):
        return None
    return no(
        f"所选事项未列入权责清单，或者在{f.act_on}不是现行的行政处罚事项，不得作为处罚依据。",
        "从权责清单中选择现行的行政处罚事项。",
    )


@gate("TIME-07", cites="行政处罚法 37", of_inputs=True)
def its_law_was_in_force_that_day(f: Street) -> Reason | None:
    """An act is judged by the law of its day."""
    old = stale([*f.item.breaks, *f.item.penalises], f.act_on) if f.item else []
    if not old:
        return None
    words = f"{'、'.join(old)}在{f.act_on}不是现行有效的规定。"
    return no(words, f"选用违法行为发生时有效的事项，或者{ORDINARY}")


@gate("FILE-04", cites="行政处罚法 36", of_inputs=True)
def its_limitation_has_not_run(f: Street) -> Reason | None:
    """Two years after the act no penalty is given any more."""
    end = term("FILE-04", f.act_on, f.look.calendar).end
    if f.today <= end:
        return None
    return no(f"追责时效已于{end}届满，不再给予行政处罚。", "不予处罚，责令改正。")


@gate("FILE-05", cites="行政处罚法 29", of_inputs=True)
def it_was_not_penalised_before(f: Street) -> Reason | None:
    """One act of one party is dealt with once."""
    if not f.same_act:
        return None
    others = "、".join(f.same_act)
    return no(
        f"同一当事人的同一违法行为当日已有案件（{others}），不得给予两次以上罚款。",
        "核对是否同一违法行为；是的，不再处罚。",
    )


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def it_has_happened(f: Street) -> Reason | None:
    """What is penalised lies in the past."""
    if f.act_on <= f.today:
        return None
    return no("违法行为发生日期晚于办理日期。", "核对违法行为发生日期。")


@gate("QUAL-05", cites="行政处罚法 52.1", of_inputs=True)
def the_certificate_was_shown_on_the_spot(f: Street) -> Reason | None:
    """The officers showed their certificates before they decided."""
    if f.look.given_as(SpotPenalty).certificate_shown:
        return None
    return no("没有向当事人出示执法证件。", "先出示执法证件，再办理。")


@gate("NOTI-01", cites="行政处罚法 44", of_inputs=True)
def the_party_was_told_before(f: Street) -> Reason | None:
    """Content, facts, reasons, basis and rights are told also where it is decided on the spot."""
    if f.look.given_as(SpotPenalty).rights_told:
        return None
    return no(
        "没有告知拟处罚的内容、事实、理由、依据和陈述、申辩的权利，不得作出决定。", "当场告知后再办理。"
    )


@gate("SUMM-03", cites="行政处罚法 45.1", of_inputs=True)
def the_party_was_heard_on_the_spot(f: Street) -> Reason | None:
    """The party was heard there and then; that there was nothing to say is asked, not assumed."""
    if f.look.given_as(SpotPenalty).heard:
        return None
    return no("没有听取当事人的陈述、申辩，不得作出决定。", "当场听取；当事人没有意见的，问明后勾选。")


@gate("NOTI-02", cites="行政处罚法 45.1", of_inputs=True)
def each_point_is_answered(f: Street) -> Reason | None:
    """Each point the party made was re-checked and has its answer."""
    open_points = [p.said for p in f.look.given_as(SpotPenalty).points if not p.answer]
    if not open_points:
        return None
    words = f"当事人的意见没有复核：{'；'.join(open_points)}。"
    return no(words, "逐条写明是否成立及理由；成立的，应当采纳。")


@gate("NOTI-03", cites="行政处罚法 45.2", of_inputs=True)
def it_is_not_heavier_for_speaking(f: Street) -> Reason | None:
    """After the party spoke the fine is no heavier than told before."""
    given = f.look.given_as(SpotPenalty)
    if not given.points or given.told_amount is None or given.amount <= given.told_amount:
        return None
    return no(
        f"当事人陈述、申辩后，罚款由{yuan(given.told_amount)}元加重为{yuan(given.amount)}元。",
        "不得因当事人陈述、申辩而给予更重的处罚，请恢复为告知的内容。",
    )


@gate("NOTI-07", cites="行政处罚法 28.1", of_inputs=True)
def it_can_still_be_corrected_in_time(f: Street) -> Reason | None:
    """A time limit to correct is a day that has not passed; without a limit none is written."""
    given = f.look.given_as(SpotPenalty)
    if given.correction != "by_date":
        return (
            None
            if given.due_on is None
            else no("没有选择限期改正，却填写了改正期限。", "选择“责令限期改正”，或者清空改正期限。")
        )
    if given.due_on is not None and given.due_on >= f.today:
        return None
    return no("限期改正没有写明期限，或者期限已经过去。", "填写今后的改正期限；责令立即改正的，不填期限。")


@gate("SUMM-02", cites="行政处罚法 52.1", of_inputs=True)
def a_refusal_to_sign_is_noted(f: Street) -> Reason | None:
    """The decision is handed over and signed; a refusal is noted on it."""
    given = f.look.given_as(SpotPenalty)
    if (given.signed == "refused") == bool(given.refusal):
        return None
    return no(
        "当事人拒绝签收的，没有注明情况；或者已经签收，又注明了拒绝签收。",
        "核对签收情况，拒绝签收的在决定书上注明。",
    )


@gate("AV-03", cites="方案 2.2.b", of_inputs=True, warns=True)
def it_was_photographed_or_filmed(f: Street) -> Reason | None:
    """On-site enforcement is recorded as the situation asks; without it there is a reason."""
    if f.look.given_as(SpotPenalty).media:
        return None
    return no("没有现场照片或者音像记录。", "拍摄照片或者录像；文字能够全面有效记录的，写明理由。")


@gate("AV-08", cites="方案 2.2.b", of_inputs=True, warns=True)
def whoever_is_recorded_was_told(f: Street) -> Reason | None:
    """Before sound or film runs, whoever is recorded is told."""
    given = f.look.given_as(SpotPenalty)
    filmed = any(m.media.startswith(("video/", "audio/")) for m in given.media)
    if not filmed or given.told_of_recording:
        return None
    return no("录音录像开始时没有告知当事人正在记录。", "告知后勾选；没有告知的，写明原因。")
