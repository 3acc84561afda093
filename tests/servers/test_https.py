"""Over https, by the server itself and behind nginx as docs/operate.md says: forms are taken, cookies safe.

The certificates are made as the page says, too.
"""

import http.cookiejar
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.servers.ports import free_ports

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "operate.md").read_text(encoding="utf-8")
HTTPS = PAGE[PAGE.index("## HTTPS") : PAGE.index("## The first day")]
CHROMIUM = Path("/usr/bin/chromium")
SAFE = {("__Host-csrftoken", True)}
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")

pytestmark = pytest.mark.long


def block(kind: str, number: int = 0) -> str:
    """Return a block of code of the page."""
    return re.findall(rf"```{kind}\n(.*?)```", HTTPS, re.S)[number]


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a CA and a certificate as the page says, for this machine's name."""
    folder = tmp_path_factory.mktemp("certificates")
    script = block("sh").replace("mingfa.example.cn", "localhost")
    subprocess.run(["sh", "-e", "-c", script], cwd=folder, check=True, capture_output=True)
    return folder


@contextmanager
def running(argv: list[str], port: int, **settings: str) -> Iterator[None]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("MINGFA", "DJANGO"))}
    process = subprocess.Popen(argv, env=kept | settings, stderr=subprocess.PIPE, text=True)
    try:
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait(30)


@dataclass
class Visitor:
    """A browser without a screen that believes in one CA."""

    site: str
    ca: Path

    def __post_init__(self) -> None:
        self.jar = http.cookiejar.CookieJar()
        believes = ssl.create_default_context(cafile=str(self.ca))
        self.opener = urllib.request.build_opener(
            urllib.request.HTTPSHandler(context=believes), urllib.request.HTTPCookieProcessor(self.jar)
        )

    def ask(self, path: str, fields: dict[str, str] | None = None) -> tuple[int, str, dict[str, str]]:
        data = urllib.parse.urlencode(fields).encode() if fields is not None else None
        request = urllib.request.Request(self.site + path, data, {"Origin": self.site} if data else {})
        try:
            answer = self.opener.open(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        return answer.status, answer.read().decode(), {k.lower(): v for k, v in answer.headers.items()}


def serve(data: Path, port: int, *more: str) -> list[str]:
    command = [sys.executable, "-m", "mingfa.commands", "--data", str(data), "serve", "bureau"]
    return [*command, "--port", str(port), *more]


def cookies_after_forms(visitor: Visitor) -> set[tuple[str, bool]]:
    """Ask for the first page and send its form; a form that is not believed is answered with 403."""
    status, page, headers = visitor.ask("/set-up/")
    assert (status, headers.get("strict-transport-security")) == (200, "max-age=31536000")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token
    assert visitor.ask("/set-up/", {"csrfmiddlewaretoken": token[1]})[0] == 422
    assert visitor.ask("/set-up/", {"csrfmiddlewaretoken": "x"})[0] == 403
    return {(cookie.name, cookie.secure) for cookie in visitor.jar}


def test_the_server_speaks_https_itself(certificates: Path, tmp_path: Path) -> None:
    (port,) = free_ports(1)
    tls = ("--tls", str(certificates / "chain.pem"), str(certificates / "key.pem"))
    with running(serve(tmp_path, port, *tls), port):
        visitor = Visitor(f"https://localhost:{port}", certificates / "ca.pem")
        assert cookies_after_forms(visitor) == SAFE


@pytest.mark.skipif(NGINX is None, reason="needs nginx")
@pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium")
def test_behind_nginx_as_the_page_says(certificates: Path, tmp_path: Path) -> None:
    inner, outer = free_ports(2)
    site, data = f"https://localhost:{outer}", tmp_path / "data"
    data.mkdir()
    server = (
        block("nginx")
        .replace("listen 443", f"listen {outer}")
        .replace("127.0.0.1:8000", f"127.0.0.1:{inner}")
    )
    server = server.replace("mingfa.example.cn", "localhost").replace("/etc/mingfa", str(certificates))
    places = "".join(
        f"{kind}_temp_path {tmp_path};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    whole = f"daemon off; pid {tmp_path}/pid; events {{}} http {{ access_log off; {places} {server} }}"
    (tmp_path / "nginx.conf").write_text(whole)
    nginx = [str(NGINX), "-e", str(tmp_path / "error.log"), "-c", str(tmp_path / "nginx.conf")]
    with running(serve(data, inner), inner, MINGFA_SITE=site, MINGFA_PROXY="1"), running(nginx, outer):
        assert cookies_after_forms(Visitor(site, certificates / "ca.pem")) == SAFE
        assert_opens_in_chromium(site, certificates, tmp_path)


def assert_opens_in_chromium(site: str, certificates: Path, home: Path) -> None:
    """Open the first page in a browser that knows our CA alone and send its form."""
    store = home / ".pki" / "nssdb"
    store.mkdir(parents=True)
    for more in (
        ["-N", "--empty-password"],
        ["-A", "-t", "C,,", "-n", "bureau", "-i", str(certificates / "ca.pem")],
    ):
        subprocess.run(["certutil", "-d", f"sql:{store}", *more], check=True, capture_output=True)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        chromium = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=arguments, env={**os.environ, "HOME": str(home)}
        )
        page = chromium.new_page()
        page.goto(f"{site}/set-up/")
        assert page.evaluate("isSecureContext && !!navigator.serviceWorker")
        with page.expect_navigation():
            page.evaluate("document.querySelector('main form').submit()")
        assert "必须填写" in page.inner_text("main")
        chromium.close()
