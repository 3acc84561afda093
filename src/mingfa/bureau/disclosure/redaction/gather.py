"""Who and what a matter's public words must not name: from the party's block and from the records."""

import re
from collections.abc import Iterable, Mapping

from mingfa.bureau.disclosure.redaction.facts import DOTS, Masking, Secret, masked_names
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.ledger.reader import history, inputs

ADDRESS = {"person": "住址", "sole_trader": "经营场所地址", "unit": "住所"}
HEAD = {"person": "代理人姓名", "sole_trader": "经营者姓名", "unit": "法定代表人（负责人）姓名"}
_NAME = re.compile(rf"[\u4e00-\u9fff]{{2,4}}|[\u4e00-\u9fff]{{1,12}}(?:[{DOTS}][\u4e00-\u9fff]{{1,12}})+")
# What else stands where witnesses are named.
_NO_NAME = re.compile(
    r"当事人|见证|在场|群众|居民|商户|店员|员工|同事|邻居|路人|家属|人员|(?:无|等|局|队|会|司|店|铺|部|区|所)$"
)
# What people are, written behind their names: it stands in every paper; taken for a name, it blocks them all.
_CALLING = re.compile(
    r"经营人|(?:实际|现场|单位)?(?:经营者|负责人)|法定代表人|法人代表|法人|代表|代理人|委托人|受托人"
    r"|业主|房主|户主|店主|店长|老板娘?|股东|(?:项目)?经理|主管|班长|工长|会计|出纳|厨师|收银员|服务员|营业员"
    r"|业务员|保安|门卫|保洁员?|工人|司机|驾驶员|车主|摊主|货主|租户|承租人|出租人|房东|雇主|雇员|学徒"
    r"|本人|亲属|亲戚|配偶|丈夫|妻子|父亲|母亲|儿子|女儿|朋友|社区|社区干部|网格员|物业|律师|翻译"
)


def masking_of(case: int, party: Party | None, removals: Iterable[Mapping[str, str]] = ()) -> Masking:
    """Return the masking of a case: its party, everybody its records name, and what else was asked for."""
    others = named_in_records(case)
    extra = [Secret(r["words"], r["label"]) for r in removals]
    if party is None:
        masks = masked_names(others)
        return Masking([*extra, *(Secret(n, "自然人姓名", masks[n], is_name=True) for n in others)])
    people = [n for n in (_answering(party), party.representative, *others) if n and n != _unit(party)]
    masks = masked_names(people)
    secrets = [Secret(name, _whose(name, party), mask, is_name=True) for name, mask in masks.items()]
    if party.kind == "sole_trader" and party.name not in masks:
        secrets.append(Secret(party.name, "字号", _shop(party, masks)))
    code = "公民身份号码" if party.kind == "person" else "统一社会信用代码"
    secrets += [
        Secret(party.address, ADDRESS[party.kind]),
        Secret(party.phone, "联系电话"),
        Secret(party.representative_code, "经营者公民身份号码"),
    ]
    kept = [_unit(party)]
    if party.kind == "unit":
        kept.append(party.code)
    else:
        secrets.append(Secret(party.code, code))
    return Masking([*extra, *secrets], kept)


def public_name(party: Party, masking: Masking) -> str:
    """Return how the party is called in public: a unit by its name, everybody else as masked everywhere."""
    return party.name if party.kind == "unit" else masking.words(party.name)


def named_in_records(case: int) -> list[str]:
    """Return the natural persons whom questionings and inspections of a case name, in order."""
    found: dict[str, None] = {}
    for made in history(case, ["record.question", "record.inspect"]):
        typed = inputs(made.entry)
        if person := str(typed.get("person", "")).strip():
            found[person] = None
        found |= dict.fromkeys(names_in(str(typed.get("present", ""))))
    return list(found)


def names_in(words: str) -> list[str]:
    """Return what reads as a name where those present are listed: 李示例（店员）、见证人张某某."""
    parts = re.split(r"[、，,；;。\s（）():：]+", words)
    bare = (re.sub(r"^(见证人|在场人|当事人|店员|员工|家属)", "", part) for part in parts)
    named = (part for part in bare if not _CALLING.fullmatch(part) and not _NO_NAME.search(part))
    return [part for part in named if _NAME.fullmatch(part)]


def _answering(party: Party) -> str:
    """Return the natural person who is the party: the person, or a trader without a shop's name.

    Where no operator is recorded, a trader's name that reads like a person's is taken for one.
    """
    is_nameless = party.name == party.representative or not party.representative
    reads_as_person = party.name == party.representative or names_in(party.name) == [party.name]
    if party.kind == "person" or (party.kind == "sole_trader" and is_nameless and reads_as_person):
        return party.name
    return ""


def _unit(party: Party) -> str:
    return party.name if party.kind == "unit" else ""


def _whose(name: str, party: Party) -> str:
    if name == _answering(party):
        return "当事人姓名"
    return HEAD[party.kind] if name == party.representative else "其他自然人姓名"


def _shop(party: Party, masks: Mapping[str, str]) -> str:
    """Return a shop's name with the operator's name in it masked: 示例区王某便利店."""
    shown = party.name
    for name in sorted(masks, key=len, reverse=True):
        shown = shown.replace(name, masks[name])
    return shown
