"""`mingfa clauses [ID]`: what the plan asks, demand by demand: kept by what, shown by which test, or why not.

Nothing is counted from docstrings: the table is `law/data/promises.yaml`, and `--bite` shows that each test
falls when the object that it shows is taken away.
"""

import argparse
import subprocess
import sys
from collections.abc import Iterator

from mingfa.bureau.law.plan.clauses import Clause, all_clauses, clause
from mingfa.bureau.law.plan.promises import Demand, promises
from mingfa.commands import Failure, show
from mingfa.commands.checkout import ROOT

KEPT, UNKEPT = "已落实", "未落实"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", help="条款编号，如 1.4.e；不填则列出全部条款")
    parser.add_argument("--bite", action="store_true", help="逐一拿走落实之处，核对其测试失败（限源码目录）")


def run(args: argparse.Namespace) -> int:
    if args.bite:
        return _bite()
    asked = [_asked(args.id)] if args.id else list(all_clauses())
    table = promises()
    result: list[dict[str, object]] = [
        {
            "id": one.id,
            "place": one.place,
            "sentence": one.sentence,
            "demand": one.demand,
            "demands": [demand.as_json() for demand in table[one.id]],
        }
        for one in asked
    ]
    demands = [demand for one in asked for demand in table[one.id]]
    lines = [line for one in asked for line in _lines(one, table[one.id])]
    show(args, result[0] if args.id else result, [*lines, _total(len(asked), demands)])
    return 0


def _asked(name: str) -> Clause:
    try:
        return clause(name.lower())
    except LookupError as unknown:
        raise Failure(f"{unknown}。运行 mingfa clauses 查看全部编号。", usage=True) from unknown


def _lines(one: Clause, demands: tuple[Demand, ...]) -> Iterator[str]:
    kept = sum(demand.is_kept for demand in demands)
    yield f"{one.id}  落实 {kept}/{len(demands)}  实施方案{one.place}：{one.sentence}"
    for demand in demands:
        yield f"    {KEPT if demand.is_kept else UNKEPT}  {demand.ask}"
        if demand.is_kept:
            yield f"        落实：{demand.kept}"
            yield f"        测试：{demand.shown}"
        else:
            yield f"        原因：{demand.why}"
        if demand.rules:
            yield f"        规则：{'、'.join(demand.rules)}"


def _total(clauses: int, demands: list[Demand]) -> str:
    kept = sum(demand.is_kept for demand in demands)
    share = f"{100 * kept // len(demands)}%"
    unkept = len(demands) - kept
    return f"共 {clauses} 条 {len(demands)} 项要求，已落实 {kept} 项（{share}），未落实 {unkept} 项。"


def _bite() -> int:
    """Run the tests of the plan once for each object, with it taken away."""
    if not (ROOT / "tests" / "plan").is_dir():
        raise Failure("只能在源码目录中核对。", usage=True)
    argv = [sys.executable, "-m", "pytest", "-q", "--bite", "-p", "no:randomly", "tests/plan"]
    return min(subprocess.run(argv, cwd=ROOT, check=False).returncode, 1)
