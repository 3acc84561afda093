"""Telling the party, hearing it, answering it (行政处罚法 44, 45, 62-64).

NOTI-01  a penalty is told before it is decided: content, facts, reasons, basis, rights
NOTI-02  the party is heard, and each point gets an answer
NOTI-03  no heavier penalty because the party spoke
NOTI-04  only an explicit waiver releases
NOTI-05  the statement term is a local number, counted from service
NOTI-06  what changed is told again
HEAR-01  which penalties carry the right to a hearing
HEAR-02  what is a larger amount is a local number
HEAR-03  a hearing is asked for within five working days
HEAR-08  a requested hearing was held and reported on before anything goes on
QUAL-01  two officers hear an oral statement
QUAL-08  whoever handles the case does not issue its notice
AV-01    the days are in order
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Protocol

from mingfa.bureau.cases.values import CaseView, Proposal
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.hearings.notice.inputs import Answers, Spoken, Waiver
from mingfa.bureau.hearings.values import RIGHTS, Standing
from mingfa.bureau.law.config import local_values
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.kinds import ALWAYS_HEARD
from mingfa.bureau.lib.canonical import canonical_json
from mingfa.bureau.people.actors import Actor

LOCAL = ("statement_days", "hearing_person_fen", "hearing_unit_fen")


@dataclass(frozen=True)
class Telling:
    """What the gates of notices and statements may see. `unset` names local values not set that day."""

    look: Look[Inputs]
    case: CaseView
    standing: Standing
    officers: tuple[Actor, ...]
    unset: tuple[str, ...]

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today


class Told(Protocol):
    """Facts of any act that goes on from a notice: review, decision."""

    @property
    def case(self) -> CaseView: ...
    @property
    def standing(self) -> Standing: ...


def notice_is_due(proposal: Proposal | None) -> bool:
    """Say whether the proposal is a penalty: only then the law asks for a notice (行政处罚法 44)."""
    return proposal is not None and proposal.outcome == "penalty"


def what_is_told(proposal: Proposal) -> str:
    """Return the digest of what a notice tells: facts, reasons, basis, content."""
    told: dict[str, object] = {
        "facts": proposal.facts,
        "breaks": proposal.breaks,
        "penalises": proposal.penalises,
        "kinds": proposal.kinds,
        "amount": proposal.amount,
        "gains": proposal.gains,
    }
    more = {"gains_words": proposal.gains_words, "returned": proposal.returned}
    more |= {"things": proposal.things, "measures": proposal.measures}
    told |= {name: value for name, value in more.items() if value}
    return sha256(canonical_json(told)).hexdigest()


def a_hearing_is_due(proposal: Proposal, threshold: int) -> bool:
    """Say whether the penalty carries the right to a hearing; `threshold` is 较大数额 in 分 for this party.

    A larger confiscation is measured by the same number as a larger fine.
    """
    fine = proposal.amount if "fine" in proposal.kinds else 0
    largest = max(fine, proposal.confiscated)
    return 0 < largest >= threshold or bool(ALWAYS_HEARD & set(proposal.kinds))


def is_heavier(kinds: Iterable[str], amount: int, than_kinds: Iterable[str], than_amount: int) -> bool:
    """Say whether a penalty has a kind the other lacks, or a higher fine."""
    return amount > than_amount or not set(kinds) <= set(than_kinds)


@gate("NOTI-01", cites="行政处罚法 44")
def there_is_a_penalty_to_tell_of(f: Telling) -> Reason | None:
    """A notice tells a proposed penalty; where none is proposed, none is told."""
    if notice_is_due(f.case.proposal):
        return None
    return no("处理建议不是给予行政处罚，不需要制作行政处罚告知书。", "直接送交法制审核。")


@gate("QUAL-08", cites="行政处罚法 43")
def the_notice_is_not_issued_by_a_handler(f: Telling) -> Reason | None:
    """Whoever handles a case does not issue its notice."""
    if f.by.id not in f.case.handlers:
        return None
    return no("承办人不得签发自己承办案件的告知书。", "请机构负责人或者机关负责人签发。")


@gate("HEAR-02", cites="行政处罚法 63.1(1)")
def the_local_numbers_are_set(f: Telling) -> Reason | None:
    """Statement term and hearing thresholds have a recorded value and basis on the day."""
    if not f.unset:
        return None
    names = "、".join(local_values()[name].zh for name in f.unset)
    return no(f"尚未设定{names}，无法确定当事人的权利。", "由法制机构录入取值和依据。")


@gate("NOTI-03", cites="行政处罚法 45.2", warns=True)
def nothing_is_heavier_because_the_party_spoke(f: Telling) -> Reason | None:
    """After the party spoke, a heavier proposal than the first one told has a recorded, other reason."""
    proposal, before = f.case.proposal, f.standing
    if proposal is None or not before.points:
        return None
    fine = is_heavier(proposal.kinds, proposal.amount, before.first_kinds, before.first_amount)
    if not fine and proposal.confiscated <= before.first_gains:
        return None
    return no(
        "当事人陈述、申辩后，拟作出的处罚重于原告知的处罚。",
        "不得因陈述、申辩加重处罚；确因新查明的事实、证据加重的，写明新的事实和证据。",
    )


@gate("HEAR-08", cites="行政处罚法 63.1、行政处罚法 65")
def a_requested_hearing_was_held(f: Told) -> Reason | None:
    """A hearing that the party asked for was held and reported on, or taken back, before anything goes on."""
    now, hearing = f.standing, f.standing.hearing
    if not now.notice_is_due or not now.hearing_is_open:
        return None
    if hearing is None:
        return no(
            "当事人已经要求听证，听证尚未举行，不得作出决定。",
            "由法制机构组织听证；当事人撤回听证申请的，由当事人签名确认后记录放弃听证。",
        )
    if hearing.held is None:
        return no(
            f"听证通知于{hearing.on}举行，听证尚未举行，不得作出决定。",
            "举行听证并制作听证笔录；不能如期举行的，办理延期。",
        )
    return no("听证已经举行，听证主持人尚未提交听证报告。", "由听证主持人根据听证笔录提交听证报告。")


@gate("NOTI-01", cites="行政处罚法 44、行政处罚法 45、行政处罚法 62")
def the_party_was_told_and_heard(f: Told) -> Reason | None:
    """A penalty goes on only when this proposal was told and served, and the party heard and answered."""
    if not f.standing.notice_is_due:
        return None
    missing = (no(because, todo) for is_missing, because, todo in _stages(f.standing) if is_missing)
    return next(missing, None)


def _stages(now: Standing) -> Iterable[tuple[bool, str, str]]:
    """List the stages of telling and answering in their order, each with whether it is missing."""
    running = [t for t in (now.statement_term, now.hearing_window) if t]
    ends = max(running, key=lambda t: t.end).until if running else ""
    rights = "陈述、申辩和要求听证" if now.hearing_offered else "陈述、申辩"
    yield now.notice is None, "拟给予行政处罚，尚未告知当事人。", "由负责人签发行政处罚告知书。"
    yield (
        not now.covers_current_proposal,
        "告知后，拟处罚的事实、依据或者内容发生变化，原告知书不能作为决定的依据。",
        "按照现在的处理建议重新告知。",
    )
    yield now.served_on is None, "行政处罚告知书尚未送达当事人。", "送达告知书并制作送达回证。"
    yield not now.told, f"告知书以公告方式送达，至{now.served_on}视为送达，尚未届满。", "公告期满后再办理。"
    yield (
        not now.had_its_time,
        f"当事人{rights}的期限至{ends}届满，尚未届满，当事人也没有明确放弃。",
        "等待期限届满；当事人明确放弃的，记录其签名的声明。",
    )
    yield (
        bool(now.unanswered),
        f"当事人的陈述、申辩意见有{len(now.unanswered)}条尚未复核答复。",
        "对当事人提出的事实、理由和证据逐条复核，记录是否采纳及理由。",
    )


@gate("AV-01", cites="行政处罚法 47", of_inputs=True)
def it_was_said_after_the_notice(f: Telling) -> Reason | None:
    """What the party says to a notice is said on or after the day of the notice, and not in the future."""
    issued = f.standing.notice.issued_on if f.standing.notice else None
    if issued is not None and issued <= f.look.given_as(Spoken, Waiver).made_on <= f.today:
        return None
    return no("提出日期早于告知日期，或者晚于今天。", "核对提出日期。")


@gate("QUAL-01", cites="行政处罚法 42", of_inputs=True)
def two_officers_heard_what_was_said(f: Telling) -> Reason | None:
    """An oral statement is heard and written down by two certified officers."""
    given = f.look.given_as(Spoken)
    if given.form != "oral":
        return None
    able = {o.id for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)}
    if len(able) >= 2 and able == set(given.officers):
        return None
    return no("口头陈述、申辩没有由两名以上持有效执法证件的执法人员听取并记录。", "填写听取人员。")


@gate("HEAR-01", cites="行政处罚法 63.1", of_inputs=True)
def a_hearing_is_a_right_in_this_case(f: Telling) -> Reason | None:
    """Only where the notice told of it can a hearing be asked for."""
    if not f.look.given_as(Spoken).hearing_requested or f.standing.hearing_offered:
        return None
    return no("拟作出的处罚不属于应当告知听证权利的情形。", "作为陈述、申辩意见记录并答复。")


@gate("HEAR-03", cites="行政处罚法 64(1)", of_inputs=True)
def the_hearing_is_asked_for_in_time(f: Telling) -> Reason | None:
    """A hearing is asked for within five working days from the service of the notice."""
    window, given = f.standing.hearing_window, f.look.given_as(Spoken)
    if not given.hearing_requested or window is None or given.made_on <= window.end:
        return None
    return no(f"申请听证的期限已于{window.end}届满。", "告知当事人已经逾期，其意见作为陈述、申辩记录并答复。")


@gate("NOTI-04", cites="行政处罚法 62", of_inputs=True)
def the_waiver_is_explicit(f: Telling) -> Reason | None:
    """Only a signed waiver on file releases from hearing the party; silence never does."""
    given = f.look.given_as(Waiver)
    if given.signed and (given.file or given.document):
        return None
    return no("没有当事人签名的放弃权利声明。", "由当事人签名或者盖章，上传声明书或者写明存卷的声明书。")


@gate("NOTI-04", cites="行政处罚法 62", of_inputs=True)
def rights_are_waived_only_once_told(f: Telling) -> Reason | None:
    """Nobody can give up a right before having been told of it: the notice was served by then."""
    given = f.look.given_as(Waiver)
    served_on = f.standing.served_on
    if served_on is not None and served_on <= given.made_on:
        return None
    names = "、".join(RIGHTS[right] for right in given.rights)
    return no(f"告知书送达之前，当事人不能有效放弃{names}的权利。", "先送达告知书。")


@gate("NOTI-02", cites="行政处罚法 45.1")
def there_are_points_to_answer(f: Telling) -> Reason | None:
    """There is something to answer."""
    if f.standing.unanswered:
        return None
    return no("没有待复核答复的陈述、申辩意见。", "先记录当事人的陈述、申辩意见。")


@gate("NOTI-02", cites="行政处罚法 45.1", of_inputs=True)
def every_open_point_gets_one_answer(f: Telling) -> Reason | None:
    """All open points are answered at once, each exactly once: none is overlooked."""
    answered = Counter((a.statement, a.point) for a in f.look.given_as(Answers).answers)
    wanted = {(p.statement, p.n): p.words for p in f.standing.unanswered}
    if set(answered) == set(wanted) and set(answered.values()) <= {1}:
        return None
    left = [words[:30] for place, words in wanted.items() if answered[place] != 1]
    words = f"下列意见没有逐条答复：{'；'.join(left)}。" if left else "所答复的意见不存在或者已经答复。"
    return no(words, "对每一条未答复的意见各作一次答复。")
