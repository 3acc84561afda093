"""What a view gets and what it gives back: a request reduced to what matters, a page with its headers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.template import Context, Engine
from django.template.base import Template

from mingfa.feed.notice import AgencyPage, Index
from mingfa.portal.site import Site

HTML = "text/html; charset=utf-8"
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
ENGINE = Engine(
    dirs=[str(Path(__file__).parent / "templates")],
    libraries={"portal": "mingfa.portal.tags"},
    builtins=["mingfa.portal.tags"],
)


@dataclass(frozen=True)
class Ask:
    """One question to the portal. `folder`: the answer becomes a file of the static site."""

    site: Site
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    elder: bool = False
    folder: bool = False

    @property
    def root(self) -> str:
        """Return the way back to the root; all links are relative, so the site works under any prefix."""
        return "../" * (self.path.count("/") - 1) or "./"


@dataclass(frozen=True)
class Page:
    """One answer; `cache` is the Cache-Control of it."""

    body: bytes
    content_type: str = HTML
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    cache: str = "public, max-age=5"

    def all_headers(self) -> list[tuple[str, str]]:
        security = [("Content-Security-Policy", CSP), ("Referrer-Policy", "same-origin")]
        return [
            ("Content-Type", self.content_type),
            ("Content-Length", str(len(self.body))),
            ("Cache-Control", self.cache),
            ("X-Content-Type-Options", "nosniff"),
            *(security if self.content_type == HTML else []),
            *self.headers,
        ]


class NotFound(Exception):
    """There is no such page."""


@cache
def _template(name: str) -> Template:
    return ENGINE.get_template(name)


@dataclass(frozen=True)
class Meta:
    """The marks of a government page (国办发〔2017〕47号): what machine checks read."""

    title: str
    column: str
    """栏目名称"""
    kind: str = ""
    published: str = ""
    index: Index | None = None
    crumbs: tuple[tuple[str, str], ...] = ()
    """(words, address relative to the root) of the pages above."""


def render(ask: Ask, template: str, meta: Meta, status: int = 200, **values: Any) -> Page:
    """Render a page within the site's frame."""
    agency = ask.site.store.agency()
    context = {
        **values,
        "ask": ask,
        "root": ask.root,
        "meta": meta,
        "agency": agency,
        "site_name": site_name(agency),
        "standing": ask.site.standing,
        "elder_link": elder_link(ask),
    }
    return Page(_template(template).render(Context(context)).encode(), status=status)


def site_name(agency: AgencyPage | None) -> str:
    if agency is None:
        return "行政执法公示"
    return f"{agency.site_name or agency.agency} · 行政执法公示"


def elder_link(ask: Ask) -> str:
    return "?" + urlencode({**ask.query, "elder": "0" if ask.elder else "1"})
