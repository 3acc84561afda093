"""`mingfa mirror URL DIR`: a verified copy of a feed; what is withdrawn there goes here too (plan 1.4.e)."""

import argparse
from dataclasses import asdict
from pathlib import Path

from mingfa.commands import Failure, show
from mingfa.feed.item import Altered
from mingfa.feed.mirror import mirror
from mingfa.feed.operations import UnknownOperation
from mingfa.feed.reader import Forged, Forked
from mingfa.feed.source import Missing, Unreachable, source_of
from mingfa.tlog import Malformed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("url", metavar="来源", help="公示数据的网址（如 https://…/feed）或者目录")
    parser.add_argument("folder", type=Path, metavar="目录", help="副本所在目录；再次运行则只取新增部分")
    parser.add_argument("--vkey", help="公示日志的验证公钥；首次运行后即固定在副本中")


def run(args: argparse.Namespace) -> int:
    try:
        done = mirror(source_of(args.url), args.folder, args.vkey)
    except (Missing, Unreachable) as error:
        raise Failure(f"公示数据 {args.url} 无法读取：{error}。副本未改动，请稍后再试。") from error
    except (Forged, Forked, Altered, UnknownOperation, Malformed) as error:
        raise Failure(f"公示数据未通过核验，副本未改动：{error}。请保留副本，并向监督机关反映。") from error
    lines = [
        f"副本已更新至公示日志第{done.size}条，新增{done.new_entries}条，撤下内容{len(done.dropped)}件，均已核验。"
    ]
    if done.absent:
        lines.append(f"有{len(done.absent)}件内容来源处暂缺，请再次运行；仍缺的，向公示机关反映。")
    show(args, asdict(done), lines)
    return 1 if done.absent else 0
