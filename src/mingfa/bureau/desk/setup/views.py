"""The first day: whoever starts an empty bureau founds it here, once, and sees what is to be done next.

Plan 3.1.a. As soon as the record log has an entry, this page does not exist any more.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.utils import timezone

from mingfa.bureau.desk.access import Ask, page, plain, sealed, show
from mingfa.bureau.desk.accounts import passwords
from mingfa.bureau.desk.forms.choices import Situation
from mingfa.bureau.desk.forms.drawn import draw
from mingfa.bureau.desk.forms.fields import fields_of
from mingfa.bureau.desk.forms.sheet import summary
from mingfa.bureau.desk.forms.typed import Errors, Typed, blank, collect, values
from mingfa.bureau.desk.matters.doing import Outcome, attempt
from mingfa.bureau.desk.setup.first_steps import steps
from mingfa.bureau.doorway.acts import act_named
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import InvalidInputs, read_inputs
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger.reader import size
from mingfa.bureau.people.reads import FOUNDER

FOUND, OPEN = "bureau.found", "account.open"
OWN = {"username": "账号名", "password": "密码", "again": "再次输入密码"}


@dataclass
class Founding:
    """What was typed: the bureau's particulars, and the account of its personnel officer."""

    typed: Typed
    username: str = ""
    errors: Errors = field(default_factory=dict)
    outcome: Outcome = field(default_factory=Outcome)


def set_up(request: HttpRequest) -> HttpResponseBase:
    """Found the bureau and open its first account, or say all that is wrong. Afterwards it is not there."""
    if size():
        return sealed(plain(request, "404.html", 404))
    now = timezone.now().astimezone(CHINA)
    if request.method != "POST":
        return _page(request, now, Founding(blank(fields_of(act_named(FOUND).inputs))))
    return _founded(request, now)


def _founded(request: HttpRequest, now: datetime) -> HttpResponseBase:
    post = request.POST
    fields = fields_of(act_named(FOUND).inputs)
    sent = Founding(collect(fields, post, request.FILES, lambda *_: []), post.get("username", "").strip())
    inputs = values(fields, sent.typed, now.date(), sent.errors)
    sent.errors |= _wrong_account(post, sent.username)
    # One transaction: a bureau whose ledger has begun and that nobody can sign in to would be lost.
    with transaction.atomic():
        sent.outcome = attempt(
            act_named(FOUND),
            by=FOUNDER.id,
            on=None,
            inputs=inputs,
            at=None,
            key="",
            reasons={},
            unread=sent.errors,
            now=now,
        )
        if (done := sent.outcome.done) is not None:
            first = {"person": done.index, "username": sent.username}
            do(OPEN, by=done.index, inputs=first, now=now)
            login(request, passwords.choose(done.index, post["password"]))
    if done is not None:
        return HttpResponseRedirect("/first-steps/")
    sent.errors = sent.outcome.errors
    return _page(request, now, sent, 422 if sent.errors else 409)


def _wrong_account(post: QueryDict, username: str) -> dict[str, str]:
    try:
        read_inputs(act_named(OPEN).inputs, {"person": FOUNDER.id, "username": username})
        wrong: dict[str, str] = {}
    except InvalidInputs as invalid:
        wrong = dict(invalid.errors)
    return wrong | passwords.faults(post.get("password", ""), post.get("again", ""), username)


def _page(request: HttpRequest, now: datetime, sent: Founding, status: int = 200) -> HttpResponseBase:
    fields = fields_of(act_named(FOUND).inputs)
    drawn = draw(fields, sent.typed, sent.errors, Situation(FOUNDER, now.date(), None))
    return sealed(
        plain(
            request,
            "desk/set_up.html",
            status,
            drawn=drawn,
            sent=sent,
            summary=summary(drawn, sent.errors, OWN),
            blocking=sent.outcome.refusals,
        )
    )


@page
def first_steps(ask: Ask) -> HttpResponse:
    """Show what is still to do before the first case."""
    return show(ask, "desk/first_steps.html", nav="people", steps=steps(ask.today))
