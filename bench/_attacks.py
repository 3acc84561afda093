"""What `bench/attacks.py` plays: quiet changes to a small bureau, each taken back before the next."""

import argparse
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench._filing import bureau
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import DatabaseError, connection, transaction

from mingfa.bureau.desk.accounts import passwords, tokens
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.reads import misfiled, refused_faults, sealed_copies
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.ledger import heads, reader
from mingfa.bureau.ledger.guards import GUARD
from mingfa.bureau.ledger.models import RECORD, Head, Item, Leaf, Log
from mingfa.bureau.ledger.verify import verify
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people import happenings
from mingfa.bureau.people.models import Happening, Token
from mingfa.bureau.vault import vault_from
from mingfa.bureau.work.laws import breaches
from mingfa.bureau.work.rounds import round_of_work
from mingfa.commands import verify as command
from mingfa.example.cases import Play
from mingfa.tlog import Edge, leaf_hash

# What has no effect and no place on record: sessions, leases, failures of work, keys of double clicks;
# numbers that only tell rows apart; what Django keeps of a user and nobody here asks.
APART = ("django_", "auth_group", "auth_permission", "auth_user_", "work_", "doorway_once", "sqlite_")
UNASKED = ("id", "last_login", "first_name", "last_name", "email", "date_joined")


def measure(cells: int) -> dict[str, Any]:
    """Play every line, and alter one cell of every column; return what nobody found."""
    play = _bureau()
    assert found() == [], found()
    lines = {name: _line(attack, play) for name, attack in LINES.items()}
    tried, missed = 0, []
    for table, column, key in islice(_columns(), cells):
        with _taken_back():
            if _alter(table, column, key):
                tried += 1
                if not found_in_the_database():
                    missed.append(f"{table}.{column}")
    lines["gates switched off in the program"] = gates_off(play)
    lines["an older database under newer heads"] = _restored(play)
    return {
        "lines": lines,
        "lines_nobody_found": [name for name, by in lines.items() if not by],
        "cells_tried": tried,
        "cells_nobody_found": missed,
        "apart": [*APART, *UNASKED],
    }


def _bureau() -> Play:
    """Found a bureau: a decided case, accounts, a key, a refused act, drawn papers, a signed public log."""
    stage, cast = bureau()
    for name, person in (("juzhang", cast.head), ("renshi", cast.appointer)):
        stage.act("account.open", cast.appointer, person=person, username=name)
        passwords.choose(person, "shili-2026")
    tokens.make(get_user_model().objects.get(username="juzhang"), "示例", stage.now)
    play = Play(stage, cast)
    play.to_decided()
    with suppress(Refused):
        do("bureau.clock", by=cast.head, inputs={"reason": "示例"}, now=stage.now)
    for _ in range(2):
        stage.now += timedelta(minutes=1)
        round_of_work(stage.now)
    return play


def found() -> list[str]:
    """Return what `mingfa verify` names, apart from the guards: each attack is played without them."""
    named = command._own(argparse.Namespace(json=True, laws=False), None)
    return [str(f) for f in named if not f.where.startswith(GUARD)]


def found_in_the_database() -> list[str]:
    """Return what `mingfa verify` names in the database, without reading files."""
    try:
        faults = [*verify(), *happenings.faults(), *refused_faults()]
        return [*map(str, faults), *(str(one) for one in misfiled())]
    except Exception as broken:  # a value that cannot even be read is no quiet change
        return [f"{type(broken).__name__}: {broken}"]


@contextmanager
def _taken_back() -> Iterator[None]:
    """Whatever is done inside is undone: rows, triggers and checks."""
    run("PRAGMA ignore_check_constraints = ON")
    try:
        with transaction.atomic():
            for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
                run(f'DROP TRIGGER "{name}"')
            yield
            transaction.set_rollback(True)
    finally:
        run("PRAGMA ignore_check_constraints = OFF")


def run(sql: str, *values: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall()) if cursor.description else []


def _line(attack: Callable[[Play], object], play: Play) -> str:
    """Play one line; return the first thing that names it, "" where nobody does."""
    with _taken_back():
        undo = attack(play)
        try:
            named = found()
        except Exception as broken:
            named = [f"{type(broken).__name__}: {broken}"]
        if callable(undo):
            undo()
    return named[0] if named else ""


# --- one cell of every column


def _columns() -> Iterator[tuple[str, str, int]]:
    tables = run("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (table,) in tables:
        if table.startswith(APART):
            continue
        for _, column, *_ in run(f'PRAGMA table_info("{table}")'):
            rows = run(
                f'SELECT rowid FROM "{table}" WHERE "{column}" IS NOT NULL ORDER BY rowid DESC LIMIT 1'
            )
            rows = rows or run(f'SELECT rowid FROM "{table}" LIMIT 1')
            if rows and column not in UNASKED:
                yield table, column, rows[0][0]


def _alter(table: str, column: str, key: int) -> bool:
    """Alter a cell into something of its kind; say whether that was possible."""
    asked = f'"{column}", date("{column}", \'+0 days\')'
    ((value, day),) = run(f'SELECT {asked} FROM "{table}" WHERE rowid = %s', key)
    for other in _others(value, day):
        try:
            with transaction.atomic():
                run(f'UPDATE "{table}" SET "{column}" = %s WHERE rowid = %s', other, key)
            return True
        except DatabaseError:
            continue
    return False


def _others(value: object, day: str | None) -> Iterator[object]:
    match value:
        case int():
            yield from (1 - value,) if value in (0, 1) else ()
            yield from (value + 1, value + 100_000)
        case bytes() | memoryview():
            data = bytes(value) or b"\0"
            yield data[:-1] + bytes([data[-1] ^ 1])
        case str() if day is not None and value[:4].isdigit():
            yield ("1999" if value[:4] != "1999" else "1998") + value[4:]
        case str() if value.startswith(("[", "{")):
            yield "[1]" if value.startswith("[") else '{"a": 1}'
        case str():
            yield value[:-1] + ("x" if value[-1:] != "x" else "y")
            yield value + "x"
        case _:
            yield from (1, "2026-09-07", "x")


# --- the lines


def erased_quietly(play: Play) -> None:
    (commitment,) = run("SELECT commitment FROM ledger_item WHERE name LIKE 'in/%%' LIMIT 1")[0]
    run("INSERT INTO ledger_erasure (commitment, leaf) VALUES (%s, 4)", commitment)
    Item.objects.filter(commitment=bytes(commitment)).delete()


def out_of_its_matter(play: Play) -> None:
    last = reader.last_of(play.case)
    Leaf.objects.filter(log=RECORD, i=last).update(matter=None)


def another_act(play: Play) -> None:
    Leaf.objects.filter(log=RECORD, i=play.case).update(act="case.file")


def spelt_otherwise(play: Play) -> None:
    run("UPDATE people_appointment SET since = '0' WHERE role = 'head'")


def another_pdf(play: Play) -> None:
    forged = vault_from(settings.VAULT).keep(BytesIO(b"%PDF-1.7 forged")).sha256
    Paper.objects.exclude(file="").update(file=forged)


def rewritten_with_the_key(play: Play) -> Callable[[], None]:
    """Rewrite an entry that was anchored, and sign all of it anew with the true key and fresh folders."""
    logs, keys = settings.LOGS, settings.KEYS
    settings.LOGS, settings.KEYS = Path(logs).with_name("other-logs"), Path(keys).with_name("other-keys")
    shutil.copytree(keys, settings.KEYS, dirs_exist_ok=True)
    shutil.copytree(Path(logs) / "disclosure", Path(settings.LOGS) / "disclosure", dirs_exist_ok=True)
    for head in Path(settings.KEYS).glob("*record.head"):
        head.write_text("尚未签署\n")
    row = Leaf.objects.get(log=RECORD, i=play.case)
    entry = bytes(row.entry).replace(b'"outcome":""', b'"outcome":"x"')
    Leaf.objects.filter(log=RECORD, i=play.case).update(entry=entry, hash=leaf_hash(entry))
    edge = Edge.empty()
    for hashed in Leaf.objects.filter(log=RECORD).order_by("i").values_list("hash", flat=True):
        edge = edge.push(bytes(hashed))
    Log.objects.filter(name=RECORD).update(edge=edge.to_bytes())
    Head.objects.filter(log=RECORD).delete()
    heads.sign(RECORD)

    def undo() -> None:
        shutil.rmtree(settings.LOGS)
        shutil.rmtree(settings.KEYS)
        settings.LOGS, settings.KEYS = logs, keys

    return undo


def clock_put_back(play: Play) -> None:
    with patch("mingfa.bureau.doorway.refusals.clock_is_behind", lambda _: False):
        early = play.stage.now - timedelta(days=5)
        do("unit.set_up", by=play.cast.appointer, inputs={"name": "新机构", "kind": "office"}, now=early)


def accounts_swapped(play: Play) -> None:
    one, other = play.cast.head, play.cast.appointer
    swap = "UPDATE people_account SET person_id = %s WHERE person_id = %s"
    for to, was in ((-1, one), (one, other), (other, -1)):
        run(swap, to, was)


def a_copy_deleted(play: Play) -> Callable[[], None]:
    copy = Path(settings.FEED) / "sealed" / next(iter(sealed_copies()))
    data = copy.read_bytes()
    copy.unlink()
    return lambda: [copy.write_bytes(data)][0] and None


def a_copy_altered(play: Play) -> Callable[[], None]:
    copy = Path(settings.FEED) / "sealed" / next(iter(sealed_copies()))
    data = copy.read_bytes()
    copy.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    return lambda: [copy.write_bytes(data)][0] and None


def a_key_lost(play: Play) -> Callable[[], None]:
    key = next(Path(settings.KEYS).glob("*record.key"))
    data = key.read_bytes()
    key.unlink()
    return lambda: [key.write_bytes(data)][0] and None


LINES: dict[str, Callable[[Play], object]] = {
    "a value erased without an act": erased_quietly,
    "an entry taken out of its matter": out_of_its_matter,
    "an entry under another act": another_act,
    "a day spelt otherwise": spelt_otherwise,
    "another PDF for a drawn paper": another_pdf,
    "an entry rewritten and signed with the true key": rewritten_with_the_key,
    "the clock put back": clock_put_back,
    "accounts swapped": accounts_swapped,
    "a password set by hand": lambda play: get_user_model().objects.update(password=make_password("x")),
    "a key made by hand": lambda play: Token.objects.create(
        digest="0" * 64, person_id=play.cast.head, purpose="x", made=play.stage.now
    ),
    "a sign-in deleted": lambda play: Happening.objects.filter(i=0).delete(),
    "a refused attempt deleted": lambda play: run("DELETE FROM doorway_refusedattempt"),
    "a head altered": lambda play: Head.objects.filter(log=RECORD).update(note="x"),
    "the origin altered": lambda play: Log.objects.filter(name=RECORD).update(origin="x"),
    "a sealed copy deleted": a_copy_deleted,
    "a sealed copy altered": a_copy_altered,
    "a key lost": a_key_lost,
}


def gates_off(play: Play) -> str:
    with transaction.atomic():
        with patch("mingfa.bureau.doorway.enter.refusals_of", lambda *_: []):
            play.close()
        named = [str(one) for one in breaches()]
        transaction.set_rollback(True)
    return named[0] if named else ""


def _restored(play: Play) -> str:
    """Sign one entry more, put the database back, and look; last of all, for a signer forgets nothing."""
    with transaction.atomic():
        inputs = {"name": "又一机构", "kind": "office"}
        do("unit.set_up", by=play.cast.appointer, inputs=inputs, now=play.stage.now)
        heads.sign(RECORD)
        transaction.set_rollback(True)
    named = found()
    return named[0] if named else ""
