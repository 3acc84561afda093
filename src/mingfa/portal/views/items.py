"""Before the act: the list of powers and duties, and for every item the seven contents (plan 1.2)."""

from datetime import date, timedelta

from mingfa.feed.notice import ItemPage
from mingfa.portal.page import Ask, Meta, NotFound, Page, render
from mingfa.portal.sheets import Column, Sheet, as_page
from mingfa.portal.sources import source_of_data

COLUMNS = (
    Column("code", "事项编码", "text", "权责清单事项编码"),
    Column("area", "一级事项", "text", "执法领域"),
    Column("name", "二级事项", "text", "事项名称"),
    Column("kind", "执法类别", "text", "行政处罚、行政强制等"),
    Column("contents", "公开内容（要素）", "text", "国务院部门标准目录规定的七项内容"),
    Column("basis", "公开依据", "text", "执法依据的条文"),
    Column("term", "公开时限", "text", "长期公开；处罚决定另按期限公示"),
    Column("agency", "公开主体", "text", "执法机关"),
    Column("unit", "责任科室（单位）", "text", "承办单位"),
    Column("contact", "咨询电话", "text", "咨询与监督渠道"),
    Column("carrier", "公开渠道和载体", "text", "政府网站"),
    Column("audience", "公开对象", "text", "全社会"),
    Column("way", "公开方式", "text", "主动公开"),
    Column("random", "是否列入随机抽查", "text", "是、否"),
    Column("valid_from", "生效日期", "date", "本事项内容自何日起有效"),
)
SEVEN = "机构职能、权责清单、执法人员名单；执法程序；执法依据；裁量基准；咨询监督；处罚决定；救济渠道"


def listing(ask: Ask) -> Page:
    groups: dict[str, list[ItemPage]] = {}
    for _, page in ask.site.store.items():
        groups.setdefault(page.area, []).append(page)
    meta = Meta("执法事项（权责清单）", "事前公开", "概览", crumbs=(("事前公开", "items/"),))
    return render(ask, "items.html", meta, groups=sorted(groups.items()))


def _find(ask: Ask, slug: str) -> tuple[ItemPage, int, str]:
    """Return the page, its newest entry in the log and when that was; raises NotFound, Unverified."""
    store = ask.site.store
    shown = "SELECT * FROM page WHERE kind='item' AND slug=? AND state IN ('shown','replaced')"
    row = store.one(shown + " ORDER BY newest DESC", (slug,))
    if row is None:
        raise NotFound(slug)
    page = store.content("item", row["notice"])
    if not isinstance(page, ItemPage):
        raise NotFound(slug)
    return page, row["newest"], store.history(row["ref"])[-1].at


def item(ask: Ask, slug: str) -> Page:
    page, newest, at = _find(ask, slug)
    store = ask.site.store
    today = store.newest_at()[:10]
    year_ago = (date.fromisoformat(today) - timedelta(days=365)).isoformat()
    recent = store.rows(
        "SELECT * FROM record WHERE item_code=? AND decided_on>? AND state IN ('shown','replaced')"
        " ORDER BY decided_on DESC",
        (slug, year_ago),
    )
    agency = store.agency()
    staff = [officer for officer in agency.officers if officer.unit == page.unit] if agency else []
    crumbs = (("事前公开", "items/"), (page.area, "items/"), (page.name, ""))
    meta = Meta(page.name, "权责清单", "文章", at[:10], page.index, crumbs)
    return render(
        ask, "item.html", meta, page=page, newest=newest, recent=recent, staff=staff, published=at[:10]
    )


def flow(ask: Ask, slug: str) -> Page:
    page = _find(ask, slug)[0]
    if page.flow_svg is None:
        raise NotFound(slug)
    return Page(
        page.flow_svg.encode(), "image/svg+xml", headers=(("Content-Security-Policy", "default-src 'none'"),)
    )


def export(ask: Ask, form: str) -> Page:
    rows = [_cells(page) for _, page in ask.site.store.items()]
    return as_page(Sheet("items", "执法事项公开目录", COLUMNS, rows, source_of_data(ask.site)), form)


def _cells(page: ItemPage) -> list[str | int | float | None]:
    what = [page.code, page.area, page.name, page.kind, SEVEN, "；".join(one.citation for one in page.basis)]
    who = ["长期公开（动态调整）", page.agency, page.unit, "；".join(page.contacts)]
    how = ["政府网站", "全社会", "主动公开", "是" if page.random_inspection else "否"]
    return [*what, *who, *how, page.valid_from.isoformat()]
