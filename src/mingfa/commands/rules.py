"""`mingfa rules [ID]`: one rule with its citation, its gates and its tests; or the coverage of the table.

Exit code 1 while a rule is neither kept and shown by a test nor left out with a reason. `--cases` counts the
law cases by rule.
"""

import argparse
from dataclasses import asdict

from mingfa.bureau.law.kept import not_kept
from mingfa.bureau.law.rules import Rule, all_rules, rule
from mingfa.commands import Failure, show
from mingfa.commands.coverage import KEPT, PLANNED, Found, law_cases
from mingfa.commands.coverage import rules as where


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", help="规则编号，如 LR-01；不填则列出全部规则的落实情况")
    parser.add_argument("--cases", action="store_true", help="各规则有多少条法律案例（行为、计算和期限）")


def run(args: argparse.Namespace) -> int:
    if args.cases:
        return _cases(args)
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
        f"状态：{state(asked.id, place)}",
        *_reason(asked.id),
        *(f"  落实：{kept}" for kept in place.kept),
        *(f"  测试：{shown}" for shown in place.shown),
    ]


def state(rule_id: str, place: Found) -> str:
    """Return how a rule stands; one left out with a reason is not counted as kept, whatever names it."""
    return PLANNED if rule_id in not_kept() else place.state


def _reason(rule_id: str) -> list[str]:
    known = not_kept().get(rule_id)
    return [f"  由“{known.by}”落实：{known.why}"] if known else []


def _overview(args: argparse.Namespace, found: dict[str, Found]) -> int:
    table = [(one, found.get(one.id, Found())) for one in all_rules()]
    states = [state(one.id, place) for one, place in table]
    counts = {word: states.count(word) for word in sorted(set(states))}
    lines = [_line(one, place) for one, place in table]
    total = f"共 {len(table)} 条：" + "，".join(f"{word} {number}" for word, number in counts.items())
    rows = [
        {"id": one.id, "zh": one.zh, **place.as_json(), "state": state(one.id, place)} for one, place in table
    ]
    show(args, {"counts": counts, "rules": rows}, [*lines, total])
    return 0 if set(counts) <= {KEPT, PLANNED} else 1


def _line(one: Rule, place: Found) -> str:
    word = state(one.id, place)
    if word == PLANNED:
        return f"{one.id:<10}{word:<8}  由“{not_kept()[one.id].by}”落实  {one.zh}"
    return f"{one.id:<10}{word:<8}  落实 {len(place.kept)} 处，测试 {len(place.shown)} 个  {one.zh}"


def _cases(args: argparse.Namespace) -> int:
    counted = law_cases()
    lines = [f"{rule_id:<10}{number:>5}  {rule(rule_id).zh}" for rule_id, number in counted.by_rule.items()]
    total = f"共 {counted.total} 条法律案例，涉及 {len(counted.by_rule)} 条规则。"
    show(args, {"total": counted.total, "rules": counted.by_rule}, [*lines, total])
    return 0
