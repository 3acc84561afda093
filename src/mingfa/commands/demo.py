"""`mingfa demo`: a fresh data folder, the example bureau, its cases at all stages; then serve.

Every act of it passes the doorway.
"""

import argparse
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connections
from django.utils import timezone

from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import DISCLOSURE
from mingfa.bureau.people.models import Bureau
from mingfa.bureau.work.rounds import round_of_work
from mingfa.commands import Failure, serve, show
from mingfa.commands.progress import progress
from mingfa.example.accounts import PASSWORD, open_accounts
from mingfa.example.bureau import CHINA, Stage, found, list_items
from mingfa.example.stories import play_all

WEEKS = timedelta(weeks=11)
LAST_DAY_KNOWN = datetime(2026, 12, 18, 17, tzinfo=CHINA)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-serve", action="store_true", help="只准备数据，不开启网站")
    parser.add_argument("--cases", type=int, default=60, help="案件数（默认60）")
    parser.add_argument("--seed", type=int, default=1, help="随机数种子（默认1）")
    serve.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    clear(Path(settings.DATA))
    call_command("migrate", verbosity=0)
    until = min(timezone.now().astimezone(CHINA), LAST_DAY_KNOWN)
    stage = Stage((until - WEEKS).replace(hour=9, minute=0, second=0, microsecond=0))
    cast = found(stage)
    list_items(stage, cast)
    accounts = open_accounts(stage, cast)
    stories = play_all(stage, cast, args.cases, args.seed, until)
    begun = max(progress(stories, args.cases * 19, "办理示例事项", quiet=args.json), default=0)
    done = round_of_work(until)
    result = {
        "cases": begun,
        "entries": reader.size(),
        "published": reader.size(DISCLOSURE),
        "accounts": [{"user": user, "post": post} for user, post in accounts],
        "password": PASSWORD,
        "work": done,
    }
    lines = [
        f"示例单位已就绪：案件、检查、许可等{begun}件，执法记录{result['entries']}条，公示日志{result['published']}条。",
        f"示例账号（密码均为 {PASSWORD}）：",
        *(f"  {user:<14} {post}" for user, post in accounts),
    ]
    show(args, result, lines)
    connections.close_all()
    return 0 if args.no_serve else serve.run(args)


def clear(folder: Path) -> None:
    """Empty the data folder, but only if it is new or holds an example."""
    if (folder / "db.sqlite3").exists() and not holds_example():
        because = f"{folder} 中已有非示例的数据，演示不会覆盖它。"
        raise Failure(because + "请用 --data 另选一个空目录。", usage=True)
    connections.close_all()
    for name in ("db.sqlite3", "db.sqlite3-wal", "db.sqlite3-shm", "portal.sqlite3"):
        (folder / name).unlink(missing_ok=True)
    for name in ("vault", "logs", "feed", "keys"):
        shutil.rmtree(folder / name, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)


def holds_example() -> bool:
    """Say whether the database is empty or an example's."""
    try:
        return all(Bureau.objects.values_list("example", flat=True))
    except DatabaseError:
        return True
