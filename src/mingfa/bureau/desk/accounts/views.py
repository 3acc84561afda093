"""One's own account: who I am, which posts I hold today, and keys for programs."""

from django.http import HttpResponse, HttpResponseBase

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.accounts import tokens


@page
def account(ask: Ask) -> HttpResponse:
    return _page(ask)


@page
def make_key(ask: Ask) -> HttpResponse:
    """Make a key, and show it this once."""
    purpose = ask.request.POST.get("purpose", "").replace("\0", "").strip()[:100]
    if ask.request.method != "POST" or not purpose:
        return _page(ask, error="请写明用途，例如：案件台账导出程序。", status=422)
    if sum(key.ended is None for key in tokens.keys_of(ask.request.user)) >= tokens.MOST:
        return _page(ask, error=f"有效密钥最多{tokens.MOST}个，请先停用不再使用的密钥。", status=422)
    return _page(ask, made=tokens.make(ask.request.user, purpose, ask.now))


@page
def end_key(ask: Ask, pk: int) -> HttpResponseBase:
    if ask.request.method == "POST":
        tokens.end(ask.request.user, pk, ask.now)
    return HttpResponse(status=303, headers={"Location": "/account/"})


def _page(ask: Ask, made: str = "", error: str = "", status: int = 200) -> HttpResponse:
    return show(
        ask,
        "desk/account.html",
        status,
        nav="account",
        keys=tokens.keys_of(ask.request.user),
        made=made,
        error=error,
    )
