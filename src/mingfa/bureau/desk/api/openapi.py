"""OpenAPI 3.1 of this site, made from the acts: what a program reads is what the doorway asks."""

from functools import cache
from typing import Any

from django.http import HttpRequest, JsonResponse
from pydantic.json_schema import models_json_schema

from mingfa.bureau.desk.access import sealed
from mingfa.bureau.desk.forms.sheet import roles_zh
from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.kinds.kind import Face
from mingfa.bureau.doorway.acts import REGISTER, Act
from mingfa.bureau.doorway.inputs import File
from mingfa.bureau.law.rules import rule

JSON = "application/json"
REF = "#/components/schemas/"
TEXT = {"type": "string"}
WHOLE = {"type": "integer"}


def document(request: HttpRequest) -> JsonResponse:
    """Send the description; it holds no data, so anybody may read it."""
    response = JsonResponse(described(), json_dumps_params={"ensure_ascii": False})
    sealed(response)
    return response


@cache
def described() -> dict[str, Any]:
    """Return the whole description."""
    models = [act.inputs for act in REGISTER.values()] + [File]
    names, defs = models_json_schema([(m, "validation") for m in models], ref_template=REF + "{model}")
    refs = {model: schema for (model, _), schema in names.items()}
    paths = {f"/api/v1/acts/{act.name}": {"post": _act(act, refs[act.inputs])} for act in REGISTER.values()}
    return {
        "openapi": "3.1.0",
        "info": {"title": "明法 · 行政执法", "version": "1"},
        "servers": [{"url": "/"}],
        "security": [{"key": []}, {"session": []}],
        "paths": paths | _reads(refs[File]),
        "components": {
            "securitySchemes": {
                "key": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
            },
            "schemas": defs["$defs"] | SHAPES,
        },
    }


def _act(act: Act[Any, Any], schema: dict[str, Any]) -> dict[str, Any]:
    asked = "；".join(dict.fromkeys(f"{g.rule} {rule(g.rule).zh}（{g.cites}）" for g in act.gates))
    on = [_query("on", WHOLE, "案件（许可、检查等）编号", required=True)] if act.matter is not None else []
    return {
        "operationId": act.name,
        "summary": act.title,
        "description": f"由{'、'.join(roles_zh(act))}办理。" + (f"核对：{asked}。" if asked else ""),
        "tags": [act.room],
        "parameters": [
            *on,
            _query("at", {"type": "string", "format": "date-time"}, "办理时间，默认现在"),
            _query("key", TEXT, "一次性编号：重复的请求只办理一次"),
        ],
        "requestBody": {
            "required": True,
            "content": {JSON: {"schema": {"anyOf": [schema, _envelope(schema)]}}},
        },
        "responses": {
            "201": _answer("已办理", "Made"),
            "400": _answer("请求内容不是 JSON 对象", "Problem"),
            "409": _answer("依法不能办理：全部理由、依据和办法", "Refused"),
            "422": _answer("填写有误", "Invalid"),
            **COMMON,
        },
    }


def _envelope(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["inputs"],
        "properties": {
            "on": WHOLE,
            "at": {"type": "string", "format": "date-time"},
            "key": TEXT,
            "reasons": {"type": "object", "additionalProperties": TEXT},
            "inputs": schema,
        },
        "additionalProperties": False,
    }


def _reads(file: dict[str, Any]) -> dict[str, Any]:
    upload = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
    made = {"description": "已保存", "content": {JSON: {"schema": file}}}
    return {
        "/api/v1/acts": {"get": _get("全部行为")},
        **{path: get for face in FACES for path, get in _matters(face).items()},
        "/api/v1/papers/{id}": {"get": _get("一份文书（Accept: application/pdf 取 PDF）", _id())},
        "/api/v1/files": {
            "post": {
                "summary": "上传文件",
                "parameters": [_query("name", TEXT, "文件名（直接以请求体上传时）")],
                "requestBody": {
                    "required": True,
                    "content": {"multipart/form-data": {"schema": upload}, "application/octet-stream": {}},
                },
                "responses": {"201": made, "422": _answer("文件不能入库", "Invalid"), **COMMON},
            }
        },
    }


def _matters(face: Face) -> dict[str, Any]:
    return {
        f"/api/v1/{face.path}": {
            "get": _get(
                f"可见的{face.zh}",
                _query("q", TEXT, "文字"),
                _query("state", TEXT, "环节"),
                _query("item", WHOLE, "事项"),
                _query("unit", WHOLE, "承办机构"),
                _query("mine", TEXT, "只看本人承办"),
                _query("page", WHOLE, "页"),
            )
        },
        f"/api/v1/{face.path}/{{id}}": {"get": _get(f"一件{face.zh}", _id())},
    }


def _get(summary: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    found = {"description": "内容", "content": {JSON: {"schema": {"type": "object"}}}}
    return {"summary": summary, "parameters": list(parameters), "responses": {"200": found, **COMMON}}


def _query(name: str, schema: dict[str, Any], words: str, *, required: bool = False) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "schema": schema, "description": words}


def _id() -> dict[str, Any]:
    return {"name": "id", "in": "path", "required": True, "schema": WHOLE}


def _answer(words: str, shape: str) -> dict[str, Any]:
    return {"description": words, "content": {JSON: {"schema": {"$ref": REF + shape}}}}


COMMON = {
    "401": _answer("没有登录，或者密钥无效", "Problem"),
    "403": _answer("不是本人职务范围内的行为", "Problem"),
    "404": _answer("不存在，或者无权查看", "Problem"),
}
_DETAIL = {"detail": TEXT}
_REFUSAL = {
    "type": "object",
    "properties": dict.fromkeys(("rule", "code", "because", "citation", "todo"), TEXT)
    | {"warns": {"type": "boolean"}},
    "required": ["rule", "code", "because", "citation", "todo", "warns"],
}
SHAPES = {
    "Problem": {"type": "object", "properties": _DETAIL, "required": ["detail"]},
    "Invalid": {
        "type": "object",
        "properties": _DETAIL | {"errors": {"type": "object", "additionalProperties": TEXT}},
        "required": ["detail", "errors"],
    },
    "Refused": {
        "type": "object",
        "properties": _DETAIL | {"refusals": {"type": "array", "items": _REFUSAL}},
        "required": ["detail", "refusals"],
    },
    "Made": {
        "type": "object",
        "properties": {
            "entry": WHOLE,
            "receipt": {"type": ["string", "null"]},
            "result": {
                "type": "object",
                "properties": {"act": TEXT, "matter": {"type": ["integer", "null"]}, "number": TEXT},
            },
        },
        "required": ["entry", "receipt", "result"],
    },
}
