"""The page where a visitor's own browser checks a receipt, a served paper or a published decision."""

from mingfa.portal.page import Ask, Meta, Page, render


def page(ask: Ask) -> Page:
    place = ask.site.store.place()
    keys = [key for key in (place.vkey if place else None, ask.site.record_vkey) if key]
    record = ask.site.record_vkey or ""
    # Papers handed over before a restore are proven by the key of that time, which the public log names.
    former = [one.renamed["record"].was for one in ask.site.store.restores() if "record" in one.renamed]
    meta = Meta("独立验证", "独立验证", crumbs=(("独立验证", ""),))
    return render(ask, "verify.html", meta, keys=" ".join(keys), record=record, former=former, place=place)
