"""`mingfa backup FILE`: a consistent, encrypted, checked set while the bureau works; the keys apart."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from django.utils import timezone

from mingfa.backup.errors import BackupError
from mingfa.backup.make import make
from mingfa.commands import Failure, show
from mingfa.commands.passphrases import asked, out_of_room


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="备份文件（新文件）；密钥另存为同名加 .keys 的文件")
    parser.add_argument(
        "--passphrase", type=Path, metavar="FILE", help="从文件第一行读数据口令；不给则当场输入"
    )
    parser.add_argument("--keys-passphrase", type=Path, metavar="FILE", help="从文件第一行读密钥口令")


def run(args: argparse.Namespace) -> int:
    first = asked("数据口令", args.passphrase, twice=True)
    second = asked("密钥口令", args.keys_passphrase, twice=True)
    try:
        with out_of_room("备份"):
            made = make(args.file.resolve(), first, second, timezone.localtime(), _tell)
    except BackupError as error:
        raise Failure(str(error)) from error
    sizes = {name: log.size for name, log in made.logs.items()}
    lines = [
        f"备份完成并已打开核对：执法记录{sizes['record']}条，公示日志{sizes['disclosure']}条，"
        f"共{made.files}个部分，{made.bytes / 1e6:.1f} MB。",
        f"数据：{made.file}",
        f"密钥：{made.keys}（由另一人另行保管，口令不同）",
        *(f"备份前已有不符：{one}" for one in made.missing),
    ]
    show(args, asdict(made) | {"sizes": sizes}, lines)
    return 1 if made.missing else 0


def _tell(step: str) -> None:
    print(f"{step}……", file=sys.stderr, flush=True)
