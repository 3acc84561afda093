"""`mingfa rebuild`: replay the ledger into an empty database, and with `--check` compare row by row.

The rebuilt database is the default one of this process; the bureau's own is read beside it and never written.
"""

import argparse
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connections

from mingfa.bureau.doorway.again.comparing import Difference
from mingfa.bureau.doorway.again.replay import replay
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.compare import differences
from mingfa.bureau.settings import database
from mingfa.commands import Failure, show
from mingfa.commands.progress import progress

SOURCE = "source"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="逐行比对重建结果与现有数据库，指出不符之处")
    parser.add_argument("--into", type=Path, help="把重建的数据库留在这个目录（须为空目录）")


def run(args: argparse.Namespace) -> int:
    if args.into is None:
        with tempfile.TemporaryDirectory(prefix="mingfa-rebuild-") as folder:
            found, entries = rebuild(Path(folder), args)
    else:
        if args.into.exists() and any(args.into.iterdir()):
            raise Failure(f"{args.into} 不是空目录。请另选一个目录。", usage=True)
        args.into.mkdir(parents=True, exist_ok=True)
        found, entries = rebuild(args.into, args)
    result = {"entries": entries, "differences": [asdict(d) for d in found]}
    verdict = f"共重演{entries}条，" + (f"发现{len(found)}处不符。" if found else "与账本完全一致。")
    show(args, result, [*map(str, found), verdict])
    return 1 if found else 0


def rebuild(folder: Path, args: argparse.Namespace) -> tuple[list[Difference], int]:
    """Replay into a new database in a folder; return the differences and the number of entries."""
    turn_around(folder)
    call_command("migrate", verbosity=0)
    found: list[Difference] = []
    total = reader.size(using=SOURCE)
    replayed = 0
    for _, differ in progress(replay(SOURCE), total, "重演", quiet=args.json):
        found += differ
        replayed += 1
    # Where the replay had to stop, the rows that follow are missing for that reason alone.
    if args.check and replayed == total:
        found += [Difference(where, what) for where, what in differences(SOURCE, "default")]
    connections["default"].close()
    return found, total


def turn_around(folder: Path) -> None:
    """Make the bureau's database the source, and an empty one in the folder the default."""
    own: dict[str, Any] = dict(settings.DATABASES["default"])
    connections.close_all()
    del connections["default"]
    settings.DATABASES[SOURCE] = own
    settings.DATABASES["default"] = database(folder, "")
    connections.settings = connections.configure_settings(settings.DATABASES)
