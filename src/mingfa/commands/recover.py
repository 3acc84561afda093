"""`mingfa recover`: what is left of the acts after the backup, entry by entry."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

from mingfa.backup.errors import BackupError
from mingfa.backup.recover import Recovered, Sources, recover
from mingfa.commands import Failure, show
from mingfa.feed.source import Unreachable

NAMES = {"record": "执法记录", "disclosure": "公示日志"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    ask = partial(parser.add_argument, action="append", default=[])
    ask("--old", type=Path, metavar="DIR", help="原机器数据目录的残余（logs、feed、keys）")
    ask("--mirror", metavar="DIR|URL", help="公示数据的镜像或者门户的 feed 地址")
    ask("--head", type=Path, metavar="FILE", help="任何人保存的检查点")
    ask("--paper", type=Path, metavar="PDF", help="当事人或者案卷中的文书")
    parser.add_argument("--look", action="store_true", help="只列出，不留待登记")


def run(args: argparse.Namespace) -> int:
    try:
        sources = Sources(args.old, args.mirror, args.head, args.paper)
        found = recover(sources, write=not args.look)
    except BackupError as error:
        raise Failure(str(error)) from error
    except Unreachable as error:
        raise Failure(f"公示副本无法访问：{error}") from error
    show(args, asdict(found), _told(found, args.look))
    return 0


def _told(found: Recovered, only_look: bool) -> Iterator[str]:
    yield from found.told
    for log, (here, proven, known) in found.sizes.items():
        yield f"{NAMES[log]}：备份中{here}条；可证明的至{proven}条；已知签署至{known}条。"
    for line in found.lines:
        content = "内容已找到" if line.content else "内容丢失"
        yield f"  {NAMES[line.log]}第{line.index}条：{line.words}（{content}）"
    for log, name in found.renamed.items():
        yield f"{NAMES[log]}：不能确定没有其他已签署的条目，此后以新名称 {name} 延续。"
    if not only_look:
        yield "已留待登记。请主要负责人和人事管理员登录网页，一人“登记数据恢复”，另一人“确认数据恢复”。"
