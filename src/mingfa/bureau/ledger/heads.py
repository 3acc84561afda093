"""Signed heads: the ledger's size and root, signed and put out as files that anyone can check.

The log is read only by whoever holds its folder: so nobody signs what another has signed further already.
A published head that covers an entry is enough for its receipt: who waited for the folder asks it first.
Leaves are durable in the database first; then tiles, the signature, the head row, and `checkpoint` last.
Every step may be repeated, so a crash anywhere is mended by the next call. The signer keeps its own last head
outside the database and refuses what does not extend it (a fork, or a naive restore).
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from mingfa.bureau.ledger.faults import called
from mingfa.bureau.ledger.models import RECORD, Head, Leaf, Log
from mingfa.tlog import (
    Checkpoint,
    Edge,
    FileStore,
    LogError,
    Policy,
    check_receipt,
    export,
    make_receipt,
    prove_consistency,
    prove_inclusion,
    publish,
)
from mingfa.tlog.store import replace_durably
from mingfa.witness import Refused, Signer


def folder(log: str) -> Path:
    """Return the folder of a log's files: `checkpoint`, `vkey`, `tile/…`."""
    return Path(settings.LOGS) / log


def sign(log: str = RECORD) -> str:
    """Sign the log as it stands and put it out; return the signed note. Raises the signer's refusals."""
    with _alone(log) as place:
        return _sign(log, place)


def _sign(log: str, place: Path) -> str:
    """Sign the log as it stands; the folder is held."""
    row = Log.objects.get(name=log)
    if row.restored:
        raise Waits(called(log))
    _set_aside(place, row.origin)
    store, signer = FileStore(place), Signer(_keys(), row.origin)
    put_key(place / "vkey", signer.vkey)
    edge = Edge.from_bytes(row.size, bytes(row.edge))
    before = signer.last()
    old = before.size if before else 0
    if before and before.size == row.size and before.root == edge.root():
        return _again(log, store, before, signer)
    if row.size >= old:
        export(store, old, row.size, _entries(log, old, row.size))
    proof = prove_consistency(old, row.size, store) if 0 < old <= row.size else []
    note = signer.sign(Checkpoint(row.origin, row.size, edge.root()), proof, old)
    Head.objects.update_or_create(log=log, size=row.size, defaults={"note": note})
    publish(store, note, Policy.of(signer.vkey))
    return note


class Waits(Refused):
    """The log was restored; nothing is signed before that is on record (restored.py)."""

    def __init__(self, log: str) -> None:
        super().__init__(f"{log}由备份恢复，尚未登记、确认，暂不签署", "由主要负责人和人事管理员办理数据恢复")


def _set_aside(place: Path, origin: str) -> None:
    """Where the log goes on under another name, keep key and head of the name before beside it."""
    key = place / "vkey"
    if not key.exists() or key.read_text().split("+")[0] == origin:
        return
    aside = place / "before"
    aside = aside / str(len(list(aside.glob("*"))) + 1)
    aside.mkdir(parents=True)
    for name in ("checkpoint", "vkey"):
        if (place / name).exists():
            (place / name).rename(aside / name)


def _keys() -> Path:
    """Return the signer's folder; nobody else on the machine may read it."""
    place = Path(settings.KEYS)
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return place


def receipt(index: int, log: str = RECORD) -> str:
    """Return the receipt of an entry: offline proof that it stands in the signed log."""
    with _alone(log) as place:
        if found := _published(index, log, place):
            return found
        note = _sign(log, place)
        return make_receipt(index, prove_inclusion(index, size_of(note), FileStore(place)), note)


def _published(index: int, log: str, place: Path) -> str | None:
    """Return the receipt under the head that is put out already, where it covers this very entry.

    Where it does not fit, or the database holds fewer entries, the signer is asked, and says why.
    """
    store = FileStore(place)
    try:
        note, policy = store.read("checkpoint").decode(), Policy.of(vkey(log))
        size = policy.check(note).checkpoint.size
        if not index < size <= Log.objects.get(name=log).size:
            return None
        made = make_receipt(index, prove_inclusion(index, size, store), note)
        entry = Leaf.objects.values_list("entry", flat=True).get(log=log, i=index)
        check_receipt(made, bytes(entry), policy)
    except (OSError, LogError, Leaf.DoesNotExist):
        return None
    return made


def origin(log: str = RECORD) -> str:
    """Return the name under which a log is signed."""
    return str(Log.objects.values_list("origin", flat=True).get(name=log))


def last_signed(origin: str) -> Checkpoint | None:
    """Return the last head that our signer knows of, without asking who signed it."""
    try:
        text = (Path(settings.KEYS) / f"{quote(origin, safe='')}.head").read_text(encoding="utf-8")
        return Checkpoint.parse(text.split("\n\n")[0] + "\n") if "\n\n" in text else None
    except (OSError, ValueError, LogError):
        return None


def size_of(note: str) -> int:
    """Return the size that a signed head names."""
    return int(note.split("\n")[1])


def put_key(place: Path, key: str) -> None:
    """Write a verifier key where it stands not already; who reads meanwhile reads the old one or the new."""
    content = f"{key}\n".encode()
    if not place.is_file() or place.read_bytes() != content:
        replace_durably(place, content)


def vkey(log: str = RECORD) -> str:
    """Return the log's verifier key as text."""
    return (folder(log) / "vkey").read_text().strip()


def _again(log: str, store: FileStore, head: Checkpoint, signer: Signer) -> str:
    """Return the note of a head that was signed already; if we crashed before it was kept, keep it now."""
    kept = Head.objects.filter(log=log, size=head.size).first()
    note = kept.note if kept else signer.sign(head, [], head.size)
    if kept is None:
        Head.objects.create(log=log, size=head.size, note=note)
    try:
        published = store.read("checkpoint").decode()
    except FileNotFoundError:
        published = ""
    if not published.startswith(note):
        publish(store, note, Policy.of(signer.vkey))
        return note
    # The same head with the lines of witnesses under it: a receipt that carries them proves more.
    return published


def _entries(log: str, start: int, end: int) -> Iterator[bytes]:
    rows = Leaf.objects.filter(log=log, i__gte=start, i__lt=end).order_by("i").values_list("entry", flat=True)
    return (bytes(entry) for entry in rows.iterator(chunk_size=1000))


@contextmanager
def _alone(log: str) -> Iterator[Path]:
    """Hold the log's folder: one exporter at a time, across threads and processes."""
    place = folder(log)
    place.mkdir(parents=True, exist_ok=True)
    with (place / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield place
