"""The court's way (行政强制法 53-60).

EXEC-10  within three months after the time for remedies, or after the end of a deferral
EXEC-11  ten working days after the demand was served
EXEC-12  the bundle is complete; what the court did has its document
"""

from mingfa.bureau.enforcement.facts import Enforcing, served, window
from mingfa.bureau.enforcement.inputs import CourtEnd, CourtPlea, CourtWords
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term

# Which step of the court may follow which.
FOLLOWS = {
    "accepted": ("applied", "appealed"),
    "not_accepted": ("applied", "appealed"),
    "granted": ("accepted", "appealed"),
    "refused": ("accepted", "appealed"),
    "appealed": ("not_accepted", "refused"),
}


@gate("EXEC-11", cites="行政强制法 54、行政强制法 69")
def ten_working_days_passed_since_the_demand(f: Enforcing) -> Reason | None:
    """The court is asked from the day after the tenth working day since the demand was served."""
    demand = f.demand
    if demand is None or not served(demand.served_on, f.today) or demand.served_on is None:
        return no("没有已经送达的催告书。", "申请人民法院强制执行前，先催告并送达。")
    ten = term("EXEC-11", demand.served_on, f.look.calendar)
    if f.today > max(ten.end, demand.until):
        return None
    return no(
        f"催告书送达后满十个工作日为{ten.until}，催告的履行期限至{demand.until}，尚未届满。",
        "期满仍不履行的，再申请。",
    )


@gate("EXEC-10", cites="行政强制法 53、行政处罚法 72.2")
def the_window_to_ask_the_court_is_open(f: Enforcing) -> Reason | None:
    """After the time for remedies (or the deferral) ended, within three months."""
    open_to = window(f.remedies_over, f.deferred_to, f.look.calendar)
    if open_to is not None and open_to.start < f.today <= open_to.latest:
        return None
    if open_to is None:
        return no("决定书尚未送达，或者行政复议、行政诉讼尚未终结。", "期限届满、程序终结后再申请。")
    if f.today > open_to.latest:
        return no(
            f"申请人民法院强制执行的期限已于{open_to.latest}届满。",
            "期限已过的，人民法院不予受理；依法终结执行。",
        )
    return no(
        f"申请人民法院强制执行的期限自{open_to.start}的次日起至{open_to.until}，尚未开始。",
        "等待当事人申请复议、提起诉讼的期限以及批准的延期、分期期限届满。",
    )


@gate("EXEC-12", cites="行政强制法 55", of_inputs=True)
def the_bundle_is_complete(f: Enforcing) -> Reason | None:
    """Application signed and sealed, the decision, the party's opinion, the demand, the object."""
    given = f.look.given_as(CourtPlea)
    missing = [
        words
        for there, words in (
            (given.signed, "负责人签名并加盖印章的申请书"),
            (served(f.source.served_on if f.source else None, f.today), "已送达的行政决定书"),
            (f.demand is not None and served(f.demand.served_on, f.today), "催告书和送达回证"),
            (bool(given.opinion.strip()), "当事人的意见"),
            (len(given.target.strip()) >= 5, "申请强制执行标的情况"),
        )
        if not there
    ]
    if not missing:
        return None
    return no(f"申请材料不齐：缺{'、'.join(missing)}。", "补齐材料后再申请。")


@gate("EXEC-12", cites="行政强制法 56、行政强制法 58", of_inputs=True)
def the_court_goes_step_by_step(f: Enforcing) -> Reason | None:
    """Acceptance follows the application, a ruling the acceptance; days are in order."""
    given = f.look.given_as(CourtWords)
    last = f.court[-1] if f.court else None
    if last is not None and last.what in FOLLOWS[given.what] and last.on <= given.on <= f.today:
        return None
    return no("人民法院的办理事项与上一事项不衔接，或者日期有误。", "按人民法院的文书依次登记。")


@gate("EXEC-12", cites="行政强制法 56.2、行政强制法 58.3", of_inputs=True)
def a_higher_court_is_asked_in_fifteen_days(f: Enforcing) -> Reason | None:
    """Against a refusal the higher court is asked within fifteen days."""
    given, last = f.look.given_as(CourtWords), f.court[-1] if f.court else None
    if given.what != "appealed" or last is None:
        return None
    end = term("EXEC-12.appeal", last.on, f.look.calendar).latest
    if given.on <= end:
        return None
    return no(f"向上一级人民法院申请复议的期限已于{end}届满。", "期限已过的，不得再申请复议。")


@gate("EXEC-12", cites="行政强制法 57", of_inputs=True)
def the_end_follows_the_ruling(f: Enforcing) -> Reason | None:
    """What the court carried out came after its ruling; of a fine, the fine was carried out."""
    given = f.look.given_as(CourtEnd)
    last = f.court[-1] if f.court else None
    money = (
        f.source is None
        or f.source.kind != "penalty"
        or not f.owed
        or not (f.owed.fine_left or f.owed.gains_left)
    )
    if last is not None and last.on <= given.on <= f.today and (money or given.fine):
        return None
    return no(
        "执行完毕日期早于裁定、晚于今天，或者罚款尚未执行到位。", "按法院的结案通知核对；未到位的继续跟进。"
    )
