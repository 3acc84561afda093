"""What the guide of a permit must say before anybody can apply for it (行政许可法 30, 58).

PERM-01  basis, conditions, number, procedure, term, all materials, a sample of the application
PERM-05  a term within the twenty working days of the law
PERM-06  or, handled jointly, within forty-five
PERM-17  no fee, unless law or administrative regulation
TIME-07  what an item cites is in force
"""

from mingfa.bureau.catalogue.permit_items.inputs import NewPermitItem
from mingfa.bureau.catalogue.rules import Listing, stale
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import period

# 行政许可法 14, 15, 17: what may set a permit up. Rules of ministries and other documents may not.
MAY_SET_UP = frozenset({"法律", "行政法规", "地方性法规"})
MAY_CHARGE = frozenset({"法律", "行政法规"})
CONTENTS = {
    "basis": "设定和实施依据",
    "conditions": "条件",
    "quantity": "数量（没有数量限制的也应写明）",
    "procedure": "程序",
    "materials": "需要提交的全部材料的目录",
    "sample_form": "申请书示范文本",
    "licence": "许可证件名称",
}


def levels(citations: list[str]) -> set[str]:
    """Return the levels of the sources cited."""
    return {cite(c).statute.level for c in citations}


@gate("PERM-01", cites="行政许可法 30.1", of_inputs=True)
def the_guide_says_everything(f: Listing) -> Reason | None:
    """No content that the law has made public is left blank, and each material shows its form or a sample."""
    given = f.look.given_as(NewPermitItem)
    missing = [zh for name, zh in CONTENTS.items() if not getattr(given, name)]
    missing += [f"材料“{m.name}”的形式或者示范文本" for m in given.materials if not (m.form or m.sample)]
    if not missing:
        return None
    return no(f"服务指南缺少：{'、'.join(missing)}。", "逐项补全后提交，申请人凭指南即可备齐材料。")


@gate("PERM-01", cites="行政许可法 14、行政许可法 15、行政许可法 17", of_inputs=True)
def a_law_or_regulation_set_the_permit_up(f: Listing) -> Reason | None:
    """Only law, administrative regulation or local regulation sets up a permit; other documents may not."""
    basis = f.look.given_as(NewPermitItem).basis
    if not basis or levels(basis) & MAY_SET_UP:
        return None
    return no("所引依据不能设定行政许可。", "引用设定该许可的法律、行政法规或者地方性法规。")


@gate("TIME-07", cites="行政许可法 4", of_inputs=True)
def the_basis_of_the_permit_is_in_force(f: Listing) -> Reason | None:
    """Every article the permit stands on is in force on the item's first day."""
    given = f.look.given_as(NewPermitItem)
    old = stale([*given.basis, *given.fee_basis], given.valid_from)
    if not old:
        return None
    return no(f"{'、'.join(old)}在{given.valid_from}不是现行有效的规定。", "改引现行有效的条文。")


@gate("PERM-05", cites="行政许可法 42.1", of_inputs=True)
def it_is_decided_within_twenty_days(f: Listing) -> Reason | None:
    """The term the guide promises is not longer than that of the law."""
    given, most = f.look.given_as(NewPermitItem), period("PERM-05").number or 0
    if given.joint or given.days <= most:
        return None
    return no(f"承诺办结时限{given.days}个工作日，超过法定的{most}个工作日。", "改为法定期限以内的工作日数。")


@gate("PERM-06", cites="行政许可法 42.2", of_inputs=True)
def a_joint_permit_is_decided_within_forty_five_days(f: Listing) -> Reason | None:
    """Handled jointly, the term is not longer than forty-five working days."""
    given, most = f.look.given_as(NewPermitItem), period("PERM-06").number or 0
    if not given.joint or given.days <= most:
        return None
    return no(f"联合办理时限{given.days}个工作日，超过法定的{most}个工作日。", "改为法定期限以内的工作日数。")


@gate("PERM-17", cites="行政许可法 58.1、行政许可法 59", of_inputs=True)
def it_costs_nothing_unless_the_law_says_so(f: Listing) -> Reason | None:
    """A fee stands on a law or an administrative regulation, or there is none."""
    given = f.look.given_as(NewPermitItem)
    if not given.fee.strip() or (given.fee_basis and levels(given.fee_basis) <= MAY_CHARGE):
        return None
    return no(
        "实施行政许可不得收取任何费用，所引依据不是法律、行政法规。",
        "删去收费，或者引用法律、行政法规的收费规定。",
    )
