"""What goes out to the reconsideration body or the court (复议法 32, 46, 48, 54, 76; 行诉法 34-36, 67).

REM-01   answer, evidence and basis in ten working days, five if simplified; once
REM-02   to the court in fifteen days, evidence and normative documents with it
REM-03   a written opinion of the reconsideration body is answered in sixty days
SUMM-07  an application handed in at the bureau is handed on in five working days
EVID-02  what was excluded proves nothing
EVID-09  only what predates the decision is handed in; more only with leave
"""

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.records.values import EvidenceView
from mingfa.bureau.remedies.inputs import Addition, EvidenceList
from mingfa.bureau.remedies.rules import Remedying
from mingfa.bureau.remedies.values import Challengeable


@gate("EVID-09", cites="行政复议法 46.1、行政诉讼法 35", of_inputs=True)
def what_is_handed_in_predates_the_decision(f: Remedying) -> Reason | None:
    """Evidence gathered after the decision proves nothing for it."""
    known = {e.id: e for e in f.evidence}
    named = [known.get(row.evidence) for row in f.look.given_as(EvidenceList).evidence]
    late = [e.name for e in named if e is not None and _is_late(e, f.subject)]
    if not late and all(named):
        return None
    words = f"下列证据是作出决定以后取得的：{'、'.join(late)}。" if late else "所列证据不属于本事项。"
    return no(words, "只提交作出决定以前收集的证据；经同意补充的，另行登记补充证据。")


def _is_late(one: EvidenceView, subject: Challengeable | None) -> bool:
    if subject is None:
        return False
    return one.id > subject.decision or one.obtained_at.astimezone(CHINA).date() > subject.decided_on


@gate("EVID-09", cites="行政复议法 46.1、行政诉讼法 35", of_inputs=True)
def no_paper_is_younger_than_the_decision(f: Remedying) -> Reason | None:
    """What was made after the decision proves nothing for it either."""
    decided = f.subject.decision if f.subject else -1
    before = {p.id for p in f.papers if p.id <= decided}
    if all(row.paper in before for row in f.look.given_as(EvidenceList).papers):
        return None
    return no("所列文书不属于本事项，或者是作出决定以后制作的。", "只列作出决定以前（含决定书）的文书。")


@gate("REM-01", cites="行政复议法 48", of_inputs=True)
def something_is_handed_in(f: Remedying) -> Reason | None:
    """The answer goes with what the decision stands on: evidence, or the papers that record it."""
    given = f.look.given_as(EvidenceList)
    if given.evidence or given.papers:
        return None
    return no("没有列明证据，也没有列明作出决定所依据的文书。", "逐件列明证据；没有逐件登记的，列明文书。")


@gate(
    "EVID-02",
    cites="行政处罚法 46.3",
    of_inputs=True,
    cites_in={"permit": "行政诉讼法 43.3", "enforcement": "行政诉讼法 43.3"},
)
def nothing_excluded_is_handed_in(f: Remedying) -> Reason | None:
    """Excluded evidence does not come back."""
    named = {row.evidence for row in f.look.given_as(EvidenceList).evidence}
    out = [e.name for e in f.evidence if e.id in named and e.excluded is not None]
    if not out:
        return None
    return no(f"下列证据已经作为非法证据排除：{'、'.join(out)}。", "从证据清单中删去。")


@gate("REM-02", cites="行政诉讼法 34、行政复议法 48", of_inputs=True)
def evidence_and_basis_go_with_the_answer(f: Remedying) -> Reason | None:
    """Evidence and basis are listed before the answer goes out: what is not handed in does not exist."""
    if f.remedy is None or f.remedy.listed is not None:
        return None
    return no("尚未制作证据、依据清单。", "先由承办人列明证据、依据并拟制答复、答辩意见。")


@gate("REM-01", cites="行政复议法 48", of_inputs=True)
def it_is_answered_once(f: Remedying) -> Reason | None:
    """One answer for each reconsideration or suit."""
    if f.remedy is None or f.remedy.answered is None:
        return None
    return no("本件已经提交答复、答辩。", "需要补充的，登记补充证据。")


@gate("REM-01", cites="行政复议法 48、行政复议法 54.1", of_inputs=True, warns=True)
def the_reconsideration_body_is_answered_in_time(f: Remedying) -> Reason | None:
    """Ten working days after the copy came in; five in the simplified procedure."""
    if f.remedy is None or f.remedy.kind != "reconsideration":
        return None
    return _late(f, "REM-01.simplified" if f.remedy.simplified else "REM-01")


@gate("REM-02", cites="行政诉讼法 67.1", of_inputs=True, warns=True)
def the_court_is_answered_in_time(f: Remedying) -> Reason | None:
    """Fifteen days after the copy came in."""
    return _late(f, "REM-02") if f.remedy is not None and f.remedy.kind == "litigation" else None


def _late(f: Remedying, term: str) -> Reason | None:
    assert f.remedy is not None
    end = f.end(term, f.remedy.received_on)
    if f.today <= end:
        return None
    return no(
        f"答复、举证的期限已于{end}届满，逾期视为没有证据、依据。",
        "立即提交；有正当理由的，写明理由以及准许延期的文书。",
    )


@gate("EVID-09", cites="行政复议法 46.2、行政诉讼法 36.2", of_inputs=True)
def more_evidence_has_leave(f: Remedying) -> Reason | None:
    """Evidence is added only with the consent of the reconsideration body, or by leave of the court."""
    if f.look.given_as(Addition).consent:
        return None
    return no(
        "没有写明复议机构同意、人民法院准许补充证据的文书。",
        "申请人提出作出决定时没有提出的理由或者证据，经同意、准许后方可补充。",
    )


@gate("SUMM-07", cites="行政复议法 32.2", of_inputs=True)
def the_application_waits_to_be_handed_on(f: Remedying) -> Reason | None:
    """It was handed in, and not handed on yet."""
    if f.application is not None and f.application.forwarded is None:
        return None
    return no("没有这件复议申请，或者已经转送。", "从尚未转送的申请中选择。")


@gate("SUMM-07", cites="行政复议法 32.2", of_inputs=True, warns=True)
def it_is_handed_on_in_five_working_days(f: Remedying) -> Reason | None:
    """An application handed in is handed on in five working days."""
    if f.application is None:
        return None
    end = f.end("SUMM-07", f.application.received_on)
    if f.today <= end:
        return None
    return no(f"复议申请应当在{end}前转送，已经超期。", "立即转送，并写明超期的原因。")


@gate("REM-03", cites="行政复议法 76", of_inputs=True)
def the_opinion_waits_for_its_report(f: Remedying) -> Reason | None:
    """The opinion was received in this matter, and not answered yet."""
    if f.opinion is not None and f.opinion.reported is None:
        return None
    return no("没有这份复议意见书，或者已经报送纠正情况。", "从尚未报送的意见书中选择。")


@gate("REM-03", cites="行政复议法 76", of_inputs=True, warns=True)
def the_correction_is_reported_in_sixty_days(f: Remedying) -> Reason | None:
    """What was corrected is reported within sixty days."""
    if f.opinion is None:
        return None
    end = f.end("REM-03", f.opinion.received_on)
    if f.today <= end:
        return None
    return no(f"纠正情况应当在{end}前报送，已经超期。", "立即报送，并写明超期的原因。")
