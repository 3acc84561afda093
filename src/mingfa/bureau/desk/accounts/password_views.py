"""Passwords (plan 2.3.c): everybody changes their own; the personnel officer gives out first ones."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.accounts import passwords, tokens
from mingfa.bureau.desk.matters.lists import roster_page
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.inputs import InvalidInputs


@page
def own(ask: Ask) -> HttpResponseBase:
    """Change one's own password; other sessions end."""
    request = ask.request
    me: Any = request.user
    form = passwords.OwnPassword(me, request.POST if request.method == "POST" else None)
    if form.is_valid():
        user = form.save()
        passwords.chosen(user)
        ended = tokens.end_all(user, ask.now)
        update_session_auth_hash(request, user)
        keys = f"{ended}个程序密钥已经停用，请按需重新生成。" if ended else ""
        messages.success(request, f"密码已经修改，其他设备上的登录已经退出。{keys}")
        return HttpResponseRedirect("/")
    return show(
        ask,
        "desk/password.html",
        422 if form.is_bound else 200,
        nav="account",
        form=form,
        must=me.account.must_change,
    )


@page
def give_out(ask: Ask, pk: int) -> HttpResponse:
    """Reset a person's password on record, and show the first one this once."""
    if ask.request.method != "POST":
        raise Http404
    try:
        do("account.reset", by=ask.me.id, inputs={"person": pk}, now=ask.now)
    except InvalidInputs as invalid:
        return roster_page(ask, 422, error="".join(invalid.errors.values()))
    name, password = passwords.give_out(pk)
    return roster_page(ask, given={"name": name, "password": password})
