"""What the papers of permits say, made from the recorded facts (行政许可法 32-50; plan 2.1.a)."""

from collections.abc import Iterable
from datetime import date

from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import Term
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits.examining import inputs as examining_inputs
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.values import KINDS, OUTCOMES, REJECTIONS, SPECIALS, Proposal
from mingfa.bureau.permits.window import inputs as window_inputs
from mingfa.bureau.records.contents import (
    confirmation,
    media_block,
    open_end,
    party_block,
    remedy_block,
    written,
)
from mingfa.bureau.records.filming.writes import all_media

BASIS = {
    "not_required": "行政许可法 32.1(1)",
    "not_competent": "行政许可法 32.1(2)",
    "incomplete": "行政许可法 32.1(4)",
    "false": "行政许可法 78",
}


def contact(f: PermitFacts) -> dict[str, object]:
    """Return whom to ask, and where."""
    bureau = people.bureau()
    return {"contact": f.by.name, "phone": bureau.phone, "address": bureau.address}


def about(f: PermitFacts) -> dict[str, object]:
    """Return what every paper says of its application."""
    file = f.file
    return {"item": file.item.name, "party": party_block(file.applicant), "receipt": file.number}


def names_of(f: PermitFacts, numbers: Iterable[int]) -> list[str]:
    """Name materials of the guide by their numbers, with their form."""
    found = [f.guide.materials[n - 1] for n in dict.fromkeys(numbers)]
    return [f"{m.name}（{m.form}）" if m.form else m.name for m in found]


def receipt_facts(
    f: PermitFacts, given: window_inputs.Application, lacking: Iterable[str], by: Term
) -> dict[str, object]:
    """Return what the 申请材料接收凭证 says."""
    assert f.item is not None, "the gate on items has passed"
    return {
        "item": f.item.name,
        "party": party_block(given.applicant),
        "kind": KINDS[given.kind],
        "materials": names_of(f, given.materials) or ["申请书"],
        "request": given.request,
        "received_on": f.today.isoformat(),
        "tell_by": by.end.isoformat(),
        **open_end(by),
        "lacking": list(lacking),
        "clerk": f.by.name,
        **contact(f),
    }


def supplement_facts(f: PermitFacts, contents: list[str]) -> dict[str, object]:
    """Return what the 补正材料告知书 says: everything, at once."""
    return {
        **about(f),
        "received_on": f.file.received_on.isoformat(),
        "wanted": contents,
        **contact(f),
    }


def acceptance_facts(f: PermitFacts, accepted_on: date, last: Term) -> dict[str, object]:
    """Return what the 受理通知书 says; accepted by silence, it says so."""
    end = f.supplement_term.latest
    silent = f"本机关未在{long_date(end)}前告知补正，自收到申请材料之日起即为受理。"
    whole = "申请事项属于本机关职权范围，申请材料齐全、符合法定形式。"
    return {
        **about(f),
        "accepted_on": accepted_on.isoformat(),
        "why": silent if f.deemed_accepted else whole,
        "days": str(last.number),
        "decide_by": last.end.isoformat(),
        **open_end(last),
        **contact(f),
    }


def rejection_facts(f: PermitFacts, given: window_inputs.Rejection) -> dict[str, object]:
    """Return what the 不予受理决定书 says."""
    return {
        **about(f),
        "ground": REJECTIONS[given.ground],
        "reasons": "\n".join(words for words in (given.why, given.unfit) if words),
        "basis": str(cite(BASIS[given.ground])),
        "refer_to": given.refer_to,
        **remedy_block(),
    }


def staff_block(f: PermitFacts) -> list[dict[str, str]]:
    """Name staff as records print them."""
    return [{"name": one.name} for one in f.staff]


def check_facts(f: PermitFacts, given: examining_inputs.SiteCheck) -> dict[str, object]:
    """Return what the 核查笔录 says."""
    return {
        **about(f),
        "from_at": given.started_at.isoformat(),
        "to_at": given.ended_at.isoformat(),
        "place": given.place,
        "staff": staff_block(f),
        "findings": given.findings,
        "result": "与申请材料一致。" if given.fits else "与申请材料不一致。",
        "media": media_block(all_media(given), f.by.name, given.started_at, given.place),
        "confirmation": confirmation(given.signed, given.refusal),
    }


def telling_facts(f: PermitFacts, given: examining_inputs.Telling, request: str) -> dict[str, object]:
    """Return what the notice of rights says, to the applicant or to a third party."""
    told = {"hearing": given.hearing, "interest": given.interest, **contact(f)}
    if given.whom == "applicant":
        return {**about(f), **told}
    return {
        "item": f.file.item.name,
        "applicant": f.file.applicant.name,
        "party": {"name": given.name, "address": given.address, "kind": "unit"},
        "request": request,
        **told,
    }


def special_facts(f: PermitFacts, given: examining_inputs.SpecialTime) -> dict[str, object]:
    """Return what the 特别程序告知书 says."""
    return {
        **about(f),
        "special": SPECIALS[given.kind],
        "what": given.what,
        "by": given.by,
        "from_on": given.from_on.isoformat(),
        "until": given.until_on.isoformat(),
        **contact(f),
    }


def extension_facts(
    f: PermitFacts, given: examining_inputs.Extension, days: int, until: date
) -> dict[str, object]:
    """Return what the 延期通知书 says."""
    by = "本机关负责人" if not f.guide.joint else f"本级人民政府负责人（{given.approval}）"
    return {
        **about(f),
        "days": str(days),
        "reason": given.reason,
        "until": until.isoformat(),
        "approved_by": by,
        **contact(f),
    }


def report_facts(f: PermitFacts, given: examining_inputs.Proposing, by_record: str) -> dict[str, object]:
    """Return what the 审查意见表 says."""
    accepted = f.file.accepted_on
    assert accepted is not None, "only what is accepted is examined"
    words = f"建议{OUTCOMES[given.outcome]}。"
    words += f"许可内容：{given.content}" if given.outcome == "grant" else f"理由：{given.why}"
    review = f.was_heard or given.grounds
    return {
        **about(f),
        "accepted_on": accepted.isoformat(),
        "facts": given.facts,
        "checks": "、".join(c.number for c in f.standing.checks),
        "weighed": given.weighed,
        "hearing": by_record,
        "opinion": words,
        "review": "应当送法制审核。" if review else "不属于应当法制审核的情形。",
        "staff": [{"name": a.name} for a in people.named(list(f.file.handlers), f.today)],
    }


def heard_words(f: PermitFacts, proposal: Proposal) -> str:
    """Say in a decision who was heard and what became of it."""
    told = "、".join(c.name for c in f.standing.told)
    words = f"本机关依法告知了{told}陈述、申辩等权利。" if told else ""
    words += f"{proposal.weighed}" if proposal.weighed else ""
    if f.standing.hearing_held:
        words += f"本机关依法举行听证（{f.standing.hearing_words}），本决定根据听证笔录作出。"
    return words


def decision_facts(f: PermitFacts, proposal: Proposal) -> dict[str, object]:
    """Return what the decision says, grant or refusal."""
    accepted = f.file.accepted_on
    assert accepted is not None, "only what is accepted is decided"
    return {
        **about(f),
        "accepted_on": accepted.isoformat(),
        "findings": proposal.facts,
        "notice": heard_words(f, proposal),
        "reasons": proposal.why,
        "basis": written(f.file.item.penalises),
        "content": proposal.content,
        "validity": validity(proposal.from_on, proposal.to_on) if proposal.from_on else "",
        "licence": f.guide.licence,
        "licence_no": f.licence.number if f.licence else "",
        **remedy_block(),
    }


def validity(start: date, end: date | None) -> str:
    """Say from when to when."""
    return f"{long_date(start)}至{long_date(end)}" if end else f"自{long_date(start)}起长期有效"
