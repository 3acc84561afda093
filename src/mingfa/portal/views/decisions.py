"""The decisions: list, search, export, and the page of each one (plan 1.4)."""

import sqlite3

from mingfa.feed.notice import Notice, PublicText
from mingfa.feed.operations import WITHDRAWAL_REASONS
from mingfa.feed.value import NOTICE_KINDS
from mingfa.portal.listing import STATES, Filters, find, find_all, kinds_offered, read_filters
from mingfa.portal.page import Ask, Meta, NotFound, Page, render
from mingfa.portal.sheets import Column, Sheet, as_page
from mingfa.portal.sources import source_of_data
from mingfa.portal.statements import nil_statements
from mingfa.portal.store import Unverified

COLUMN = "行政执法决定"
COLUMNS = (
    Column("number", "决定文书号", "text", "行政执法决定文书号"),
    Column("state", "公示状态", "text", "在示、已更正、已撤下、未能核验；已撤下的只保留文书号、日期、类别"),
    Column("category", "执法类别", "text", "行政处罚（普通程序）等"),
    Column("party", "执法对象", "text", "单位为全称；自然人只公开姓氏加“某”"),
    Column("cause", "违法行为", "text", "违法行为或事项名称"),
    Column("conclusion", "执法结论", "text", "决定内容"),
    Column("amount", "罚款金额（元）", "number", "决定书所载金额；没有罚款为空"),
    Column("unit", "承办单位", "text", "承办的执法单位"),
    Column("item_code", "事项编码", "text", "权责清单事项编码"),
    Column("decided_on", "决定日期", "date", "作出决定的日期"),
    Column("published_on", "公示日期", "date", "首次公示的日期"),
    Column("workday", "公示时为第几个工作日", "number", "自作出决定之日起计算"),
    Column("allowed", "公示期限（工作日）", "number", "行政处罚、行政许可 7，其他 20（国办发〔2018〕118号）"),
    Column("log_index", "公开日志序号", "number", "最近一次公示、更正或撤下在公开日志中的序号，自 0 起"),
)


def listing(ask: Ask, page: str = "1") -> Page:
    filters = read_filters(ask.query, int(page))
    store = ask.site.store
    found = find(store, filters)
    crumbs = (("事后公开", "decisions/"),)
    return render(
        ask,
        "decisions.html",
        Meta(COLUMN, "事后公开", "概览", crumbs=crumbs),
        filters=filters,
        found=found,
        rows=found.rows,
        states=STATES,
        kinds=kinds_offered(store),
        pager=_pager(filters, found.page, found.pages),
        nil=nil_statements(store)[:3],
    )


def _pager(filters: Filters, page: int, pages: int) -> list[tuple[str, str, bool]]:
    """Return (words, address relative to the list, is it this page) for the neighbours and both ends."""

    def link(number: int) -> str:
        if filters.any:
            return f"?{filters.address(number)}"
        return f"page-{number}/" if number > 1 else ""

    near = sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
    return [(str(number), link(number), number == page) for number in near] if pages > 1 else []


def export(ask: Ask, form: str) -> Page:
    rows = find_all(ask.site.store, read_filters(ask.query))
    sheet = Sheet("decisions", COLUMN, COLUMNS, [_cells(row) for row in rows], source_of_data(ask.site))
    return as_page(sheet, form)


def _cells(row: sqlite3.Row) -> list[str | int | float | None]:
    amount = row["amount"] / 100 if row["amount"] is not None else None
    middle = [row["category"], row["party"], row["cause"], row["conclusion"], amount, row["unit"]]
    days = [row["item_code"], row["decided_on"], row["published_on"], row["workday"], row["allowed"]]
    return [row["number"], STATES[row["state"]], *middle, *days, row["newest"]]


def decision(ask: Ask, slug: str) -> Page:
    """One decision; where several notices carry its number, the newest is shown and the others named."""
    store = ask.site.store
    rows = store.rows("SELECT * FROM record WHERE slug=? ORDER BY newest DESC", (slug,))
    if not rows:
        raise NotFound(slug)
    row = rows[0]
    notice, text, trouble = _contents(ask, row)
    history = store.history(row["ref"])
    title = notice.title if notice else (row["number"] or f"公开日志第 {row['newest']} 号条目")
    published = row["published_on"] or history[0].at[:10]
    crumbs = (("事后公开", "decisions/"), (COLUMN, "decisions/"), (row["number"] or slug, ""))
    meta = Meta(title, COLUMN, "文章", published, notice.index if notice else None, crumbs)
    return render(
        ask,
        "decision.html",
        meta,
        row=row,
        state=STATES[row["state"]],
        notice=notice,
        text=text,
        trouble=trouble,
        kind=NOTICE_KINDS[row["kind"]],
        history=history,
        reasons=WITHDRAWAL_REASONS,
        others=rows[1:],
        item_known=bool(notice and _item_exists(ask, notice.item_code)),
    )


def _contents(ask: Ask, row: sqlite3.Row) -> tuple[Notice | None, PublicText | None, str | None]:
    if row["state"] == "withdrawn":
        return None, None, None
    if row["state"] == "unverified":
        return None, None, row["trouble"]
    try:
        notice = ask.site.store.content(row["kind"], row["notice"])
        text = ask.site.store.content(row["kind"], row["text"]) if row["text"] else None
    except (Unverified, ValueError) as error:
        return None, None, str(error)
    shown = text if isinstance(text, PublicText) else None
    return (notice, shown, None) if isinstance(notice, Notice) else (None, None, "内容不是规定的公示格式")


def _item_exists(ask: Ask, code: str | None) -> bool:
    shown = "SELECT 1 FROM page WHERE kind='item' AND slug=? AND state IN ('shown','replaced')"
    return bool(code) and ask.site.store.one(shown, (code,)) is not None
