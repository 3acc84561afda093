"""Sending a form as a browser does: every field the page holds, changed only where a person types."""

import re
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

Fields = dict[str, list[str]]


class _Form(HTMLParser):
    """Reads the fields of the act's form: what a browser would send."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.fields: Fields = {}
        self._area: str | None = None
        self._select: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {k: v or "" for k, v in attrs}
        if tag == "form":
            self.inside = "data-once" in found
        if not self.inside or "name" not in found and tag != "option":
            return
        name = found.get("name", "")
        if tag == "textarea":
            self._area = name
            self.fields.setdefault(name, [""])
        elif tag == "select":
            self._select = name
            self.fields.setdefault(name, [""])
        elif tag == "option" and self._select and "selected" in found:
            self.fields[self._select] = [found["value"]]
        elif tag == "input":
            self._input(name, found)

    def _input(self, name: str, found: dict[str, str]) -> None:
        kind = found.get("type", "text")
        if kind in ("checkbox", "radio"):
            if "checked" in found:
                self.fields.setdefault(name, []).append(found.get("value", "on"))
        elif kind != "file":
            self.fields.setdefault(name, []).append(found.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self.inside and self._area is not None:
            self.fields[self._area] = [self.fields[self._area][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "textarea":
            self._area = None
        if tag == "select":
            self._select = None


def fields_on(page: HttpResponse) -> Fields:
    """Return what the act's form on a page would send."""
    form = _Form()
    form.feed(page.content.decode())
    return form.fields


def fill(page: HttpResponse, typed: dict[str, Any]) -> dict[str, Any]:
    """Return the form's fields with what a person types or ticks."""
    sent: dict[str, Any] = {name: list(values) for name, values in fields_on(page).items()}
    for name, value in typed.items():
        sent[name] = value if isinstance(value, list) else [value]
    return sent


def address(act: str, on: int | None = None) -> str:
    return f"/acts/{act}/" + (f"?on={on}" if on is not None else "")


def send(client: Client, act: str, on: int | None = None, **typed: Any) -> HttpResponse:
    """Open an act's form, fill it in and send it; `__` in a name is a dot."""
    page = client.get(address(act, on))
    assert page.status_code == 200, page.content.decode()[-1500:]
    names = {name.replace("__", "."): value for name, value in typed.items()}
    sent = fill(page, names)
    answer = client.post(address(act, on), sent)
    if answer.status_code == 200 and fields_on(answer).get("_settles", [""]) != sent.get("_settles", [""]):
        # A question followed from an answer: the form asks it now, and is sent again.
        written = {name: value for name, value in names.items() if not hasattr(value, "read")}
        answer = client.post(address(act, on), fill(answer, written))
    return answer


def errors_on(page: HttpResponse) -> str:
    """Return the words of the summary of errors and refusals."""
    found = re.findall(r'<div class="note r errors".*?</div>', page.content.decode(), re.S)
    return re.sub(r"<[^>]+>", " ", " ".join(found))
