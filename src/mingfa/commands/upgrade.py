"""`mingfa upgrade`: this program takes over the data of an earlier one, or everything is as it was.

On a copy: change the structure, note the new program, `verify`, `rebuild --check`. Only when all of it is in
order the copy takes the database's place, and the former one is kept. Files (vault, logs, feed, keys) are not
touched: no migration changes them.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import connections
from django.utils import timezone

from mingfa.bureau.appointments.program.follow import to_note
from mingfa.bureau.ledger import guards
from mingfa.commands import BUREAU, Failure, show
from mingfa.commands.copies import Copy, copied
from mingfa.commands.opening import opening

MOST_SAID = 20


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the copy: what it is called, the command that does it."""

    zh: str
    command: tuple[str, ...]


STEPS = (
    Step("更新结构", ("mingfa.commands.opening", "--upgrade")),
    Step("核验", ("mingfa.commands", "--json", "verify")),
    Step("重演比对", ("mingfa.commands", "--json", "rebuild", "--check")),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "先停止网站。在副本上更新、核验、重演，全部无误才启用，并保留原数据库；否则一切如旧。"


def run(args: argparse.Namespace) -> int:
    found = opening()
    if found.is_new:
        raise Failure("尚未设立执法机关，不需要升级。请运行 mingfa serve。", usage=True)
    if not found.waiting and not to_note(timezone.now()) and not list(guards.faults()):
        show(args, {"upgraded": False}, ["数据已是本版本的结构，不需要升级。"])
        return 0
    own = dict(settings.DATABASES["default"])
    connections.close_all()
    with copied(own) as copy:
        for step in STEPS:
            say(f"{step.zh}……")
            if wrong := list(_done(step, copy)):
                raise Failure(_why(step, wrong))
        kept = copy.put_in_place(timezone.localtime())
    show(
        args,
        {"upgraded": True, "kept": kept},
        ["升级完成，核验和重演均无误。", f"升级前的数据库保留在：{kept}"],
    )
    return 0


def say(words: str) -> None:
    """Say how far it is, where it does not disturb the result."""
    print(words, file=sys.stderr, flush=True)


def _done(step: Step, copy: Copy) -> Iterator[str]:
    """Do a step on the copy, in a process of its own; yield what it found wrong."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": BUREAU,
        "MINGFA_DATA": str(settings.DATA),
        "MINGFA_DATABASE": copy.address,
    }
    command = [sys.executable, "-m", *step.command]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if not ended.returncode:
        if "--json" not in step.command and ended.stdout:
            say(ended.stdout.rstrip())
        return
    try:
        result = json.loads(ended.stdout)
    except ValueError:
        yield from (ended.stderr or ended.stdout).strip().splitlines()[-MOST_SAID:] or ["没有说明原因"]
        return
    for one in result.get("faults") or result.get("differences") or ():
        # Work that waits to be done is no alteration, and no reason against a newer program.
        if one["where"] != "自动办理":
            yield f"{one['where']}：{one['what']}"


def _why(step: Step, wrong: list[str]) -> str:
    more = f"（另有{len(wrong) - MOST_SAID}处）" if len(wrong) > MOST_SAID else ""
    told = "\n".join(f"  {one}" for one in wrong[:MOST_SAID])
    return f"没有升级，数据一切如旧。{step.zh}时发现：\n{told}{more}\n请保留以上说明，查明原因后再升级。"
