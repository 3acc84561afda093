"""What follows when another program starts: it puts itself on record before it does anything else."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.law.force import EDITION
from mingfa.bureau.ledger.faults import Fault
from mingfa.bureau.ledger.models import RECORD, Leaf
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.lib.program import law_digest, program_digest, version_of_program
from mingfa.bureau.people import reads as people

NOTE = "program.note"


def to_note(now: datetime) -> list[Piece[Done]]:
    """Return the note that waits: the program or the data of the law is not what was noted last."""
    return [] if noted() == _ours() else [Piece("", 0, "", "程序和法律数据", partial(_note, now))]


def program_faults() -> Iterator[Fault]:
    """Yield where the program that runs is not the one on record. Before the first note there is none."""
    (index, said), ours = _last(), _ours()
    named = {"program": "程序", "law": "法律数据"}
    changed = [zh for name, zh in named.items() if said and said[name] != ours[name]]
    if changed:
        yield Fault(
            "、".join(changed),
            f"与执法记录第{index}条登记的摘要不同。经升级更换的，运行 mingfa upgrade 或者 mingfa serve 后"
            "自动登记；没有升级过的，程序文件被改动，请停止使用并查明。",
        )


def noted() -> dict[str, object]:
    """Return what was noted last: version, edition and digests; nothing before the first note."""
    return _last()[1]


def _last() -> tuple[int, dict[str, object]]:
    rows = Leaf.objects.filter(log=RECORD, act=NOTE).order_by("-i").values_list("i", flat=True)
    index = rows.first()
    return (-1, {}) if index is None else (int(index), inputs(leaf(index).entry))


def _ours() -> dict[str, object]:
    return {
        "version": version_of_program(),
        "edition": EDITION,
        "program": program_digest(),
        "law": law_digest(),
    }


def _note(now: datetime) -> Done:
    return do(NOTE, by=people.system(), inputs=_ours(), at=now, now=now)
