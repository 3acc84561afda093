"""What can be computed of the eight points beforehand, each with its ground (plan 3.3.a). Pure.

A point that only a person can judge is left open (None), with what the file holds; the reviewer answers all.
"""

from mingfa.bureau.catalogue.rules import stale
from mingfa.bureau.law.terms import term_or_provisional
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.review.rules import Reviewing
from mingfa.bureau.review.views import POINTS, Computed


def computed(f: Reviewing) -> tuple[Computed, ...]:
    """Answer each point as far as the recorded facts allow."""
    answers = {
        "subject": _subject(f),
        "procedure": _procedure(f),
        "facts": _facts(f),
        "law": _law(f),
        "discretion": _discretion(f),
        "powers": _powers(f),
        "papers": _papers(f),
        "crime": _crime(f),
    }
    return tuple(Computed(point, title, *answers[point]) for point, title in POINTS.items())


def _subject(f: Reviewing) -> tuple[bool, str]:
    able = [o for o in f.officers if "officer" in o.roles and o.holds_certificate(f.today)]
    listed = "、".join(f"{o.name}（{o.certificate}）" for o in able)
    return len(able) >= 2, f"承办人中持有效执法证件的{len(able)}人：{listed or '无'}。"


def _procedure(f: Reviewing) -> tuple[bool, str]:
    filed = f.case.filed_on
    if filed is None:
        return False, "尚未立案。"
    end = term_or_provisional("DEC-02", filed, f.look.calendar, f.look.config).end
    shown = all(r.certificate_shown and r.rights_told for r in f.recorded.records)
    told = f.standing.heard or not f.standing.notice_is_due
    words = f"{filed}立案，办案期限至{end}；{'均已' if shown else '未全部'}出示证件并告知权利；"
    words += "已告知并听取陈述申辩。" if told else "告知、陈述申辩程序尚未完成。"
    return f.today <= end and shown and told, words


def _facts(f: Reviewing) -> tuple[bool | None, str]:
    usable = len(f.recorded.usable)
    named = len(f.case.proposal.evidence) if f.case.proposal else 0
    words = f"笔录{len(f.recorded.records)}份，有效证据{usable}件，调查终结报告引用{named}件。"
    return (None if usable and named else False), words + "事实是否清楚由审核人员判断。"


def _law(f: Reviewing) -> tuple[bool | None, str]:
    old = stale([*f.case.item.breaks, *f.case.item.penalises], f.case.act_on)
    if old:
        return False, f"{'、'.join(old)}在{f.case.act_on}不是现行有效的规定。"
    return None, f"所引条文在违法行为发生之日（{f.case.act_on}）均现行有效。定性是否准确由审核人员判断。"


def _discretion(f: Reviewing) -> tuple[bool | None, str]:
    proposal = f.case.proposal
    if proposal is None or proposal.outcome != "penalty":
        return None, "不涉及罚款裁量。"
    step = f.case.item.step(proposal.step)
    if step is None:
        return False, f"裁量基准中没有“{proposal.step}”这一档。"
    bounds = f"“{step.name}”档次{yuan(step.low)}元至{yuan(step.high)}元"
    if proposal.deviation:
        return None, f"拟罚款{yuan(proposal.amount)}元，突破{bounds}，理由：{proposal.deviation}"
    return step.low <= proposal.amount <= step.high, f"拟罚款{yuan(proposal.amount)}元，{bounds}。"


def _powers(f: Reviewing) -> tuple[bool, str]:
    listed = f.case.item.in_force(f.case.act_on)
    state = "已列入" if listed else "未列入"
    return listed, f"事项“{f.case.item.name}”（{f.case.item.code}）{state}本机关权责清单。"


def _papers(f: Reviewing) -> tuple[bool, str]:
    wanted = {"filing_approval": "立案审批表", "investigation_report": "调查终结报告"}
    if f.standing.notice_is_due:
        wanted |= {"penalty_notice": "行政处罚告知书", "service_receipt": "送达回证"}
    left = [zh for kind, zh in wanted.items() if kind not in f.paper_kinds]
    if left:
        return False, f"缺{'、'.join(left)}。"
    return True, "立案、调查、告知、送达文书齐备，文号连续。"


def _crime(f: Reviewing) -> tuple[bool | None, str]:
    proposal = f.case.proposal
    if proposal is not None and proposal.outcome == "transfer":
        return None, f"拟移送司法机关：{proposal.crime}"
    return None, "调查终结报告未提出移送。是否涉嫌犯罪由审核人员判断。"
