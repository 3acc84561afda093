"""`mingfa export ledger FILE --by ID` and `export log DIR`: the register of cases (2.3.a), the signed logs.

A register holds what that person may see and nothing else; every row is checked against the ledger first. The
logs hold no content, only commitments: whoever gets them can check receipts and papers, and read nothing.
"""

import argparse
import csv
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils import timezone

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD
from mingfa.bureau.ledger.reader import Altered, check_rows
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.models import Person
from mingfa.commands import Failure, show
from mingfa.tlog import FileStore, Policy, audit

HEAD = (
    *("立案文号", "案件名称", "当事人", "违法行为", "违法地点", "违法行为发生日期"),
    *("承办机构", "环节", "立案日期", "结案日期", "账本序号"),
)
BATCH = 1_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("ledger", "log"), help="ledger：案件台账（CSV）；log：已签署的日志")
    parser.add_argument("out", type=Path, metavar="去处", help="台账文件，或者放日志的空目录")
    parser.add_argument(
        "--by", type=int, metavar="人员编号", help="台账：以何人的身份导出，只含其有权查看的案件"
    )


def run(args: argparse.Namespace) -> int:
    if args.out.exists() and (args.out.is_file() or any(args.out.iterdir())):
        raise Failure(f"{args.out} 已经存在。请另选去处。", usage=True)
    return export_log(args) if args.what == "log" else export_ledger(args)


def export_ledger(args: argparse.Namespace) -> int:
    if args.by is None:
        raise Failure("请用 --by 写明以何人的身份导出。", usage=True)
    try:
        actor = people.actor(args.by, timezone.localdate())
    except Person.DoesNotExist:
        raise Failure(f"没有编号为{args.by}的人员。", usage=True) from None
    part = args.out.with_name(f".{args.out.name}.part")
    try:
        # With the byte order mark, spreadsheets read the Chinese as UTF-8.
        with part.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEAD)
            count = sum(1 for row in rows(actor) if writer.writerow(row))
        part.rename(args.out)
    except Altered as altered:
        raise Failure(str(altered)) from altered
    finally:
        part.unlink(missing_ok=True)
    show(args, {"out": str(args.out), "cases": count}, [f"已导出案件{count}件：{args.out}"])
    return 0


def rows(actor: Actor) -> Iterator[list[str]]:
    """Yield the lines of the register, in the order in which the cases came in."""
    seen, after = cases.visible(actor).select_related("unit", "item").order_by("pk"), -1
    while found := list(seen.filter(pk__gt=after)[:BATCH]):
        check_rows([*found, *{case.unit_id: case.unit for case in found}.values()])
        yield from ([words(value) for value in line(case)] for case in found)
        after = found[-1].pk


def line(case: Any) -> tuple[object, ...]:
    return (
        *(case.number, case.title, case.party_name, case.item.name, case.place, case.act_on),
        *(case.unit.name, procedure(case.procedure).zh(case.state), case.filed_on, case.closed_on, case.pk),
    )


def words(value: object) -> str:
    """Return a cell; one that begins like a formula gets a quote before it, or spreadsheets would run it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def export_log(args: argparse.Namespace) -> int:
    """Copy what was signed and put out, and check the copy as a stranger would."""
    signed = [log for log in (RECORD, DISCLOSURE) if (heads.folder(log) / "checkpoint").exists()]
    if not signed:
        raise Failure("尚无已签署的日志。请先运行 mingfa serve，由签署程序签署。")
    for log in signed:
        shutil.copytree(heads.folder(log), args.out / log, ignore=shutil.ignore_patterns(".*"))
    faults = [
        f"{log}/{fault.path}：{fault}"
        for log in signed
        for fault in audit(
            FileStore(args.out / log), Policy.of((args.out / log / "vkey").read_text().strip())
        )
    ]
    verdict = f"发现{len(faults)}处不符。" if faults else "均已核验。"
    lines = [*faults, f"已导出日志{'、'.join(signed)}：{args.out}，{verdict}"]
    show(args, {"out": str(args.out), "logs": signed, "faults": faults}, lines)
    return 1 if faults else 0
