"""What every error of the site looks like: a page for people, JSON under /api; in words, and with what to do.

A disk without room, a disk that cannot be written and a database that is away are told as such: nothing is
kept by halves, and reading goes on where it can.
"""

import errno
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string

from mingfa.bureau.desk.access import is_elder, sealed, signed_out
from mingfa.bureau.desk.forms import drafts
from mingfa.bureau.people import reads as people

API = "/api/"
RETRY = 60
# The beginnings of Django's reasons for a form that came from another site.
ELSEWHERE = ("Origin checking failed", "Referer checking failed")
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
DISK_FULL = {"53100", "53400"}  # of PostgreSQL: disk_full, configuration_limit_exceeded
READ_ONLY = {"25006"}


@dataclass(frozen=True)
class Trouble:
    """Why the site cannot write, or cannot even read: status, words, what to do."""

    status: int
    because: str
    todo: str

    def __str__(self) -> str:
        return self.because + self.todo


FULL = Trouble(507, "存储空间已满，办理内容没有保存。", "请通知系统管理员清理或者扩充磁盘，之后重新提交。")
FIXED = Trouble(
    503, "数据目录目前只能读取、不能写入，办理内容没有保存。", "请通知系统管理员检查磁盘，之后重新提交。"
)
AWAY = Trouble(503, "数据库暂时不能使用，办理内容没有保存。", "请稍后重试；仍不能使用的，请通知系统管理员。")


def trouble(error: BaseException | None) -> Trouble | None:
    """Say what kind of trouble with storage an error tells of, if it does."""
    for one in _chain(error):
        if isinstance(one, OSError) and one.errno in NO_ROOM:
            return FULL
        if isinstance(one, OSError) and one.errno == errno.EROFS:
            return FIXED
        state, words = getattr(one, "sqlstate", None), str(one)
        if state in DISK_FULL or isinstance(one, sqlite3.Error) and "is full" in words:
            return FULL
        if state in READ_ONLY or isinstance(one, sqlite3.Error) and "readonly" in words:
            return FIXED
    return AWAY if any(isinstance(e, OperationalError | InterfaceError) for e in _chain(error)) else None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def without_nul(get_response: Callable[[HttpRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Refuse an address with a NUL in it (middleware): nobody types one, no column of PostgreSQL holds it."""

    def answered(request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return bad_request(request, BadRequest("NUL in the address"))
        return get_response(request)

    return answered


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(request, 400, "400.html", "服务器不能理解这个请求，请核对后重新提交。")


def denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(request, 403, "403.html", "您没有办理此事项的权限，或者该事项不存在。")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _answer(request, 404, "404.html", "没有这项内容，或者您无权查看。")


def not_believed(request: HttpRequest, reason: str = "") -> HttpResponseBase:
    """Answer a form whose page was too old: an act's comes back filled, to whoever filled it in."""
    if request.path.startswith(API):
        return _answer(request, 403, "403.html", f"请求缺少有效的 CSRF 令牌（{reason}）。")
    person = None if reason.startswith(ELSEWHERE) else drafts.sender(request)
    if person is None:
        return _answer(request, 403, "403_csrf.html", "页面已经过期，内容没有提交。")
    if not request.user.is_authenticated:
        return signed_out(request, person)
    account = people.account_of(request.user.pk)
    if account is None or account.person_id != person:
        return _answer(request, 403, "403_csrf.html", "页面已经过期，内容没有提交。")
    messages.warning(request, "页面已经过期，内容没有提交。填写的内容保留在下面，请核对后重新提交。")
    return HttpResponseRedirect(drafts.keep(request, drafts.draft(request, person)))


def broken(request: HttpRequest) -> HttpResponse:
    """Answer an error that nobody foresaw, or trouble with storage; the log has its place."""
    if found := trouble(sys.exc_info()[1]):
        response = _answer(request, found.status, "desk/trouble.html", str(found), trouble=found)
        response["Retry-After"] = str(RETRY)
        return response
    return _answer(
        request, 500, "500.html", "系统出现故障，刚才的操作没有生效。请稍后重试，或者通知系统管理员。"
    )


def _answer(request: HttpRequest, status: int, template: str, because: str, **values: object) -> HttpResponse:
    if request.path.startswith(API):
        response: HttpResponse = JsonResponse({"detail": because}, status=status)
    else:
        # Without the request: who is signed in may be what cannot be read.
        drawn = render_to_string(template, {"elder": is_elder(request), "because": because} | values)
        response = HttpResponse(drawn, status=status)
    sealed(response)
    return response
