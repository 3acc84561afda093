"""Reconsideration and litigation against what the bureau decided (复议法 2023, 行诉法 2017).

REM-01   what is challenged was decided here; answers: answering_rules.py
REM-04   why a decision was lost is recorded, in the law's own list
SUMM-06  against a penalty on the spot, reconsideration comes before the suit
SUMM-07  where an application may be handed in at the bureau
DEC-11   the reconsideration body is the government of the same level
DEC-12   remedies are sought in their time; one of them at a time
EXEC-08  remedies do not stop enforcement unless somebody with the power says so
AV-01    the days are in order
"""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import EvidenceView
from mingfa.bureau.remedies.inputs import (
    Acceptance,
    Forwarding,
    HandIn,
    OpinionReceived,
    Result,
    Resumption,
    Stopping,
)
from mingfa.bureau.remedies.values import (
    CHANGING,
    LOST,
    ApplicationView,
    Challengeable,
    OpinionView,
    RemedyView,
)
from mingfa.bureau.service.values import PaperView

# What loses a decision in which way (行诉法 70, 74, 75, 77; 复议法 63-67).
REVOKES = frozenset({"evidence", "law", "procedure", "powers", "abuse", "improper"})
FITS = {
    **dict.fromkeys(("revoked", "redo", "partly"), REVOKES),
    "changed": frozenset({"evidence", "law", "improper"}),
    "unlawful": frozenset({"slight_flaw", "great_harm", "nothing_to_revoke", "changed_since"}),
    "void": frozenset({"grave"}),
}


@dataclass(frozen=True)
class Remedying:
    """What the gates of remedies may see; what an act names is None where it is not there."""

    look: Look[Inputs]
    government: str
    subjects: tuple[Challengeable, ...]
    remedies: tuple[RemedyView, ...]
    evidence: tuple[EvidenceView, ...]
    papers: tuple[PaperView, ...] = ()
    subject: Challengeable | None = None
    remedy: RemedyView | None = None
    application: ApplicationView | None = None
    opinion: OpinionView | None = None

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def fine(self) -> int:
        """What the act named, or the one the remedy is against, asks to be paid."""
        return self.subject.fine if self.subject else 0

    @property
    def today(self) -> date:
        return self.look.today

    @property
    def against(self) -> tuple[RemedyView, ...]:
        """The other remedies against the same decision."""
        named = self.subject.decision if self.subject else None
        return tuple(r for r in self.remedies if r.decision == named)

    def end(self, name: str, start: date) -> date:
        """Return the last day of a term."""
        return term(name, start, self.look.calendar, self.look.config).end


@gate("REM-01", cites="行政复议法 48")
def something_can_be_challenged(f: Remedying) -> Reason | None:
    """There is a decision in this matter that can be challenged."""
    if f.subjects:
        return None
    return no("本事项尚无可以申请复议、提起诉讼的决定。", "作出决定后再登记。")


@gate("REM-01", cites="行政复议法 48", of_inputs=True)
def what_is_challenged_is_of_this_matter(f: Remedying) -> Reason | None:
    """What is challenged was decided in this matter."""
    if f.subject is not None:
        return None
    return no("所选行为不属于本事项，或者尚未作出。", "从本事项已经作出的决定中选择。")


@gate(
    "AV-01",
    cites="行政处罚法 47",
    of_inputs=True,
    cites_in={"permit": "方案 2.1.a", "enforcement": "方案 2.1.a"},
)
def what_came_in_is_dated_in_order(f: Remedying) -> Reason | None:
    """Decided, applied for, received, entered: in this order."""
    given = f.look.given_as(Acceptance, HandIn, OpinionReceived)
    applied = getattr(given, "applied_on", given.received_on)
    decided = f.subject.decided_on if f.subject else applied
    if decided <= applied <= given.received_on <= f.today:
        return None
    return no(
        f"日期有误：申请不早于决定（{decided}），收到不早于申请，均不晚于办理日期。",
        "核对申请、收到的日期。",
    )


@gate("SUMM-07", cites="行政复议法 32.1", of_inputs=True, warns=True)
def it_may_be_handed_in_at_the_bureau(f: Remedying) -> Reason | None:
    """Only against penalties made on the spot, or by monitoring equipment, is it handed in at the bureau."""
    if f.subject is None or f.subject.on_the_spot or f.subject.monitored:
        return None
    return no(
        "该决定不是当场作出的，也不是依据电子技术监控设备记录作出的，法律没有规定可以通过本机关提交申请。",
        "告知申请人直接向复议机关申请；代为转送的，写明情况。",
    )


@gate("SUMM-06", cites="行政复议法 23.1", of_inputs=True, warns=True)
def reconsideration_comes_first_on_the_spot(f: Remedying) -> Reason | None:
    """Against a penalty made on the spot a suit follows a reconsideration."""
    if f.look.given_as(Acceptance).kind != "litigation" or f.subject is None or not f.subject.on_the_spot:
        return None
    if any(r.kind == "reconsideration" and not r.is_open for r in f.against):
        return None
    return no(
        "当场作出的行政处罚决定应当先申请行政复议，本件没有复议结果。",
        "可以在答辩时主张复议前置；写明情况后登记。",
    )


@gate("DEC-11", cites="行政复议法 24.1", of_inputs=True, warns=True)
def the_body_is_the_government_of_this_level(f: Remedying) -> Reason | None:
    """Acts of a department are reconsidered by the government of the same level."""
    given = f.look.given_as(Acceptance, Forwarding)
    if getattr(given, "kind", "reconsideration") == "litigation" or given.body == f.government:
        return None
    return no(
        f"对本机关行政行为不服的，由{f.government}管辖，填写的复议机关不同。",
        "核对复议机关；法律另有规定的，写明依据。",
    )


@gate("DEC-12", cites="行政复议法 20.1、行政诉讼法 46.1", of_inputs=True, warns=True)
def it_was_sought_in_its_time(f: Remedying) -> Reason | None:
    """Sixty days for reconsideration, six months for a suit, fifteen days after a reconsideration."""
    served = f.subject.served_on if f.subject else None
    if served is None:
        return None
    given = f.look.given_as(Acceptance)
    before = [r.ended_on for r in f.against if r.kind == "reconsideration" and r.ended_on]
    if given.kind == "reconsideration":
        end = f.end("DEC-12.reconsideration", served)
    elif before:
        end = f.end("DEC-12.after_reconsideration", before[-1])
    else:
        end = f.end("DEC-12.litigation", served)
    if given.applied_on <= end:
        return None
    return no(f"申请、起诉的期限已于{end}届满。", "可以在答复、答辩时主张超过期限；写明情况后登记。")


@gate("DEC-12", cites="行政复议法 29", of_inputs=True, warns=True)
def no_other_remedy_is_under_way(f: Remedying) -> Reason | None:
    """One remedy at a time: what was taken up by one body is not brought before the other."""
    still = [r for r in f.against if r.is_open]
    if not still:
        return None
    return no(
        f"对同一行为已有尚未终结的{still[-1].kind_zh}（{still[-1].document}）。",
        "先登记其结果；确系同时进行的，写明情况。",
    )


@gate("REM-01", cites="行政复议法 48", of_inputs=True)
def the_remedy_is_under_way(f: Remedying) -> Reason | None:
    """The reconsideration or suit named is of this matter and has not ended."""
    if f.remedy is not None and f.remedy.is_open:
        return None
    return no("没有这件复议、诉讼，或者已经终结。", "从本事项尚未终结的复议、诉讼中选择。")


@gate("EXEC-08", cites="行政复议法 42、行政诉讼法 56", of_inputs=True)
def stopping_stands_on_somebodys_word(f: Remedying) -> Reason | None:
    """Remedies stop nothing by themselves: we stop it, or body, court or a provision that is named."""
    given = f.look.given_as(Stopping)
    if given.ground == "self" or given.document:
        return None
    return no(
        "复议、诉讼期间不停止执行；没有写明停止执行的文书或者规定。",
        "填写停止执行通知书、裁定书的文号，或者规定停止执行的法律、法规、规章。",
    )


@gate("EXEC-08", cites="行政复议法 42、行政诉讼法 56", of_inputs=True)
def it_is_not_stopped_already(f: Remedying) -> Reason | None:
    """What is stopped is not stopped again."""
    if f.remedy is None or f.remedy.stay is None:
        return None
    return no(f"自{f.remedy.stay.since}起已经停止执行。", "无须重复登记。")


@gate("EXEC-08", cites="行政复议法 42、行政诉讼法 56", of_inputs=True)
def it_was_stopped_before_it_goes_on(f: Remedying) -> Reason | None:
    """Only what was stopped goes on, and not before it was stopped."""
    stay = f.remedy.stay if f.remedy else None
    if stay is not None and stay.since <= f.look.given_as(Resumption).until <= f.today:
        return None
    return no("没有正在停止的执行，或者恢复日期有误。", "核对停止执行的登记和恢复执行日期。")


@gate(
    "AV-01",
    cites="行政处罚法 47",
    of_inputs=True,
    cites_in={"permit": "方案 2.1.a", "enforcement": "方案 2.1.a"},
)
def the_day_lies_within_the_remedy(f: Remedying) -> Reason | None:
    """It happened after the remedy was sought, and not in the future."""
    given = f.look.given_as(Stopping, Result)
    day = given.since if isinstance(given, Stopping) else given.ended_on
    if f.remedy is None or f.remedy.applied_on <= day <= f.today:
        return None
    return no(f"日期早于申请、起诉（{f.remedy.applied_on}），或者晚于办理日期。", "核对日期。")


@gate(
    "AV-01",
    cites="行政处罚法 47",
    of_inputs=True,
    cites_in={"permit": "方案 2.1.a", "enforcement": "方案 2.1.a"},
)
def the_end_names_its_document(f: Remedying) -> Reason | None:
    """A decision, a judgment, a ruling or a settlement has its number."""
    given = f.look.given_as(Result)
    if given.outcome == "withdrawn" or given.ruling:
        return None
    return no("没有填写复议决定书、裁判文书或者调解书的文号。", "填写文号。")


@gate("AV-01", cites="行政复议法 63、行政诉讼法 77.1", of_inputs=True)
def a_changed_fine_says_what_is_left_of_it(f: Remedying) -> Reason | None:
    """A ruling that changed a fine, or revoked a part of it, is entered with what is left to pay."""
    given = f.look.given_as(Result)
    asked = given.outcome in CHANGING and f.fine > 0
    if asked == (given.fine is not None):
        return None
    if asked:
        return no("没有填写变更后应当缴纳的罚款。", "按复议决定、裁判填写；不再罚款的填0。")
    return no("原决定没有罚款，或者没有被变更，不应填写变更后的罚款。", "删去变更后的罚款。")


@gate("REM-04", cites="行政复议法 63.2、行政诉讼法 77.2", of_inputs=True, warns=True)
def a_ruling_makes_it_no_worse(f: Remedying) -> Reason | None:
    """A changed fine is no higher than before, unless somebody else asked for that."""
    left = f.look.given_as(Result).fine
    if left is None or left <= f.fine:
        return None
    return no(
        f"变更后的罚款{yuan(left)}元高于原决定的{yuan(f.fine)}元。",
        "核对决定书、裁判文书；因第三人、利害关系人的相反请求加重的，写明理由。",
    )


@gate("REM-04", cites="行政诉讼法 70、行政诉讼法 74", of_inputs=True)
def what_was_lost_says_why(f: Remedying) -> Reason | None:
    """What was changed, revoked or found unlawful has its grounds on record, and they fit the result."""
    given = f.look.given_as(Result)
    if given.outcome not in LOST:
        stands = "原决定没有被变更、撤销或者确认违法，不应填写事由。"
        return no(stands, "删去事由。") if given.grounds else None
    fitting = FITS[given.outcome]
    if f.remedy is not None and f.remedy.kind == "reconsideration" and given.outcome != "changed":
        # 复议法 64: what is merely improper is changed by the reconsideration body (63), not revoked.
        fitting -= {"improper"}
    if given.grounds and set(given.grounds) <= fitting:
        return None
    return no("没有填写事由，或者事由与结果不符。", "按决定书、裁判文书认定的理由选择事由。")
