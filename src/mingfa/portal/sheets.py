"""One table as CSV, XLSX or JSON, the latter two with their data dictionary."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import xlsxwriter  # type: ignore[import-untyped]

from mingfa.portal.page import Page

MOST_XLSX_ROWS = 50_000
Value = str | int | float | None
TYPES = {"text": "文本", "date": "日期（YYYY-MM-DD）", "number": "数值"}


@dataclass(frozen=True)
class Column:
    """One column: its English name in JSON, its title, its type, and what it means."""

    name: str
    title: str
    type: str
    meaning: str


@dataclass(frozen=True)
class Sheet:
    """A table to hand out; `source` says from which signed head it was made."""

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    source: dict[str, str | int]


def as_page(sheet: Sheet, form: str) -> Page:
    """Return the table as a download; form is csv, xlsx or json."""
    make, content_type = {
        "csv": (_csv, "text/csv; charset=utf-8"),
        "xlsx": (_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "json": (_json, "application/json"),
    }[form]
    disposition = f'attachment; filename="{sheet.name}.{form}"'
    shared = (("Content-Disposition", disposition), ("Access-Control-Allow-Origin", "*"))
    return Page(make(sheet), content_type, headers=shared)


def _plain(value: Value) -> Value:
    # A cell that begins like a formula would be run by spreadsheets; a leading quote makes it words again.
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def _csv(sheet: Sheet) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.title for column in sheet.columns])
    writer.writerows([_plain(value) for value in row] for row in sheet.rows)
    # With the byte order mark, spreadsheets read the Chinese as UTF-8.
    return out.getvalue().encode("utf-8-sig")


def _xlsx(sheet: Sheet) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({"bold": True})
        data = book.add_worksheet("数据")
        data.freeze_panes(1, 0)
        _fill(data, [[column.title for column in sheet.columns]], 0, bold)
        _fill(data, sheet.rows[:MOST_XLSX_ROWS], 1)
        words = book.add_worksheet("数据字典")
        _fill(words, [["英文名", "中文名", "类型", "说明"]], 0, bold)
        _fill(words, [[c.name, c.title, TYPES[c.type], c.meaning] for c in sheet.columns], 1)
        notes: list[list[Value]] = [[name, value] for name, value in sheet.source.items()]
        if len(sheet.rows) > MOST_XLSX_ROWS:
            notes.append(
                ["说明", f"共 {len(sheet.rows)} 行，本文件只含前 {MOST_XLSX_ROWS} 行，全部数据请下载 CSV"]
            )
        _fill(book.add_worksheet("数据来源"), notes, 0)
    return out.getvalue()


def _fill(
    page: xlsxwriter.worksheet.Worksheet,
    rows: Iterable[Sequence[Value]],
    start: int,
    style: xlsxwriter.format.Format | None = None,
) -> None:
    for number, row in enumerate(rows, start):
        page.write_row(number, 0, ["" if value is None else value for value in row], style)


def _json(sheet: Sheet) -> bytes:
    names = [column.name for column in sheet.columns]
    dictionary = [
        {"name": c.name, "title": c.title, "type": TYPES[c.type], "description": c.meaning}
        for c in sheet.columns
    ]
    rows = [dict(zip(names, row, strict=True)) for row in sheet.rows]
    whole = {"title": sheet.title, "source": sheet.source, "dictionary": dictionary, "rows": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()
