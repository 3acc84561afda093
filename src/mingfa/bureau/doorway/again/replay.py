"""Rebuilding: the ledger alone gives the bureau again (plan 2.4.c).

Each entry is replayed into an empty database: its inputs are opened, the gates are asked again as of that
day, the act is performed, and what it writes is compared with what the entry committed to. The entries and
items themselves are copied, byte for byte. So a row changed behind our back is found, and so is an entry that
no gate let through.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from mingfa.bureau.doorway.acts import act_of
from mingfa.bureau.doorway.again import recovery
from mingfa.bureau.doorway.again.comparing import Difference, compare, gates_refuse
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.enter import facts_of, look_at
from mingfa.bureau.doorway.entry import perform
from mingfa.bureau.law.force import judging
from mingfa.bureau.ledger import reader, writer
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD
from mingfa.bureau.ledger.reader import Recorded
from mingfa.bureau.ledger.restored import RESTORE, lost


class ReplayDoor(Door):
    """A door that copies public operations from the source instead of making them again with new salts."""

    def __init__(self, index: int, look: Any, nonce: str, source: str, at: int) -> None:
        super().__init__(index, look, nonce)
        self._source, self._at = source, at

    def disclose(self, operation: Mapping[str, object], values: Mapping[str, object]) -> int:
        """Copy the recorded operation; it must say what the replay would have said."""
        recorded = reader.leaf(self._at, DISCLOSURE, using=self._source)
        opened = reader.values(recorded.entry, using=self._source)
        said = {k: v for k, v in recorded.entry.facts.items() if k != "v"}
        same = said == json.loads(json.dumps(dict(operation))) and all(
            opened.get(name, value) == value for name, value in values.items()
        )
        log = writer.lock(DISCLOSURE)
        index = writer.append(
            log,
            recorded.data,
            recovery.items_of(recorded, self._source),
            str(operation["op"]),
            origin=self.renamed.get(DISCLOSURE, ""),
        )
        self.outputs["disclosed"] = index if same else f"第{index}条与重演结果不符"
        return index


def replay(source: str) -> Iterator[tuple[int, list[Difference]]]:
    """Replay every entry of the source's record log; yield each index with the differences found.

    An entry that cannot be replayed at all (its values were altered, whoever is named never held the post) is
    the last one: what follows stands on it.
    """
    entries = reader.leaves(RECORD, using=source)
    for index in range(reader.size(RECORD, using=source)):
        where = f"执法记录第{index}条"
        try:
            recorded = next(entries)
            where += f"（{recorded.entry.act}）"
            with transaction.atomic():
                found = _replay_one(recorded, source, where)
        except Exception as error:
            # Whatever breaks, an honest entry never meets it: the act is named, not the program's fault.
            said = str(error) or type(error).__name__
            yield index, [Difference(where, f"无法重演，此后的条目未再重演：{said}")]
            return
        yield index, found


def _replay_one(recorded: Recorded, source: str, where: str) -> list[Difference]:
    entry = recorded.entry
    if lost(source).has(RECORD, recorded.index):
        recovery.copied(recorded, source)
        return []
    with judging(datetime.fromisoformat(entry.text("at")), entry.edition):
        return _again(recorded, source, where)


def _again(recorded: Recorded, source: str, where: str) -> list[Difference]:
    """Do an act again in its version, judged with what was in force on its day."""
    entry = recorded.entry
    act = act_of(entry.act, entry.version)
    values = reader.values(entry, using=source)
    log = writer.lock(RECORD)
    if log.size != recorded.index:
        return [Difference(where, f"序号不连续，应为第{log.size}条")]
    if act.name == RESTORE:
        recovery.stand_restored(entry, values, source)
    inputs = {n.removeprefix("in/"): v for n, v in values.items() if n.startswith("in/")}
    given = act.inputs.model_validate(inputs)
    at, now = (datetime.fromisoformat(entry.text(name)) for name in ("at", "entered"))
    on = entry.facts["on"]
    look = look_at(act, int(entry.text("by")), None if on is None else int(str(on)), at, now, given)
    facts = facts_of(act, look)
    found = gates_refuse(act, look, facts, values.get("reasons", {}), where)
    door = ReplayDoor(
        recorded.index, look, entry.text("nonce"), source, int(str(values.get("disclosed", -1)))
    )
    done = perform(act, door, facts)
    writer.append(
        log,
        recorded.data,
        recovery.items_of(recorded, source),
        act.name,
        done.matter,
        entry.erases,
        door.renamed.get(RECORD, ""),
    )
    recovery.noted(act.name, recorded.index)
    if any(json.loads(json.dumps(value)) != entry.facts.get(name) for name, value in door.said.items()):
        found.append(Difference(where, "公开的记载与重演结果不符"))
    if (done.matter, door.before) != (entry.matter, entry.before):
        found.append(Difference(where, "所属事项或者前一条目与重演结果不符"))
    return found + compare(door, values, entry.text("outcome"), where)
