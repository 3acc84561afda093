"""`mingfa acts [NAME]`: the table of all acts, or one act whole.

Everything shown is read from the acts' own declarations and from the procedure tables; no list of it is kept.
"""

import argparse
import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from mingfa.bureau.doorway.acts import REGISTER, Act
from mingfa.bureau.doorway.inputs import File
from mingfa.bureau.law.gates import Gate
from mingfa.bureau.law.procedures.procedure import Procedure, procedure, procedures
from mingfa.bureau.law.procedures.steps import Step
from mingfa.bureau.law.rules import rule
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.papers import form
from mingfa.bureau.people.models import Role
from mingfa.commands import Failure, show

TYPES = {
    "integer": "整数",
    "number": "数值",
    "boolean": "是或否",
    "string": "文字",
    "object": "一组",
    "null": "空",
}
FORMATS = {"date": "日期", "date-time": "时间"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", help="行为名称，如 case.file；不填则列出全部行为")


def run(args: argparse.Namespace) -> int:
    if args.name is None:
        show(args, [row(one) for one in REGISTER.values()], table(list(REGISTER.values())))
    else:
        one = asked_act(args.name)
        show(args, whole(one), told(one))
    return 0


def asked_act(name: str) -> Act[Any, Any]:
    """Return the act of this name; one that is nearly right gets a hint."""
    if name in REGISTER:
        return REGISTER[name]
    near = difflib.get_close_matches(name, REGISTER, 1)
    hint = f"是否想查 {near[0]}？" if near else "运行 mingfa acts 查看全部行为。"
    raise Failure(f"没有名为“{name}”的行为。{hint}", usage=True)


def row(one: Act[Any, Any]) -> dict[str, object]:
    """Return an act's line of the table; rooms come in the order of the house."""
    return {
        "name": one.name,
        "title": one.title,
        "room": one.room,
        "who": who(one),
        "rules": list(one.rules),
        "paper": paper(one),
    }


def whole(one: Act[Any, Any]) -> dict[str, object]:
    """Return everything an act declares, and its rows in the procedure tables."""
    return row(one) | {
        "doc": one.doc,
        "mine": one.whose,
        "inputs": inputs(one.inputs.model_json_schema()),
        "gates": [gate(g) for g in one.gates],
        "steps": [step(where, one.name) for where in procedures_with(one.name)],
    }


def who(one: Act[Any, Any]) -> list[str]:
    """Name the posts that may do it, in the order in which posts are listed."""
    return [str(role.label) for role in Role if role.value in one.who]


def paper(one: Act[Any, Any]) -> str:
    return form(one.paper).title if one.paper else ""


def in_full(citations: str) -> str:
    return "、".join(str(cite(one)) for one in citations.split("、"))


def gate(asked: Gate[Any]) -> dict[str, object]:
    """Return a gate: its rule, its code, the sentence that is true when all is well, and its article."""
    sentence = " ".join((asked.check.__doc__ or "").split())
    return {
        "rule": asked.rule,
        "zh": rule(asked.rule).zh,
        "code": asked.code,
        "sentence": sentence,
        "citation": in_full(asked.cites),
        "citation_in": {where: in_full(cites) for where, cites in asked.cites_in.items()},
        "of_inputs": asked.of_inputs,
        "warns": asked.warns,
    }


def inputs(schema: Mapping[str, Any], known: Mapping[str, Any] | None = None) -> list[dict[str, object]]:
    """Return the inputs of a JSON schema: name, label, type in words, whether it must be given, hint.

    `known` are the definitions that a schema within another refers to.
    """
    required, known = schema.get("required", ()), known or schema.get("$defs", {})
    return [
        {
            "name": name,
            "label": field.get("title", name),
            "type": type_in_words(field, known),
            "required": name in required,
            "hint": field.get("description", ""),
        }
        for name, field in schema.get("properties", {}).items()
    ]


def type_in_words(field: Mapping[str, Any], known: Mapping[str, Any]) -> str:
    """Say in Chinese what may be given: 整数, 选一：…, 多项（…）, 一组（…）."""
    if "$ref" in field:
        name = str(field["$ref"]).rsplit("/", 1)[-1]
        if name == File.__name__:
            return "文件"
        parts = inputs(known[name], known)
        return f"一组（{'、'.join(str(part['label']) for part in parts)}）"
    if "anyOf" in field:
        kinds = [type_in_words(kind, known) for kind in field["anyOf"] if kind.get("type") != "null"]
        return "或".join(dict.fromkeys(kinds))
    if choices := field.get("enum"):
        labels = field.get("labels", {})
        return f"选一：{'、'.join(f'{c}（{labels[c]}）' if c in labels else str(c) for c in choices)}"
    if field.get("type") == "array":
        each = {**field.get("items", {}), "labels": field.get("labels", {})}
        return f"多项（{type_in_words(each, known)}）"
    return FORMATS.get(field.get("format", "")) or TYPES.get(field.get("type", ""), "任意值")


def procedures_with(act: str) -> Iterator[Procedure]:
    """Yield the procedures in whose table the act stands."""
    for found in procedures():
        if any(known.act == act for known in found.steps):
            yield found


def step(where: Procedure, act: str) -> dict[str, object]:
    """Return the act's row of a procedure: from which states, by whom, on what record, and where it leads."""
    row: Step = where.step(act)
    stages = {stage.id: stage.zh for stage in where.stages()}
    ends = {outcome: "不变" if to == "same" else where.zh(to) for outcome, to in row.to.items()}
    return {
        "procedure": where.title,
        "begins": f"{where.noun}登记之前",
        "stage": stages[row.stage],
        "actor": where.roles[row.actor],
        "from": [where.zh(state) for state in row.from_states],
        "to": {where.outcomes[outcome] if outcome else "": to for outcome, to in ends.items()},
        "recording": row.recording_zh,
        "term": row.term or "",
        "rules": list(row.gates),
        "citations": [str(one) for one in row.citations],
    }


def table(found: list[Act[Any, Any]]) -> Iterator[str]:
    """Yield the table for people: a line per act, indented lines for who, rules and paper, under its room."""
    room = ""
    for one in found:
        if one.room != room:
            room = one.room
            yield f"[{room}]"
        made = f"；文书：{paper(one)}" if one.paper else ""
        yield f"  {one.name:<24}{one.title}"
        yield f"      何人：{'、'.join(who(one))}{made}"
        yield f"      规则：{' '.join(one.rules) or '无'}"
    yield f"共 {len(found)} 个行为。mingfa acts 名称 查看一个行为的全部内容。"


def told(one: Act[Any, Any]) -> Iterator[str]:
    """Yield one act whole, for people."""
    yield f"{one.name}  {one.title}（{one.room}）"
    yield f"说明：{one.doc}"
    yield f"何人：{'、'.join(who(one))}{f'，且为{one.whose}' if one.whose else ''}"
    yield f"文书：{paper(one) or '无'}"
    yield "填写："
    for field in inputs(one.inputs.model_json_schema()):
        must = "必填" if field["required"] else "可不填"
        hint = f"  {field['hint']}" if field["hint"] else ""
        yield f"  {field['name']}  {field['label']}：{field['type']}，{must}{hint}"
    yield "规则：" if one.gates else "规则：无（程序表和权限仍然适用）"
    for asked in one.gates:
        row, kind = gate(asked), "提醒，说明理由后可以继续" if asked.warns else "不符合即不予办理"
        yield f"  {row['rule']}  {row['zh']}（{kind}）  {row['citation']}"
        for named, cites in asked.cites_in.items():
            yield f"      在{procedure(named).title}中：{in_full(cites)}"
        yield f"      {row['code']}: {row['sentence']}"
    for where in procedures_with(one.name):
        yield from told_step(step(where, one.name))


def told_step(at: Mapping[str, Any]) -> Iterator[str]:
    yield f"程序：{at['procedure']}·{at['stage']}，由{at['actor']}办理，{at['recording']}"
    yield f"  可以办理的环节：{'、'.join(at['from']) or at['begins']}"
    yield "  办后：" + "；".join(
        f"{outcome}→{to}" if outcome else str(to) for outcome, to in at["to"].items()
    )
    yield f"  期限：{at['term'] or '无'}；规则：{' '.join(at['rules'])}；依据：{'；'.join(at['citations'])}"
