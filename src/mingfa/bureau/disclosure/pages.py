"""The pages that stand before any case: each item of the list, and the agency (plan 1.2; 处罚法 39).

Everything comes from the rows that the cases use: the item, the statutes, the procedure table that runs a
case and draws its chart, the officers with their certificates.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

from mingfa.bureau.catalogue.views import ItemView
from mingfa.bureau.catalogue.views import Step as DiscretionStep
from mingfa.bureau.law.chart import flow_chart, straight_way
from mingfa.bureau.law.procedure import Step as ProcedureStep
from mingfa.bureau.law.procedure import procedure
from mingfa.bureau.law.statutes import cite
from mingfa.bureau.law.terms import UNITS, period
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

PROCEDURE = "ordinary"
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
        kind="行政处罚",
        area=item.field,
        agency=bureau.name,
        unit=item.office_name,
        duties=f"{bureau.name}在{bureau.area}范围内，对“{item.name}”违法行为实施行政处罚，由{item.office_name}承办。",
        flow=flow(),
        flow_svg=chart(),
        basis=tuple(basis_text(c) for c in dict.fromkeys([*item.breaks, *item.penalises])),
        steps=tuple(Step(s.name, s.when, _result(s)) for s in item.steps),
        contacts=(
            f"咨询：{bureau.name}{item.office_name}，电话{bureau.phone}",
            f"投诉举报：{bureau.address}，电话{bureau.phone}",
        ),
        remedies=tuple(f"{c.name}：{c.details}（{c.term}）" for c in remedies(bureau)),
        guide=Guide(
            accepting_office=item.office_name,
            conditions=tuple(part for part in item.conditions.split("；") if part),
            time_limit=item.time_limit,
            materials=MATERIALS,
        ),
        valid_from=item.valid_from,
        index=Index(
            index_number=item.code,
            subject=item.field,
            genre="权责清单",
            made_on=item.valid_from,
            keywords=(item.name,),
        ),
    )


def agency_page(bureau: Bureau, items: list[ItemView], officers: list[Actor], on: date) -> AgencyPage:
    """Return the agency's page as of a day: duties, officers with their certificates, where to turn to."""
    fields = "、".join(dict.fromkeys(item.field for item in items))
    return AgencyPage(
        agency=bureau.name,
        duties=(
            f"管辖区域：{bureau.area}。",
            f"按照公布的权责清单，对{fields or '清单所列'}等领域的{len(items)}项违法行为实施行政处罚。",
        ),
        officers=tuple(_officer(o, on) for o in sorted(officers, key=lambda o: (o.unit, o.id))),
        remedies=remedies(bureau),
        complaints=(Channel("投诉举报", f"{bureau.name}，{bureau.address}，电话{bureau.phone}"),),
        address=bureau.address,
        index=Index(genre="机构职能", subject="城市管理执法"),
    )


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


@cache
def chart() -> str:
    """Return the flow chart that is drawn from the table cases really follow (plan 1.2.c)."""
    return flow_chart(procedure(PROCEDURE))


@cache
def flow() -> tuple[str, ...]:
    """Return the same procedure in words, one line for each step of the straight way."""
    steps = [reach.onward for reach in straight_way(procedure(PROCEDURE)) if reach.onward]
    return tuple(f"{n}. {_step_words(step)}" for n, step in enumerate(steps, 1))


def _step_words(step: ProcedureStep) -> str:
    parts = [f"{procedure(PROCEDURE).roles[step.actor]}办理", *_length(step), f"制作{step.paper}"]
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
