"""Who enforces and where to turn to: officers, complaints, progress (plan 1.2, 1.3.a, 1.3.e)."""

from mingfa.portal.page import Ask, Meta, Page, render
from mingfa.portal.sheets import Column, Sheet, as_page
from mingfa.portal.sources import source_of_data

STATES = {"valid": "有效", "suspended": "暂停执法", "expired": "已过期", "revoked": "已注销"}
COLUMNS = (
    Column("certificate", "执法证号", "text", "行政执法证件编号"),
    Column("name", "姓名", "text", "执法人员姓名"),
    Column("unit", "单位", "text", "所在执法单位"),
    Column("state", "证件状态", "text", "有效、暂停执法、已过期、已注销"),
    Column("valid_until", "有效期至", "date", "证件有效期"),
)


def officers(ask: Ask) -> Page:
    """The public list, or the one officer whose certificate number was asked for."""
    agency = ask.site.store.agency()
    everyone = agency.officers if agency else ()
    code = ask.query.get("code", "").strip().upper()[:40]
    found = [officer for officer in everyone if officer.certificate.upper() == code]
    meta = Meta("执法人员", "事中公示", "概览", crumbs=(("事中公示", "officers/"),))
    return render(ask, "officers.html", meta, everyone=everyone, code=code, found=found, states=STATES)


def export(ask: Ask, form: str) -> Page:
    agency = ask.site.store.agency()
    rows = [
        [o.certificate, o.name, o.unit, STATES[o.state], o.valid_until.isoformat() if o.valid_until else None]
        for o in (agency.officers if agency else ())
    ]
    return as_page(Sheet("officers", "执法人员名单", COLUMNS, rows, source_of_data(ask.site)), form)


def complaints(ask: Ask) -> Page:
    return render(ask, "complaints.html", Meta("投诉与更正", "投诉与更正", crumbs=(("投诉与更正", ""),)))


def progress(ask: Ask) -> Page:
    return render(ask, "progress.html", Meta("办理进度查询", "办理进度查询", crumbs=(("办理进度查询", ""),)))
