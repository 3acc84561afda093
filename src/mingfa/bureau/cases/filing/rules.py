"""From the clue to the filing.

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

from mingfa.bureau.cases.facts import ByAPerson, CaseFacts
from mingfa.bureau.cases.filing.inputs import Approval, Clue, FilingProposal
from mingfa.bureau.catalogue.rules import stale
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.limitation import Kind, limitation
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import term

CODE = "生态环境法典"


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def the_clue_lies_in_the_past(f: CaseFacts) -> Reason | None:
    """A clue was found, and its act happened, before it is registered."""
    given = f.look.given_as(Clue)
    if given.found_at <= f.look.at and given.act_on <= f.today:
        return None
    return no("发现时间或者违法行为发生日期晚于办理时间。", "核对发现时间和违法行为发生日期。")


@gate("JUR-01", cites="行政处罚法 22", of_inputs=True)
def the_place_is_within_our_area(f: CaseFacts) -> Reason | None:
    """The agency of the place where the violation happened has jurisdiction."""
    if f.look.given_as(Clue).street in f.streets:
        return None
    return no(
        "违法行为发生地不在本机关管辖区域内。", "将线索移送有管辖权的机关；确在辖区的，请重新选择街道。"
    )


@gate("JUR-09", cites="行政处罚法 39", of_inputs=True)
def the_item_is_listed_and_in_force(f: CaseFacts) -> Reason | None:
    """What is not published as an item is no basis for a penalty."""
    given = f.look.given_as(Clue)
    if f.item is not None and f.item.in_force(given.act_on):
        return None
    return no(
        f"所选事项未列入权责清单，或者在{given.act_on}不是现行事项，不得作为处罚依据。",
        "从权责清单中选择现行事项；清单缺项的，先编制并审定公布。",
    )


@gate("FILE-03", cites="行政处罚法 54.2", of_inputs=True)
def the_inspection_it_comes_from_was_handed_over(f: CaseFacts) -> Reason | None:
    """A case that comes from an inspection names it, and it was handed over to filing."""
    given, found = f.look.given_as(Clue), f.inspection
    if given.source != "inspection" and given.inspection is None:
        return None
    if given.source == "inspection" and found is not None and found.state == "handed_over":
        return None
    return no(
        "案件来源与检查不符：没有选择已经移交立案的检查，或者来源不是行政检查。",
        "来源选行政检查，并选择该检查。",
    )


@gate("FILE-01", cites="住建部令第55号 15", of_inputs=True, warns=True)
def the_clue_counts_from_the_hand_over(f: CaseFacts) -> Reason | None:
    """What an inspection found was found, at the latest, when it was handed over: the clock runs."""
    handed = f.inspection.ended_on if f.inspection else None
    if handed is None or f.look.given_as(Clue).found_at.astimezone(CHINA).date() <= handed:
        return None
    return no(f"发现时间晚于检查移交立案之日（{handed}），核查期限会被推迟。", "填写检查发现或者移交的时间。")


@gate("FILE-01", cites="住建部令第55号 15", warns=True)
def the_clue_is_verified_in_time(f: CaseFacts) -> Reason | None:
    """A clue is verified within 15 working days from its discovery."""
    found = f.file.found_at.astimezone(CHINA).date()
    longer = f.file.clue_extended is not None
    end = term("FILE-01.extended" if longer else "FILE-01", found, f.look.calendar).end
    if f.today <= end:
        return None
    return no(f"线索应当在{end}前核查完毕，已经超期。", "写明超期原因（经负责人批准延长的，写明批准日期）。")


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_certified_officers_handle_the_case(f: CaseFacts) -> Reason | None:
    """At least two officers, each with a valid certificate, handle the case."""
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    if len(able) >= 2 and able == set(f.look.given_as(FilingProposal).handlers):
        return None
    return no(
        "承办人不足两名持有效执法证件的执法人员，或者所列人员不具有执法资格。",
        "指定两名以上在岗、持有效执法证件的执法人员承办。",
    )


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def the_handlers_belong_to_its_unit(f: CaseFacts) -> Reason | None:
    """Handlers come from the unit of the case; others could not even open it."""
    others = [o.name for o in f.officers if o.unit != f.file.unit]
    if not others:
        return None
    return no(
        f"{'、'.join(others)}不是承办机构（{f.file.unit_name}）的人员。", "从承办机构的执法人员中指定承办人。"
    )


@gate("QUAL-08", cites="行政处罚法 43", of_inputs=True)
def the_handlers_declared_no_interest(f: CaseFacts) -> Reason | None:
    """Every handler declares that there is no interest or relation that could affect fair enforcement."""
    if f.look.given_as(FilingProposal).recusal_declared:
        return None
    return no(
        "承办人尚未声明是否存在应当回避的情形。", "由承办人逐一确认无利害关系；有利害关系的，更换承办人。"
    )


@gate("FILE-02", cites="行政处罚法 54.1")
def there_is_initial_evidence(f: CaseFacts) -> Reason | None:
    """Filing needs initial evidence of a violation: at least one piece kept or one record made."""
    if f.recorded.usable or f.recorded.records:
        return None
    return no("没有证明违法行为的初步证据，不具备立案条件。", "先收集现场照片、检查笔录等初步证据。")


@gate("FILE-04", cites="行政处罚法 36")
def the_limitation_has_not_run(f: CaseFacts) -> Reason | None:
    """Two years from the act (or its end), or five by a recorded fact, no penalty is given any more."""
    return _run_out(f, f.file.limitation_kind)


@gate("FILE-04", cites="行政处罚法 36", of_inputs=True)
def the_limitation_chosen_has_not_run(f: CaseFacts) -> Reason | None:
    """The limitation that the proposal names is still running."""
    return _run_out(f, Kind[f.look.given_as(FilingProposal).limitation.upper()])


def _run_out(f: CaseFacts, kind: Kind) -> Reason | None:
    end = limitation(f.file.act_on, kind).end
    if f.today <= end:
        return None
    return no(
        f"违法行为发生于{f.file.act_on}，追责时效已于{end}届满，不再给予行政处罚。",
        "不予立案；有法定的危害后果、适用五年时效的，选择该时效并写明事实。"
        if kind is Kind.ORDINARY
        else "不予立案。",
    )


@gate("FILE-04", cites="行政处罚法 36.1", of_inputs=True)
def a_longer_limitation_has_its_facts(f: CaseFacts) -> Reason | None:
    """Five years stand on a harm that is on record."""
    given = f.look.given_as(FilingProposal)
    if given.limitation == "ordinary" or len(given.harm.strip()) >= 10:
        return None
    return no(
        "追责时效选择五年，没有写明危害后果的事实。",
        "写明造成的危害后果及其证据（不少于10字）；没有危害后果的，适用二年。",
    )


@gate("FILE-04", cites="生态环境法典 1054.1", of_inputs=True)
def the_limitation_of_the_code_is_for_its_violations(f: CaseFacts) -> Reason | None:
    """The five years of the code are for what breaks the code, done since it is in force."""
    if f.look.given_as(FilingProposal).limitation != "environment":
        return None
    cited = [cite(c) for c in (*f.file.item.breaks, *f.file.item.penalises)]
    if any(c.short == CODE and c.in_force(f.file.act_on) for c in cited):
        return None
    return no(
        f"本案事项没有引用《{CODE}》，或者违法行为发生于法典施行以前，不适用法典规定的五年时效。",
        "适用行政处罚法第三十六条：一般为二年；涉及公民生命健康安全且有危害后果的，选择相应的五年。",
    )


@gate("FILE-05", cites="行政处罚法 29")
def the_same_act_is_not_on_file_already(f: CaseFacts) -> Reason | None:
    """One act is not fined twice: no other live case is about the same act of the same party."""
    if not f.same_act:
        return None
    others = "、".join(f.same_act)
    return no(f"同一当事人的同一违法行为已有案件（{others}），不得重复处罚。", "并入已有案件办理。")


@gate("TIME-07", cites="行政处罚法 37")
def the_law_cited_was_in_force_on_the_day_of_the_act(f: CaseFacts) -> Reason | None:
    """An act is judged by the law of its day; a statute that was not in force then cannot be cited."""
    old = stale([*f.file.item.breaks, *f.file.item.penalises], f.file.law_day)
    if not old:
        return None
    return no(
        f"{'、'.join(old)}在违法行为发生之日（{f.file.act_on}）不是现行有效的规定。",
        "选用违法行为发生时有效的事项；新法处罚较轻的，写明从旧兼从轻的比较结论。",
    )


@gate("FILE-03", cites="行政处罚法 54.2", of_inputs=True)
def refusing_to_file_has_a_reason(f: CaseFacts) -> Reason | None:
    """What meets the standard must be filed; whoever refuses says why."""
    given = f.look.given_as(Approval)
    if given.approved or len(given.opinion) >= 10:
        return None
    return no(
        "符合立案标准的应当及时立案；不予立案必须写明理由。", "在审批意见中写明不予立案的理由（不少于10字）。"
    )


@gate("QUAL-08", cites="行政处罚法 43")
def the_approver_is_not_a_handler(f: ByAPerson) -> Reason | None:
    """Whoever handles a case does not approve it."""
    if f.by.id not in f.file.handlers:
        return None
    return no("承办人不得审批自己承办的案件。", "请其他负责人审批。")
