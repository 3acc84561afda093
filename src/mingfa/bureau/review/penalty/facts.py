"""A penalty case as the subject of a review: grounds, materials, eight points (plan 3.2, 3.3.a). Pure.

A point that only a person can judge is left open (None), with what the file holds; the reviewer answers all.
"""

from dataclasses import dataclass
from datetime import date

from mingfa.bureau.cases.comparison.rules import uncompared
from mingfa.bureau.cases.conclusion.inputs import OUTCOMES
from mingfa.bureau.cases.contents import comparison_words
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.catalogue.rules import stale
from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.hearings.values import Standing
from mingfa.bureau.law.penalty.discretion import Band
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import Recorded
from mingfa.bureau.review.values import Answer, Subject

GROUNDS = {
    "public_interest": "涉及重大公共利益",
    "social_risk": "可能造成重大社会影响或者引发社会风险",
    "complex": "案件情况疑难复杂",
    "several_relations": "涉及多个法律关系",
}


@dataclass(frozen=True)
class PenaltyFile:
    """What a penalty case puts forward: its proposal, records, evidence, and how the party was told."""

    look: Look[Inputs]
    case: CaseView
    recorded: Recorded
    standing: Standing
    officers: tuple[Actor, ...]
    paper_kinds: frozenset[str]
    missing_numbers: tuple[str, ...]

    @property
    def today(self) -> date:
        return self.look.today


def as_subject(f: PenaltyFile) -> Subject:
    """Return the case as the subject of a review."""
    return Subject(
        id=f.case.id,
        title=f.case.title,
        version=f.case.proposal.version if f.case.proposal else None,
        unit_name=f.case.unit_name,
        handlers=f.case.handlers,
        grounds=tuple(grounds_of_review(f)),
        materials=tuple(materials(f)),
        answers=answers(f),
    )


def grounds_of_review(f: PenaltyFile) -> list[str]:
    """Name every ground on which this case must be reviewed (plan 3.2.a, 3.2.b)."""
    found = ["适用普通程序的行政处罚案件"]
    if f.case.proposal is not None:
        found += [GROUNDS[g] for g in f.case.proposal.grounds]
    if f.standing.hearing_offered:
        found.append("拟作出的处罚符合听证范围，直接关系当事人重大权益")
    if f.standing.hearing_took_place:
        found.append("经过听证程序")
    return found


def materials(f: PenaltyFile) -> list[str]:
    """Name what was handed in."""
    if f.case.proposal is None:
        return []
    return [
        f"调查终结报告（处理建议：{OUTCOMES[f.case.proposal.outcome]}）",
        *(f"{r.number}" for r in f.recorded.records),
        *(n for h in f.standing.hearings for n in (h.record_number, h.report_number) if n),
        f"证据材料{len(f.recorded.usable)}件",
    ]


def answers(f: PenaltyFile) -> dict[str, Answer]:
    """Answer each point as far as the recorded facts allow."""
    return {
        "subject": _subject(f),
        "procedure": _procedure(f),
        "facts": _facts(f),
        "law": _law(f),
        "discretion": _discretion(f),
        "powers": _powers(f),
        "papers": _papers(f),
        "crime": _crime(f),
    }


def _subject(f: PenaltyFile) -> tuple[bool, str]:
    able = [o for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)]
    listed = "、".join(f"{o.name}（{o.certificate}）" for o in able)
    return len(able) >= 2, f"承办人中持有效执法证件的{len(able)}人：{listed or '无'}。"


def _procedure(f: PenaltyFile) -> tuple[bool, str]:
    filed = f.case.filed_on
    if filed is None:
        return False, "尚未立案。"
    end = term("DEC-02", filed, f.look.calendar, f.look.config).end
    shown = all(r.certificate_shown and r.rights_told for r in f.recorded.records)
    told = f.standing.heard or not f.standing.notice_is_due
    words = f"{filed}立案，办案期限至{end}；{'均已' if shown else '未全部'}出示证件并告知权利；"
    words += "已告知并听取陈述申辩。" if told else "告知、陈述申辩程序尚未完成。"
    return f.today <= end and shown and told, words


def _facts(f: PenaltyFile) -> tuple[bool | None, str]:
    usable = len(f.recorded.usable)
    named = len(f.case.proposal.evidence) if f.case.proposal else 0
    words = f"笔录{len(f.recorded.records)}份，有效证据{usable}件，调查终结报告引用{named}件。"
    return (None if usable and named else False), words + "事实是否清楚由审核人员判断。"


def _law(f: PenaltyFile) -> tuple[bool | None, str]:
    day = f.case.law_day
    old = stale([*f.case.item.breaks, *f.case.item.penalises], day)
    if old:
        return False, f"{'、'.join(old)}在{day}不是现行有效的规定。"
    if left := uncompared(f.case, f.today):
        return False, f"{'；'.join(map(str, left))}，没有从旧兼从轻的比较记录。"
    if f.case.comparison is not None:
        return None, f"{comparison_words(f.case)}比较结论是否正确由审核人员判断。"
    return None, f"所引条文在违法行为发生之日（{day}）均现行有效。定性是否准确由审核人员判断。"


def _discretion(f: PenaltyFile) -> tuple[bool | None, str]:
    proposal = f.case.proposal
    if proposal is None or proposal.outcome != "penalty":
        return None, "不涉及罚款裁量。"
    step = f.case.item.step(proposal.step)
    if step is None:
        return False, f"裁量基准中没有“{proposal.step}”这一档。"
    bounds = f"“{step.name}”档次{yuan(step.low)}元至{yuan(step.high)}元"
    if proposal.deviation:
        return None, f"拟罚款{yuan(proposal.amount)}元，突破{bounds}，理由：{proposal.deviation}"
    return Band(step.low, step.high).contains(proposal.amount), f"拟罚款{yuan(proposal.amount)}元，{bounds}。"


def _powers(f: PenaltyFile) -> tuple[bool, str]:
    listed = f.case.item.in_force(f.case.law_day)
    state = "已列入" if listed else "未列入"
    return listed, f"事项“{f.case.item.name}”（{f.case.item.code}）{state}本机关权责清单。"


def _papers(f: PenaltyFile) -> tuple[bool, str]:
    wanted = {"filing_approval": "立案审批表", "investigation_report": "调查终结报告"}
    if f.standing.notice_is_due:
        wanted |= {"penalty_notice": "行政处罚告知书", "service_receipt": "送达回证"}
    left = [zh for kind, zh in wanted.items() if kind not in f.paper_kinds]
    if left:
        return False, f"缺{'、'.join(left)}。"
    there = f"{'、'.join(wanted.values())}齐备"
    if f.missing_numbers:
        return False, f"{there}，但文号不连续，缺{'、'.join(f.missing_numbers)}。"
    return True, f"{there}，文号连续。"


def _crime(f: PenaltyFile) -> tuple[bool | None, str]:
    proposal = f.case.proposal
    if proposal is not None and proposal.outcome == "transfer":
        return None, f"拟移送司法机关：{proposal.crime}"
    return None, "调查终结报告未提出移送。是否涉嫌犯罪由审核人员判断。"
