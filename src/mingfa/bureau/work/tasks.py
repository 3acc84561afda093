"""The tasks of a round, in their order. A task lists its pieces; the round does each of them alone."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from mingfa.bureau.appointments.accounts.follow import to_anchor
from mingfa.bureau.appointments.program.follow import to_note
from mingfa.bureau.disclosure import follow
from mingfa.bureau.disclosure.public_files.writes import FeedFolder, Written
from mingfa.bureau.doorway.drawing import waiting_to_be_drawn
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD
from mingfa.bureau.ledger.witnessing import cosign
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.permits import follow as permits
from mingfa.bureau.records.measuring.follow import to_measure
from mingfa.bureau.vault import vault_from
from mingfa.witness import NotCosigned

BY_HAND = "查明原因；可以由有权人员当场办理的，先行办理，系统随后自动核对。"
ON_THE_MACHINE = "由系统管理人员查看运行日志，检查磁盘、目录权限和密钥目录，并运行 mingfa verify。"
SHORT_PAUSE, EVERY_HOUR, A_DAY = timedelta(minutes=5), timedelta(hours=1), timedelta(days=1)
_swept: dict[str, datetime] = {}


@dataclass(frozen=True)
class Moment:
    """When a round is made (None: now, at each question), and the public folder its process keeps."""

    fixed: datetime | None
    feed: FeedFolder

    @property
    def now(self) -> datetime:
        """The moment: under load a round takes longer than an entry may lie behind the last."""
        return self.fixed or timezone.now()


def _nothing(result: Any) -> Mapping[str, int]:
    return {}


@dataclass(frozen=True)
class Task:
    """A task of the round: its pieces, what to do where one fails, the longest pause before another try.

    `counts` says what of the round's result a piece makes up; `most` is how many pieces one round tries.
    """

    name: str
    title: str
    pieces: Callable[[Moment], Iterable[Piece[Any]]]
    todo: str = BY_HAND
    longest: timedelta = timedelta(hours=1)
    counts: Callable[[Any], Mapping[str, int]] = _nothing
    most: int | None = None


def whole(task: Task) -> Piece[Any]:
    """Return the piece that stands for the task itself, where its pieces cannot even be listed."""
    return Piece("", 0, "", task.title, lambda: None)


def _one(words: str, do: Callable[[], Any]) -> list[Piece[Any]]:
    return [Piece("", 0, "", words, do)]


def _each(name: str) -> Callable[[Any], Mapping[str, int]]:
    return lambda result: {name: 1}


def sign_record() -> None:
    """Sign the record and put out the key that its receipts are checked with."""
    heads.sign(RECORD)
    folder = Path(settings.FEED)
    folder.mkdir(parents=True, exist_ok=True)
    heads.put_key(folder / "record.vkey", heads.vkey(RECORD))


def remnants(now: datetime) -> list[Piece[Any]]:
    """Return the sweeping of uploads that were broken off a day ago; an hour after the last there is none."""
    last = _swept.get(settings.VAULT)
    if last is not None and now - last < EVERY_HOUR:
        return []

    def sweep() -> None:
        vault_from(settings.VAULT).sweep(now - A_DAY)
        _swept[settings.VAULT] = now

    return _one("中断的上传", sweep)


def _written(done: Written) -> Mapping[str, int]:
    return {"written": done.written, "dropped": done.dropped}


def _witnessed(log: str) -> Callable[[], None]:
    def ask() -> None:
        if silent := cosign(log):
            raise NotCosigned("；".join(silent))

    return ask


def _to_witness(moment: Moment) -> Iterator[Piece[None]]:
    if settings.WITNESSES:
        for number, (log, zh) in enumerate(((RECORD, "执法记录日志"), (DISCLOSURE, "公示日志")), 1):
            yield Piece("log", number, "", f"{zh}的见证签名", _witnessed(log))


TASKS: tuple[Task, ...] = (
    Task("note", "登记程序和法律数据", lambda m: to_note(m.now)),
    Task(
        "accept",
        "登记视为受理的许可申请",
        lambda m: permits.silent_applications(m.now),
        counts=_each("accepted"),
    ),
    Task(
        "renew",
        "登记视为准予延续的许可",
        lambda m: permits.silent_renewals(m.now),
        counts=_each("renewed"),
    ),
    Task("show", "公布权责清单和机关信息", lambda m: follow.pages_to_show(m.now), counts=_each("shown")),
    Task("withdraw", "撤下应当撤下的公示信息", lambda m: follow.fallen(m.now), counts=_each("withdrawn")),
    Task(
        "measure",
        "检验音像文件",
        lambda m: to_measure(m.now),
        "由系统管理人员检查 ffmpeg、bubblewrap 和文件库；在此之前，音像记录的时段以填写为准。",
        counts=_each("measured"),
        most=20,
    ),
    Task("watch", "登记出入记录摘要", lambda m: to_anchor(m.now)),
    Task(
        "sign",
        "签署执法记录日志",
        lambda m: _one("执法记录日志", sign_record),
        ON_THE_MACHINE,
        SHORT_PAUSE,
    ),
    Task(
        "anchor",
        "向公示日志写入执法记录检查点",
        lambda m: _one("公示日志", lambda: follow.anchor(m.now)),
        ON_THE_MACHINE,
        SHORT_PAUSE,
    ),
    Task(
        "put_out",
        "更新公示文件并签署公示日志",
        lambda m: _one("公示文件", m.feed.follow),
        ON_THE_MACHINE,
        SHORT_PAUSE,
        _written,
    ),
    Task(
        "cosign",
        "请外部见证方签名",
        _to_witness,
        "与见证单位联系，检查 MINGFA_WITNESSES 中的地址和公钥。",
    ),
    Task(
        "draw",
        "生成对外文书",
        lambda m: waiting_to_be_drawn(m.fixed),
        "由系统管理人员检查字体、文件库和磁盘；需要文书的，在案件页面打开该文书即再次生成。",
        counts=_each("drawn"),
        most=40,
    ),
    Task("sweep", "清理中断的上传", lambda m: remnants(m.now), ON_THE_MACHINE),
)
COUNTED = ("accepted", "renewed", "shown", "withdrawn", "measured", "written", "dropped", "drawn")
