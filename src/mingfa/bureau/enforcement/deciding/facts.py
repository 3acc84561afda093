"""An enforcement as the subject of a legal review: materials and eight points (plan 3.2.a, 3.3.a). Pure."""

from mingfa.bureau.enforcement.deciding.values import POWERS, basis_of
from mingfa.bureau.enforcement.facts import Enforcing, left_undone, served
from mingfa.bureau.enforcement.values import WAYS
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.review.values import Answer, Subject


def as_subject(f: Enforcing) -> Subject:
    """Return an enforcement as the subject of a review."""
    file, plan = f.file, f.proposal
    assert file is not None, "the matter is an enforcement"
    demand = f.demand
    materials = [f"执行依据：{f.of.title}（{f.of.number}）"] if f.source else []
    materials += [f"履行义务催告书（{d.number}）" for d in f.demands]
    materials += [f"陈述、申辩及复核{len(f.objections)}件"] if f.objections else []
    materials += [f"强制执行方案（{WAYS[plan.way]}）"] if plan else []
    return Subject(
        id=file.id,
        title=file.title,
        version=plan.version if plan else None,
        unit_name=file.unit_name,
        handlers=file.handlers,
        grounds=("拟作出行政强制执行决定，直接关系当事人重大权益",),
        materials=tuple(materials),
        answers={
            "subject": _power(f),
            "procedure": _procedure(f),
            "facts": (None, f"尚未履行：{left_undone(f) or '无'}。事实是否清楚由审核人员判断。"),
            "law": (None, "所引法律是否准确由审核人员判断。"),
            "discretion": (
                None,
                "方式是否适当、能否以非强制手段实现目的，由审核人员判断（行政强制法第五条）。",
            ),
            "powers": _power(f),
            "papers": (demand is not None, "催告书已制作。" if demand else "缺催告书。"),
            "crime": (None, "是否涉嫌拒不执行等犯罪由审核人员判断。"),
        },
    )


def _power(f: Enforcing) -> Answer:
    plan = f.proposal
    if plan is None:
        return False, "没有执行方案。"
    fits = plan.way in POWERS[plan.power].ways
    words = f"权源：{POWERS[plan.power].zh}（{basis_of(plan.power, plan.law)}）。{plan.mandate}"
    return (None if fits else False), words


def _procedure(f: Enforcing) -> Answer:
    demand = f.demand
    told = demand is not None and served(demand.served_on, f.today)
    over = demand is not None and f.today > demand.until
    answered = all(o.adopted is not None for o in f.objections)
    words = f"催告{'已' if told else '未'}送达，履行期限{'已' if over else '未'}届满；"
    words += "陈述、申辩均已复核。" if answered else "有陈述、申辩尚未复核。"
    if f.owed is not None and f.owed.left:
        words += f"罚款余额{yuan(f.owed.fine_left)}元，加处罚款已计算{f.owed.days}日。"
    return told and answered and (over or bool(f.proposal and f.proposal.hiding)), words
