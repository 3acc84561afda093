"""The pages that stand before any case: each item of the list, and the agency (plan 1.2; 处罚法 39).

Everything comes from the rows that the cases use: the item, the statutes, the procedure table that runs a
case and draws its chart, the officers with their certificates.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache

from mingfa.bureau.catalogue.permit_items.values import guide_of
from mingfa.bureau.catalogue.values import CATEGORIES, ItemView
from mingfa.bureau.catalogue.values import Step as DiscretionStep
from mingfa.bureau.law.procedures.chart import flow_chart, straight_way
from mingfa.bureau.law.procedures.procedure import Procedure, procedure
from mingfa.bureau.law.procedures.steps import Step as ProcedureStep
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import UNITS, period
from mingfa.bureau.lib.money import yuan
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.models import Bureau
from mingfa.feed.notice import (
    AgencyPage,
    BasisText,
    Channel,
    Guide,
    Index,
    ItemPage,
    Officer,
    Step,
)

# The table that runs the matters of each class, and draws its chart.
PROCEDURES = {"penalty": "ordinary", "permit": "permit", "inspection": "inspection", "coercion": "measure"}
DUTIES = {
    "penalty": "对“{name}”违法行为实施行政处罚，由{office}承办。",
    "permit": "办理“{name}”行政许可，由{office}受理、审查。",
    "inspection": "实施“{name}”行政检查，由{office}承办。",
    "coercion": "依法实施“{name}”行政强制，由{office}承办。",
}
MATERIALS = (
    "当事人身份证明或者营业执照",
    "与案件有关的许可、合同、票据等材料",
    "陈述申辩意见（当事人提出的）",
)


def item_page(item: ItemView, bureau: Bureau) -> ItemPage:
    """Return the page of an item with the seven contents of the national catalogue and its guide."""
    return ItemPage(
        code=item.code,
        name=item.name,
        kind=item.category_zh,
        area=item.field,
        agency=bureau.name,
        unit=item.office_name,
        duties=f"{bureau.name}在{bureau.area}范围内，" + _duties(item),
        flow=flow(PROCEDURES[item.category]),
        flow_svg=chart(PROCEDURES[item.category]),
        basis=tuple(basis_text(c) for c in dict.fromkeys([*item.breaks, *item.penalises])),
        steps=tuple(Step(s.name, s.when, _result(s)) for s in item.steps),
        contacts=(
            f"咨询：{bureau.name}{item.office_name}，电话{bureau.phone}",
            f"投诉举报：{bureau.address}，电话{bureau.phone}",
        ),
        remedies=tuple(f"{c.name}：{c.details}（{c.term}）" for c in remedies(bureau)),
        guide=_guide(item),
        random_inspection=item.category == "inspection",
        valid_from=item.valid_from,
        index=Index(
            index_number=item.code,
            subject=item.field,
            genre="权责清单",
            made_on=item.valid_from,
            keywords=(item.name,),
        ),
    )


def _duties(item: ItemView) -> str:
    return DUTIES[item.category].format(name=item.name, office=item.office_name)


def _guide(item: ItemView) -> Guide:
    """Return the service guide of an item, from what its class must say (plan 1.2.c, 1.2.d)."""
    conditions = [part for part in item.conditions.split("；") if part]
    materials: tuple[str, ...] = MATERIALS
    if item.category == "permit":
        said = guide_of(item)
        conditions += [f"数量：{said.quantity}", f"收费：{said.fee}", f"有效期：{said.validity_zh}"]
        materials = tuple(f"{m.name}（{m.form}{'' if m.required else '，可以不交'}）" for m in said.materials)
    elif item.category == "inspection":
        said_of = item.guide
        conditions += [f"检查对象：{said_of['subjects']}", f"检查内容：{'、'.join(said_of['contents'])}"]
        conditions.append(f"同一企业每年不超过{said_of['yearly_cap']}次（投诉举报、转办交办、专项检查除外）")
        materials = ()
    return Guide(
        accepting_office=item.office_name,
        conditions=tuple(conditions),
        time_limit=item.time_limit,
        materials=materials,
    )


def agency_page(bureau: Bureau, items: list[ItemView], officers: list[Actor], on: date) -> AgencyPage:
    """Return the agency's page as of a day: duties, officers with their certificates, where to turn to."""
    fields = "、".join(dict.fromkeys(item.field for item in items))
    return AgencyPage(
        agency=bureau.name,
        duties=(
            f"管辖区域：{bureau.area}。",
            f"按照公布的权责清单，在{fields or '清单所列'}等领域实施{_counted(items)}。",
        ),
        officers=tuple(_officer(o, on) for o in sorted(officers, key=lambda o: (o.unit, o.id))),
        remedies=remedies(bureau),
        complaints=(Channel("投诉举报", f"{bureau.name}，{bureau.address}，电话{bureau.phone}"),),
        address=bureau.address,
        index=Index(genre="机构职能", subject="城市管理执法"),
    )


def _counted(items: list[ItemView]) -> str:
    counts = Counter(item.category for item in items)
    return "、".join(f"{zh}{counts[name]}项" for name, zh in CATEGORIES.items() if counts[name]) or "执法"


def basis_text(citation: str) -> BasisText:
    """Return one article with its words, where its text is at hand."""
    found = cite(citation)
    words = found.text or f"条文见{found.statute}正式文本。"
    return BasisText(citation=str(found), text=words, valid_from=found.statute.in_force_from)


def remedies(bureau: Bureau) -> tuple[Channel, ...]:
    """Return where a party may turn, with the terms (行政复议法 20, 行政诉讼法 46)."""
    return (
        Channel("行政复议", f"向{bureau.government}申请", f"知道决定之日起六十日内，{cite('行政复议法 20')}"),
        Channel("行政诉讼", f"向{bureau.court}提起", f"知道决定之日起六个月内，{cite('行政诉讼法 46')}"),
    )


def chart(name: str) -> str:
    """Return the flow chart that is drawn from the table which matters really follow (plan 1.2.c)."""
    return _chart(procedure(name))


@cache
def _chart(table: Procedure) -> str:
    return flow_chart(table)


def flow(name: str) -> tuple[str, ...]:
    """Return the same procedure in words, one line for each step of the straight way."""
    return _flow(procedure(name))


@cache
def _flow(table: Procedure) -> tuple[str, ...]:
    steps = [reach.onward for reach in straight_way(table) if reach.onward]
    return tuple(f"{n}. {_step_words(step, table)}" for n, step in enumerate(steps, 1))


def _step_words(step: ProcedureStep, table: Procedure) -> str:
    parts = [f"{table.roles[step.actor]}办理", *_length(step), f"制作{step.paper}"]
    return f"{step.zh}（{'；'.join(parts)}）"


def _length(step: ProcedureStep) -> Iterator[str]:
    row = period(step.term) if step.term else None
    if row is not None and row.number is not None:
        yield f"自{row.start_event}起{row.number}{UNITS[row.unit]}内"


def _result(step: DiscretionStep) -> str:
    if step.kind == "none":
        return "不予行政处罚，予以教育"
    return "警告" if step.kind == "warning" else f"罚款{yuan(step.low)}元至{yuan(step.high)}元"


def _officer(officer: Actor, on: date) -> Officer:
    return Officer(
        name=officer.name,
        unit=officer.unit_name,
        certificate=officer.certificate or "未登记",
        state="valid" if officer.holds_certificate(on) else "expired",
        valid_until=officer.certificate_to,
    )
