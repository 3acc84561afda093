"""What the papers of remedies say, made from the recorded facts and from nothing else (plan 2.1.a)."""

from datetime import datetime

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.records.inputs import EVIDENCE_KINDS
from mingfa.bureau.remedies import inputs as remedies_inputs
from mingfa.bureau.remedies.rules import Remedying
from mingfa.bureau.remedies.values import STAYS, Challengeable
from mingfa.bureau.service import reads as service
from mingfa.bureau.service.values import PaperView


def typed(act: int) -> dict[str, object]:
    """Return what was typed into an earlier act; what was erased is absent."""
    return inputs(leaf(act).entry)


def challenged(f: Remedying) -> dict[str, str]:
    """Return what is challenged: title, number, day, and the party it was addressed to."""
    subject = _subject(f)
    return {
        "title": subject.title,
        "number": subject.number,
        "date": subject.decided_on.isoformat(),
        "party": subject.party,
    }


def forwarding_facts(f: Remedying, given: remedies_inputs.Forwarding) -> dict[str, object]:
    """Return what the 行政复议申请转送函 says (复议法 32)."""
    assert f.application is not None, "the gate on the application has passed"
    said = typed(f.application.id)
    return {
        "to": given.body,
        "original": challenged(f),
        "applicant": said.get("applicant", ""),
        "received_on": f.application.received_on.isoformat(),
        "request": said.get("request", ""),
        "reason": given.opinion,
        "basis": str(cite("行政复议法 32.2")),
    }


def list_facts(f: Remedying, given: remedies_inputs.EvidenceList) -> dict[str, object]:
    """Return what the 证据、依据清单 says (复议法 48, 行诉法 67): evidence with digests, basis in words."""
    known = {e.id: e for e in f.evidence}
    rows = [(known[row.evidence], row.proves) for row in given.evidence]
    made = {p.id: p for p in f.papers}
    return {
        **_procedure(f),
        "evidence": [
            {
                "name": one.name,
                "kind": EVIDENCE_KINDS[one.kind],
                "proves": proves,
                "obtained": datetime.strftime(one.obtained_at.astimezone(CHINA), "%Y-%m-%d %H:%M"),
                "digest": one.sha256[:16],
            }
            for one, proves in rows
        ]
        + [_paper_row(made[row.paper], row.proves) for row in given.papers],
        "laws": [str(cite(one)) for one in _subject(f).basis],
    }


def _paper_row(one: PaperView, proves: str) -> dict[str, str]:
    return {
        "name": f"{one.title}（{one.number}）",
        "kind": EVIDENCE_KINDS["documentary"],
        "proves": proves,
        "obtained": one.made_on.isoformat(),
        "digest": f"执法记录第{one.id}号",
    }


def answer_facts(f: Remedying, given: remedies_inputs.Answer) -> dict[str, object]:
    """Return what 行政复议答复书 and 行政诉讼答辩状 say: who answers whom on what, and the words drafted."""
    assert f.remedy is not None and f.remedy.listed is not None, "the gate on the list has passed"
    came, drafted = typed(f.remedy.id), typed(f.remedy.listed)
    heads = people.actors(Role.HEAD, f.today)
    lists = [drafted.get(name) for name in ("evidence", "papers")]
    return {
        **_procedure(f),
        "head": heads[0].name if heads else "",
        "agents": given.agents,
        "request": came.get("request", ""),
        "reason": drafted.get("reply", ""),
        "laws": [str(cite(one)) for one in _subject(f).basis],
        "pieces": sum(len(rows) for rows in lists if isinstance(rows, list)),
        "list_number": _number_of(f.remedy.listed),
    }


def stay_facts(f: Remedying, given: remedies_inputs.Stopping) -> dict[str, object]:
    """Return what the 停止执行通知书 says (复议法 42, 行诉法 56)."""
    assert f.remedy is not None, "the gate on the remedy has passed"
    basis = "行政复议法 42" if f.remedy.kind == "reconsideration" else "行政诉讼法 56"
    return {
        "party": {"name": _subject(f).party},
        "original": challenged(f),
        "procedure": f.remedy.kind_zh,
        "case_no": f.remedy.document,
        "ground": STAYS[given.ground],
        "document": given.document,
        "since": given.since.isoformat(),
        "reason": given.reason,
        "basis": str(cite(basis)),
    }


def report_facts(f: Remedying, given: remedies_inputs.Report) -> dict[str, object]:
    """Return what the 行政复议意见书落实情况报告 says (复议法 76)."""
    assert f.opinion is not None, "the gate on the opinion has passed"
    said = typed(f.opinion.id)
    return {
        "to": said.get("body", ""),
        "original": challenged(f),
        "opinion_no": f.opinion.document,
        "received_on": f.opinion.received_on.isoformat(),
        "words": said.get("words", ""),
        "report": given.done,
        "basis": str(cite("行政复议法 76")),
    }


def _procedure(f: Remedying) -> dict[str, object]:
    assert f.remedy is not None, "the gate on the remedy has passed"
    came = typed(f.remedy.id)
    return {
        "to": f.remedy.body,
        "procedure": f.remedy.kind_zh,
        "case_no": f.remedy.document,
        "applicant": came.get("applicant", ""),
        "received_on": f.remedy.received_on.isoformat(),
        "original": challenged(f),
    }


def _subject(f: Remedying) -> Challengeable:
    assert f.subject is not None, "what is challenged was found by the gates"
    return f.subject


def _number_of(paper: int) -> str:
    found = service.paper(paper)
    return found.number if found else ""
