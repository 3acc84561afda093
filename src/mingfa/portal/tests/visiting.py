"""What the portal's tests share: a site over a hand-made feed, and short ways to ask it."""

import re
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import ThreadingMixIn
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from playwright.sync_api import Browser, sync_playwright

from mingfa.feed.source import FolderSource
from mingfa.portal.page import Ask, Page
from mingfa.portal.respond import answer
from mingfa.portal.site import Site

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def site_over(folder: Path, db: Path | None = None, **options) -> Site:
    site = Site(FolderSource(folder), db or folder / "portal.sqlite3", **options)
    site.look()
    return site


def visit(site: Site, path: str, elder: bool = False, **query: str) -> Page:
    return answer(Ask(site, path, query, elder))


def words(page: Page) -> str:
    """Return what a page says; where a tag is broken into lines is no matter."""
    return plain(page.body.decode())


def plain(html: str) -> str:
    """Return a page with every tag in one line."""
    return re.sub(r"<[^<>]*>", lambda tag: re.sub(r"\s+", " ", tag[0]).replace(" >", ">"), html)


class _Quiet(WSGIRequestHandler):
    def log_message(self, format, *args):
        pass


class _Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@contextmanager
def served(application):
    """Serve a WSGI application on loopback; give its address."""
    server = make_server("127.0.0.1", 0, application, _Threaded, _Quiet)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


class _Files(SimpleHTTPRequestHandler):
    def log_message(self, format, *args):
        pass


@contextmanager
def served_folder(folder: Path):
    """Serve a folder of static files on loopback, as any web server would; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browser() -> Browser:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            yield chromium
        finally:
            chromium.close()
