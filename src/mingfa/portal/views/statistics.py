"""Statistics that anyone can count again: every figure comes from the public log, with its counting rule."""

from dataclasses import dataclass

from mingfa.feed.value import NOTICE_KINDS
from mingfa.portal.page import Ask, Meta, Page, render
from mingfa.portal.sheets import Column, Sheet, as_page
from mingfa.portal.sources import source_of_data
from mingfa.portal.statements import nil_statements
from mingfa.portal.store import Store

COLUMNS = (
    Column("year", "年度", "text", "按决定日期，公历年度"),
    Column("kind", "执法类别", "text", "行政处罚、行政许可、行政强制、行政检查、行政征收征用"),
    Column("published", "已公示", "number", "在示与已更正的决定数"),
    Column("withdrawn", "已撤下", "number", "已撤下的决定数"),
    Column("in_time", "按期公示", "number", "在期限内公示的决定数（已撤下的不计）"),
    Column("amount", "罚款金额（元）", "number", "决定书所载罚款合计（已撤下的不计）"),
)
_SQL = """
SELECT substr(decided_on, 1, 4) AS year, kind,
  sum(state IN ('shown','replaced')) AS published, sum(state = 'withdrawn') AS withdrawn,
  sum(state IN ('shown','replaced') AND workday <= allowed) AS in_time, coalesce(sum(amount), 0) AS amount
FROM record WHERE decided_on IS NOT NULL GROUP BY year, kind ORDER BY year DESC, kind
"""


@dataclass(frozen=True)
class Ledger:
    """What the newest anchor says of one kind: decided is published, lawfully exempt, or still to come."""

    kind: str
    decided: int
    published: int
    withdrawn: int
    exempt: int

    @property
    def open(self) -> int:
        return self.decided - self.published - self.exempt


def overview(ask: Ask) -> Page:
    store = ask.site.store
    rows = [{**dict(row), "kind": NOTICE_KINDS[row["kind"]]} for row in store.rows(_SQL)]
    words = store.rows(
        "SELECT word, count(*) AS n FROM word JOIN record USING (id) WHERE state IN ('shown','replaced')"
        " GROUP BY word ORDER BY n DESC, word"
    )
    anchors = store.anchors()
    meta = Meta("统计", "统计年报", "概览", crumbs=(("统计", ""),))
    return render(
        ask,
        "statistics.html",
        meta,
        rows=rows,
        words=words,
        most=max((row["n"] for row in words), default=1),
        anchor=anchors[-1] if anchors else None,
        ledgers=_ledgers(store),
        nil=nil_statements(store),
    )


def _ledgers(store: Store) -> list[Ledger]:
    anchors = store.anchors()
    counts = anchors[-1][1].counts if anchors else {}
    return [
        Ledger(NOTICE_KINDS[kind], c.decided, c.published, c.withdrawn, c.exempt)
        for kind, c in counts.items()
        if kind in NOTICE_KINDS
    ]


def export(ask: Ask, form: str) -> Page:
    rows = [
        [
            row["year"],
            NOTICE_KINDS[row["kind"]],
            row["published"],
            row["withdrawn"],
            row["in_time"],
            row["amount"] / 100,
        ]
        for row in ask.site.store.rows(_SQL)
    ]
    return as_page(Sheet("statistics", "行政执法公示统计", COLUMNS, rows, source_of_data(ask.site)), form)
