"""From the beginning to the decision (行政强制法 13, 34-37, 46, 50; plan 3.2.a).

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

from mingfa.bureau.enforcement.facts import Enforcing, left_undone, served
from mingfa.bureau.enforcement.inputs import DemandWords, Plea, UrgeWords
from mingfa.bureau.law.gates import Reason, gate, no

# --- beginning ---------------------------------------------------------------------------------------------


@gate("SERV-02", cites="行政处罚法 61.1", of_inputs=True)
def what_is_enforced_has_reached_the_party(f: Enforcing) -> Reason | None:
    """A decision or order that stands and was served is enforced."""
    source = f.source
    if source is not None and not source.revoked and served(source.served_on, f.today):
        return None
    return no("所选的决定不存在、已被撤销或者尚未送达当事人。", "从本人承办、已经送达的决定中选择。")


@gate("EXEC-01", cites="行政强制法 34", of_inputs=True)
def its_time_to_be_performed_is_over(f: Enforcing) -> Reason | None:
    """The day by which the party had to perform has passed."""
    due = f.owed.ends_on if f.owed and f.owed.ends_on else f.source.perform_by if f.source else None
    if f.source is None or due is None or f.today > due:
        return None
    return no(f"履行期限至{due}，尚未届满。", "期限届满仍不履行的，再启动强制执行。")


@gate("EXEC-01", cites="行政强制法 34", of_inputs=True)
def something_of_it_is_unperformed(f: Enforcing) -> Reason | None:
    """Something of the duty is left to enforce."""
    if f.source is None or left_undone(f):
        return None
    return no("当事人已经履行，没有可以强制执行的内容。", "在案件中确认履行完毕。")


@gate("EXEC-09", cites="行政强制法 34", of_inputs=True)
def it_is_not_being_enforced_already(f: Enforcing) -> Reason | None:
    """One decision has one enforcement under way."""
    if not f.others:
        return None
    return no(f"该决定正在强制执行中（{'、'.join(f.others)}）。", "在已有的强制执行事项中办理。")


# --- the demand and the party's word -----------------------------------------------------------------------


@gate("EXEC-09", cites="行政强制法 35", of_inputs=True)
def the_demand_gives_time(f: Enforcing) -> Reason | None:
    """The demand names a day that lies ahead."""
    if f.look.given_as(DemandWords, UrgeWords).until > f.today:
        return None
    return no("催告的履行期限应当晚于今天。", "给当事人留出履行和陈述、申辩的合理时间。")


@gate("EXEC-09", cites="行政强制法 36", of_inputs=True)
def the_party_spoke_after_the_demand(f: Enforcing) -> Reason | None:
    """What is answered was said after the demand reached the party, and not in the future."""
    since = f.demand.served_on if f.demand else None
    if since is not None and since <= f.look.given_as(Plea).made_on <= f.today:
        return None
    return no(
        "催告书尚未送达，或者陈述、申辩日期早于送达、晚于今天。", "核对催告书送达日期和陈述、申辩日期。"
    )


@gate("EXEC-09", cites="行政强制法 36")
def there_is_a_plea_to_answer(f: Enforcing) -> Reason | None:
    """What the party said waits for its answer."""
    if any(o.adopted is None for o in f.objections):
        return None
    return no("没有等待复核的陈述、申辩。", "先登记当事人的陈述、申辩。")


@gate("EXEC-09", cites="行政强制法 36")
def every_plea_was_answered(f: Enforcing) -> Reason | None:
    """What the party said was recorded and answered before anything goes on."""
    if all(o.adopted is not None for o in f.objections):
        return None
    return no("当事人对催告的陈述、申辩尚未复核。", "复核当事人提出的事实、理由和证据；成立的，应当采纳。")


@gate("EXEC-09", cites="行政强制法 35、行政强制法 37.1")
def a_demand_was_served_and_its_time_is_over(f: Enforcing) -> Reason | None:
    """The demand reached the party and its time passed, or there is evidence that property is hidden."""
    demand, typed = f.demand, getattr(f.look.inputs, "hiding", "")
    if typed or (f.proposal is not None and f.proposal.hiding):
        return None if demand is not None and served(demand.served_on, f.today) else _undemanded()
    if demand is not None and served(demand.served_on, f.today) and f.today > demand.until:
        return None
    return _undemanded()


def _undemanded() -> Reason:
    return no(
        "没有已经送达的催告书，或者催告的履行期限尚未届满。",
        "先催告并送达；催告期间有证据证明转移、隐匿财物的，写明迹象和证据。",
    )


@gate("EXEC-09", cites="行政强制法 37.1")
def it_is_still_unperformed(f: Enforcing) -> Reason | None:
    """The party did not perform, also not after the demand; the decision still stands."""
    if f.source is None or (left_undone(f) and not f.source.revoked):
        return None
    return no("当事人已经履行，或者据以执行的决定已被撤销。", "确认履行完毕；决定被撤销的，终结执行。")


# --- the end -----------------------------------------------------------------------------------------------


@gate("EXEC-01", cites="行政强制法 34")
def nothing_of_the_duty_is_left(f: Enforcing) -> Reason | None:
    """The party performed, or force, a third party or the court did it."""
    by_force = f.carried is not None and f.carried.kind != "auction"
    if by_force or any(c.what in ("fine_done", "done") for c in f.court) or not left_undone(f):
        return None
    return no(f"尚未履行：{left_undone(f)}。", "登记缴款或者复查改正情况；未履行的，继续执行。")
