"""`mingfa portal build OUT`: the whole public site as static files, for any web server, CDN or USB stick."""

import argparse
from pathlib import Path

from mingfa.commands import Failure, show
from mingfa.feed.reader import Forged
from mingfa.feed.source import Missing, Unreachable, source_of
from mingfa.portal import settings
from mingfa.portal.build import NotBuilt, build


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("build",), help="build：生成静态网站")
    parser.add_argument(
        "out", type=Path, metavar="目录", help="放网站文件的目录：空的，或者以前由本命令生成的"
    )
    parser.add_argument(
        "--feed", default=settings.FEED, metavar="目录或网址", help="公示数据；默认取数据目录"
    )
    parser.add_argument("--vkey", default=settings.LOG_VKEY, help="公示日志的验证公钥；默认取公示数据自带的")
    parser.add_argument(
        "--record-vkey", default=settings.RECORD_VKEY, help="执法记录日志的验证公钥，供核验文书回执"
    )
    parser.add_argument("--address", default=settings.PORTAL, metavar="网址", help="门户的公开网址")


def run(args: argparse.Namespace) -> int:
    try:
        made = build(source_of(args.feed), args.out, args.vkey, args.record_vkey, args.address)
    except NotBuilt as error:
        raise Failure(str(error)) from error
    except (Missing, Unreachable, Forged) as error:
        raise Failure(f"公示数据 {args.feed} 无法读取：{error}。") from error
    result = {"out": str(args.out), "files": made.files, "entries": made.size}
    show(
        args, result, [f"已在 {args.out} 生成静态网站：文件{made.files}个，公示日志{made.size}条，均已核验。"]
    )
    return 0
