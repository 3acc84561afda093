"""Deciding and issuing (行政许可法 38, 42, 44, 50; plan 3.2.c).

LR-02    a permit that went to a hearing, or is of major interest, is decided only after a passed review
LR-04    the submission is complete
LR-07    nobody decides what he examined or reviewed
PERM-05  decided within the term, special procedures and a told extension apart
PERM-08  the licence is issued within ten working days
PERM-12  what is decided is what was proposed; of a limited number, first who was accepted first
PERM-14  a renewal that nobody decided before the licence ended is renewed by law
TIME-07  the basis is in force
"""

from mingfa.bureau.catalogue.rules import stale
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.permits.examining.inputs import Deciding
from mingfa.bureau.permits.facts import PermitFacts, decide_by, last_day_to_renew, why_reviewed


@gate("LR-04", cites="方案 3.2.c")
def there_is_a_proposal_to_review(f: PermitFacts) -> Reason | None:
    """What is submitted is a proposal, with the materials it stands on."""
    if f.file.proposal is not None:
        return None
    return no("尚未提出审查意见，不能送审。", "由审查人员审查终结并提出意见。")


@gate("LR-02", cites="方案 3.2.c")
def the_review_that_is_due_has_passed(f: PermitFacts) -> Reason | None:
    """After a hearing, or in a major matter, this very proposal passed legal review."""
    proposal = f.file.proposal
    if not f.needs_review:
        return None
    if f.review is not None and proposal is not None and f.review.version == proposal.version:
        return None
    why = "、".join(why_reviewed(f))
    return no(f"{why}，未经法制审核或者审核未通过，不得作出决定。", "送法制机构审核并取得同意的书面意见。")


@gate("LR-07", cites="方案 3.2.c")
def nobody_decides_his_own_work(f: PermitFacts) -> Reason | None:
    """Who examined or reviewed an application does not decide it."""
    reviewer = f.review.reviewer if f.review else None
    if f.by.id not in (*f.file.handlers, reviewer):
        return None
    return no("审查人员、审核人员不得决定自己审查、审核的申请。", "请其他负责人决定。")


@gate("PERM-05", cites="行政许可法 42、行政许可法 45", warns=True)
def it_is_decided_in_time(f: PermitFacts) -> Reason | None:
    """The decision is made within the term, days of special procedures not counted."""
    last = decide_by(f)
    if last is None or f.today <= last.end:
        return None
    return no(f"办理期限已于{last.until}届满。", "写明超期作出决定的原因。")


@gate("PERM-12", cites="行政许可法 57", warns=True)
def who_was_accepted_first_is_decided_first(f: PermitFacts) -> Reason | None:
    """A permit of a limited number is granted in the order of acceptance, unless a law says otherwise."""
    if not f.ahead or f.file.proposal is None or f.file.proposal.outcome != "grant":
        return None
    return no(
        f"该许可有数量限制，受理在先的申请尚未作出决定：{'、'.join(f.ahead)}。",
        "按受理的先后顺序作出决定；法律、行政法规另有规定的，写明规定。",
    )


@gate("PERM-12", cites="行政许可法 38", of_inputs=True)
def the_decision_follows_the_proposal(f: PermitFacts) -> Reason | None:
    """The head decides what was proposed; to decide otherwise it is examined anew."""
    if f.look.given_as(Deciding).agreed:
        return None
    return no("不同意审查意见的，不能据此作出决定。", "退回审查人员重新提出意见。")


@gate("TIME-07", cites="行政许可法 4")
def the_basis_of_the_decision_is_in_force(f: PermitFacts) -> Reason | None:
    """Every article the permit stands on is in force on the day of the decision."""
    old = stale(f.file.item.penalises, f.today)
    if not old:
        return None
    return no(f"{'、'.join(old)}在{f.today}不是现行有效的规定。", "由法制机构调整事项的依据。")


def renewed_by_law(f: PermitFacts) -> bool:
    """Say whether the licence ended while a renewal asked for in time was not decided (50.2)."""
    if f.file.kind != "renew" or f.licence is None or f.licence.to_on is None or f.decision is not None:
        return False
    last = last_day_to_renew(f.licence)
    in_time = last is not None and f.file.received_on <= last
    return in_time and f.licence.state == "valid" and f.today > f.licence.to_on


@gate("PERM-14", cites="行政许可法 50.2")
def it_was_not_renewed_by_law(f: PermitFacts) -> Reason | None:
    """What the law has renewed is no longer decided."""
    if not renewed_by_law(f):
        return None
    return no(f"原许可已于{f.holds.to_on}届满，逾期未作决定，视为准予延续。", "由系统登记视为准予延续。")


@gate("PERM-14", cites="行政许可法 50.2")
def nobody_decided_before_the_licence_ended(f: PermitFacts) -> Reason | None:
    """Asked for in time and undecided on the last day of the licence: so it is renewed."""
    if renewed_by_law(f):
        return None
    return no(
        "原许可有效期尚未届满，或者延续申请没有在届满三十日前提出。", "在有效期届满前作出是否准予延续的决定。"
    )


@gate("PERM-08", cites="行政许可法 44", warns=True)
def the_licence_is_issued_in_time(f: PermitFacts) -> Reason | None:
    """The licence is issued and served within ten working days of the decision."""
    if f.decision is None:
        return None
    end = term("PERM-08", f.decision.decided_on, f.look.calendar).end
    if f.today <= end:
        return None
    return no(f"许可证件应当在{end}前颁发、送达，已经超期。", "写明超期的原因。")
