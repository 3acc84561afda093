"""`mingfa recover`: lists, entry by entry, what is left of what was lost, and lays it ready to be put on
record.

Nothing is acted: the two acts of head and personnel do that. The log goes on under its own name where the
files of the machine itself reach every head that anybody knows of; else there may be entries that nobody
has any more, and it goes on under a new name, so that no head ever contradicts another.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from mingfa.backup.errors import BackupError
from mingfa.backup.evidence import Known, kept_heads, known_of, places
from mingfa.backup.papers import Held, held
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.ledger import restored
from mingfa.bureau.ledger.entries import Entry, read_entry
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD
from mingfa.bureau.ledger.reader import leaves
from mingfa.bureau.people.models import Person
from mingfa.feed.item import Item
from mingfa.feed.reader import Feed
from mingfa.feed.source import FolderSource, Missing, Source, source_of
from mingfa.feed.writer import write_durably
from mingfa.tlog import Policy


@dataclass(frozen=True)
class Sources:
    """Where to look: what is left of old data folders, public copies, kept heads, papers."""

    olds: Sequence[Path]
    mirrors: Sequence[str]
    heads: Sequence[Path]
    papers: Sequence[Path]


@dataclass(frozen=True)
class Line:
    """One lost entry as the list names it."""

    log: str
    index: int
    words: str
    content: bool


@dataclass(frozen=True)
class Recovered:
    """What was found: the lost entries, what each source says, the names under which the logs go on."""

    lines: list[Line]
    told: list[str]
    sizes: dict[str, tuple[int, int, int]]
    renamed: dict[str, str]


def recover(sources: Sources, *, write: bool) -> Recovered:
    """Look everywhere; with `write`, lay what was found ready for the act that puts it on record."""
    said = restored.state()
    if said is None:
        raise BackupError("本数据目录不是由备份恢复的，或者数据恢复已经确认，没有需要查找的内容。")
    if "entry" in said:
        raise BackupError(
            "这次数据恢复已经登记，请由另一人在网页上确认。如另有发现，请重新恢复备份后再查找。"
        )
    where = places(sources.olds, sources.mirrors)
    notes = kept_heads(sources.olds, sources.heads)
    public = known_of(DISCLOSURE, where[DISCLOSURE], notes)
    record = _record(where[RECORD], notes, public, sources.papers)
    known = {RECORD: record[0], DISCLOSURE: public}
    items = {RECORD: [one.item for one in record[1]], DISCLOSURE: list(_public_items(public, sources))}
    lines = [*_record_lines(*record), *_public_lines(public, items[DISCLOSURE])]
    renamed = {log: _new_name(log, one, said["restored"]) for log, one in known.items() if not one.reached}
    if write:
        restored.put_state({**said, "found": _found(known, items, renamed, lines)})
        _sealed(sources)
    sizes = {log: (one.row.size, one.size, one.known) for log, one in known.items()}
    return Recovered(lines, [*record[0].told, *public.told], sizes, renamed)


def _record(
    where: Sequence[Any], notes: Sequence[tuple[str, str]], public: Known, files: Sequence[Path]
) -> tuple[Known, list[Held]]:
    """Gather what is known of the record: its tiles, and the heads in the public log and on papers."""
    anchors = [
        (f"公示日志第{index}条所载检查点", str(entry.facts["head"]))
        for index, entry in _public_entries(public)
        if entry.act == "anchor"
    ]
    found = known_of(RECORD, where, [*notes, *anchors])
    papers = [held(file, Policy.of(found.vkey)) for file in files]
    found.known = max([found.known, *(one.size for one in papers)])
    found.reached = found.reached and found.known <= found.size
    return found, papers


def _public_entries(public: Known) -> Iterator[tuple[int, Entry]]:
    yield from ((one.index, one.entry) for one in leaves(DISCLOSURE))
    yield from ((public.row.size + i, read_entry(data)) for i, data in enumerate(public.entries))


def _public_items(public: Known, sources: Sources) -> Iterator[Item]:
    """Yield the contents of lost public entries that a copy still holds."""
    feeds = [_feed(source_of(place), public.vkey) for place in (*map(str, sources.olds), *sources.mirrors)]
    for data in public.entries:
        for commitment in read_entry(data).items.values():
            for feed in feeds:
                try:
                    yield feed.item(commitment.hex())
                    break
                except Missing:
                    continue


def _feed(source: Source, vkey: str) -> Feed:
    return Feed(source, vkey)


def _record_lines(found: Known, papers: list[Held]) -> Iterator[Line]:
    names = dict(Person.objects.values_list("pk", "name"))
    numbers = {one.index: one.number for one in papers}
    for at, data in enumerate(found.entries, found.row.size):
        entry = read_entry(data)
        act = REGISTER[entry.act].title if entry.act in REGISTER else entry.act
        by = names.get(int(str(entry.facts["by"])), f"人员{entry.facts['by']}")
        matter = f"，事项{entry.matter}" if entry.matter is not None else ""
        paper = f"，文书{numbers.get(at, '（文号未知）')}" if "paper" in entry.items else ""
        when = str(entry.facts["entered"])[:19].replace("T", " ")
        yield Line(RECORD, at, f"{act}，{by}，{when}{matter}{paper}", at in numbers)
    for one in papers:
        if one.index >= found.size:
            yield Line(RECORD, one.index, f"只有文书 {one.number}（{one.file.name}）证明", content=True)


def _public_lines(found: Known, items: list[Item]) -> Iterator[Line]:
    there = {one.commitment for one in items}
    for at, data in enumerate(found.entries, found.row.size):
        entry = read_entry(data)
        what = {"publish": "公示", "replace": "更正", "withdraw": "撤下", "anchor": "写入检查点"}
        ref = f"，编号{str(entry.facts['ref'])[:8]}…" if "ref" in entry.facts else ""
        held_all = bool(entry.items) and all(c.hex() in there for c in entry.items.values())
        yield Line(DISCLOSURE, at, f"{what.get(entry.act, entry.act)}{ref}", held_all)


def _new_name(log: str, found: Known, at: str) -> str:
    """Return the name under which a log goes on: its first one and the minute of the restore.

    A number would come again where a backup from before an earlier restore is put back.
    """
    before = restored.lost().names.get(log, ())
    first = before[0].origin if before else found.row.origin
    return f"{first}/{datetime.fromisoformat(at):%Y%m%d-%H%M}"


def _found(
    known: dict[str, Known], items: dict[str, list[Item]], renamed: dict[str, str], lines: list[Line]
) -> dict[str, Any]:
    """Return what the act needs: the entries as they were signed, what was held of them, what to say."""
    stash: dict[str, Any] = {}
    for log, one in known.items():
        wanted = {c.hex() for data in one.entries for c in read_entry(data).items.values()}
        held_items = {item.commitment: item for item in items[log] if item.commitment in wanted}
        stash[log] = {
            "from": one.row.size,
            "note": one.note,
            "entries": [b64encode(data).decode() for data in one.entries],
            "items": [_as_json(item) for item in held_items.values()],
        }
    return stash | {
        "lost": {log: [one.row.size, one.size] for log, one in known.items()},
        "was": {
            log: {
                "origin": one.row.origin,
                "vkey": one.vkey,
                "size": one.size,
                "known": max(one.known, one.size),
            }
            for log, one in known.items()
        },
        "renamed": renamed,
        "proven": sum(len(one.entries) for one in known.values()),
        "list": [asdict(line) for line in lines],
    }


def _as_json(item: Item) -> dict[str, str]:
    salt = b64encode(item.salt).decode()
    return {"commitment": item.commitment, "salt": salt, "name": item.name, "value": item.value}


def _sealed(sources: Sources) -> None:
    """Bring the sealed copies behind QR codes over from what is left of the old machine."""
    for old in sources.olds:
        source = FolderSource(old)
        for name in source.sealed() if (old / "logs" / "disclosure").is_dir() else []:
            place = Path(settings.FEED) / name
            if not place.exists():
                write_durably(place, source.read(name))
