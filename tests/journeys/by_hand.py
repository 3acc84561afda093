"""A stage on which nothing is done but by the desk's forms: somebody signs in, opens the form, fills it in.

The example's players and stories act on it as on any other stage. What they would say to the doorway is typed
into the form that the page shows; what the page does not offer cannot be chosen. So a story that is told here
can be carried by the people of a bureau.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from mingfa.bureau.desk.forms.fields import Field, Kind, fields_of
from mingfa.bureau.desk.forms.uploads import seal
from mingfa.bureau.desk.tests.sending import address, errors_on, fields_on, fill
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger.models import Leaf
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people import uploads
from mingfa.bureau.people.models import Role
from mingfa.example.bureau import Stage

Typed = dict[str, Any]


class ByHand(Stage):
    """A stage of forms. `sit` opens the desk for a person; acts of the system itself pass the doorway."""

    def __init__(self, start: datetime, sit: Callable[[int], Client]) -> None:
        super().__init__(start)
        self.sit, self.forms = sit, 0

    def act(self, name: str, by: int, on: int | None = None, /, **inputs: Any) -> Done:
        """Do an act by its form; raise AssertionError with what the page says where it cannot be done."""
        act = REGISTER[name]
        if act.who == {Role.SYSTEM}:
            return super().act(name, by, on, **inputs)
        self.now += timedelta(seconds=1)
        reasons = {f"reason.{code}": words for code, words in inputs.pop("reasons", {}).items()}
        fields = fields_of(act.inputs)
        typed = dict(_typed(fields, inputs, by)) | reasons
        client = self.sit(by)
        page = client.get(address(name, on))
        assert page.status_code == 200, f"{name}: {page.status_code} {errors_on(page)}"
        page = self._settled(client, name, on, page, typed)
        _can_be_chosen(name, page, fields, inputs)
        answer = client.post(address(name, on), fill(page, typed))
        assert answer.status_code == 302, f"{name}: {errors_on(answer) or answer.content.decode()[-800:]}"
        self.forms += 1
        return _done(name)

    def _settled(
        self, client: Client, name: str, on: int | None, page: HttpResponse, typed: Typed
    ) -> HttpResponse:
        """Answer first what other questions follow from, until the page asks all of them."""
        for _ in range(3):
            sent = fill(page, typed)
            before = fields_on(page).get("_settles", [""])
            if not _follows(name):
                return page
            again = client.post(address(name, on), {**sent, "_settles": ["?"]})
            if again.status_code != 200 or fields_on(again).get("_settles", [""]) == before:
                return again if again.status_code == 200 else page
            page = again
        return page


def _follows(name: str) -> bool:
    return any(one.follows for one in fields_of(REGISTER[name].inputs))


def _done(name: str) -> Done:
    """Return what the last entry of this act says of itself."""
    last = Leaf.objects.filter(log="record", act=name).order_by("-i")[0]
    number = Paper.objects.filter(pk=last.i).values_list("number", flat=True).first() or ""
    return Done(int(last.i), name, last.matter, number)


def _typed(
    fields: tuple[Field, ...], inputs: Mapping[str, Any], by: int, at: str = ""
) -> Iterator[tuple[str, Any]]:
    """Yield what a person types for these inputs, by the names of the form."""
    known = {one.name: one for one in fields}
    for name, value in inputs.items():
        one, path = known[name], at + name
        if value is None:
            yield path, ""
        elif one.kind is Kind.GROUP:
            yield from _typed(one.parts, value, by, f"{path}.")
        elif one.kind is Kind.ROWS:
            for n, row in enumerate(value):
                yield from _typed(one.parts, row, by, f"{path}.{n}.")
        elif one.kind is Kind.FILE:
            yield path, [_handed_in(dict(value), by)]
        elif one.kind is Kind.FILES:
            yield path, [_handed_in(dict(file), by) for file in value]
        else:
            yield path, _words(one, value)


def _handed_in(file: dict[str, Any], by: int) -> str:
    """Return the note of a file that lies in the vault, as if this person had uploaded it."""
    uploads.handed_in(by, file["sha256"], file["size"], timezone.now())
    return seal(file, by)


def _words(one: Field, value: Any) -> Any:
    match one.kind:
        case Kind.MANY:
            return [str(v) for v in value]
        case Kind.LINES:
            return "\n".join(str(v) for v in value)
        case Kind.TICK:
            return "1" if value else ""
        case Kind.YES_NO:
            return "true" if value else "false"
        case Kind.YUAN:
            return f"{value // 100}.{value % 100:02d}"
        case Kind.MOMENT:
            at = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
            return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M:%S}"
        case Kind.DATE:
            return value.isoformat() if isinstance(value, date) else str(value)
    return str(value)


class _Offers(HTMLParser):
    """Reads what can be chosen on a page, by field, and the names of all its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.offered: dict[str, set[str]] = {}
        self.names: set[str] = set()
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {k: v or "" for k, v in attrs}
        name = found.get("name", "")
        if tag in ("input", "select", "textarea") and name:
            self.names.add(name)
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            self.offered.setdefault(self._select, set()).add(found.get("value", ""))
        elif tag == "input" and found.get("type") in ("radio", "checkbox"):
            self.offered.setdefault(name, set()).add(found.get("value", "on"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""


def _can_be_chosen(
    act: str, page: HttpResponse, fields: tuple[Field, ...], inputs: Mapping[str, Any], at: str = ""
) -> None:
    """Nobody can choose what the page does not offer, nor answer what it does not ask."""
    offers = _Offers()
    offers.feed(page.content.decode())
    for one in fields:
        if one.name not in inputs or inputs[one.name] in (None, "", [], False):
            continue
        path, value = at + one.name, inputs[one.name]
        if one.kind in (Kind.ONE, Kind.MANY) and path in offers.offered:
            chosen = {str(v) for v in value} if one.kind is Kind.MANY else {str(value)}
            missing = chosen - offers.offered[path]
            assert not missing, f"{act}: “{one.label}”没有{missing}可选：{sorted(offers.offered[path])[:12]}"
        elif one.kind not in (Kind.GROUP, Kind.ROWS) and not one.once:
            assert path in offers.names, f"{act}: 表单没有询问“{one.label}”（{path}）"
