"""What newer files still prove of a log beyond the restored database (ADR 0034).

A source is believed only as far as the log's own key signed it: its entries, pushed onto our border, must
give the signed root. Then they are the very entries that were lost. A source that is signed and does not
begin with our entries is another history, and stops everything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mingfa.backup.errors import BackupError
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import Log
from mingfa.bureau.ledger.roots import Roots, roots_of
from mingfa.feed.reader import LogReader
from mingfa.feed.source import source_of
from mingfa.tlog import Checkpoint, Edge, FileStore, LogError, Policy, leaf_hash
from mingfa.tlog.former import former_keys
from mingfa.tlog.tiles import WIDTH, TileReader, read_entries


@dataclass(frozen=True)
class Place:
    """Where a log may lie: what is left of the machine itself (`own`), or a copy that may be behind it."""

    zh: str
    tiles: TileReader
    own: bool


@dataclass
class Known:
    """A log as we hold it, the entries beyond that are proven, and the largest head anybody holds."""

    row: Log
    vkey: str
    roots: Roots
    entries: list[bytes] = field(default_factory=list)
    note: str = ""
    known: int = 0
    reached: bool = False
    told: list[str] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many entries are there or proven."""
        return self.row.size + len(self.entries)


def known_of(log: str, places: Iterable[Place], notes: Iterable[tuple[str, str]]) -> Known:
    """Gather what is known of a log from all places, and from heads kept anywhere."""
    row = Log.objects.get(name=log)
    key = heads.folder(log) / "vkey"
    found = Known(row, key.read_text().strip() if key.exists() else "", roots_of(log))
    if not found.vkey:
        return found
    policy = Policy.of(found.vkey)
    for place in places:
        _take(found, policy, place)
    for where, note in notes:
        head = _checked(policy, note)
        if head is not None:
            _fits(found, head, where)
            found.known = max(found.known, head.size)
    if (last := heads.last_signed(row.origin)) is not None:
        found.known = max(found.known, last.size)
    found.reached = found.reached and found.known <= found.size
    return found


def _checked(policy: Policy, note: str) -> Checkpoint | None:
    try:
        return policy.check(note).checkpoint
    except LogError:
        return None


def _take(found: Known, policy: Policy, place: Place) -> None:
    """Take what a place proves; say what it does not."""
    try:
        note = place.tiles.read("checkpoint").decode()
        head = policy.check(note).checkpoint
    except FileNotFoundError:
        found.told.append(f"{place.zh}：没有检查点。")
        return
    except (LogError, OSError, ValueError) as error:
        if found.row.origin in former_keys(place.tiles):
            raise BackupError(
                f"{place.zh}的日志已经以新名称延续，本备份早于改名。请恢复改名以后的备份；没有的，不用这一来源。"
            ) from error
        raise BackupError(f"{place.zh}不是本机关的日志，或者签名不能核验：{error}") from error
    _fits(found, head, place.zh)
    found.known = max(found.known, head.size)
    if head.size > found.size:
        try:
            found.entries, found.note = _proven(found, place.tiles, head), note
        except (LogError, OSError, ValueError) as error:
            found.told.append(f"{place.zh}：已签署{head.size}条，但条目文件不完整（{error}）。")
            return
    found.told.append(f"{place.zh}：签署至{head.size}条，已核验。")
    found.reached = found.reached or (place.own and head.size >= found.row.size)


def _proven(found: Known, tiles: TileReader, head: Checkpoint) -> list[bytes]:
    """Read the entries beyond ours; on our border they must give the signed root."""
    start, fresh = found.row.size, list[bytes]()
    for n in range(start // WIDTH, -(-head.size // WIDTH)):
        width = min(WIDTH, head.size - n * WIDTH)
        fresh += read_entries(tiles, n, width)[max(0, start - n * WIDTH) :]
    edge = Edge.from_bytes(start, bytes(found.row.edge))
    for entry in fresh:
        edge = edge.push(leaf_hash(entry))
    if edge.root() != head.root:
        raise BackupError(
            f"已签署{head.size}条的日志不是现有{start}条的延续：历史不同。请保留两份数据，报告执法监督机构。"
        )
    return fresh


def _fits(found: Known, head: Checkpoint, where: str) -> None:
    if head.size <= found.row.size and found.roots.at(head.size) != head.root:
        raise BackupError(f"{where}：前{head.size}条与恢复的数据不同。请保留两份数据，报告执法监督机构。")


def places(olds: Sequence[Path], mirrors: Sequence[str]) -> dict[str, list[Place]]:
    """Return where each log may lie."""
    found: dict[str, list[Place]] = {"record": [], "disclosure": []}
    for old in olds:
        for log in found:
            if (folder := old / "logs" / log).is_dir():
                found[log].append(Place(f"{folder}", FileStore(folder), own=True))
    for mirror in mirrors:
        found["disclosure"].append(Place(mirror, LogReader(source_of(mirror)), own=False))
    return found


def kept_heads(olds: Sequence[Path], files: Sequence[Path]) -> list[tuple[str, str]]:
    """Return signed heads that lie about: of the old machine's signer, and those somebody kept."""
    signers = [one for old in olds for one in sorted((old / "keys").glob("*.head"))]
    return [(str(one), _text(one)) for one in [*signers, *files]]


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BackupError(f"无法读取检查点 {file}。") from error
