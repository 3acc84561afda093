"""`POST /api/v1/acts/<name>`: an act by a program, through the same doorway as everybody's.

The body is the act's inputs, with `on`, `at` and `key` in the address; or an envelope
{on, at, key, reasons, inputs}.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import Error
from django.http import HttpRequest, JsonResponse

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.api.access import Problem, endpoint
from mingfa.bureau.desk.kinds import is_visible
from mingfa.bureau.desk.matters.doing import attempt
from mingfa.bureau.doorway.acts import REGISTER, Act, NoSuchAct, act_named
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.inputs import OUT_OF_RANGE, is_in_range
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.ledger import heads
from mingfa.bureau.lib.received import read_json, whole
from mingfa.tlog import LogError
from mingfa.witness.refusals import Refused as NotSigned

ENVELOPE = frozenset({"on", "at", "key", "reasons", "inputs"})
MOST = 2 << 20


@dataclass(frozen=True)
class Call:
    """What a call says: the inputs, and the frame around them."""

    inputs: Mapping[str, Any]
    on: int | None
    at: datetime | None
    key: str
    reasons: Mapping[str, str]


@endpoint("POST")
def do_act(ask: Ask, name: str) -> JsonResponse:
    """Do an act: 201 with its entry, or everything that stands in the way."""
    act = _act(name)
    if not ask.can(act.who):
        raise NotYours(f"您目前没有办理“{act.title}”的职务。")
    call = _call(ask.request)
    if act.matter is not None and call.on is None:
        raise Problem(422, "这项行为在案件（许可、检查等）上办理，请给出 on。", errors={"on": "必须填写。"})
    if call.on is not None and not is_visible(ask, call.on):
        raise Problem(404, "没有这项内容，或者您无权查看。")
    outcome = attempt(act, by=ask.me.id, unread={}, now=ask.now, **vars(call))
    if outcome.trouble:
        raise Problem(outcome.trouble.status, str(outcome.trouble))
    if outcome.errors:
        raise Problem(422, "填写的内容有误。", errors=outcome.errors)
    if outcome.done is None:
        raise Problem(409, "依法不能办理。", refusals=[r.as_json() for r in outcome.refusals])
    return JsonResponse(_made(outcome.done), status=201)


@endpoint("GET")
def table(ask: Ask) -> JsonResponse:
    """Return the table of all acts."""
    return JsonResponse({"acts": [_line(act) for act in REGISTER.values()]})


def _act(name: str) -> Act[Any, Any]:
    try:
        return act_named(name)
    except NoSuchAct:
        raise Problem(404, f"没有名为“{name}”的行为。") from None


def _call(request: HttpRequest) -> Call:
    body = _body(request)
    if isinstance(body.get("inputs"), dict) and body.keys() <= ENVELOPE:
        frame, inputs = body, body["inputs"]
    else:
        frame, inputs = request.GET.dict(), body
    reasons = frame.get("reasons") or {}
    if not isinstance(reasons, dict) or not all(isinstance(r, str) for r in reasons.values()):
        raise Problem(422, "reasons 应为“代码：理由”的对象。", errors={"reasons": "格式不正确。"})
    return Call(inputs, _on(frame.get("on")), _at(frame.get("at")), _key(request, frame), reasons)


def _body(request: HttpRequest) -> dict[str, Any]:
    try:
        body = read_json(request.body or b"{}")
    except ValueError:
        raise Problem(400, "请求内容不是有效的 JSON。") from None
    if not isinstance(body, dict):
        raise Problem(400, "请求内容应为 JSON 对象。")
    return body


def _on(given: object) -> int | None:
    if given in (None, ""):
        return None
    number = None if isinstance(given, bool) else whole(str(given))
    if number is None:
        raise Problem(422, "on 应为案件（许可、检查等）编号。", errors={"on": "请填写整数。"})
    return number


def _at(given: object) -> datetime | None:
    if given in (None, ""):
        return None
    try:
        at = datetime.fromisoformat(str(given))
    except ValueError:
        raise Problem(422, "at 应为 ISO 8601 时间。", errors={"at": "时间格式不正确。"}) from None
    if not is_in_range(at):
        raise Problem(422, OUT_OF_RANGE, errors={"at": OUT_OF_RANGE})
    return at if at.tzinfo else at.replace(tzinfo=CHINA)


def _key(request: HttpRequest, frame: Mapping[str, Any]) -> str:
    return str(frame.get("key") or request.headers.get("Idempotency-Key", ""))[:200]


def _made(done: Done) -> dict[str, Any]:
    return {
        "entry": done.index,
        "receipt": receipt(done.index),
        "result": {"act": done.act, "matter": done.matter, "number": done.number},
    }


def receipt(index: int) -> str | None:
    """Return the receipt of an entry, or None while the signer refuses: the act itself stands."""
    try:
        return heads.receipt(index)
    except (NotSigned, LogError, OSError, Error):
        return None


def _line(act: Act[Any, Any]) -> dict[str, Any]:
    return {
        "name": act.name,
        "title": act.title,
        "room": act.room,
        "who": sorted(str(role) for role in act.who),
        "on_a_case": act.matter is not None,
        "paper": act.paper,
        "rules": list(act.rules),
        "does": act.doc,
    }
