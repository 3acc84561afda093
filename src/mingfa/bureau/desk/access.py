"""Who asks: a signed-in person with the posts held today; and what every answer of the desk has in common.

Plan 2.3.c. A page that somebody may not see looks like one that does not exist. A value that does not match
the ledger is not shown: the page says so instead.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render as render_template
from django.utils import timezone
from django.utils.cache import patch_cache_control

from mingfa.bureau.desk.forms import drafts
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.ledger import standing
from mingfa.bureau.ledger.reader import Altered
from mingfa.bureau.lib.reading import reading
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.vault import Altered as FileAltered
from mingfa.bureau.vault import Missing
from mingfa.witness.refusals import Refused as NotSigned

P = ParamSpec("P")
ELDER = "elder"
OWN_PASSWORD = "/account/password/"
SUPERVISORS = frozenset({"supervisor", "head", "deputy", "review_head"})
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; "
    "frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True)
class Ask:
    """A request, by a person, at a time (Chinese time)."""

    request: HttpRequest
    me: Actor
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    @cached_property
    def config(self) -> Config:
        """The local values, read once for a request."""
        return people.config()

    @cached_property
    def calendar(self) -> Calendar:
        """The working days of this place."""
        return people.calendar(self.config)

    def can(self, who: frozenset[str]) -> bool:
        """Say whether one of these posts is held today."""
        return bool(who & self.me.roles)


def page(
    view: Callable[Concatenate[Ask, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Make a page of the desk: only for signed-in people, with one set of headers and refusals."""

    @wraps(view)
    def answered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            if (person := drafts.sender(request)) is not None:
                return signed_out(request, person)
            return HttpResponseRedirect(f"/sign-in/?{urlencode({'next': request.get_full_path()})}")
        account = people.account_of(request.user.pk)
        if account is None:
            return sealed(plain(request, "desk/nobody.html", 403))
        if account.must_change and request.path != OWN_PASSWORD:
            return HttpResponseRedirect(OWN_PASSWORD)
        try:
            now = timezone.now().astimezone(CHINA)
            ask = Ask(request, people.actor(account.person_id, now.date()), now)
            with reading():
                response = view(ask, *args, **kwargs)
        except NotYours as refused:
            response = plain(request, "403.html", 403, because=refused.because)
        except Http404:
            response = plain(request, "404.html", 404)
        except (Altered, FileAltered, Missing, NotSigned) as found:
            response = plain(request, "desk/altered.html", 500, found=found)
        return sealed(response)

    return answered


def sealed(response: HttpResponseBase) -> HttpResponseBase:
    """Add what keeps a page to itself; nothing of a case stays in a shared cache."""
    response.headers.setdefault("Content-Security-Policy", CSP)
    response.headers.setdefault("Referrer-Policy", "same-origin")
    if "Cache-Control" not in response.headers:
        patch_cache_control(response, private=True, no_store=True)
    return response


def signed_out(request: HttpRequest, person: int) -> HttpResponseBase:
    """Ask to sign in again, and carry on what was typed; nothing of it was done."""
    kept = drafts.draft(request, person)
    values = {"onward": request.get_full_path(), "draft": drafts.carried(kept)}
    return sealed(plain(request, "desk/sign_in.html", 401, **values))


def show(ask: Ask, template: str, status: int = 200, **values: Any) -> HttpResponse:
    """Draw a page within the desk's frame."""
    frame = {
        "me": ask.me,
        "bureau": people.bureau(),
        "elder": is_elder(ask.request),
        "today": ask.today,
        "can_register": "officer" in ask.me.roles,
        "supervises": ask.can(SUPERVISORS),
        "stands_still": standing.why_it_stands_still(),
    }
    return render_template(ask.request, template, frame | values, status=status)


def plain(request: HttpRequest, template: str, status: int = 200, **values: Any) -> HttpResponse:
    """Draw a page outside the frame: for those not signed in, and for errors."""
    frame = {"elder": is_elder(request), "stands_still": standing.why_it_stands_still()}
    return render_template(request, template, frame | values, status=status)


def is_elder(request: HttpRequest) -> bool:
    return request.COOKIES.get(ELDER) == "1"
