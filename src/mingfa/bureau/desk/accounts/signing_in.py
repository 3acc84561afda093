"""Signing in and out: one's own account, a clear word when it fails, and a pause after too many attempts."""

from datetime import timedelta

from django.contrib.auth import authenticate, login, logout
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from mingfa.bureau.desk.access import ELDER, plain, sealed
from mingfa.bureau.desk.forms import drafts
from mingfa.bureau.ledger.reader import size
from mingfa.bureau.people.happenings import note, password_set, whose

FREE, PAUSE = 5, timedelta(minutes=15)


def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Ask for name and password, or let in."""
    if not size():
        return HttpResponseRedirect("/set-up/")
    onward = _onward(request)
    if request.method != "POST":
        if request.user.is_authenticated:
            return HttpResponseRedirect(onward)
        return sealed(plain(request, "desk/sign_in.html", onward=onward))
    name, password = (
        request.POST.get("username", "").replace("\0", "").strip()[:150],
        request.POST.get("password", ""),
    )
    error, draft = _wrong(request, name, password), request.POST.get("draft", "")
    if error:
        values = {"onward": onward, "name": name, "error": error, "draft": draft}
        return sealed(plain(request, "desk/sign_in.html", 422, **values))
    if draft:
        onward = drafts.put_back(request, draft, whose(name)) or onward
    return HttpResponseRedirect(onward)


def _wrong(request: HttpRequest, name: str, password: str) -> str:
    """Return what is wrong, or sign in and return nothing. Name and password are never told apart."""
    if not name or not password:
        return "请填写账号和密码。"
    key = f"sign-in:{name.casefold()}"
    failures = cache.get(key, 0)
    if failures >= FREE:
        note("paused", timezone.now(), whose(name))
        return "尝试次数过多，此账号暂停登录15分钟。忘记密码的，请联系本单位人事管理员重置。"
    user = authenticate(request, username=name, password=password)
    if user is None:
        cache.set(key, failures + 1, PAUSE.total_seconds())
        note("failed", timezone.now(), whose(name))
        return "账号或者密码不正确，请核对后重新输入。"
    cache.delete(key)
    login(request, user)
    note("signed_in", timezone.now(), whose(name))
    password_set(user, timezone.now())  # signing in may have hashed it anew
    return ""


def _onward(request: HttpRequest) -> str:
    """Return where to go afterwards; only a page of this site."""
    to = request.POST.get("next") or request.GET.get("next") or "/"
    return to if url_has_allowed_host_and_scheme(to, {request.get_host()}, request.is_secure()) else "/"


@require_POST
def sign_out(request: HttpRequest) -> HttpResponseBase:
    logout(request)
    return HttpResponseRedirect("/sign-in/")


@require_POST
def display(request: HttpRequest) -> HttpResponseBase:
    """Switch large type on or off, and go back."""
    response = HttpResponseRedirect(_onward(request))
    until = timezone.now() + timedelta(days=365)
    response.set_cookie(
        ELDER,
        request.POST.get("elder", "0")[:1],
        expires=until,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response
