"""At the window (行政许可法 30-32, 50, 78, 79): receive, ask once for what is missing, accept or reject.

PERM-01  only a listed item with its guide can be applied for; nothing beyond its list is asked
PERM-02  accepted, rejected or corrected at once, each for a reason of the law
PERM-03  one notice of all that is missing, within five working days; else it is accepted from receipt
PERM-04  each answer is a paper with the special seal and the day
PERM-14  a renewal is of a licence in force, asked for thirty days before its end
PERM-15  who lied or cheated does not apply again before the time is over
"""

from datetime import date

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.permits.facts import PermitFacts, last_day_to_renew
from mingfa.bureau.permits.values import BarView
from mingfa.bureau.permits.window.inputs import (
    Application,
    Correction,
    HandingIn,
    Rejection,
    SupplementNotice,
)

# Kept by the papers: 受理通知书 and 不予受理决定书 carry seal and day (32 last para); nothing asks for a fee.
KEEPS = ("PERM-04", "PERM-17")


@gate("PERM-01", cites="行政许可法 30.1、行政许可法 5.2", of_inputs=True)
def the_item_is_listed_with_its_guide(f: PermitFacts) -> Reason | None:
    """What was not made public is no basis for a permit: the item is listed, with its guide, and in force."""
    if f.item is not None and f.item.category == "permit" and f.item.in_force(f.today):
        return None
    return no("该许可事项及其服务指南没有公布，不能受理申请。", "先编制并审定公布事项的服务指南。")


@gate("PERM-01", cites="行政许可法 31.1", of_inputs=True)
def only_what_the_guide_lists_is_taken(f: PermitFacts) -> Reason | None:
    """Materials are those of the published list: nothing that has nothing to do with the permit is asked."""
    if f.item is None or f.item.category != "permit":
        return None
    known = range(1, len(f.guide.materials) + 1)
    if all(n in known for n in f.look.given_as(Application, HandingIn).materials):
        return None
    return no("所选材料不在公布的材料目录之内。", "按照服务指南的材料目录接收，不得要求提交无关材料。")


def stands_against(bar: BarView, code: str, today: date) -> bool:
    """Say whether a bar binds an applicant of the same name: not where both codes are known and differ."""
    return today <= bar.until and (not bar.code or not code or bar.code == code)


@gate("PERM-15", cites="行政许可法 78、行政许可法 79", of_inputs=True)
def the_applicant_is_not_barred(f: PermitFacts) -> Reason | None:
    """Who hid facts or gave false materials waits a year, who cheated three, in matters of safety."""
    code = f.look.given_as(Application).applicant.code
    until = [bar.until for bar in f.bars if stands_against(bar, code, f.today)]
    if not until:
        return None
    return no(f"申请人在{max(until)}之前不得再次申请该行政许可。", "告知申请人原因和期限，期满后再申请。")


@gate("PERM-14", cites="行政许可法 49、行政许可法 50", of_inputs=True)
def what_is_changed_or_renewed_is_in_force(f: PermitFacts) -> Reason | None:
    """A change or renewal is of the applicant's own licence for this item, and it is in force."""
    given = f.look.given_as(Application)
    if (given.kind == "new") != (given.licence is None):
        return no("新办申请不应选择原许可；变更、延续申请应当选择原许可。", "核对申请类型和原许可证件。")
    if given.kind == "new":
        return None
    own = f.licence is not None and f.licence.in_force(f.today) and f.holder == given.applicant.name
    if own and (given.kind == "modify" or (f.licence and f.licence.to_on)):
        return None
    return no("所选许可证件不属于该申请人、该事项，或者已经失效、长期有效。", "已经失效的，按新办申请。")


@gate("PERM-14", cites="行政许可法 50.1", of_inputs=True, warns=True)
def the_renewal_is_asked_for_in_time(f: PermitFacts) -> Reason | None:
    """A renewal is asked for thirty days before the licence ends; late, silence is no consent."""
    if f.look.given_as(Application).kind != "renew" or f.licence is None or f.licence.to_on is None:
        return None
    last = last_day_to_renew(f.licence)
    if last is None or f.today <= last:
        return None
    return no(
        f"延续申请应当在{last}前（有效期届满三十日前）提出，已经逾期，逾期未决定时不视为准予延续。",
        "写明逾期申请的原因，或者告知申请人按新办申请。",
    )


# --- asking for what is missing ---------------------------------------------------------------------------


@gate("PERM-03", cites="行政许可法 32.1(4)")
def it_is_the_first_supplement_notice(f: PermitFacts) -> Reason | None:
    """Everything missing is told once; a second notice is never sent."""
    if f.file.supplement is None:
        return None
    return no(
        "已经一次告知过补正内容，不得再次要求补正。", "材料已按告知补正的，应当受理；未补正的，不予受理。"
    )


@gate("PERM-03", cites="行政许可法 32.1(4)、行政许可法 82")
def the_five_days_have_not_passed(f: PermitFacts) -> Reason | None:
    """What is missing is told on the spot or within five working days from receipt."""
    if not f.deemed_accepted:
        return None
    end = f.supplement_term.latest
    return no(
        f"告知补正的期限已于{end}届满，自收到申请材料之日起即为受理。", "办理受理，受理日期为接收之日。"
    )


@gate("PERM-03", cites="行政许可法 32.1(4)", of_inputs=True)
def it_names_everything_at_once(f: PermitFacts) -> Reason | None:
    """Every required material that is not there is in the notice, and it asks for something."""
    given = f.look.given_as(SupplementNotice)
    named = {f.guide.materials[n - 1].name for n in given.missing if 0 < n <= len(f.guide.materials)}
    left = [name for name in f.file.lacking if name not in named]
    if not left and (given.missing or given.defects):
        return None
    words = f"下列未提交的材料没有一并告知：{'、'.join(left)}。" if left else "没有写明需要补正的内容。"
    return no(words, "一次告知需要补正的全部内容，此后不得再要求补正。")


# --- accepting, rejecting, correcting ---------------------------------------------------------------------


@gate("PERM-02", cites="行政许可法 32.1(5)")
def the_materials_are_complete(f: PermitFacts) -> Reason | None:
    """All required materials are there, or the time to ask for them has passed in silence."""
    if not f.file.lacking or f.deemed_accepted:
        return None
    return no(f"申请材料不齐全：缺{'、'.join(f.file.lacking)}。", "一次告知申请人补正，补正后受理。")


@gate("PERM-03", cites="行政许可法 32.1(4)")
def it_was_not_accepted_by_silence(f: PermitFacts) -> Reason | None:
    """What is accepted by law, because nothing was said in time, can no longer be rejected."""
    if not f.deemed_accepted:
        return None
    return no("逾期未告知补正，该申请自收到材料之日起即为受理，不能再不予受理。", "办理受理，进入审查。")


@gate("PERM-02", cites="行政许可法 32.1(4)", of_inputs=True)
def what_is_missing_was_told_before(f: PermitFacts) -> Reason | None:
    """An application is not rejected as incomplete before its gaps were told."""
    if f.look.given_as(Rejection).ground != "incomplete" or f.file.supplement is not None:
        return None
    return no("没有告知补正，不得以材料不齐全为由不予受理。", "先一次告知申请人需要补正的全部内容。")


@gate("PERM-02", cites="行政许可法 32.1(5)", of_inputs=True)
def it_is_still_incomplete(f: PermitFacts) -> Reason | None:
    """Once everything asked for is handed in, it must be accepted; what does not fit is said in words."""
    given = f.look.given_as(Rejection)
    if given.ground != "incomplete" or f.file.lacking or f.look.matter.state == "supplementing":
        return None
    if f.file.defects and given.unfit:
        return None
    return no("申请人已经提交全部补正材料，应当受理。", "仍不符合法定形式的，逐项写明。")


@gate("PERM-02", cites="行政许可法 32.1(2)", of_inputs=True)
def the_competent_office_is_named(f: PermitFacts) -> Reason | None:
    """Who is sent away because another office is competent is told which."""
    given = f.look.given_as(Rejection)
    if given.ground != "not_competent" or given.refer_to:
        return None
    return no("没有告知申请人向哪个行政机关申请。", "写明有权办理的行政机关名称。")


@gate("PERM-02", cites="行政许可法 32.1(1)、行政许可法 32.1(2)", of_inputs=True, warns=True)
def it_is_rejected_at_once(f: PermitFacts) -> Reason | None:
    """That no permit is needed, or that another office is competent, is said at once."""
    if (
        f.look.given_as(Rejection).ground not in ("not_required", "not_competent")
        or f.today == f.file.received_on
    ):
        return None
    return no(f"申请于{f.file.received_on}收到，应当即时告知不受理。", "写明没有即时告知的原因。")


@gate("PERM-02", cites="行政许可法 32.1(3)", of_inputs=True)
def the_applicant_confirmed_the_correction(f: PermitFacts) -> Reason | None:
    """An error that can be corrected on the spot is corrected by the applicant."""
    if f.look.given_as(Correction).confirmed:
        return None
    return no("更正没有经申请人确认。", "由申请人当场更正并签名确认。")


@gate("PERM-03", cites="行政许可法 32.1(4)、行政许可法 82")
def five_days_passed_without_a_word(f: PermitFacts) -> Reason | None:
    """Nothing was told within five working days: so it is accepted, from the day of receipt."""
    if f.deemed_accepted:
        return None
    return no(
        f"告知补正的期限至{f.supplement_term.latest}，尚未届满，或者已经告知。", "由窗口人员决定是否受理。"
    )
