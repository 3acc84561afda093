"""`mingfa check`: may this bureau go live? Every thing that is not in order, each with what to do.

Exit code 1 while anything blocks. It reads only: no key is made, nothing is signed, no row written.
"""

import argparse
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from mingfa.bureau.appointments.values import NEEDS
from mingfa.bureau.ledger import heads, reader, restored, standing
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Log
from mingfa.bureau.ledger.reader import Altered
from mingfa.bureau.papers.typefaces import check as check_fonts
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Bureau, Role
from mingfa.bureau.vault import VaultError, vault_from
from mingfa.bureau.vault.film.confined import NoTool, how
from mingfa.bureau.vault.film.probing import tool as film_tool
from mingfa.bureau.work import reads as work
from mingfa.commands import readiness as judge
from mingfa.commands import show
from mingfa.commands.readiness import Finding
from mingfa.feed.check import check as check_feed
from mingfa.feed.reader import Feed
from mingfa.feed.source import source_of
from mingfa.tlog import LogError
from mingfa.witness import Refused as NotSigned
from mingfa.witness import Signer

Topic = Callable[[date], Iterable[Finding]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There is nothing to choose."""


def run(args: argparse.Namespace) -> int:
    today = timezone.localdate()
    found = {"数据库": list(_database(today))}
    ready = not found["数据库"]
    for zh, topic in {**ALONE, **(WITH_DATABASE if ready else {})}.items():
        found[zh] = list(topic(today))
    skipped = [] if ready else list(WITH_DATABASE)
    blocking = sum(one.blocks for findings in found.values() for one in findings)
    result = {
        "ready": blocking == 0,
        "unchecked": skipped,
        "topics": {zh: [asdict(one) for one in findings] for zh, findings in found.items()},
    }
    show(args, result, told(found, skipped))
    return 1 if blocking else 0


def told(found: dict[str, list[Finding]], unchecked: list[str]) -> Iterator[str]:
    """Yield what blocks, then what is only a warning, then what is in order."""
    for heading, blocks in (("【阻止上线】", True), ("【提醒】", False)):
        rows = [(zh, one) for zh, findings in found.items() for one in findings if one.blocks is blocks]
        if rows:
            yield heading
        for number, (zh, one) in enumerate(rows, 1):
            yield f"{number}. {zh}：{one.because}"
            yield f"   办法：{one.todo}"
    if fine := [zh for zh, findings in found.items() if not findings]:
        yield f"【无问题】{'、'.join(fine)}"
    if unchecked:
        yield f"【未检查】{'、'.join(unchecked)}（须先使数据库可用）"
    blocking = sum(one.blocks for findings in found.values() for one in findings)
    yield f"尚有{blocking}项阻止上线。" if blocking else "可以上线。"


def _database(today: date) -> Iterator[Finding]:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield Finding(
            True, f"数据库无法访问：{error}", "检查 MINGFA_DATABASE（或者数据目录的权限）以及数据库服务。"
        )
        return
    if waiting:
        because = f"数据库结构有{len(waiting)}项待更新。"
        yield Finding(True, because, "运行一次 mingfa serve，它会先更新数据库结构。")


def _bureau(today: date) -> Iterator[Finding]:
    try:
        if people.bureau().example:
            because = "本数据目录中是示例机关，文书盖“样章”，不得用于办案。"
            yield Finding(True, because, "用 --data 另选一个空目录，设立真实的机关。")
    except Bureau.DoesNotExist:
        todo = "运行 mingfa serve，打开内网首页，按“设立执法机关”页面录入机关信息和人事管理员账号。"
        yield Finding(True, "尚未设立执法机关。", todo)
    except Altered as altered:
        yield Finding(True, str(altered), "运行 mingfa verify 查明全部不符之处。")


def _posts(today: date) -> Iterator[Finding]:
    roles = [need.role for need in NEEDS] + [Role.REVIEW_HEAD]
    return judge.of_posts({role: people.actors(role, today) for role in roles})


def _signer(today: date) -> Iterator[Finding]:
    """Look at the signer's folder, its last heads and the keys put out, without making any."""
    keys = Path(settings.KEYS)
    if not keys.is_dir():
        yield Finding(True, "尚无密钥目录。", "运行一次 mingfa serve，签署程序会生成密钥。")
        return
    yield from judge.of_modes({f"{keys}/": _mode(keys)} | {str(f): _mode(f) for f in _key_files(keys)})
    for log in Log.objects.order_by("name"):
        yield from _signed(log, keys)
    if (said := restored.state()) is not None:
        because = f"数据由{restored.made(said)}的备份恢复，尚未登记、确认，暂停办理。"
        todo = "运行 mingfa recover，再由主要负责人和人事管理员登记、确认数据恢复。"
        yield Finding(True, because, todo)
    for fault in standing.faults():
        yield Finding(True, str(fault), "保留现有数据，运行 mingfa verify 查明；找回较新的备份后再恢复。")


def _signed(log: Log, keys: Path) -> Iterator[Finding]:
    zh = "执法记录日志" if log.name == RECORD else "公示日志"
    if not (keys / f"{quote(log.origin, safe='')}.key").exists():
        because = f"{zh}尚未签署过。"
        yield Finding(log.size > 0, because, "运行 mingfa serve，签署程序会签署现有记录并生成 vkey 文件。")
        return
    try:
        signer = Signer(keys, log.origin)
        last = signer.last()
        put_out = heads.vkey(log.name)
    except (NotSigned, LogError, OSError) as error:
        because = f"{zh}的签署状态不可读：{error}。"
        yield Finding(True, because, "不要删除 keys 目录中的任何文件；从其独立备份恢复，并报告执法监督机构。")
        return
    if put_out != signer.vkey:
        because = f"{zh}的 vkey 文件与签署密钥不符。"
        yield Finding(True, because, "查明 vkey 文件被何人改动；确认密钥无误后重新签署。")
    if last is not None and last.size > log.size:
        yield Finding(
            True,
            f"{zh}已签署{last.size}条，数据库中只有{log.size}条：数据库可能由旧备份恢复。",
            "停止使用，保留现有两份数据，找回较新的备份后再恢复。",
        )


def _key_files(keys: Path) -> Iterator[Path]:
    return (file for file in sorted(keys.iterdir()) if file.suffix in (".key", ".secret"))


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def _feed(today: date) -> Iterator[Finding]:
    """Check the public files as a citizen would."""
    if not (heads.folder(DISCLOSURE) / "checkpoint").exists():
        if reader.size(DISCLOSURE):
            yield Finding(True, "公示日志尚未导出。", "运行 mingfa serve，后台程序会签署并导出。")
        return
    try:
        faults = [str(fault) for fault in check_feed(Feed(source_of(str(settings.DATA))))]
    except (LogError, OSError) as error:
        faults = [str(error)]
    for fault in faults:
        yield Finding(True, f"公示数据未能核验：{fault}", "运行 mingfa verify 查明原因，修复前不要公开。")


def _vault(today: date) -> Iterator[Finding]:
    try:
        vault_from(settings.VAULT).has("0" * 64)
    except (VaultError, OSError, ValueError) as error:
        yield Finding(True, f"文件库无法访问：{error}", "检查 MINGFA_VAULT 以及存储服务。")
        return
    folder = urlsplit(settings.VAULT)
    if folder.scheme == "file" and not _may_write(Path(unquote(folder.path))):
        yield Finding(
            True, f"文件库目录 {unquote(folder.path)} 不可写。", "把目录的所有者改为运行本系统的用户。"
        )


def _may_write(folder: Path) -> bool:
    """Say whether we may write here, or make the folder where it does not exist yet."""
    there = folder
    while not there.exists():
        there = there.parent
    return os.access(there, os.W_OK | os.X_OK)


def _space(today: date) -> Iterator[Finding]:
    return judge.of_space(shutil.disk_usage(settings.DATA).free, str(settings.DATA))


def _site(today: date) -> Iterator[Finding]:
    yield from judge.of_addresses(settings.SITE)
    yield from judge.of_site(
        settings.ALLOWED_HOSTS, settings.PORTAL, settings.ORIGIN, settings.SECRET_KEY, debug=settings.DEBUG
    )


def _fonts(today: date) -> Iterator[Finding]:
    return (Finding(False, because, todo) for because, todo in map(_halves, check_fonts()))


def _halves(sentence: str) -> tuple[str, str]:
    """Part what is wanting from what to do: the fonts' check says both in one."""
    because, _, todo = sentence.partition("。")
    return f"{because}。", todo


def _film(today: date) -> Iterator[Finding]:
    """Whether recordings can be measured when they come in, and how the tool that does it is shut in."""
    try:
        found = film_tool()
    except NoTool as lacking:
        yield Finding(False, "音像文件不能检验，时段以填写为准。", str(lacking))
        return
    if how() != "bubblewrap":
        yield Finding(
            False, f"{found}没有完全隔离运行（{how()}）。", "请安装：sudo apt install -y bubblewrap"
        )


def _rounds(today: date) -> Iterator[Finding]:
    """What the system could not do by itself, and tries again."""
    return (Finding(one.blocks, str(one), one.todo) for one in work.failed())


def _certificates(today: date) -> Iterator[Finding]:
    return judge.of_certificates(people.actors(Role.OFFICER, today), today)


ALONE: dict[str, Topic] = {
    "站点设置": _site,
    "字体": _fonts,
    "文件库": _vault,
    "音像检验": _film,
    "磁盘": _space,
}
WITH_DATABASE: dict[str, Topic] = {
    "机关": _bureau,
    "节假日": lambda today: judge.of_calendar(people.calendar(), today),
    "本地参数": lambda today: judge.of_local_values(people.config(), today),
    "任职": _posts,
    "审核人员比例": lambda today: judge.of_ratio(*people.reviewer_ratio(today)),
    "执法证件": _certificates,
    "签署与密钥": _signer,
    "公示数据": _feed,
    "自动办理": _rounds,
}
