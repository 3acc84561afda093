"""`mingfa restore FILE DIR`: a backup put back into an empty place, which then waits for `mingfa recover`."""

import argparse
import os
import sys
from dataclasses import asdict
from pathlib import Path

from django.utils import timezone

from mingfa.backup.errors import BackupError
from mingfa.backup.make import KEYS_SUFFIX
from mingfa.backup.restore import Target, restore
from mingfa.commands import Failure, show
from mingfa.commands.passphrases import asked, out_of_room


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="备份的数据文件")
    parser.add_argument("folder", type=Path, help="恢复到的数据目录（须为空目录或者不存在）")
    parser.add_argument("--keys", type=Path, help="备份的密钥文件；默认与数据文件同名加 .keys")
    parser.add_argument(
        "--passphrase", type=Path, metavar="FILE", help="从文件第一行读数据口令；不给则当场输入"
    )
    parser.add_argument("--keys-passphrase", type=Path, metavar="FILE", help="从文件第一行读密钥口令")


def run(args: argparse.Namespace) -> int:
    keys = args.keys or args.file.with_name(args.file.name + KEYS_SUFFIX)
    phrases = asked("数据口令", args.passphrase), asked("密钥口令", args.keys_passphrase)
    target = Target(
        args.folder.absolute(),
        bool(os.environ.get("MINGFA_DATABASE")),
        os.environ.get("MINGFA_VAULT", ""),
    )
    try:
        with out_of_room("恢复"):
            found = restore(args.file, keys, phrases, target, timezone.localtime(), _tell)
    except BackupError as error:
        raise Failure(str(error)) from error
    sizes = {name: log.size for name, log in found.logs.items()}
    lines = [
        f"已恢复到 {target.folder}：备份于{found.made[:16]}，执法记录{sizes['record']}条，"
        f"公示日志{sizes['disclosure']}条。",
        "此后办理的内容不在其中，因此暂停办理。下一步：用找得到的日志、公示副本和文书运行 mingfa recover，",
        "再由主要负责人和人事管理员在网页上登记并确认恢复，之后照常办理。",
    ]
    show(args, asdict(found) | {"sizes": sizes}, lines)
    return 0


def _tell(step: str) -> None:
    print(f"{step}……", file=sys.stderr, flush=True)
