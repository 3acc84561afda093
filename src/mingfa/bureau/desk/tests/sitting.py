"""The desk behind a real socket, for a real browser, on the test's own transaction."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, make_server

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections
from django.test.testcases import QuietWSGIRequestHandler
from playwright.sync_api import Browser, Page, sync_playwright

from mingfa.bureau.desk.tests.conftest import PASSWORD

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


@contextmanager
def served() -> Iterator[str]:
    """Serve the desk from a thread that shares this test's database connection; one request at a time."""
    shared = connections["default"]
    shared.inc_thread_sharing()
    handler: type[WSGIRequestHandler] = QuietWSGIRequestHandler
    server = make_server("127.0.0.1", 0, WSGIHandler(), handler_class=handler)

    def serve() -> None:
        connections["default"] = shared
        server.serve_forever(poll_interval=0.05)

    thread = threading.Thread(target=serve, daemon=True)
    # A request of a real server ends old connections; this one belongs to the test, as in its client.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        server.shutdown()
        server.server_close()
        thread.join()
        shared.dec_thread_sharing()


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


def sign_in(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/sign-in/")
    page.fill("#username", name)
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(f"{site}/")
