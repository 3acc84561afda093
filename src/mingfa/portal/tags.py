"""Template filters: how dates, amounts, hashes and addresses are written."""

from urllib.parse import quote

from django import template

register = template.Library()


@register.filter
def yuan(fen: int | None) -> str:
    """30000 -> 300.00"""
    return "" if fen is None else f"{fen // 100:,}.{fen % 100:02}"


@register.filter
def cn_date(day: object) -> str:
    """2026-03-12 -> 2026年3月12日"""
    year, month, date = str(day)[:10].split("-")
    return f"{int(year)}年{int(month)}月{int(date)}日"


@register.filter
def moment(at: str) -> str:
    """2026-03-16T10:00:00+08:00 -> 2026-03-16 10:00"""
    return at[:16].replace("T", " ")


@register.filter
def day(at: object) -> str:
    return str(at)[:10]


@register.filter
def grouped(digest: str) -> str:
    """A long hash in groups of four."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


@register.filter
def address(slug: str) -> str:
    """A number as one part of an address; Chinese stays readable."""
    return quote(slug, safe="〔〕（）")


@register.filter
def one_address(query: str) -> str:
    return f"?{query}" if query else ""
