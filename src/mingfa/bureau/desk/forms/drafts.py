"""A form that could not be taken comes back filled: its page was too old, or its sender had been signed out.

What was typed is carried to the page of signing in, or kept in the session, for whoever typed it and nobody
else; files are kept as those of a form with an error are. A request from another site is not looked at.
"""

from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, QueryDict

from mingfa.bureau.desk.forms.uploads import receive, seal

WHOSE = "act.whose"
DRAFT = "draft"
HOURS = 24
_SALT, _CARRIED = "mingfa.desk.form", "mingfa.desk.draft"
_ALONE = {"csrfmiddlewaretoken", WHOSE}


def whose_note(person: int) -> str:
    """Write the note in a form that says for whom it was drawn."""
    return signing.dumps(person, salt=_SALT)


def sender(request: HttpRequest) -> int | None:
    """Return for whom the form that was sent had been drawn, if it was an act's and drawn by us."""
    if request.method != "POST" or not request.path.startswith("/acts/"):
        return None
    try:
        return int(signing.loads(request.POST.get(WHOSE, ""), salt=_SALT, max_age=HOURS * 3600))
    except signing.BadSignature:
        return None


def draft(request: HttpRequest, person: int) -> dict[str, Any]:
    """Return what was sent, with each file as a note of a kept one; words say what could not be kept."""
    sent = request.POST.copy()
    errors: dict[str, str] = {}
    for path in request.FILES:
        for file in receive(person, errors, path, request.FILES.getlist(path), ()):
            sent.appendlist(path, seal(file, person))
    for name in _ALONE:
        sent.pop(name, None)
    lost = list(errors.values())
    return {"person": person, "address": request.get_full_path(), "sent": sent.urlencode(), "lost": lost}


def carried(found: dict[str, Any]) -> str:
    """Seal a draft so that the page of signing in can carry it."""
    return signing.dumps(found, salt=_CARRIED, compress=True)


def put_back(request: HttpRequest, sealed: str, person: int | None) -> str:
    """Keep a draft that came with signing in, if it is this person's; return the address of its form."""
    try:
        found = signing.loads(sealed, salt=_CARRIED, max_age=HOURS * 3600)
    except signing.BadSignature:
        return ""
    return keep(request, found) if found["person"] == person else ""


def keep(request: HttpRequest, found: dict[str, Any]) -> str:
    """Keep a draft in the session until its form is opened; return the address of the form."""
    request.session[DRAFT] = found
    for words in found["lost"]:
        messages.warning(request, words)
    return str(found["address"])


def taken(request: HttpRequest, person: int) -> QueryDict | None:
    """Return what had been typed into this form and take it out of the session; None where nothing was."""
    found = request.session.get(DRAFT)
    if found is None or found["person"] != person or found["address"] != request.get_full_path():
        return None
    del request.session[DRAFT]
    return QueryDict(found["sent"])
