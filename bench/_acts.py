"""The rounds of `bench/acts.py`: an act through the doorway, and its rows written bare, one after another."""

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from bench._filing import Written, bureau, clue, filed, fill, require_honest, written
from django.db import connection, models, transaction

from mingfa.bureau.doorway.enter import do
from mingfa.bureau.ledger import held, writer
from mingfa.bureau.ledger.models import RECORD, Item, Leaf, Log
from mingfa.example.bureau import Cast, Stage
from mingfa.tlog import leaf_hash

ROUNDS, WARM = 120, 10
FILED = 20
WAYS = ("doorway", "orm", "doorway/orm")
Statement = tuple[str, list[object]]


def measure(*sizes: int) -> dict[str, Any]:
    stage, cast = bureau()
    found: dict[str, Any] = {}
    for size in sizes:
        begun = time.perf_counter()
        fill(stage, cast, size)
        seconds = time.perf_counter() - begun
        found[f"{size}"] = {"fill_seconds": round(seconds, 1), **at_this_size(stage, cast, size)}
        if size == min(sizes):
            require_honest()
    small, large = found[f"{min(sizes)}"], found[f"{max(sizes)}"]
    growth = {
        act: {
            f"{kind} {way}": grown(small[act][kind], large[act][kind], way)
            for kind in ("wall", "cpu")
            for way in WAYS
        }
        for act in ("case.register", "record.keep")
    }
    return {**found, "growth": growth}


def grown(small: dict[str, float], large: dict[str, float], way: str) -> float:
    """Return how much longer it takes with more on file; where `orm` grew alike, the disk did."""
    return round(large[way] / small[way], 2)


def at_this_size(stage: Stage, cast: Cast, size: int) -> dict[str, Any]:
    officer = cast.officers[0][0]
    cases = [filed(stage, cast, f"示例商户{size}之{n}").case for n in range(FILED)]

    def register(n: int) -> tuple[str, int | None, dict[str, Any]]:
        return "case.register", None, clue(stage, cast, n)

    def keep(n: int) -> tuple[str, int | None, dict[str, Any]]:
        return "record.keep", cases[n % FILED], evidence(stage)

    return {
        "case.register": compared(stage, officer, register),
        "record.keep": compared(stage, officer, keep),
    }


def compared(
    stage: Stage, by: int, typed: Callable[[int], tuple[str, int | None, dict[str, Any]]]
) -> dict[str, Any]:
    """Time doorway, ORM and SQL in turn; every act writes rows of its own.

    The doorway is told of the bare writes as if they were its own acts: in a bureau there are no others.
    """
    times: dict[str, list[tuple[float, float]]] = {"doorway": [], "orm": [], "sql": []}
    for n in range(WARM + ROUNDS):
        name, on, inputs = typed(n)
        act = partial(do, name, by=by, inputs=inputs, on=on, at=stage.now, now=stage.now)
        times["doorway"].append(timed(act))
        for way, bare in (("orm", by_orm), ("sql", by_sql)):
            log, rows = writer.lock(RECORD), written(name, by, on, inputs, stage.now)
            after = log.edge.push(leaf_hash(rows.entry))
            times[way].append(timed(bare(rows, after.to_bytes())))
            hashed = leaf_hash(rows.entry)
            held.grown(log.edge, after, rows.act, rows.matter, hashed, rows.seals, stage.now)
    return {kind: medians(times, place) for place, kind in enumerate(("wall", "cpu"))}


def medians(times: dict[str, list[tuple[float, float]]], place: int) -> dict[str, float]:
    found = {way: statistics.median(t[place] for t in taken[WARM:]) for way, taken in times.items()}
    return {
        **{way: round(taken, 3) for way, taken in found.items()},
        "doorway/orm": round(found["doorway"] / found["orm"], 2),
        "doorway/sql": round(found["doorway"] / found["sql"], 2),
    }


def timed(act: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3


def by_orm(rows: Written, edge: bytes) -> Callable[[], None]:
    hashed = leaf_hash(rows.entry)

    def write() -> None:
        with transaction.atomic():
            for row in rows.added:
                row.save(force_insert=True)
            for row in rows.saved:
                row.save(force_update=True)
            Item.objects.bulk_create(
                [Item(commitment=i.commitment, salt=i.salt, name=i.name, value=i.value) for i in rows.items]
            )
            Leaf.objects.create(
                log=RECORD, i=rows.index, entry=rows.entry, hash=hashed, act=rows.act, matter=rows.matter
            )
            Log.objects.filter(name=RECORD).update(size=rows.index + 1, edge=edge)

    return write


def by_sql(rows: Written, edge: bytes) -> Callable[[], None]:
    hashed = leaf_hash(rows.entry)
    leaf = Leaf(log=RECORD, i=rows.index, entry=rows.entry, hash=hashed, act=rows.act, matter=rows.matter)
    items = [Item(commitment=i.commitment, salt=i.salt, name=i.name, value=i.value) for i in rows.items]
    statements = [inserted([row]) for row in rows.added] + [updated(row) for row in rows.saved]
    statements += [inserted(items), inserted([leaf])]
    log = ("UPDATE ledger_log SET size = %s, edge = %s WHERE name = %s", [rows.index + 1, edge, RECORD])

    def write() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement, values in [*statements, log]:
                cursor.execute(statement, values)

    return write


def inserted(rows: list[Any]) -> Statement:
    fields = rows[0]._meta.concrete_fields
    columns = ", ".join(f'"{f.column}"' for f in fields)
    marks = ", ".join([f"({', '.join(['%s'] * len(fields))})"] * len(rows))
    values = [value_of(row, f) for row in rows for f in fields]
    return f'INSERT INTO "{rows[0]._meta.db_table}" ({columns}) VALUES {marks}', values


def updated(row: Any) -> Statement:
    fields = [f for f in row._meta.concrete_fields if not f.primary_key]
    columns = ", ".join(f'"{f.column}" = %s' for f in fields)
    values = [value_of(row, f) for f in fields]
    return f'UPDATE "{row._meta.db_table}" SET {columns} WHERE leaf = %s', [*values, row.pk]


def value_of(row: Any, field: "models.Field[Any, Any]") -> object:
    return field.get_db_prep_save(getattr(row, field.attname), connection)


def evidence(stage: Stage) -> dict[str, Any]:
    return {
        "kind": "documentary",
        "name": "现场照片",
        "proves": "违法行为的时间、地点和状况",
        "obtained_at": stage.now.isoformat(),
        "origin": "执法人员现场拍摄",
    }
