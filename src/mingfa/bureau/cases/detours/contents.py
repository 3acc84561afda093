"""What the papers of a case's side paths say, made from the recorded facts."""

from mingfa.bureau.cases.detours import inputs as forms
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.filing.inputs import SOURCES
from mingfa.bureau.cases.reads import put_forward
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.people.reads import bureau
from mingfa.bureau.records.contents import officers_block, opinion, written

BASIS = {
    "place": "行政处罚法 22",
    "level": "行政处罚法 23",
    "power": "行政处罚法 18",
    "earlier": "行政处罚法 25.1",
    "designated": "行政处罚法 25.2",
}


def not_filing_facts(f: CaseFacts, given: forms.NotFiling) -> dict[str, object]:
    """Return what the 不予立案审批表 says."""
    case, said = f.file, put_forward(f.file.id, "case.verify")
    return {
        "cause": case.item.name,
        "source": SOURCES[case.source],
        "received_at": case.found_at.astimezone(CHINA).date().isoformat(),
        "happened_at": long_date(case.act_on),
        "place": case.place,
        "suspect": case.party_name or "待查",
        "reason": str(said.words["words"]),
        "basis": str(cite("行政处罚法 54.2")),
        "opinions": {"head": opinion(given.opinion, [f.by.name], f.today)},
    }


def referral_facts(f: CaseFacts, given: forms.Referral) -> dict[str, object]:
    """Return what the 案件移送函 says."""
    case = f.file
    return {
        "to": given.to,
        "cause": case.item.name,
        "suspect": case.party_name or "待查",
        "happened_at": f"{long_date(case.act_on)}，{case.place}",
        "suspected": written(case.item.breaks),
        "summary": given.facts,
        "reason": forms.WHY_REFERRED[given.ground],
        "basis": str(cite(BASIS[given.ground])),
        "materials": [{"name": one} for one in given.materials],
        "phone": bureau().phone,
    }


def crime_facts(f: CaseFacts, given: forms.HandingOver) -> dict[str, object]:
    """Return what the 涉嫌犯罪案件移送书 says, with the list of what goes along (移送规定 6)."""
    case = f.file
    crime = case.crime.words if case.crime else ""
    listed = [
        ("涉嫌犯罪案件情况的调查报告", ["一份"]),
        ("涉案物品", given.goods),
        ("检验报告、鉴定结论", given.appraisals),
        ("其他材料", given.materials),
    ]
    return {
        "to": given.police,
        "cause": case.item.name,
        "suspect": case.party_name or "待查",
        "crime": crime,
        "summary": given.facts,
        "basis": "、".join(str(cite(one)) for one in ("行政处罚法 27.1", "移送规定 5", "移送规定 6")),
        "handed_at": given.handed_at.astimezone(CHINA).isoformat(),
        "attachments": [{"name": f"{kind}：{one}"} for kind, names in listed for one in names],
        "copied": given.copied,
        "officers": officers_block(f.officers),
    }
