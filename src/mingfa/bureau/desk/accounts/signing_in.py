"""Signing in and out: one's own account, a clear word when it fails, and a pause after too many attempts.

Attempts are counted for an account from an address, and for an account from anywhere. A device that signed
in before is counted alone: whoever guesses elsewhere does not lock its owner out.
"""

from datetime import timedelta
from secrets import token_hex

from django.conf import settings
from django.contrib.auth import authenticate, get_user_model, login, logout
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from mingfa.bureau.desk.access import ELDER, plain, sealed
from mingfa.bureau.desk.forms import drafts
from mingfa.bureau.ledger.reader import size
from mingfa.bureau.people.happenings import note, password_set, whose

FREE, FREE_EVERYWHERE, PAUSE = 5, 20, timedelta(minutes=15)
DEVICE, YEAR = "device", timedelta(days=365)
_SALT = "mingfa.desk.device"


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
    response = HttpResponseRedirect(onward)
    known = signing.dumps([request.user.pk, token_hex(8)], salt=_SALT)
    response.set_cookie(
        DEVICE, known, max_age=YEAR, httponly=True, samesite="Lax", secure=request.is_secure()
    )
    return response


def _counters(request: HttpRequest, name: str) -> dict[str, int]:
    """Return what counts an attempt, each with the most that it lets through."""
    account = name.casefold()
    if device := _device(request, name):
        return {f"sign-in:{account}:device:{device}": FREE}
    return {f"sign-in:{account}:from:{_address(request)}": FREE, f"sign-in:{account}": FREE_EVERYWHERE}


def _device(request: HttpRequest, name: str) -> str:
    """Return the mark of a device on which this account has signed in before; "" of any other."""
    try:
        user, mark = signing.loads(request.COOKIES.get(DEVICE, ""), salt=_SALT, max_age=YEAR)
    except (signing.BadSignature, ValueError, TypeError):
        return ""
    known = get_user_model().objects.filter(pk=user, username=name).exists()
    return str(mark) if known else ""


def _address(request: HttpRequest) -> str:
    """Return from where a request comes: what the proxy before us saw, where one stands there."""
    seen = request.META.get("HTTP_X_FORWARDED_FOR", "") if settings.BEHIND_PROXY else ""
    return seen.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")


def _wrong(request: HttpRequest, name: str, password: str) -> str:
    """Return what is wrong, or sign in and return nothing. Name and password are never told apart."""
    if not name or not password:
        return "请填写账号和密码。"
    counters = _counters(request, name)
    for key in counters:
        cache.add(key, 0, PAUSE.total_seconds())
    # Counted before the password is looked at: of many guesses at once none gets in uncounted.
    counted = {key: cache.incr(key) for key in counters}
    if any(counted[key] > most for key, most in counters.items()):
        note("paused", timezone.now(), whose(name))
        return "尝试次数过多，此账号暂停登录15分钟。忘记密码的，请联系本单位人事管理员重置。"
    user = authenticate(request, username=name, password=password)
    if user is None:
        note("failed", timezone.now(), whose(name))
        return "账号或者密码不正确，请核对后重新输入。"
    cache.delete_many(list(counters))
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
