"""What the tests of the plan stand on: an example bureau, and its sites asked over HTTP.

The only module of this folder that knows the product's insides. A test asks the desk, the API, the portal or
the command line through it, and nothing else (guarded in tests/guards/test_promises.py).
"""

import io
import json
import re
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from copy import copy
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

import pypdfium2
import zxingcpp
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.contrib.auth import get_user_model
from django.test import Client

from mingfa.bureau.cases.models import Case
from mingfa.bureau.desk.tests.conftest import account
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Appointment
from mingfa.bureau.work.rounds import round_of_work
from mingfa.commands import main
from mingfa.example import permit_hearing
from mingfa.example.bureau import CHINA, Cast, Stage
from mingfa.example.cases import Play, working_time
from mingfa.example.inspections import Round
from mingfa.example.measures import Taking
from mingfa.example.permit_item import list_permit
from mingfa.example.permits import Applying
from mingfa.example.pictures import SCENE
from mingfa.feed.source import FolderSource
from mingfa.portal.server import Portal
from mingfa.portal.site import Site

__all__ = [
    "Applying",
    "NotDone",
    "Play",
    "Round",
    "Taking",
    "Town",
    "hear_permit",
    "item_of_old_law",
    "permit_item",
]

Played = Play | Round | Applying


class Answer(NamedTuple):
    """What a site answered: status and words; where a tag is broken into lines is no matter."""

    status: int
    text: str


class NotDone(AssertionError):
    """The API did not do an act: its status and the codes of what stands in the way."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status, self.body = status, body
        self.codes = {refusal["code"] for refusal in body.get("refusals", ())}
        super().__init__(f"{status}: {json.dumps(body, ensure_ascii=False)}")


class OverHttp(Stage):
    """A stage on which every act is a request to the API by the person whose act it is."""

    def __init__(self, start: datetime, sit: Callable[[int], Client]) -> None:
        super().__init__(start)
        self.sit = sit

    def act(self, name: str, by: int, on: int | None = None, /, **inputs: Any) -> Done:
        """Do an act by the API; raise NotDone with its answer where it is not done."""
        reasons = inputs.pop("reasons", {})
        self.now += timedelta(seconds=1)
        body = {"inputs": inputs, "on": on, "reasons": reasons}
        answer = self.sit(by).post(
            f"/api/v1/acts/{name}",
            json.dumps(body, default=lambda value: value.isoformat()),
            "application/json",
        )
        told = answer.json()
        if answer.status_code != 201:
            raise NotDone(answer.status_code, told)
        result = told["result"]
        return Done(told["entry"], result["act"], result["matter"], result["number"])


class Town:
    """The example bureau, its people at their desks, and the public in front of the portal."""

    def __init__(self, cast: Cast, start: datetime, data: Path) -> None:
        self.cast, self.data = cast, data
        self.stage: Stage = Stage(start)
        self.http = OverHttp(start, self.sit)
        self._played: dict[str, Played] = {}

    # --- the desk and the API --------------------------------------------------------------------------

    def sit(self, person: int) -> Client:
        """Sign a person in."""
        client = Client()
        client.force_login(get_user_model().objects.get(username=account(person)))
        return client

    def get(self, person: int, path: str) -> Answer:
        """Open a page of the desk, or read from the API."""
        page = self.sit(person).get(path)
        content = b"".join(page.streaming_content) if page.streaming else page.content
        return Answer(page.status_code, plain(content.decode("utf-8", "replace")))

    def page(self, person: int, path: str) -> str:
        """Open a page of the desk that is there."""
        answer = self.get(person, path)
        assert answer.status == 200, (path, answer.status)
        return answer.text

    def read(self, person: int, path: str) -> Any:
        """Read from the API."""
        return json.loads(self.page(person, path))

    def keep(self, name: str, played: Played) -> None:
        """Keep what was played before the tests."""
        self._played[name] = played

    def on(self, name: str) -> Any:
        """Go on with what was played, by requests alone."""
        going = copy(self._played[name])
        going.stage = self.http
        return going

    @property
    def now(self) -> datetime:
        return max(self.stage.now, self.http.now)

    def later(self, days: int = 0, hours: int = 0) -> None:
        """Let time pass, over nights and rest days."""
        moment = self.now + timedelta(days=days, hours=hours)
        self.http.now = working_time(moment, people.calendar())

    def act_at(self, person: int, name: str, on: int, at: str, inputs: dict[str, Any]) -> int:
        """Enter an act later than it was done; return its entry."""
        body = {"inputs": inputs, "on": on, "at": at}
        answer = self.sit(person).post(f"/api/v1/acts/{name}", json.dumps(body), "application/json")
        assert answer.status_code == 201, answer.content.decode()
        return int(answer.json()["entry"])

    def upload(self, person: int, name: str, content: bytes, media: str = "text/plain") -> dict[str, Any]:
        """Hand a file in; return how an act names it."""
        answer = self.sit(person).post(f"/api/v1/files?name={name}", content, media)
        assert answer.status_code == 201, answer.content.decode()
        return dict(answer.json())

    def film(self, person: int) -> dict[str, Any]:
        """Hand in the example film of eight seconds."""
        return self.upload(person, "录像.mp4", SCENE.read_bytes(), "video/mp4")

    def press(self, person: int, path: str, **fields: str) -> Answer:
        """Send a form of the desk; where it leads on, open that page."""
        page = self.sit(person).post(path, fields, follow=True)
        return Answer(page.status_code, plain(page.content.decode("utf-8", "replace")))

    def pdf(self, person: int, paper: int) -> bytes:
        """Download a paper."""
        return bytes(self.sit(person).get(f"/papers/{paper}/").content)

    @property
    def today(self) -> str:
        return f"{self.now.astimezone(CHINA):%Y-%m-%d}"

    def days(self, number: int) -> timedelta:
        """Return a number of days."""
        return timedelta(days=number)

    def appointment(self, person: int) -> int:
        """Return the post that a person was given."""
        return int(Appointment.objects.get(person=person).pk)

    # --- the public ------------------------------------------------------------------------------------

    def round(self) -> dict[str, int]:
        """Let the bureau's own work be done, as it is every twenty seconds."""
        return round_of_work(self.now)

    def visit(self, path: str, **query: str) -> Answer:
        """Visit the portal over what was put out."""
        status, body = self._visited(path, query)
        return Answer(status, plain(body.decode("utf-8", "replace")))

    def download(self, path: str) -> bytes:
        """Download a file from the portal."""
        status, body = self._visited(path, {})
        assert status == 200, path
        return body

    def _visited(self, path: str, query: dict[str, str]) -> tuple[int, bytes]:
        site = Site(FolderSource(self.data), self.data / "portal.sqlite3")
        site.look()
        environ: dict[str, Any] = {}
        setup_testing_defaults(environ)
        environ |= {"PATH_INFO": path.encode().decode("latin-1"), "QUERY_STRING": urlencode(query)}
        said: list[str] = []
        body = b"".join(Portal(site)(environ, lambda status, headers: said.append(status)))
        return int(said[0][:3]), body

    def code_on(self, person: int, paper: int) -> tuple[str, str]:
        """Read the code on the first page of a paper, as a phone does: name and key of its sealed copy."""
        page = pypdfium2.PdfDocument(self.pdf(person, paper))[0]
        (code,) = zxingcpp.read_barcodes(page.render(scale=300 / 72).to_pil())
        name, key = code.text.partition("#p=")[2].split(".")
        return name, key

    def unseal(self, sealed: bytes, key: str) -> str:
        """Open a sealed copy with the key of its code, as the page of the portal does."""
        return AESGCM(bytes.fromhex(key)).decrypt(sealed[:12], sealed[12:], None).decode()

    # --- the command line ------------------------------------------------------------------------------

    def command(self, *argv: str) -> Answer:
        """Run a command of `mingfa`; return its exit code and what it printed."""
        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(out):
            code = main(argv)
        return Answer(code, out.getvalue())

    def read_command(self, *argv: str) -> Any:
        """Run a command with --json; return what it printed."""
        told = json.loads(self.command("--json", *argv).text)
        return told[0] if isinstance(told, list) else told

    # --- what an intruder does -------------------------------------------------------------------------

    def tamper(self, case: int, **columns: Any) -> None:
        """Change a row behind the bureau's back, as somebody with the database's password would."""
        Case.objects.filter(pk=case).update(**columns)


def item_of_old_law(town: Town) -> int:
    """List an item under a law that a new one replaces before the stage's day; return its key."""
    now, town.stage.now = town.stage.now, datetime(2026, 7, 1, 9, tzinfo=CHINA)
    row = {
        "code": "650104-ZF-0098", "matter_code": "09098", "name": "示例旧法事项", "field": "餐饮油烟",
        "breaks": ["大气污染防治法 81"], "penalises": ["大气污染防治法 118"], "kinds": ["fine"],
        "steps": [{"name": "一般", "when": "责令改正后未改正", "kind": "fine", "low": 50000, "high": 200000}],
        "bounds": [{"article": "大气污染防治法 118", "set_by": "大气污染防治法 118", "high": 5000000}],
        "conditions": "有证据证明存在违法行为。", "time_limit": "自立案之日起九十日内",
        "correction": "立即改正",
        "office": town.cast.units["市容中队"], "valid_from": "2026-01-01",
    }  # fmt: skip
    item = town.stage.act("item.draft", town.cast.reviewers[1], **row).index
    town.stage.act("item.list", town.cast.review_head, item=item)
    town.stage.now = now
    return item


def permit_item(town: Town) -> int:
    """List the example's permit; return its key."""
    return list_permit(town.stage, town.cast)


def hear_permit(permit: Applying) -> None:
    """Carry an application through its hearing to a proposal: everything but the review."""
    permit.to_accepted()
    permit.check()
    permit.tell("applicant")
    third = permit.tell().index
    permit.hear(concerned=third, hearing_requested=True)
    permit.later(days=8)
    permit_hearing.appoint(permit)
    permit_hearing.hear(permit)
    permit_hearing.report(permit)
    permit.reconclude()


def plain(text: str) -> str:
    """Join what is broken into lines within a tag."""
    return re.sub(r"<[^<>]*>", lambda tag: " ".join(tag[0].split()).replace(" >", ">"), text)
