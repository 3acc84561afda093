"""What the papers of a penalty on the spot say, made from the recorded facts and from nothing else."""

from mingfa.bureau.cases.conclusion.inputs import MITIGATION
from mingfa.bureau.cases.contents import penalties_block, penalties_in_words
from mingfa.bureau.cases.values import streets
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.lib.money import capital, yuan
from mingfa.bureau.people import reads as people
from mingfa.bureau.records.contents import moment, officers_block, party_block, remedy_block, written
from mingfa.bureau.summary.facts import Decided, Street
from mingfa.bureau.summary.inputs import Receipt, Report, SpotPenalty
from mingfa.bureau.summary.values import ON_THE_SPOT, PAYMENTS, RECEIPTS


def decision_facts(f: Street, given: SpotPenalty) -> dict[str, object]:
    """Return what the 当场行政处罚决定书 says (处罚法 52 para 2)."""
    assert f.item is not None, "the gate on items has passed"
    street = streets(people.bureau().region).get(given.street, "")
    return {
        "cause": f"{f.item.name}案",
        "party": party_block(given.party),
        "at": f.look.at.astimezone(CHINA).isoformat(),
        "place": f"{street}{given.place}",
        "findings": given.findings,
        "violated": written(f.item.breaks),
        "penalty_basis": written(f.item.penalises),
        "discretion": discretion_words(f, given),
        "statement": statement_words(given),
        "penalties": penalties_block(given.kinds, given.amount),
        "correction": correction_words(f, given),
        "payment": payment_words(given),
        **remedy_block(),
        "reconsideration_first": True,
        "officers": officers_block(f.officers),
        "refusal": given.refusal,
    }


def discretion_words(f: Street, given: SpotPenalty) -> str:
    """Say which discretion step applies, and what speaks for the party."""
    step = f.item.step(given.step) if f.item else None
    assert step is not None, "the gate on steps has passed"
    lighter = "、".join(MITIGATION[m] for m in given.mitigation)
    words = f"参照本机关公布的裁量基准，属于“{step.name}”阶次（{step.when}）。"
    return words + (f"当事人具有{lighter}的情节，依法从轻、减轻。" if lighter else "")


def statement_words(given: SpotPenalty) -> str:
    """Say that the party was told and heard, and what became of each point (处罚法 44, 45)."""
    told = (
        "执法人员出示了执法证件，告知当事人拟作出的行政处罚内容及事实、理由、依据，"
        "以及依法享有的陈述、申辩的权利。"
    )
    if not given.points:
        return f"{told}当事人没有提出陈述、申辩意见。"
    said = "".join(
        f"（{n}）{p.said}。复核意见：{'采纳' if p.adopted else '不予采纳'}，{p.answer}。"
        for n, p in enumerate(given.points, 1)
    ).replace("。。", "。")
    return f"{told}当事人提出下列意见，执法人员当场复核：{said}"


def correction_words(f: Street, given: SpotPenalty) -> str:
    """Say what the party was ordered to correct, and until when (处罚法 28)."""
    what = (f.item.correction if f.item else "") or "改正违法行为"
    if given.correction == "done":
        return "当事人已经当场改正违法行为。"
    if given.correction == "by_date" and given.due_on is not None:
        return f"责令当事人于{long_date(given.due_on)}前改正：{what}。"
    return f"责令当事人立即改正：{what}。"


def payment_words(given: SpotPenalty) -> str:
    """Say how and until when the fine is paid; nothing where there is none (处罚法 67-70)."""
    if given.payment is None:
        return ""
    if given.payment in ON_THE_SPOT:
        receipt = "执法人员必须出具财政部门统一制发的专用票据，不出具的，当事人有权拒绝缴纳。"
        return f"{PAYMENTS[given.payment]}。{receipt}"
    bank = people.bureau().bank
    return f"自收到本决定书之日起十五日内，持本决定书到{bank}缴纳，也可以通过电子支付系统缴纳。"


def report_facts(f: Decided, given: Report) -> dict[str, object]:
    """Return what the 当场行政处罚备案表 says (处罚法 52 para 3; 住建部令55号 14)."""
    proposal, case = f.case.proposal, f.case
    assert proposal is not None, "a decision on the spot leaves its proposal"
    three = term("SUMM-05", f.decision.decided_on, f.look.calendar)
    return {
        "cause": f"{case.item.name}案",
        "party": party_block(case.party),
        "decision_no": f.decision.number,
        "decided_at": moment(case.found_at),
        "place": case.place,
        "findings": proposal.facts,
        "basis": written(case.item.penalises),
        "outcome": penalties_in_words(f.decision.kinds, f.decision.amount),
        "execution": execution_words(f),
        "disclosure": (
            "按简易程序处罚计入执法统计，不逐件公示当事人；属于轻微失信信息，原则上不在信用网站公示。"
        ),
        "term": f"自作出决定之日起三个工作日，至{long_date(three.end)}{three.mark}。",
        "remark": given.remark or "无。",
        "officers": officers_block(people.named(list(case.handlers), f.today)),
    }


def execution_words(f: Decided) -> str:
    """Say where the payment stands on the day of the report."""
    taken = f.decision.collection
    if not f.decision.amount:
        return "警告，决定书已经当场交付。"
    if taken is None:
        return f"决定书已经当场交付；{PAYMENTS[f.decision.payment]}，尚未缴清。"
    words = f"{long_date(taken.collected_on)}当场收缴{yuan(taken.amount)}元，专用票据号{taken.receipt_no}"
    if taken.handed_on:
        words += f"；{long_date(taken.handed_on)}交至本机关"
    if taken.banked_on:
        words += f"；{long_date(taken.banked_on)}缴付银行"
    return f"{words}。"


def collection_facts(f: Decided, given: Receipt, said: str) -> dict[str, object]:
    """Return what the 当场收缴罚款记录 says (处罚法 68-71)."""
    two = term("EXEC-04", f.today, f.look.calendar)
    return {
        "cause": f"{f.case.item.name}案",
        "party": party_block(f.case.party),
        "decision_no": f.decision.number,
        "amount": f"人民币{capital(f.decision.amount)}（¥{yuan(f.decision.amount)}）",
        "collected_at": moment(f.look.at),
        "ground": PAYMENTS[f.decision.payment],
        "reason": said or "无。",
        "basis": str(cite("行政处罚法 69" if f.decision.payment == "remote" else "行政处罚法 68")),
        "receipt": f"{RECEIPTS[given.receipt_by]}统一制发的专用票据，票据号{given.receipt_no}",
        "term": f"自收缴之日起二个工作日内（{long_date(two.end)}前{two.mark}）交至本机关；"
        "本机关二个工作日内缴付银行。",
        "officers": officers_block(people.named(list(f.case.handlers), f.today)),
    }
