"""May this program open this data? Asked by every command about the bureau, and before the site is served.

What a newer program wrote is refused: nobody reads by rules that he does not know. What an older one wrote is
brought up to date by `mingfa upgrade`, never by the way; only where nothing is on record yet, at once.
`python -m mingfa.commands.opening [--upgrade]` does that in a process of its own.
"""

import argparse
import re
import sys
from contextlib import suppress
from dataclasses import dataclass

import django
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

if not apps.ready:  # a process of its own
    django.setup()

from mingfa.bureau.appointments.program.follow import noted, to_note
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.law.force import EDITION
from mingfa.bureau.ledger import guards
from mingfa.bureau.ledger.models import Leaf
from mingfa.bureau.ledger.reader import Altered
from mingfa.bureau.lib.program import version_of_program
from mingfa.bureau.people.models import Appointment, Role
from mingfa.commands import Failure


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands between program and data; `is_new` where nothing is on record yet."""

    newer: tuple[str, ...]
    waiting: int
    is_new: bool


def opening() -> Opening:
    """Compare the changes of structure that the data went through with those this program knows."""
    executor = MigrationExecutor(connection)
    loader = executor.loader
    applied, known = set(loader.applied_migrations), set(loader.disk_migrations)
    waiting = executor.migration_plan(loader.graph.leaf_nodes())
    tables = connection.introspection.table_names()
    is_new = "ledger_leaf" not in tables or not Leaf.objects.exists()
    newer = tuple(f"{app}.{name}" for app, name in sorted(applied - known))
    if not newer and not waiting and not is_new:
        newer = _newer_rules()
    return Opening(newer, len(waiting), is_new)


def _newer_rules() -> tuple[str, ...]:
    """Name the version on record where it is a later one than this program."""
    said = noted()
    version, edition = str(said.get("version", "0")), int(str(said.get("edition", 1)))
    if edition > EDITION or _numbers(version) > _numbers(version_of_program()):
        return (f"程序版本 {version}，规则版次 {edition}",)
    return ()


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"\d+", version.partition("+")[0])[:3])


def require_known() -> None:
    """Refuse data that a newer program wrote."""
    try:
        found = opening()
    except DatabaseError:
        return  # a database that does not answer is told by whoever asks it
    if found.newer:
        raise Failure(_refused(found))


def _refused(found: Opening) -> str:
    return (
        f"数据由较新版本的程序写成，本程序（{version_of_program()}）不能打开，没有作任何改动。"
        f"请使用升级后的程序，或者恢复升级前的备份。本程序不认识：{'、'.join(found.newer)}。"
    )


def open_for_serving() -> None:
    """Let the site open: a new folder is made ready, an older one is sent to `mingfa upgrade`."""
    found = opening()
    if found.newer:
        raise Failure(_refused(found))
    if found.waiting and not found.is_new:
        because = f"数据由较早版本的程序写成，有{found.waiting}项结构更新待办，网站没有开启。"
        raise Failure(because + "请先运行 mingfa upgrade：它先留备份，再更新并核验，不成则一切如旧。")
    if found.waiting:
        call_command("migrate", interactive=False, verbosity=0)


def bring_up_to_date() -> list[str]:
    """Change the structure, set guards that are missing, note the program; return what was set again."""
    call_command("migrate", interactive=False, verbosity=0)
    missing = [fault.where for fault in guards.faults()]
    if missing:
        guards.set_all()
    if Appointment.objects.filter(role=Role.SYSTEM).exists():
        # Where nobody may act yet (a restored bureau), the first round notes it; `verify` says why.
        with suppress(Altered, Refused):
            for piece in to_note(timezone.now()):
                piece.do()
    return missing


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--upgrade", action="store_true")
    try:
        if parser.parse_args().upgrade:
            for one in bring_up_to_date():
                print(f"{one}：已重新设置")
        else:
            open_for_serving()
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
