"""Every address of the portal. Each listing is also CSV, XLSX and JSON under the same filters."""

import re
from collections.abc import Callable

from mingfa.portal.page import Ask, NotFound, Page
from mingfa.portal.views import agency, decisions, feed, items, pages, statistics, verify

View = Callable[..., Page]
FORM = r"\.(?P<form>csv|xlsx|json)"
ADDRESSES: tuple[tuple[str, View], ...] = (
    (r"/", pages.home),
    (r"/decisions/(page-(?P<page>[1-9]\d{0,5})/)?", decisions.listing),
    (r"/decisions/decisions" + FORM, decisions.export),
    (r"/decisions/(?P<slug>[^/]+)/?", decisions.decision),
    (r"/items/", items.listing),
    (r"/items/items" + FORM, items.export),
    (r"/items/(?P<slug>[^/]+)/flow\.svg", items.flow),
    (r"/items/(?P<slug>[^/]+)/?", items.item),
    (r"/officers/", agency.officers),
    (r"/officers/officers" + FORM, agency.export),
    (r"/complaints/", agency.complaints),
    (r"/progress/", agency.progress),
    (r"/statistics/", statistics.overview),
    (r"/statistics/statistics" + FORM, statistics.export),
    (r"/verify/", verify.page),
    (r"/feed/", feed.about),
    (r"/feed/atom\.xml", feed.atom),
    (r"/feed/feed\.json", feed.json_feed),
    (r"/feed/log/(?P<path>.+)", feed.log_file),
    (r"/feed/item/(?P<commitment>[0-9a-f]{64})", feed.item_file),
    (r"/feed/sealed/(?P<name>[0-9a-f]{32})", feed.sealed_copy),
    (r"/feed/record\.vkey", feed.record_vkey),
    (r"/feed/receipt/(?P<index>0|[1-9]\d{0,11})", feed.receipt),
    (r"/static/(?P<name>[a-zA-Z0-9./_-]+)", pages.static),
)
_COMPILED = tuple((re.compile(pattern), view) for pattern, view in ADDRESSES)


def view_of(ask: Ask) -> Page:
    """Return the page that stands at the address; raises NotFound."""
    for pattern, view in _COMPILED:
        found = pattern.fullmatch(ask.path)
        if found:
            return view(
                ask, **{name: value for name, value in found.groupdict().items() if value is not None}
            )
    raise NotFound(ask.path)
