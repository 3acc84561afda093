"""What the papers of plans and inspections say, made from the recorded facts (plan 2.1.a)."""

from collections.abc import Iterable
from datetime import date, datetime

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.catalogue.values import ItemView
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.inspections import inputs
from mingfa.bureau.inspections.facts import Inspecting
from mingfa.bureau.inspections.values import CAPPED, HELPERS, HOW, OUTCOMES, PLAN_KINDS, SOURCES, PlanView
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.contents import (
    confirmation,
    media_block,
    officers_block,
    opinion,
    party_block,
    remedy_block,
    written,
)
from mingfa.bureau.records.filming.writes import all_media

# What officers may not do during an inspection (国办发〔2024〕54号，“五个严禁”和检查主体的规定).
BANS = (
    "严禁逐利检查，不收取检查费用，不把检查与罚款数额挂钩；",
    "严禁接受被检查企业的任何馈赠、报酬、福利待遇；",
    "严禁参加被检查企业提供的宴请、娱乐、旅游等活动；",
    "严禁由被检查企业支付消费开支或者将检查费用转嫁给企业；",
    "严禁乱查封、乱扣押、乱冻结、动辄责令停产停业等损害企业合法权益的行为。",
    "没有行政执法证件的人员以及议事协调机构、第三方机构等不得实施检查；不得以观摩、督导等名义变相检查；"
    "不得检查未经公布的事项；不得干扰正常生产经营。",
)
RIGHTS = (
    "检查人员应当两人以上，主动出示行政执法证件；不出示证件、不交付本通知书的，有权拒绝检查；",
    "扫描本通知书上的二维码，可以核验检查人员和检查事项；",
    "认为检查人员与检查事项有利害关系的，有权申请回避；",
    "有权陈述、申辩，有权核对检查笔录并提出修改意见，有权得到检查结果；",
    "应当如实提供情况和材料，协助检查，不得拒绝或者阻挠。",
)


def span(start: date, end: date) -> str:
    """Write a period of days."""
    return long_date(start) if start == end else f"{long_date(start)}至{long_date(end)}"


def basis_of(items: Iterable[ItemView]) -> str:
    """Write out on which articles these items are inspected, each once."""
    return written(dict.fromkeys(c for i in items for c in i.penalises))


def contents_of(items: Iterable[ItemView]) -> str:
    """Say what is looked at, item by item."""
    return "\n".join(f"{i.name}：{'；'.join(i.guide['contents'])}。" for i in items)


def plan_facts(plan: PlanView) -> dict[str, object]:
    """Return what the 行政检查计划 says."""
    items = [i for pk in plan.items if (i := catalogue.item(pk)) is not None]
    return {
        "title": plan.title,
        "kind": PLAN_KINDS[plan.kind],
        "unit": plan.unit_name,
        "planned": [{"name": i.name, "code": i.code, "cap": f"{i.guide['yearly_cap']}次"} for i in items],
        "basis": basis_of(items),
        "contents": contents_of(items),
        "objects": f"检查对象名录中的{plan.trade}单位",
        "share": f"{plan.share}%",
        "period": span(plan.from_on, plan.until_on),
    }


def approval_facts(
    f: Inspecting, given: inputs.InspectionApproval, said: inputs.Application, applied: str
) -> dict[str, object]:
    """Return what the 行政检查审批表 says."""
    view = f.file
    names = [o.name for o in f.officers]
    on = datetime.fromisoformat(applied).astimezone(CHINA).date()
    return {
        "party": party_block(view.party),
        "items": "、".join(i.name for i in view.items),
        "basis": basis_of(view.items),
        "contents": contents_of(view.items),
        "source": SOURCES[view.source],
        "clue": said.clue,
        "how": HOW[view.how],
        "period": span(view.from_on, view.until_on),
        "frequency": frequency(f),
        "officers": officers_block(f.officers),
        "helpers": helpers_words(f) or "无",
        "recusal": "检查人员均声明与检查对象无利害关系，无需回避。",
        "result": "批准" if given.approved else "不予批准",
        "opinions": {
            "handlers": opinion(said.opinion, names, on),
            "head": opinion(given.opinion, [f.by.name], f.today),
        },
    }


def frequency(f: Inspecting) -> str:
    """Say how often the object was inspected in that year, and against which cap."""
    counts = "计入" if f.source in CAPPED else "不计入"
    return (
        f"{f.from_on.year}年本机关此前已批准对该对象检查{f.all_this_year}次，其中计入年度频次上限的"
        f"{f.done_this_year}次；公布的上限为{f.cap}次；本次{counts}。"
    )


def helpers_words(f: Inspecting) -> str:
    """Name the helpers, what they are and what they do."""
    return "；".join(f"{h['name']}（{HELPERS[h['kind']]}，{h['does']}）" for h in f.file.helpers)


def notice_facts(f: Inspecting, given: inputs.NoticeOfInspection) -> dict[str, object]:
    """Return what the 行政检查通知书 says: bans, rights, remedies."""
    view = f.file
    return {
        "party": party_block(view.party),
        "approval": view.number,
        "items": "、".join(i.name for i in view.items),
        "basis": basis_of(view.items),
        "contents": contents_of(view.items),
        "source": SOURCES[view.source],
        "how": HOW[view.how],
        "period": span(view.from_on, view.until_on),
        "frequency": frequency(f),
        "officers": officers_block(f.officers),
        "helpers": helpers_words(f),
        "prepare": given.prepare,
        "rights": numbered(RIGHTS),
        "bans": numbered(BANS),
        "remedy": (
            f"认为检查人员违反上述规定的，可以向本机关（{bureau().phone}）或者{bureau().government}的行政执法监督"
            "机构投诉、举报。"
        ),
        "contact": given.contact,
        "phone": bureau().phone,
        **remedy_block(),
    }


def numbered(lines: Iterable[str]) -> str:
    """Number lines, one below the other."""
    return "\n".join(f"{n}. {words}" for n, words in enumerate(lines, 1))


def examination_facts(f: Inspecting, given: inputs.Examining) -> dict[str, object]:
    """Return what the 非现场检查记录 says."""
    return {
        "party": party_block(f.file.party),
        "items": "、".join(i.name for i in f.items),
        "from_at": given.started_at.isoformat(),
        "to_at": given.ended_at.isoformat(),
        "officers": officers_block(f.officers),
        "means": given.means,
        "material": given.material,
        "findings": given.findings,
    }


def order_facts(f: Inspecting, given: inputs.Order) -> dict[str, object]:
    """Return what the 责令改正通知书 says."""
    return {
        "party": party_block(f.file.party),
        "findings": given.facts,
        "violated": written([given.violated]),
        "basis": f"{cite('行政处罚法 28.1')}",
        "correction": given.what,
        "until": given.due_on.isoformat() if given.due_on else "",
        "contact": "、".join(o.name for o in f.officers),
        "phone": bureau().phone,
        **remedy_block(),
    }


def result_facts(f: Inspecting, given: inputs.Result) -> dict[str, object]:
    """Return what the 行政检查结果告知书 says."""
    view = f.file
    correction = f"按照本机关的责令改正通知书改正{_until(view.due_on)}，本机关将复查改正情况。"
    follows = {
        "clean": "本次检查已经办结。",
        "to_correct": correction,
        "violation": "涉嫌违法的情况将移交立案查处；你单位在案件办理中依法享有陈述、申辩等权利。",
    }
    return {
        "party": party_block(view.party),
        "approval": view.number,
        "items": "、".join(i.name for i in view.items),
        "inspected_on": (view.inspected_on or f.today).isoformat(),
        "how": HOW[view.how],
        "findings": given.findings,
        "result": OUTCOMES[given.result],
        "follows": follows[given.result],
        "advice": given.advice,
        "officers": officers_block(f.officers),
        "received": "已当场签收。" if given.signed == "signed" else given.refusal,
        "contact": "、".join(o.name for o in f.officers),
        "phone": bureau().phone,
    }


def _until(due: date | None) -> str:
    return f"（期限至{long_date(due)}）" if due else "（立即改正）"


def recheck_facts(f: Inspecting, given: inputs.Recheck) -> dict[str, object]:
    """Return what the 复查记录 says."""
    return {
        "party": party_block(f.file.party),
        "items": "、".join(i.name for i in f.items),
        "entered_at": given.entered_at.isoformat(),
        "place": given.place,
        "officers": officers_block(f.officers),
        "identity_shown": given.certificate_shown and given.rights_told,
        "findings": given.findings,
        "result": OUTCOMES["corrected" if given.corrected else "not_corrected"],
        "received_by": given.received_by,
        "media": media_block(all_media(given), f.by.name, given.entered_at, given.place),
        "confirmation": confirmation(given.signed, given.refusal),
    }
