"""Making a decision (处罚法 57-60): of what was proposed, told, heard, reviewed and, where due, discussed.

LR-01    no decision without a passed review (plan 3.4.b)
NOTI-01  the party was told and heard
HEAR-08  it is decided by the record of the hearing
NOTI-03  not heavier than told
NOTI-06  what is decided is what was told
CDIS-01  complex or major cases are discussed collectively
CDIS-02  what counts as major is a local value
DEC-02   within 90 days from the filing
DEC-05   the young are not penalised, or mitigated
DEC-09   a deviation from the steps was discussed
FILE-04  the limitation that the recorded facts choose has not run
FILE-05  no second fine for the same act
TIME-07  what is cited was in force
AV-12    nothing proved by a recording since lost
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mingfa.bureau.cases.hooks import Challenge, Kept
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.catalogue.rules import stale
from mingfa.bureau.decisions.inputs import DecisionWord, Meeting
from mingfa.bureau.decisions.values import CaseTime, DecisionView, DiscussionView
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.hearings.values import OPINIONS, Standing
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.limitation import limitation
from mingfa.bureau.measures.values import Held
from mingfa.bureau.papers.lints import Finding
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.filming.facts import unusable
from mingfa.bureau.records.values import Recorded
from mingfa.bureau.review.values import ReviewView
from mingfa.bureau.service.values import ServiceView

# Kept by who decides: each decision is an act of a head, and no machine has a post (个人信息保护法 24.3).
KEEPS = ("PI-07",)


@dataclass(frozen=True)
class Deciding:
    """What the gates of a decision may see."""

    look: Look[Inputs]
    case: CaseView
    standing: Standing
    review: ReviewView | None
    reviews: tuple[ReviewView, ...]
    discussions: tuple[DiscussionView, ...]
    decision: DecisionView | None
    members: tuple[Actor, ...]
    fined_already: tuple[str, ...]
    held: Held
    time: CaseTime = CaseTime(None)
    told_by: ServiceView | None = None
    challenges: tuple[Challenge, ...] = ()
    findings: tuple[Finding, ...] = ()
    recorded: Recorded = Recorded((), ())
    informed: bool = False

    @property
    def file(self) -> CaseView:
        """The case, as the gates of the cases room ask for it."""
        return self.case

    @property
    def kept(self) -> tuple[Kept, ...]:
        return self.held.kept

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today


COMPLEX = frozenset({"complex", "several_relations", "public_interest", "social_risk"})


def why_discussion_is_due(f: Deciding) -> tuple[str, ...]:
    """Name the reasons for which this case must be discussed collectively."""
    proposal = f.case.proposal
    if proposal is None:
        return ()
    kind = "unit" if f.case.is_unit else "person"
    limit = f.look.local(f"discussion_{kind}_fen") if proposal.amount else 0
    heard, returned = f.standing.hearing_took_place, any(not r.passed for r in f.reviews)
    return grounds_to_discuss(
        proposal.amount, limit, bool(proposal.deviation), proposal.grounds, heard, returned
    )


def grounds_to_discuss(
    amount: int, limit: int, deviates: bool, grounds: Iterable[str], heard: bool, returned: bool
) -> tuple[str, ...]:
    """Name the reasons for which a proposal is discussed collectively; amounts in 分."""
    reasons = (
        (bool(amount) and amount >= limit, "罚款达到集体讨论标准"),
        (deviates, "突破裁量基准"),
        (bool(set(grounds) & COMPLEX), "情节复杂或者重大"),
        (heard, "经过听证"),
        (returned, "法制审核曾提出问题"),
    )
    return tuple(words for true, words in reasons if true)


@gate("LR-01", cites="行政处罚法 58.1")
def legal_review_has_passed(f: Deciding) -> Reason | None:
    """The proposal to be decided passed legal review, and the review was not taken back."""
    if f.review is not None and f.case.proposal is not None and f.review.version == f.case.proposal.version:
        return None
    return no("未经法制审核或者审核未通过，不得作出决定。", "送法制机构审核并取得同意的书面意见。")


@gate("NOTI-06", cites="行政处罚法 62")
def what_is_decided_is_what_was_told(f: Deciding) -> Reason | None:
    """The notice told the party exactly the proposal that is to be decided."""
    if not f.standing.notice_is_due or f.standing.covers_current_proposal:
        return None
    return no("拟作出的决定与告知的内容不一致，或者尚未告知。", "重新告知当事人并听取陈述、申辩。")


@gate("AV-12", cites="治安管理处罚法 108.3")
def it_rests_on_no_lost_recording(f: Deciding) -> Reason | None:
    """What the proposal names does not rest on a recording that had to be there and is missing or lost."""
    named = {e["evidence"] for e in f.case.proposal.evidence} if f.case.proposal else set()
    bare = [e.name for e in unusable(f.recorded.usable, f.recorded.scenes) if e.id in named]
    if not bare:
        return None
    return no(
        f"{'、'.join(bare)}所依据的全程音像记录缺失或者已经损毁、丢失，不能作为处罚的根据。",
        "撤回审核，重新取证并重新提出处理建议。",
    )


@gate("NOTI-03", cites="行政处罚法 45.2")
def it_is_not_heavier_than_told(f: Deciding) -> Reason | None:
    """No heavier penalty than told; a heavier notice after a defence has its recorded reason there."""
    told, proposal = f.standing.notice, f.case.proposal
    if told is None or proposal is None or f.standing.points == 0:
        return None
    if proposal.amount <= told.amount and set(proposal.kinds) <= set(told.kinds):
        return None
    return no(
        "当事人陈述、申辩后，处罚重于原告知的内容。",
        "不得因当事人陈述、申辩而给予更重的处罚，请调整处理建议。",
    )


@gate("HEAR-08", cites="行政处罚法 65", warns=True)
def the_hearing_report_is_followed_or_answered(f: Deciding) -> Reason | None:
    """What the report of the hearing proposed was done since, or there is a recorded reason why not."""
    hearing = f.standing.hearings[-1] if f.standing.hearings else None
    if hearing is None or hearing.reported is None or hearing.opinion == "uphold" or f.case.proposal is None:
        return None
    if f.case.proposal.version > hearing.reported:
        return None
    return no(
        f"听证报告{OPINIONS[hearing.opinion]}，处理建议此后没有调整。",
        "根据听证笔录重新提出处理建议；不采纳听证报告的，写明理由。",
    )


@gate("CDIS-01", cites="行政处罚法 57.2")
def it_was_discussed_where_due(f: Deciding) -> Reason | None:
    """Complex cases and heavy penalties are decided collectively by the heads."""
    due = why_discussion_is_due(f)
    version = f.case.proposal.version if f.case.proposal else None
    if not due or any(d.approved and d.version == version for d in f.discussions):
        return None
    return no(f"本案应当由负责人集体讨论决定：{'、'.join(due)}。", "召开集体讨论并形成同意的讨论记录。")


@gate("DEC-02", cites="行政处罚法 60")
def it_is_made_within_its_term(f: Deciding) -> Reason | None:
    """A penalty is decided within 90 days from the filing, or the longer term on record with its basis."""
    if f.case.filed_on is None:
        return no("案件没有立案日期。", "先完成立案审批。")
    penalises = f.case.proposal is not None and f.case.proposal.outcome == "penalty"
    if f.time.end is None or f.today <= f.time.end or not penalises:
        return None
    return no(
        f"办案期限已于{f.time.end}届满，没有依法延长的记录，不得超期给予处罚。",
        "法律、法规、规章规定可以延长的，先办理延长办案期限，并写明未在届满前办理的原因。",
    )


@gate("FILE-04", cites="行政处罚法 36")
def the_limitation_has_not_run_out(f: Deciding) -> Reason | None:
    """No penalty after two years from the act, or five by a recorded fact."""
    end = limitation(f.case.act_on, f.case.limitation_kind).end
    filed_in_time = f.case.filed_on is not None and f.case.filed_on <= end
    if filed_in_time or f.case.proposal is None or f.case.proposal.outcome != "penalty":
        return None
    return no(f"追责时效已于{end}届满，不再给予行政处罚。", "作出不予处罚的决定。")


@gate("FILE-05", cites="行政处罚法 29")
def the_same_act_was_not_fined_already(f: Deciding) -> Reason | None:
    """The same act of the same party is not fined twice."""
    proposal = f.case.proposal
    if proposal is None or "fine" not in proposal.kinds or not f.fined_already:
        return None
    return no(
        f"同一违法行为已经罚款（{'、'.join(f.fined_already)}），不得给予两次以上罚款。",
        "撤回处理建议，依法另行处理。",
    )


@gate("TIME-07", cites="行政处罚法 37")
def the_law_applied_was_in_force(f: Deciding) -> Reason | None:
    """Each provision applied was in force on the day of the act."""
    old = stale([*f.case.item.breaks, *f.case.item.penalises], f.case.law_day)
    if not old:
        return None
    return no(f"{'、'.join(old)}在{f.case.law_day}不是现行有效的规定。", "改用违法行为发生时有效的规定。")


@gate("DEC-05", cites="行政处罚法 30")
def the_young_are_not_penalised(f: Deciding) -> Reason | None:
    """Under 14 no penalty; from 14 to 18 lighter or mitigated."""
    proposal, party = f.case.proposal, f.case.party
    age = party.age_on(f.case.act_on) if party else None
    if proposal is None or proposal.outcome != "penalty" or age is None or age >= 18:
        return None
    if age >= 14 and "under_18" in proposal.mitigation:
        return None
    return no(f"当事人违法时{age}周岁，依法不予处罚或者应当从轻、减轻处罚。", "重新提出处理建议。")


@gate("LR-07", cites="行政处罚法 58.1")
def the_decider_neither_handled_nor_reviewed(f: Deciding) -> Reason | None:
    """Whoever decides did not handle or review the case."""
    reviewer = f.review.reviewer if f.review else None
    if f.by.id not in f.case.handlers and f.by.id != reviewer:
        return None
    return no("承办人、法制审核人员不得对同一案件作出决定。", "由未参与承办和审核的负责人决定。")


@gate("DEC-01", cites="行政处罚法 57.1", of_inputs=True)
def the_head_agrees_with_the_proposal(f: Deciding) -> Reason | None:
    """The head decides what was proposed, told and reviewed, or sends it back."""
    if f.look.given_as(DecisionWord).agreed:
        return None
    return no(
        "负责人尚未确认同意处理建议。",
        "同意的，勾选确认；不同意的，退回（撤回法制审核）由承办机构重新提出处理建议。",
    )


@gate("CDIS-01", cites="行政处罚法 57.2", of_inputs=True)
def the_heads_discuss(f: Deciding) -> Reason | None:
    """A collective discussion is held by at least two heads; chair and speakers are members."""
    given = f.look.given_as(Meeting)
    heads = {m.id for m in f.members if m.roles & {"head", "deputy"}}
    strangers = ({given.chair} | {s.person for s in given.speeches} | set(given.members)) - heads
    if len(heads) >= 2 and not strangers and given.chair in given.members:
        return None
    return no(
        "集体讨论应当由行政机关负责人参加，主持人、发言人应当是参加人员。", "核对参加人员、主持人和发言人。"
    )


@gate("CDIS-01", cites="行政处罚法 57.2", of_inputs=True)
def the_vote_fits_its_conclusion(f: Deciding) -> Reason | None:
    """Every member voted, and the conclusion follows the majority; the meeting ended before it is entered."""
    given = f.look.given_as(Meeting)
    voted = given.agreeing + given.opposing <= len(set(given.members))
    majority = (given.agreeing * 2 > len(set(given.members))) == given.approved
    if voted and majority and given.started_at < given.ended_at <= f.look.at:
        return None
    return no(
        "表决人数与参加人数不符、结论与多数意见不一致，或者起止时间有误。", "核对表决人数、结论和起止时间。"
    )


@gate("CDIS-01", cites="行政处罚法 57.2", of_inputs=True)
def the_discussion_agreed(f: Deciding) -> Reason | None:
    """What is decided collectively was agreed to."""
    if f.look.given_as(Meeting).approved:
        return None
    return no("集体讨论没有同意。", "没有取得多数同意的，不得办理。")
