"""What a version promises for ever: columns with their defaults, inputs and gates of acts, procedure tables.

`contract()` writes it down for this program; `broken(kept)` says what this program keeps no longer.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from pydantic_core import PydanticUndefined

from mingfa.bureau.doorway.acts import FORMER, REGISTER, Act
from mingfa.bureau.law.force import EDITION, judging
from mingfa.bureau.law.procedures.procedure import Procedure, procedures
from mingfa.bureau.ledger.compare import sealed_models
from mingfa.bureau.ledger.rows import label, shape

GIVEN = "(given)"


def contract() -> dict[str, Any]:
    """Return what this program promises."""
    acts = [*REGISTER.values(), *FORMER.values()]
    return {
        "edition": EDITION,
        "rows": {label(model): _columns(model) for model in sealed_models()},
        "acts": {f"{act.name} {act.version}": _act(act) for act in acts},
        "procedures": {table.id: _meaning(table) for table in procedures()},
    }


def _columns(model: Any) -> dict[str, object]:
    known = shape(model)
    pairs = zip(known.names, known.defaults, strict=True)
    return {name: GIVEN if type(default) is object else default for name, default in pairs}


def _act(act: Act[Any, Any]) -> dict[str, Any]:
    """Return the inputs with their defaults and the gates of an act, each gate with its article."""
    fields = act.inputs.model_fields
    return {
        "inputs": {name: _default(one) for name, one in fields.items()},
        "gates": sorted(
            gate.code for gate in act.gates if gate.since is None or gate.since.edition <= EDITION
        ),
        "who": sorted(act.who),
    }


def _default(field: Any) -> object:
    if field.is_required():
        return GIVEN
    value = field.default if field.default is not PydanticUndefined else field.default_factory()
    return json.loads(json.dumps(value, default=str))


def _meaning(table: Procedure) -> str:
    """Return the digest of what a table decides: states, arrows, ends."""
    moves = sorted(f"{m.state} {m.act} {m.outcome} {m.to}" for m in table.moves())
    return sha256(json.dumps([sorted(table.ends), moves]).encode()).hexdigest()[:16]


def broken(kept: dict[str, Any]) -> Iterator[str]:
    """Yield every promise of an earlier version that this program does not keep, with what to do."""
    ours = json.loads(json.dumps(contract()))
    dropping = {label(m) for m in sealed_models() if shape(m).former >= 0}
    for table, columns in kept["rows"].items():
        now = ours["rows"].get(table)
        if now is None:
            yield f"{table}: the table is gone (known_table, or keep it)"
            continue
        for name, default in columns.items():
            if name not in now and table not in dropping:
                yield f"{table}.{name}: the column is gone (known_as, or DropColumn)"
            elif name in now and now[name] != default:
                yield f"{table}.{name}: its declared default is another"
        yield from (
            f"{table}.{name}: a new column without a default"
            for name in sorted(now.keys() - columns.keys())
            if now[name] == GIVEN
        )
    yield from _broken_acts(kept, ours)
    yield from _broken_tables(kept)


def _broken_acts(kept: dict[str, Any], ours: dict[str, Any]) -> Iterator[str]:
    for act, said in kept["acts"].items():
        now = ours["acts"].get(act)
        if now is None:
            yield f"{act}: the act in this version is gone (former=True)"
            continue
        yield from (
            f"{act}.{name}: the input is gone (a new version, the old one as former)"
            for name in sorted(said["inputs"].keys() - now["inputs"].keys())
        )
        yield from (
            f"{act}.{name}: an input without a default"
            for name, default in now["inputs"].items()
            if default == GIVEN and said["inputs"].get(name) != GIVEN
        )
        if lost := set(said["who"]) - set(now["who"]):
            yield f"{act}: no longer of {sorted(lost)} (a new version, the old one as former)"
        if kept["edition"] == EDITION and said["gates"] != now["gates"]:
            yield f"{act}: other gates in the same edition (raise EDITION; since, until)"
        if gone := set(said["gates"]) - {gate.code for gate in _named(act).gates}:
            yield f"{act}: gates gone without a day: {sorted(gone)} (until)"


def _named(act: str) -> Act[Any, Any]:
    name, version = act.split()
    found = REGISTER.get(name)
    return found if found is not None and found.version == int(version) else FORMER[name, int(version)]


def _broken_tables(kept: dict[str, Any]) -> Iterator[str]:
    with judging(datetime(2026, 12, 1, tzinfo=UTC), kept["edition"]):
        now = {table.id: _meaning(table) for table in procedures()}
    yield from (
        f"{table}: another table for its own edition (procedures/former)"
        for table, meaning in kept["procedures"].items()
        if now.get(table) != meaning
    )
