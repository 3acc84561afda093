"""The WSGI application: headers, cookies, compression, and pages from memory only while nothing changed."""

import gzip
import http.client
import os
import subprocess
import sys
import threading
import time

import pytest

from mingfa.feed.tests.making import FeedMaker, example, notice
from mingfa.portal.server import Portal
from mingfa.portal.tests.visiting import served, site_over


@pytest.fixture
def made(tmp_path) -> FeedMaker:
    return example(tmp_path)


@pytest.fixture
def portal(made):
    return Portal(site_over(made.folder))


def ask(portal: Portal, path: str = "/", method: str = "GET", query: str = "", **headers: str):
    kept = {}

    def start(status, given):
        kept.update(status=int(status[:3]), headers=dict(given))

    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        **headers,
    }
    body = b"".join(portal(environ, start))
    return kept["status"], kept["headers"], body


def test_headers_are_strict(portal):
    status, headers, body = ask(portal)
    assert status == 200 and int(headers["Content-Length"]) == len(body)
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/feed/log/checkpoint", "/feed/log/tile/0/000.p/10", "/feed/receipt/0"])
def test_the_feed_may_be_read_from_other_sites(portal, path):
    _, headers, _ = ask(portal, path)
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert (
        headers["Cache-Control"]
        == {
            "/feed/log/checkpoint": "no-store",
            "/feed/log/tile/0/000.p/10": "public, max-age=31536000, immutable",
            "/feed/receipt/0": "public, max-age=5",
        }[path]
    )


def test_elder_mode_is_kept_in_a_cookie(portal):
    _, headers, body = ask(portal, query="elder=1")
    assert b"data-elder" in body and headers["Set-Cookie"].startswith("elder=1")
    assert b"data-elder" in ask(portal, HTTP_COOKIE="elder=1")[2]
    assert b"data-elder" not in ask(portal, query="elder=0", HTTP_COOKIE="elder=1")[2]
    assert b"data-elder" not in ask(portal)[2]


def test_head_compression_and_other_methods(portal):
    _, headers, body = ask(portal, method="HEAD")
    assert body == b"" and int(headers["Content-Length"]) > 1000
    _, headers, packed = ask(portal, HTTP_ACCEPT_ENCODING="gzip, br")
    assert headers["Content-Encoding"] == "gzip" and gzip.decompress(packed) == ask(portal)[2]
    assert ask(portal, method="POST")[0] == 405


def test_a_remembered_page_is_forgotten_when_something_is_signed(made, portal):
    assert b"099" not in ask(portal, "/decisions/")[2]
    made.publish("penalty", notice(99))
    made.sign()
    portal.site.look()
    assert "第099号".encode() in ask(portal, "/decisions/")[2]


def test_the_running_site_sees_a_new_checkpoint_by_itself(made):
    site = site_over(made.folder)
    site.follow(every=0.02)
    made.publish("penalty", notice(99))
    made.sign()
    until = time.monotonic() + 10
    while site.standing.size < 11 and time.monotonic() < until:
        time.sleep(0.02)
    assert "第099号".encode() in ask(Portal(site), "/decisions/")[2]


def test_another_process_over_the_same_file_sees_what_was_taken_in(made, portal, monkeypatch):
    made.publish("penalty", notice(99))
    late = made.feed / "item" / list(made.items.values())[-1]["notice"]
    data = late.read_bytes()
    late.unlink()
    made.sign()
    other = Portal(site_over(made.folder))
    portal.site.look()
    assert "第099号".encode() not in ask(portal, "/decisions/")[2]
    late.write_bytes(data)
    with monkeypatch.context() as soon:
        soon.setattr("mingfa.portal.site.RETRY_UNVERIFIED", 0.0)
        other.site.look()
    portal.site.look()
    assert "第099号".encode() in ask(portal, "/decisions/")[2]


def test_the_served_application_takes_its_settings_from_the_environment(made):
    script = (
        "from mingfa.portal.wsgi import application as portal; print(b''.join(portal("
        "{'REQUEST_METHOD': 'GET', 'PATH_INFO': '/decisions/'}, lambda *_: None)).decode())"
    )
    own = ("MINGFA_FEED", "MINGFA_PORTAL_DB", "MINGFA_LOG_VKEY")
    environment = {name: value for name, value in os.environ.items() if name not in own}
    environment |= {"MINGFA_DATA": str(made.folder), "DJANGO_SETTINGS_MODULE": "mingfa.bureau.settings"}
    command = [sys.executable, "-c", script]
    out = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    assert "示城管罚决字〔2026〕第018号" in out


@pytest.mark.parametrize(
    "query", ["q=%ff%fe", "q=" + "a" * 5000, "&" * 100, "page=-1", "page=99999999999", "from=x"]
)
def test_odd_questions_get_a_page(portal, query):
    assert ask(portal, "/decisions/", query=query)[0] == 200


def test_odd_paths_get_a_page(portal):
    assert ask(portal, "/decisions/\udcff".encode("utf-8", "surrogateescape").decode("latin-1"))[0] == 404


def test_many_visitors_at_once_get_whole_pages(made, portal):
    answers = []

    def visitor(address):
        connection = http.client.HTTPConnection(address.removeprefix("http://"))
        for number in range(10):
            connection.request("GET", f"/decisions/?page={number % 3 + 1}")
            answer = connection.getresponse()
            answers.append((answer.status, answer.read().endswith(b"</html>\n")))

    with served(portal) as address:
        visitors = [threading.Thread(target=visitor, args=(address,)) for _ in range(8)]
        for thread in visitors:
            thread.start()
        made.publish("penalty", notice(99))
        made.sign()
        portal.site.look()
        for thread in visitors:
            thread.join()
    assert answers == [(200, True)] * 80
