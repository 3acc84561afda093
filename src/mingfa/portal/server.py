"""The portal's WSGI application: pages from memory as long as nothing new was signed.

A page depends on its address, the elder mode and the standing of the site; so the memory needs no expiry,
it is emptied when the standing changes.
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Iterable
from http import HTTPStatus
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl

from mingfa.portal.page import Ask, Page
from mingfa.portal.respond import answer
from mingfa.portal.site import Site, Standing

MOST_BYTES_KEPT = 64 * 1024 * 1024
LARGEST_KEPT = 8 * 1024 * 1024
LONGEST_QUERY = 2000
ELDER_COOKIE = "elder={}; Path=/; Max-Age=31536000; SameSite=Lax"
COMPRESSED = ("text/", "application/json", "application/atom", "image/svg", "application/feed")

StartResponse = Callable[..., Any]
Key = tuple[str, str, bool]


class Ready:
    """A page as it goes over the wire, plain and compressed."""

    def __init__(self, page: Page, set_cookie: str | None = None) -> None:
        self.status = f"{page.status} {HTTPStatus(page.status).phrase}"
        self.plain = page.body
        self.headers = [*page.all_headers(), ("Vary", "Accept-Encoding, Cookie")]
        if set_cookie:
            self.headers = [(name, value) for name, value in self.headers if name != "Cache-Control"]
            self.headers += [("Cache-Control", "private, no-store"), ("Set-Cookie", set_cookie)]
        self.packed: bytes | None = None
        self.packed_headers: list[tuple[str, str]] = []
        if page.content_type.startswith(COMPRESSED) and len(page.body) > 1000:
            self.packed = gzip.compress(page.body, 5, mtime=0)
            kept = [(name, value) for name, value in self.headers if name != "Content-Length"]
            length = ("Content-Length", str(len(self.packed)))
            self.packed_headers = [*kept, length, ("Content-Encoding", "gzip")]

    @property
    def weight(self) -> int:
        return len(self.plain) + len(self.packed or b"") + 500


class Memory:
    """Recently used pages of one standing, bounded by bytes."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Key, Ready] = OrderedDict()
        self._standing: Standing | None = None
        self._weight = 0
        self._lock = Lock()

    def get(self, key: Key, standing: Standing) -> Ready | None:
        if self._standing is not standing:
            return None
        return self._pages.get(key)

    def put(self, key: Key, standing: Standing, ready: Ready) -> None:
        with self._lock:
            if self._standing is not standing:
                self._pages, self._weight, self._standing = OrderedDict(), 0, standing
            if ready.weight > LARGEST_KEPT or key in self._pages:
                return
            self._pages[key] = ready
            self._weight += ready.weight
            while self._weight > MOST_BYTES_KEPT:
                self._weight -= self._pages.popitem(last=False)[1].weight


class Portal:
    """The application. It has no state but the site's and the pages it remembers."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.memory = Memory()

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        ready = self._ready(environ)
        if ready.packed is not None and "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""):
            body, headers = ready.packed, ready.packed_headers
        else:
            body, headers = ready.plain, ready.headers
        start_response(ready.status, headers)
        return [b"" if environ["REQUEST_METHOD"] == "HEAD" else body]

    def _ready(self, environ: dict[str, Any]) -> Ready:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
            refusal = "本网站只供查阅，不接收提交。\n".encode()
            return Ready(Page(refusal, "text/plain; charset=utf-8", 405, (("Allow", "GET, HEAD"),)))
        path = environ.get("PATH_INFO", "/").encode("latin-1", "replace").decode("utf-8", "replace")
        asked = environ.get("QUERY_STRING", "")[:LONGEST_QUERY]
        elder = "elder=1" in asked or ("elder=1" in environ.get("HTTP_COOKIE", "") and "elder=0" not in asked)
        # The standing is taken before the page is made: a page made while it changes is kept
        # under the old one.
        key, standing = (path, asked, elder), self.site.standing
        ready = self.memory.get(key, standing)
        if ready is None:
            query = (
                dict(parse_qsl(asked, errors="replace", max_num_fields=20)) if asked.count("&") < 20 else {}
            )
            page = answer(Ask(self.site, path, query, elder))
            chosen = query.get("elder") if query.get("elder") in ("0", "1") else None
            ready = Ready(page, ELDER_COOKIE.format(chosen) if chosen else None)
            if page.status < 500 and page.cache != "no-store":
                self.memory.put(key, standing, ready)
        return ready
