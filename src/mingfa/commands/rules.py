"""`mingfa rules [ID]`: one rule with its citation, its gates and its tests; or the coverage of the table."""

import argparse
from dataclasses import asdict

from mingfa.bureau.law.rules import Rule, all_rules, rule
from mingfa.commands import Failure, show
from mingfa.commands.coverage import Found
from mingfa.commands.coverage import rules as where


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", help="规则编号，如 LR-01；不填则列出全部规则的落实情况")


def run(args: argparse.Namespace) -> int:
    found = where()
    if args.id is None:
        return _overview(args, found)
    try:
        asked = rule(args.id.upper())
    except LookupError as unknown:
        raise Failure(f"{unknown}。运行 mingfa rules 查看全部编号。", usage=True) from unknown
    place = found.get(asked.id, Found())
    show(args, {**asdict(asked), **place.as_json()}, _one(asked, place))
    return 0


def _one(asked: Rule, place: Found) -> list[str]:
    from_memory = ["注意：本条仅凭记忆，未核对原文；只提醒，不阻止。"] if asked.from_memory else []
    return [
        f"{asked.id}  {asked.zh}（{asked.name}）",
        f"规则：{asked.rule}",
        f"后果：{asked.consequence}",
        f"依据：{asked.citation}",
        *from_memory,
        f"状态：{place.state}",
        *(f"  落实：{kept}" for kept in place.kept),
        *(f"  测试：{shown}" for shown in place.shown),
    ]


def _overview(args: argparse.Namespace, found: dict[str, Found]) -> int:
    table = [(one, found.get(one.id, Found())) for one in all_rules()]
    states = [place.state for _, place in table]
    counts = {state: states.count(state) for state in sorted(set(states))}
    lines = [
        f"{one.id:<10}{place.state:<8}  落实 {len(place.kept)} 处，测试 {len(place.shown)} 个  {one.zh}"
        for one, place in table
    ]
    total = f"共 {len(table)} 条：" + "，".join(f"{state} {count}" for state, count in counts.items())
    rows = [{"id": one.id, "zh": one.zh, **place.as_json()} for one, place in table]
    show(args, {"counts": counts, "rules": rows}, [*lines, total])
    return 0
