"""`mingfa term RULE DATE`: when a period ends, which days were skipped and why, and by which article.

Counts by the local values and the notices of holidays on record in the data folder. Where there is none, by
the first years alone, and a period that needs a local value is refused; `--example` counts with the marked
example values. `--pause` names days of which the
party was told in writing that they do not count.
"""

import argparse
import datetime
from dataclasses import asdict

from django.db import DatabaseError

from mingfa.bureau.law.config import Config, LocalValueMissing, example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import Pause, Period, Term, period, periods, periods_of, term
from mingfa.bureau.lib.chinese import weekday
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Bureau
from mingfa.commands import Failure, show


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rule", nargs="?", help="规则或期限编号，如 PUB-02；不填则列出全部期限")
    parser.add_argument("date", nargs="?", type=day, help="起算事件之日，如 2026-03-12")
    parser.add_argument("--example", action="store_true", help="以示例的地方取值和民族节日计算（仅供演示）")
    parser.add_argument(
        "--pause",
        action="append",
        default=[],
        type=pause,
        metavar="起始日..截止日",
        help="书面告知后不计入期限的日子，含首尾两日，如 2026-03-16..2026-03-20；可以多次填写",
    )


def run(args: argparse.Namespace) -> int:
    if args.rule is None:
        lines = [f"{one.id:<24}{one.zh}（自{one.start_event}起）" for one in periods().values()]
        show(args, list(periods()), lines)
        return 0
    if args.date is None:
        raise Failure(f"请给出起算事件之日，如：mingfa term {args.rule} 2026-03-12", usage=True)
    asked = asked_periods(args.rule)
    config, calendar, whose = known(example=args.example)
    counted, lines, unset = [], list[str](), list[str]()
    for one in asked:
        try:
            end = _counted(one, args, calendar, config)
        except LocalValueMissing as missing:
            unset.append(f"{one.id}  {one.zh}：{missing}{'' if args.example else '（演示可加 --example）'}。")
        else:
            counted.append(end)
            lines += told(one, end, whose)
    if not counted:
        raise Failure("\n".join(unset))
    show(args, [as_json(end) for end in counted], [*lines, *unset])
    return 0


def known(*, example: bool) -> tuple[Config, Calendar, str]:
    """Return the local values and the calendar to count by, and whose they are."""
    if example:
        config = example_config()
        return config, Calendar(config.local_festivals()), "示例取值，不得作为办案依据"
    try:
        if Bureau.objects.exists():
            return people.config(), people.calendar(), "本机关录入的放假安排和本地参数"
    except DatabaseError:
        pass
    return Config(), Calendar(), "全国放假安排；数据目录中没有机关，未计入本地参数和民族节日"


def _counted(row: Period, args: argparse.Namespace, calendar: Calendar, config: Config) -> Term:
    """Count a period; one that is counted backwards knows no pauses."""
    return term(row.id, args.date, calendar, config, [] if row.before else args.pause)


def day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"日期“{text}”应写作 2026-03-12") from None


def pause(text: str) -> Pause:
    first, _, last = text.partition("..")
    found = Pause(day(first), day(last), "书面告知不计入期限的时间")
    if found.first > found.last:
        raise argparse.ArgumentTypeError(f"“{text}”的截止日早于起始日")
    return found


def asked_periods(name: str) -> tuple[Period, ...]:
    """Return the period of that id, or all periods of that rule (DEC-12 has three)."""
    try:
        return periods_of(name.upper()) or (period(name),)
    except LookupError as unknown:
        raise Failure(f"{unknown}。运行 mingfa term 查看全部期限。", usage=True) from unknown


def as_json(end: Term) -> dict[str, object]:
    pauses = [{"first": one.first, "last": one.last, "ground": one.ground} for one in end.pauses]
    return {**asdict(end), "citations": [str(one) for one in end.citations], "pauses": pauses}


def told(row: Period, end: Term, whose: str) -> list[str]:
    shown = f"{end.end}（{weekday(end.end)}）"
    open_ends = f"可能的届满之日：最早{end.earliest}，最晚{end.latest}{end.mark}"
    return [
        f"{row.id}  {row.zh}：{end.length}",
        f"起算：{end.start}（{row.start_event}；当日不计）",
        f"{'最迟之日' if row.before else '届满'}：{shown}{'，遇休息日顺延' if end.rolled else ''}",
        *(f"  不计 {skipped}：{why}" for skipped, why in end.skipped),
        *(f"  停止计算 {one.words}" for one in end.pauses),
        f"依据：{end.citation}",
        f"日历：{whose}",
        *([open_ends] if end.between else []),
    ]
