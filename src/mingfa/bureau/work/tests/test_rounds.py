"""Each task of a round, and each piece of it, stands alone; what failed is kept, told and tried again."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone

from mingfa.bureau.disclosure import rules
from mingfa.bureau.disclosure.public_files import writes
from mingfa.bureau.disclosure.tests import conftest as made
from mingfa.bureau.disclosure.tests.conftest import Press
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.ledger import heads
from mingfa.bureau.ledger.models import DISCLOSURE
from mingfa.bureau.ledger.reader import leaf, size
from mingfa.bureau.lib.pieces import Piece
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Appointment, Role
from mingfa.bureau.work import failures, rounds
from mingfa.bureau.work import reads as work
from mingfa.bureau.work.models import Failure
from mingfa.bureau.work.rounds import round_of_work
from mingfa.bureau.work.tasks import TASKS, Moment, Task
from mingfa.commands import main
from mingfa.feed.check import check
from mingfa.feed.operations import Withdraw, from_entry
from mingfa.feed.reader import Feed
from mingfa.feed.source import FolderSource
from mingfa.feed.writer import write_item

Desk = Callable[[int], Client]
REASON = "示例：磁盘已满。"
NAMING = "关于撤销对王小明行政处罚决定的决定"
NAMES = [task.name for task in TASKS]


def broken(task: Task) -> Task:
    def pieces(moment: Moment) -> Iterable[Piece[Any]]:
        raise OSError(28, REASON)

    return replace(task, pieces=pieces)


def put_in_place(monkeypatch: pytest.MonkeyPatch, changed: Task) -> None:
    now = tuple(changed if task.name == changed.name else task for task in TASKS)
    monkeypatch.setattr(rounds, "TASKS", now)


def revoked(press: Press) -> Press:
    press.to_published("unit", full_text=True)
    press.play.revoke()
    return press


def kept() -> list[tuple[str, str, int]]:
    return [(row.task, row.kind, row.times) for row in Failure.objects.order_by("pk")]


def told(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    capsys.readouterr()
    assert main(["--json", *command]) == 1
    return json.dumps(json.loads(capsys.readouterr().out), ensure_ascii=False)


@pytest.mark.clause("1.4.e")
@pytest.mark.parametrize("name", NAMES)
def test_a_task_that_fails_stops_no_other(
    name: str,
    press: Press,
    data: Path,
    at_desk: Desk,
    settings: LazySettings,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    settings.DATA, now = data, revoked(press).stage.now
    monkeypatch.setattr(timezone, "now", lambda: press.stage.now)
    task = next(task for task in TASKS if task.name == name)
    put_in_place(monkeypatch, broken(task))
    done = round_of_work(now)
    assert kept() == [(name, "", 1)] and done["failed"] == 1
    assert (press.publication.state == "withdrawn") == (name != "withdraw")
    assert (done["shown"] > 0) == (name != "show")
    assert (done["drawn"] > 0) == (name != "draw")
    if name != "put_out":
        assert check(Feed(FolderSource(data))) == [], "signed and put out, whatever else fails"
        assert signed(data) == size(DISCLOSURE)
    if name not in ("anchor", "put_out"):
        assert from_entry(leaf(size(DISCLOSURE) - 1, DISCLOSURE).data).op == "anchor"
    # Told to those who can mend it, to supervision, and to whoever runs the machine.
    for person in (press.cast.head, supervisor(press)):
        page = at_desk(person).get("/").content.decode()
        assert f"自动办理未成：{task.title}" in page and REASON in page
    page = at_desk(press.cast.head).get("/supervision/").content.decode()
    assert task.title in page and REASON in page and "已失败1次" in page
    for command in ("check", "verify"):
        assert f"{task.title}" in (words := told(capsys, command)) and REASON in words and task.todo in words
    # It rests, is tried again, rests longer, and is forgotten once it succeeds.
    round_of_work(now + timedelta(seconds=10))
    assert kept() == [(name, "", 1)]
    round_of_work(now + timedelta(seconds=25))
    assert kept() == [(name, "", 2)]
    round_of_work(now + timedelta(seconds=50))
    assert kept() == [(name, "", 2)]
    monkeypatch.setattr(rounds, "TASKS", TASKS)
    round_of_work(now + timedelta(seconds=90))
    assert kept() == [] and press.publication.state == "withdrawn"
    assert check(Feed(FolderSource(data))) == []


def signed(data: Path) -> int:
    return heads.size_of((data / "logs" / DISCLOSURE / "checkpoint").read_text())


def supervisor(press: Press) -> int:
    return int(Appointment.objects.filter(role=Role.SUPERVISOR).values_list("person", flat=True)[0])


@pytest.mark.parametrize("name", NAMES)
def test_a_piece_that_fails_stops_no_other_piece(
    name: str, stage: Any, cast: Any, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def fail() -> None:
        tried.append(1)
        raise OSError(28, REASON)

    def pieces(moment: Moment) -> Iterable[Piece[Any]]:
        yield Piece("paper", 1, "", "示例一", fail)
        yield Piece("paper", 2, "", "示例二", lambda: tried.append(2))

    task = next(task for task in TASKS if task.name == name)
    put_in_place(monkeypatch, replace(task, pieces=pieces))
    round_of_work(stage.now)
    round_of_work(stage.now + timedelta(seconds=1))
    assert tried == [1, 2, 2] and kept() == [(name, "paper", 1)]
    put_in_place(monkeypatch, replace(task, pieces=lambda moment: []))
    round_of_work(stage.now + timedelta(seconds=2))
    assert kept() == [], "what is no longer to be done has not failed"


def test_what_fails_at_the_head_of_a_queue_does_not_block_it(
    stage: Any, cast: Any, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []

    def draw(pk: int) -> None:
        if pk < 3:
            raise OSError(28, REASON)
        drawn.append(pk)

    def pieces(moment: Moment) -> Iterable[Piece[Any]]:
        return [Piece("paper", pk, "", "示例", lambda pk=pk: draw(pk)) for pk in range(5) if pk not in drawn]

    put_in_place(monkeypatch, replace(TASKS[-1], pieces=pieces, most=3))
    round_of_work(stage.now)
    assert drawn == []
    round_of_work(stage.now)
    assert drawn == [3, 4]


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.4.e")
def test_a_withdrawal_that_a_gate_refuses_is_told_and_the_rest_goes_on(
    press: Press, data: Path, at_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The journey of the trial, with the gate that stood in the way of it put back."""
    monkeypatch.setattr(timezone, "now", lambda: press.stage.now)
    press.to_published("person")
    round_of_work(press.stage.now)
    first = press.publication
    act = REGISTER["disclosure.withdraw"]
    gates = (*act.gates, rules.nothing_protected_can_be_read)
    monkeypatch.setitem(REGISTER, act.name, replace(act, gates=gates))
    press.play.revoke(ground="superior", document=NAMING)
    assert round_of_work(press.stage.now)["failed"] == 1
    later = another(press, monkeypatch)
    done = round_of_work(press.stage.now)
    assert done["failed"] == 1 and done["written"] > 0
    assert press.publication.is_live and later.publication.is_live
    assert own(later) <= files(data) and signed(data) == size(DISCLOSURE)
    assert check(Feed(FolderSource(data))) == []
    [failed] = work.failed()
    assert failed.times == 2 and failed.menders == {"publicity", "head"}
    assert failed.since < failed.last_at < failed.next_at
    assert "王小明" not in str(failed) + failed.todo
    page = at_desk(press.cast.publicity).get("/").content.decode()
    assert "自动办理未成：撤下应当撤下的公示信息" in page and f"/publications/{first.id}/" in page
    assert "自动办理未成" not in at_desk(press.play.team[0]).get("/").content.decode()
    # A person takes it down with words of their own: nothing is left to be told.
    press.stage.act(
        "disclosure.withdraw",
        press.cast.publicity,
        None,
        reasons={"it_comes_down_in_three_working_days": "示例：自动撤下未成。"},
        publication=first.id,
        code="revoked",
        words="决定被依法撤销。",
    )
    round_of_work(press.stage.now)
    assert work.failed() == []
    assert "自动办理未成" not in at_desk(press.cast.publicity).get("/").content.decode()


def another(press: Press, monkeypatch: pytest.MonkeyPatch) -> Press:
    """Carry one more case to its publication, four weeks later."""
    monkeypatch.setattr(made, "DECIDING", made.DECIDING + timedelta(days=28))
    return Press(press.stage, press.cast).to_published("unit", full_text=True)


def own(press: Press) -> set[str]:
    return {c.hex() for c in leaf(press.publication.index or 0, DISCLOSURE).entry.items.values()}


def files(data: Path) -> set[str]:
    return {path.name for path in (data / "feed" / "item").iterdir()}


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.1.d", "1.4.e")
def test_a_title_that_names_the_party_is_masked_and_keeps_nothing_up(press: Press, data: Path) -> None:
    press.to_published("person").play.revoke(ground="superior", document=NAMING)
    assert round_of_work(press.stage.now)["failed"] == 0
    assert press.publication.state == "withdrawn"
    found = [from_entry(leaf(i, DISCLOSURE).data) for i in range(size(DISCLOSURE))]
    [gone] = [one for one in found if isinstance(one, Withdraw)]
    assert "王小明" not in gone.reason.text and "关于撤销对" in gone.reason.text
    published = b"".join(p.read_bytes() for p in (data / "feed").rglob("*") if p.is_file())
    assert "王小明".encode() not in published


@pytest.mark.clause("1.4.e")
def test_a_public_file_that_cannot_be_made_stops_no_other(
    press: Press, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press.to_published("unit", full_text=True)
    round_of_work(press.stage.now)
    fell = own(press)
    assert fell <= files(data)
    press.play.revoke()
    later = another(press, monkeypatch)
    items = leaf(later.publication.index or 0, DISCLOSURE).entry.items
    bad, good = items["notice"].hex(), items["text"].hex()

    def write(folder: Path, commitment: str, *item: Any) -> int:
        if commitment == bad:
            raise OSError(28, REASON)
        return write_item(folder, commitment, *item)

    monkeypatch.setattr(writes, "write_item", write)
    done = round_of_work(press.stage.now)
    assert kept() == [("put_out", "", 1)] and done["failed"] == 1
    assert good in files(data) and bad not in files(data)
    assert not fell & files(data), "what fell is gone, whatever could not be written"
    assert signed(data) == size(DISCLOSURE)
    monkeypatch.setattr(writes, "write_item", write_item)
    round_of_work(press.stage.now + timedelta(seconds=30))
    assert kept() == [] and check(Feed(FolderSource(data))) == []


def test_nobody_appointed_is_said_so(stage: Any, cast: Any, data: Path) -> None:
    Appointment.objects.filter(role=Role.SYSTEM).delete()
    round_of_work(stage.now)
    assert {f.reason for f in work.failed()} == {
        "没有任命“自动处理”人员，系统不能自动办理。请人事管理员办理任命。"
    }
    with pytest.raises(people.NobodyAppointed):
        people.system()


@pytest.mark.parametrize(
    ("times", "seconds"), [(1, 20), (2, 40), (3, 80), (7, 1280), (9, 3600), (10_000, 3600)]
)
def test_the_pauses_grow_to_their_end(times: int, seconds: int) -> None:
    assert failures.pause_after(times, timedelta(hours=1)) == timedelta(seconds=seconds)


def test_a_clock_that_stood_wrong_delays_nothing(
    stage: Any, cast: Any, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in_place(monkeypatch, broken(TASKS[0]))
    round_of_work(stage.now + timedelta(days=1))
    round_of_work(stage.now)
    assert kept() == [(TASKS[0].name, "", 2)], "tried again at once, not tomorrow"


def test_what_an_unknown_error_quotes_is_not_repeated() -> None:
    assert "王小明" not in failures.reason_of(ValueError("王小明"))
    assert (
        failures.reason_of(ExceptionGroup("", [OSError(28, REASON), OSError(28, REASON)])).count(REASON) == 1
    )


@pytest.mark.parametrize("task", TASKS, ids=NAMES)
def test_a_task_says_what_to_do_in_chinese(task: Task) -> None:
    assert task.title and task.todo.endswith("。") and task.longest <= timedelta(hours=1)
    assert len(set(NAMES)) == len(TASKS)
