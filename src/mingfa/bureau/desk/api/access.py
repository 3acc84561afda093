"""Who calls: a person by session (with its CSRF token) or by a key in `Authorization: Bearer`.

Plan 2.3.c: the same posts and the same views as at the desk. Answers are JSON.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from mingfa.bureau.desk.access import Ask, sealed
from mingfa.bureau.desk.accounts import tokens
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.ledger.reader import Altered
from mingfa.bureau.lib.reading import reading
from mingfa.bureau.people import reads as people
from mingfa.bureau.vault import Altered as FileAltered
from mingfa.witness.refusals import Refused as NotSigned

P = ParamSpec("P")
View = Callable[Concatenate[Ask, P], HttpResponseBase]
BEARER = "Bearer "


class Problem(Exception):
    """An answer that ends a call: status and what is wrong."""

    def __init__(self, status: int, because: str, **more: Any) -> None:
        super().__init__(because)
        self.status, self.body = status, {"detail": because, **more}


class _Csrf(CsrfViewMiddleware):
    """Django's check, asked only where a session and not a key says who calls."""

    def _reject(self, request: HttpRequest, reason: str) -> str:
        return reason


def endpoint(
    *methods: str,
) -> Callable[[Callable[Concatenate[Ask, P], HttpResponseBase]], Callable[..., HttpResponseBase]]:
    """Make an endpoint of the API for these methods."""

    def declare(view: Callable[Concatenate[Ask, P], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
        @csrf_exempt
        @wraps(view)
        def answered(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if request.method not in methods:
                return sealed(problem(405, "不支持这种请求方法。", Allow=", ".join(methods)))
            return sealed(_answer(view, request, *args, **kwargs))

        return answered

    return declare


def _answer(
    view: Callable[Concatenate[Ask, P], HttpResponseBase],
    request: HttpRequest,
    *args: P.args,
    **kwargs: P.kwargs,
) -> HttpResponseBase:
    try:
        with reading():
            return view(_caller(request), *args, **kwargs)
    except Problem as found:
        return JsonResponse(found.body, status=found.status)
    except NotYours as refused:
        return problem(403, refused.because)
    except Http404:
        return problem(404, "没有这项内容，或者您无权查看。")
    except (Altered, FileAltered, NotSigned) as altered:
        return problem(500, str(altered))


def _caller(request: HttpRequest) -> Ask:
    """Return who calls, or raise 401."""
    now = timezone.now().astimezone(CHINA)
    header = request.headers.get("Authorization", "")
    if header:
        person = tokens.person_with(header.removeprefix(BEARER)) if header.startswith(BEARER) else None
        if person is None:
            raise Problem(401, "密钥无效或者已经停用，请在“我的账号”页面重新生成。")
    else:
        account = people.account_of(request.user.pk) if request.user.is_authenticated else None
        if account is None:
            raise Problem(401, "请先登录，或者在 Authorization 中给出密钥。")
        if account.must_change:
            raise Problem(403, "请先在网页上修改初始密码。")
        person = int(account.person_id)
        check = _Csrf(lambda r: HttpResponse())
        check.process_request(request)
        if reason := check.process_view(request, lambda r: HttpResponse(), (), {}):
            raise Problem(403, f"请求缺少有效的 CSRF 令牌（{reason}）。")
    return Ask(request, people.actor(person, now.date()), now)


def problem(status: int, because: str, **headers: str) -> JsonResponse:
    """Answer that something is wrong."""
    response = JsonResponse({"detail": because}, status=status, headers=headers)
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response
