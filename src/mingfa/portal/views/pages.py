"""The first page, and the files that every page needs."""

from pathlib import Path

from mingfa.portal.listing import STATES, Filters, find
from mingfa.portal.page import Ask, Meta, NotFound, Page, render

STATIC = Path(__file__).parent.parent / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


_ITEMS = "SELECT count(*) AS n FROM page WHERE kind='item' AND state IN ('shown','replaced')"


def home(ask: Ask) -> Page:
    store = ask.site.store
    counts = {
        row["state"]: row["n"] for row in store.rows("SELECT state, count(*) AS n FROM record GROUP BY state")
    }
    return render(
        ask,
        "home.html",
        Meta("行政执法公示", "首页"),
        latest=find(store, Filters()).rows[:6],
        states=STATES,
        counts=counts,
        shown=counts.get("shown", 0) + counts.get("replaced", 0),
        items=store.rows(_ITEMS)[0]["n"],
    )


def static(ask: Ask, name: str) -> Page:
    path = STATIC / name
    if ".." in name.split("/") or path.suffix not in TYPES or not path.is_file():
        raise NotFound(name)
    return Page(path.read_bytes(), TYPES[path.suffix], cache="public, max-age=3600")
