"""The feed itself: the log's files, the contents, receipts, and what feed readers subscribe to."""

import json
from xml.sax.saxutils import escape

from mingfa.feed.operations import WITHDRAWAL_REASONS
from mingfa.feed.reader import LogReader
from mingfa.feed.source import Missing
from mingfa.portal.listing import STATES, Filters, find
from mingfa.portal.page import Ask, Meta, NotFound, Page, render, site_name
from mingfa.portal.sources import source_of_data
from mingfa.portal.tags import address
from mingfa.tlog import make_receipt, prove_inclusion
from mingfa.tlog.note import split_note

OPEN = ("Access-Control-Allow-Origin", "*")
FOREVER = "public, max-age=31536000, immutable"
PLAIN = "text/plain; charset=utf-8"


def about(ask: Ask) -> Page:
    meta = Meta("开放数据与订阅", "开放数据", crumbs=(("开放数据", ""),))
    place = ask.site.store.place()
    vkey, record_vkey = place.vkey if place else "", ask.site.record_vkey
    source = source_of_data(ask.site)
    return render(
        ask,
        "feed.html",
        meta,
        source=source,
        vkey=vkey,
        record_vkey=record_vkey,
        restores=ask.site.store.restores(),
    )


def log_file(ask: Ask, path: str) -> Page:
    """One file of the log as it stands; everything but the checkpoint never changes (C2SP tlog-tiles)."""
    try:
        data = ask.site.source.read(f"log/{path}")
    except Missing as error:
        raise NotFound(path) from error
    if path in ("checkpoint", "vkey"):
        return Page(data, PLAIN, headers=(OPEN,), cache="no-store")
    return Page(data, "application/octet-stream", headers=(OPEN,), cache=FOREVER)


def item_file(ask: Ask, commitment: str) -> Page:
    """One content with its salt; 410 once it was withdrawn or corrected, 404 if it never was."""
    store = ask.site.store
    item = store.item(commitment)
    if item is not None:
        return Page(item.to_bytes(), "application/json", headers=(OPEN,), cache="no-store")
    if not store.was_promised(commitment):
        raise NotFound(commitment)
    gone = "该内容已依法撤下、更正，或暂时不能核验；撤下的日期和理由见公示页面。\n".encode()
    return Page(gone, PLAIN, 410, (OPEN,), cache="no-store")


def sealed_copy(ask: Ask, name: str) -> Page:
    """The encrypted proof of a served paper; the key is on the paper and never comes here. Listed nowhere."""
    headers = (OPEN, ("X-Robots-Tag", "noindex"))
    try:
        data = ask.site.source.read(f"sealed/{name}")
    except Missing:
        # Not remembered: a copy may come after the paper was scanned, and without a new head.
        return Page("没有这份凭证。\n".encode(), PLAIN, 404, headers, cache="no-store")
    return Page(data, "application/octet-stream", headers=headers, cache="no-store")


def record_vkey(ask: Ask) -> Page:
    """The record log's verifier key, as pinned or as the public log's anchors vouch for it."""
    if ask.site.record_vkey is None:
        raise NotFound("record.vkey")
    return Page(f"{ask.site.record_vkey}\n".encode(), PLAIN, headers=(OPEN,))


def receipt(ask: Ask, index: str) -> Page:
    """The proof that an entry is in the log, with its exact bytes in the extra line (C2SP tlog-proof)."""
    store, number = ask.site.store, int(index)
    place, entry = store.place(), store.entry(number)
    if place is None or entry is None:
        raise NotFound(index)
    size = int(split_note(place.note)[0].split("\n")[1])
    path = prove_inclusion(number, size, LogReader(ask.site.source))
    text = make_receipt(number, path, place.note, entry)
    disposition = ("Content-Disposition", f'attachment; filename="receipt-{number}.tlog-proof"')
    return Page(text.encode(), PLAIN, headers=(OPEN, disposition))


def _news(ask: Ask) -> list[dict[str, str]]:
    """Return the newest publications, corrections and withdrawals, as feed readers want them."""
    news = []
    for row in find(ask.site.store, Filters()).rows:
        step = ask.site.store.history(row["ref"])[-1]
        words = row["conclusion"] or ""
        if row["state"] == "withdrawn":
            words = f"内容已撤下：{WITHDRAWAL_REASONS.get(step.code or '', '')}"
        news.append(
            {
                "id": f"urn:x-mingfa:{row['ref']}:{row['newest']}",
                "title": f"〔{STATES[row['state']]}〕{row['number'] or row['slug']}",
                "words": " · ".join(part for part in (row["party"], row["cause"], words) if part),
                "link": f"{ask.site.address}/decisions/{address(row['slug'])}/",
                "at": step.at,
            }
        )
    return news


def atom(ask: Ask) -> Page:
    home = escape(ask.site.address, {'"': "&quot;"})
    entries = "".join(
        f"<entry><id>{n['id']}</id><title>{escape(n['title'])}</title><updated>{n['at']}</updated>"
        f'<link href="{escape(n["link"])}"/><summary>{escape(n["words"])}</summary></entry>'
        for n in _news(ask)
    )
    name = escape(site_name(ask.site.store.agency()))
    updated = ask.site.store.newest_at() or "1970-01-01T08:00:00+08:00"
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-Hans-CN">'
        f"<id>{home}/feed/atom.xml</id><title>{name}</title><updated>{updated}</updated>"
        f'<author><name>{name}</name></author><link rel="self" href="{home}/feed/atom.xml"/>'
        f'<link href="{home}/decisions/"/>{entries}</feed>\n'
    )
    return Page(text.encode(), "application/atom+xml; charset=utf-8", headers=(OPEN,))


def json_feed(ask: Ask) -> Page:
    home = ask.site.address
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site_name(ask.site.store.agency()),
        "home_page_url": f"{home}/decisions/",
        "feed_url": f"{home}/feed/feed.json",
        "language": "zh-Hans-CN",
        "items": [
            {
                "id": n["id"],
                "url": n["link"],
                "title": n["title"],
                "content_text": n["words"],
                "date_modified": n["at"],
            }
            for n in _news(ask)
        ],
    }
    data = json.dumps(whole, ensure_ascii=False, indent=1).encode()
    return Page(data, "application/feed+json; charset=utf-8", headers=(OPEN,))
