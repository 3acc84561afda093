"""`mingfa clauses [ID]`: one clause of the plan, what stands on it and which tests show it; or all 38."""

import argparse
from dataclasses import asdict

from mingfa.bureau.law.clauses import all_clauses, clause
from mingfa.commands import Failure, show
from mingfa.commands.coverage import Found
from mingfa.commands.coverage import clauses as where


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", help="条款编号，如 1.4.e；不填则列出全部条款")


def run(args: argparse.Namespace) -> int:
    found = where()
    if args.id is None:
        return _overview(args, found)
    try:
        asked = clause(args.id.lower())
    except LookupError as unknown:
        raise Failure(f"{unknown}。运行 mingfa clauses 查看全部编号。", usage=True) from unknown
    place = found.get(asked.id, Found())
    lines = [
        f"{asked.id}  实施方案{asked.place}",
        f"原文：{asked.sentence}",
        f"要求：{asked.demand}",
        f"状态：{place.state}",
        *(f"  落实：{kept}" for kept in place.kept),
        *(f"  测试：{shown}" for shown in place.shown),
    ]
    show(args, {**asdict(asked), **place.as_json()}, lines)
    return 0


def _overview(args: argparse.Namespace, found: dict[str, Found]) -> int:
    table = [(one, found.get(one.id, Found())) for one in all_clauses()]
    lines = [
        f"{one.id}  {place.state:<8}  落实 {len(place.kept)} 处，测试 {len(place.shown)} 个  {one.sentence}"
        for one, place in table
    ]
    done = sum(bool(place.kept and place.shown) for _, place in table)
    rows = [{**asdict(one), **place.as_json()} for one, place in table]
    show(args, rows, [*lines, f"共 {len(table)} 条，其中 {done} 条已落实并有测试。"])
    return 0
