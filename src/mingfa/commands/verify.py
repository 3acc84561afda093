"""`mingfa verify`: is everything what it was? Names the leaf, item, row, file or tile that was altered.

Without a place: our own ledger in the database, both logs as files, every stored file, the public feed.
With a folder or an address: that log alone, by its own files.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from django.conf import settings

from mingfa.bureau.appointments.program.follow import program_faults
from mingfa.bureau.doorway.reads import held_files, misfiled, refused_faults, sealed_copies
from mingfa.bureau.ledger import guards, heads, reader
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Head, Log
from mingfa.bureau.ledger.restored import lost
from mingfa.bureau.ledger.verify import verify as verify_ledger
from mingfa.bureau.people import happenings
from mingfa.bureau.vault import vault_from
from mingfa.bureau.work import reads as work
from mingfa.bureau.work.laws import breaches
from mingfa.commands import Failure, require_bureau, show
from mingfa.commands.progress import progress
from mingfa.feed.check import check as check_feed
from mingfa.feed.reader import Feed
from mingfa.feed.source import HttpSource, source_of
from mingfa.tlog import FileStore, LogError, Malformed, Policy, audit
from mingfa.witness import Refused as NotSigned
from mingfa.witness import Signer


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and where."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}：{self.what}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", nargs="?", help="日志所在目录或网址；不填则核验本机关的全部数据")
    parser.add_argument("--log", metavar="VKEY", help="日志的验证公钥；默认取该处的 vkey 文件")
    parser.add_argument("--laws", action="store_true", help="并且逐行核对法律要求（不依赖办理时的规则）")
    parser.add_argument("--old", type=Path, metavar="CHECKPOINT", help="以前保存的检查点，核对此后只增不改")


def run(args: argparse.Namespace) -> int:
    old = _kept(args.old) if args.old else None
    found = list(_foreign(args.place, args.log, old) if args.place else _own(args, old))
    verdict = f"发现{len(found)}处不符。" if found else "全部核验无误。"
    show(args, {"faults": [{"where": f.where, "what": f.what} for f in found]}, [*map(str, found), verdict])
    return 1 if found else 0


def _kept(file: Path) -> str:
    """Read a checkpoint that was kept before; one that cannot be read is wrong usage."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"无法读取检查点 {file}，请核对 --old。", usage=True) from error


def _foreign(place: str, vkey: str | None, old: str | None) -> Iterator[Fault]:
    """Check a log by its files alone."""
    folder = Path(place)
    log = FileStore(folder) if folder.is_dir() else HttpSource(place)
    try:
        policy = Policy.of(vkey or log.read("vkey").decode().strip())
    except (OSError, Malformed) as error:
        raise Failure(f"没有可用的验证公钥，请用 --log 给出：{error}", usage=True) from error
    yield from (Fault(f.path, str(f)) for f in audit(log, policy, old))


def _own(args: argparse.Namespace, old: str | None) -> Iterator[Fault]:
    """Check everything we hold."""
    require_bureau()
    total = reader.size() + reader.size(DISCLOSURE)
    ticks = progress(range(total), total, "核验账本", quiet=args.json)

    def tick(_: int) -> None:
        next(ticks, None)

    yield from (Fault(f.where, f.what) for f in verify_ledger(tick))
    yield from (Fault(f.where, f.what) for f in guards.faults())
    for kind, pk in misfiled():
        yield Fault(f"{kind._meta.verbose_name}（{pk}）", "承办人索引与案卷记载的承办人不一致")
    for log in (RECORD, DISCLOSURE):
        yield from _log_files(log, old if log == RECORD else None)
    yield from _stored_files(args)
    yield from _feed()
    yield from _copies()
    yield from (Fault(f.where, f.what) for f in (*happenings.faults(), *refused_faults(), *program_faults()))
    for row in Log.objects.filter(size__gt=0).order_by("name"):
        yield from _keys(row)
    if args.laws:
        yield from (Fault(f.where, f.what) for f in breaches())
    # Not an alteration: something that the record asks for and nobody did. It is said here, too.
    yield from (Fault("自动办理", f"{one}办法：{one.todo}") for one in work.failed())


def _log_files(log: str, old: str | None) -> Iterator[Fault]:
    place = heads.folder(log)
    if not (place / "checkpoint").exists():
        if reader.size(log):
            yield Fault(f"logs/{log}", "尚未导出日志文件（运行 serve 后自动导出）")
        return
    findings = audit(FileStore(place), Policy.of(heads.vkey(log)), old)
    yield from (Fault(f"logs/{log}/{f.path}", str(f)) for f in findings)


def _stored_files(args: argparse.Namespace) -> Iterator[Fault]:
    vault = vault_from(settings.VAULT)
    wanted = held_files()
    for digest in progress(wanted, len(wanted), "核验文件", quiet=args.json):
        if finding := vault.check(digest):
            yield Fault(f"文件 {digest[:16]}…（{wanted[digest]}）", str(finding))


def _copies() -> Iterator[Fault]:
    """Check the sealed copies that the QR codes of papers lead to."""
    for name, digest in sealed_copies().items():
        where = f"feed/sealed/{name[:8]}…"
        try:
            found = sha256((Path(settings.FEED) / "sealed" / name).read_bytes()).hexdigest()
        except OSError:
            yield Fault(where, "文书的加密副本缺失，持有人扫码不能核验。请从备份恢复 feed/sealed 目录。")
            continue
        if found != digest:
            yield Fault(where, "文书的加密副本被改动，持有人扫码不能核验。请从备份恢复，并报告执法监督机构。")


def _keys(log: Log) -> Iterator[Fault]:
    """Check that the signer's key is there and is the one that was put out; none is made here."""
    where, keys = f"keys（{log.name}）", Path(settings.KEYS)
    last = Head.objects.filter(log=log.name).order_by("-size").first()
    before = {was.origin for was in lost().names.get(log.name, ())} - {log.origin}
    if last is None or last.note.split("\n")[0] in before:  # under a new name, not signed yet
        return
    if not (keys / f"{quote(log.origin, safe='')}.key").exists():
        yield Fault(where, "签署密钥缺失。不要重新生成，请从密钥的独立备份恢复，并报告执法监督机构。")
        return
    try:
        signer = Signer(keys, log.origin)
        own, _ = signer.vkey, signer.last()
        if own != heads.vkey(log.name):
            yield Fault(where, "签署密钥与已公布的验证公钥不符。请从密钥的独立备份恢复，并报告执法监督机构。")
        put_out = Path(settings.FEED) / "record.vkey"
        given = put_out.read_text().strip() if log.name == RECORD and put_out.exists() else own
        if given != own and given.split("+")[0] not in before:
            yield Fault("feed/record.vkey", "公布的验证公钥与签署密钥不符。")
    except (NotSigned, LogError, OSError, ValueError) as error:
        yield Fault(where, f"签署密钥或者最后签署的检查点不可读：{error}。请从其独立备份恢复。")


def _feed() -> Iterable[Fault]:
    if not (heads.folder(DISCLOSURE) / "checkpoint").exists():
        return []
    feed = Feed(source_of(str(settings.DATA)))
    return [Fault(f"feed/{f.path}", str(f)) for f in check_feed(feed)]
