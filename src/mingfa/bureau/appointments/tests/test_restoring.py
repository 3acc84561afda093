"""A restored bureau: what newer files prove is taken over by two hands, and no number comes twice."""

import json
import re
import shutil
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction
from tests.fuzz.again import told_again

from mingfa.backup.errors import BackupError
from mingfa.backup.recover import Recovered, Sources, recover
from mingfa.bureau.desk.matters.timeline import story
from mingfa.bureau.doorway.drawing import drawn
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.ledger import heads, reader, restored, standing
from mingfa.bureau.ledger.models import DISCLOSURE, RECORD, Head, Item, Leaf, Log
from mingfa.bureau.ledger.reader import Altered
from mingfa.bureau.ledger.verify import verify
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.work.laws import breaches
from mingfa.bureau.work.rounds import round_of_work
from mingfa.commands import main
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.tlog import Checkpoint, FileStore, Policy, check_receipt

pytestmark = pytest.mark.clause("2.4.c")
STATED = {"sought": "示例：硬盘损坏，已查找日志和文书。", "compared": True}


class Undone(Exception):
    """Ends a transaction so that nothing of it stays."""


@dataclass
class Lost:
    """A bureau that came out of a backup, and what is left of the machine that was lost."""

    play: Play
    old: Path
    size: int
    paper: int
    number: str
    pdf: Path

    def sources(self, *, old: bool = True, paper: bool = True, heads: tuple[Path, ...] = ()) -> Sources:
        return Sources([self.old] if old else [], [], heads, [self.pdf] if paper else [])


@pytest.fixture
def places(settings, tmp_path: Path) -> Path:
    settings.VAULT, settings.FEED, settings.DATA = (tmp_path / "vault").as_uri(), tmp_path / "feed", tmp_path
    settings.LOGS, settings.KEYS = tmp_path / "logs", tmp_path / "keys"
    return tmp_path


@pytest.fixture
def lost(places: Path, stage: Stage, cast: Cast) -> Lost:
    """Back up, go on with a case, make and draw a paper, lose the machine, put the backup back."""
    play = Play(stage, cast).to_filed()
    round_of_work(stage.now)
    marks = {}
    for log in Log.objects.all():
        root = Checkpoint.parse(heads.sign(log.name).split("\n\n")[0] + "\n").root
        marks[log.name] = {"size": log.size, "root": root.hex()}
    for part in ("keys", "logs"):
        shutil.copytree(places / part, places / "backup" / part)
    size, found = reader.size(), Lost(play, places / "old", 0, 0, "", places / "served.pdf")
    with pytest.raises(Undone), transaction.atomic():
        play.inspect()
        made = play.order()
        found.paper, found.number, found.size = made.index, made.number, size
        found.pdf.write_bytes(drawn(made.index, stage.now))
        stage.now += timedelta(minutes=1)
        round_of_work(stage.now)
        heads.sign()
        for part in ("keys", "logs", "feed"):
            shutil.copytree(places / part, found.old / part)
        raise Undone
    for part in ("keys", "logs"):
        shutil.rmtree(places / part)
        shutil.copytree(places / "backup" / part, places / part)
    mark = {"made": stage.now.isoformat(), "restored": stage.now.isoformat(), "logs": marks}
    Log.objects.update(restored=json.dumps(mark))
    stage.now += timedelta(minutes=5)
    return found


def go_on(found: Lost, sources: Sources) -> Recovered:
    """Find what is left and let head and personnel put it on record."""
    said = recover(sources, write=True)
    stage, cast = found.play.stage, found.play.cast
    stage.act("bureau.restore", cast.appointer, **STATED)
    stage.act("bureau.resume", cast.head, compared=True)
    return said


def faults() -> list[str]:
    return [str(one) for one in (*verify(), *breaches())]


def test_nothing_is_done_before_it_is_on_record(lost: Lost, capsys: pytest.CaptureFixture[str]) -> None:
    play, size = lost.play, reader.size()
    with pytest.raises(standing.Restored, match="已停止办理"):
        play.inspect()
    with pytest.raises(heads.Waits):
        heads.sign()
    assert set(round_of_work(play.stage.now)) == set() and reader.size() == size
    with pytest.raises(Refused, match="尚未查找"):
        play.stage.act("bureau.restore", play.cast.head, **STATED)
    assert "备份恢复" in standing.why_it_stands_still()
    main(["check"])
    assert "尚未登记、确认，暂停办理" in capsys.readouterr().out
    assert faults() == []


def test_what_the_tiles_prove_stands_and_is_done_again(lost: Lost) -> None:
    signed = (lost.old / "logs" / "record" / "checkpoint").read_text()
    said = go_on(lost, lost.sources())
    assert said.renamed == {}
    assert [one.index for one in said.lines if one.log == RECORD][:2] == [lost.size, lost.size + 1]
    assert any(lost.number in one.words and one.content for one in said.lines), "the paper names its number"
    facts = reader.value(reader.leaf(lost.paper).entry, "paper")
    assert isinstance(facts, dict) and facts["document_no"] == lost.number, "what a party holds is back"
    made = lost.play.inspect()
    again = lost.play.order()
    assert reader.leaf(made.index).entry.before is not None
    assert again.number != lost.number and "续" in again.number
    assert [e.index for e in story(lost.play.case, "ordinary")][-4:] == [
        lost.size, lost.paper, made.index, again.index
    ]  # fmt: skip
    gone = next(e for e in story(lost.play.case, "ordinary") if e.index == lost.size)
    assert gone.inputs == {} and any("登记为丢失" in words for words in gone.erased)
    assert faults() == [] and told_again() == []
    head = Policy.of(heads.vkey()).check(signed).checkpoint
    heads.sign()
    assert (
        Policy.of(heads.vkey()).check((heads.folder(RECORD) / "checkpoint").read_text()).checkpoint.size
        > head.size
    )


def test_without_the_machines_own_files_the_logs_take_new_names(lost: Lost) -> None:
    old_key = heads.vkey()
    said = go_on(lost, lost.sources(old=False))
    name = said.renamed[RECORD]
    assert re.fullmatch(r"log\.example\.cn/record/\d{8}-\d{4}", name)
    assert said.renamed == {RECORD: name, DISCLOSURE: name.replace("record", "disclosure")}
    assert said.sizes[RECORD][2] > lost.size, "the receipt of the paper shows that more was signed"
    kept = lost.play.keep()
    receipt = heads.receipt(kept.index)
    assert heads.vkey() != old_key and heads.vkey().startswith(f"{name}+")
    assert check_receipt(receipt, reader.leaf(kept.index).data, Policy.of(heads.vkey())).index == kept.index
    lost.play.stage.now += timedelta(minutes=1)
    round_of_work(lost.play.stage.now)
    assert (heads.folder(RECORD) / "before" / "1" / "vkey").read_text().strip() == old_key
    public = [reader.leaf(i, DISCLOSURE).entry for i in range(reader.size(DISCLOSURE))]
    told = next(one for one in public if one.act == "restore")
    renamed = told.facts["renamed"]
    assert isinstance(renamed, dict) and renamed["record"]["was"] == old_key
    assert public[-1].act == "anchor" and str(public[-1].facts["head"]).startswith(f"{name}\n")
    assert faults() == [] and told_again() == []
    # A head of the old name over more than was known then is news, and is named.
    more = (lost.old / "logs" / "record" / "checkpoint").read_text()
    (heads.folder(RECORD) / "checkpoint").write_text(more)
    assert any("现发现" in one for one in faults())


def test_a_planned_move_loses_nothing_and_marks_nothing(lost: Lost) -> None:
    moved = Sources([lost.old.parent / "backup"], [], [], [])
    said = go_on(lost, moved)
    assert said.lines == [] and said.renamed == {}
    lost.play.inspect()
    assert "续" not in lost.play.order().number
    public = [reader.leaf(i, DISCLOSURE).entry for i in range(reader.size(DISCLOSURE))]
    told = next(one for one in public if one.act == "restore")
    assert "没有条目丢失" in str(told.facts["text"])
    assert faults() == [] and told_again() == []


def test_nobody_opens_the_doorway_alone(lost: Lost) -> None:
    stage, cast = lost.play.stage, lost.play.cast
    recover(lost.sources(), write=True)
    with pytest.raises(Refused, match="没有等待确认"):
        stage.act("bureau.resume", cast.head, compared=True)
    with pytest.raises(Refused, match="没有确认已经核对"):
        stage.act("bureau.restore", cast.head, sought="示例", compared=False)
    stage.act("bureau.restore", cast.head, **STATED)
    with pytest.raises(Refused, match="已经登记"):
        stage.act("bureau.restore", cast.appointer, **STATED)
    with pytest.raises(Refused, match="两人共同"):
        stage.act("bureau.resume", cast.head, compared=True)
    with pytest.raises(standing.Restored):
        lost.play.inspect()
    with pytest.raises(BackupError, match="已经登记"):
        recover(lost.sources(), write=True)
    stage.act("bureau.resume", cast.appointer, compared=True)
    with pytest.raises(Refused, match="没有等待确认"):
        stage.act("bureau.resume", cast.head, compared=True)
    with pytest.raises(BackupError, match="没有需要查找"):
        recover(lost.sources(), write=True)
    assert lost.play.inspect() and restored.state() is None


def test_looking_writes_nothing_and_more_sources_may_follow(lost: Lost) -> None:
    before = Log.objects.get(name=RECORD).restored
    assert recover(lost.sources(old=False), write=False).renamed
    assert Log.objects.get(name=RECORD).restored == before
    recover(lost.sources(old=False, paper=False), write=True)
    assert go_on(lost, lost.sources()).renamed == {}, "the later look stands"


def _a_byte(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])


def _another_history(old: Path) -> None:
    store = FileStore(old / "logs" / "record")
    note = store.read("checkpoint").decode()
    (old / "logs" / "record" / "checkpoint").write_text(note.replace("log.example.cn", "log.example.org"))


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (
            lambda old: [_a_byte(f) for f in (old / "logs/record/tile/entries").rglob("*") if f.is_file()],
            "历史不同|不完整",
        ),
        (_another_history, "不是本机关的日志"),
    ],
)
def test_what_is_not_signed_proves_nothing(lost: Lost, harm: Callable[[Path], object], words: str) -> None:
    harm(lost.old)
    try:
        said = recover(lost.sources(paper=False), write=True)
    except BackupError as refused:
        assert any(word in str(refused) for word in words.split("|"))
    else:
        assert said.renamed and any("不完整" in one for one in said.told)
    assert restored.state() is not None and reader.size() == lost.size


def test_only_what_was_lost_may_be_missing(lost: Lost) -> None:
    go_on(lost, lost.sources())
    assert reader.inputs(reader.leaf(lost.size).entry) == {}
    with connection.cursor() as cursor:
        on = " ON ledger_item" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER item_goes_only_when_erased{on}")
    kept = reader.leaf(lost.play.case).entry
    Item.objects.filter(commitment=kept.items["in/summary"]).delete()
    assert any("没有任何办理依据" in one for one in faults())
    with pytest.raises(Altered, match="没有任何办理依据"):
        reader.inputs(kept)


def test_what_was_found_cannot_be_changed_before_it_is_on_record(lost: Lost) -> None:
    recover(lost.sources(), write=True)
    said = restored.state()
    assert said is not None
    last = said["found"]["record"]["entries"]
    last[-1] = b64encode(b64decode(last[-1]).replace(b'"outcome":""', b'"outcome":"x"')).decode()
    restored.put_state(said)
    with pytest.raises(Altered, match="与已签署的检查点不符"):
        lost.play.stage.act("bureau.restore", lost.play.cast.head, **STATED)
    assert reader.size() == lost.size


def test_lost_entries_stand_on_a_signed_head(lost: Lost) -> None:
    go_on(lost, lost.sources())
    end = restored.lost().ranges[RECORD][0][1]
    assert Head.objects.filter(log=RECORD, size=end).delete()[0] == 1
    assert any("没有已签署的检查点证明" in one for one in faults())


def test_the_mark_of_a_restore_is_not_made_up(lost: Lost) -> None:
    go_on(lost, lost.sources())
    Log.objects.filter(name=RECORD).update(restored="x")
    assert any("恢复标记" in one for one in faults())
    with pytest.raises(standing.Restored):
        lost.play.inspect()


def test_every_number_after_the_loss_bears_the_mark(lost: Lost) -> None:
    go_on(lost, lost.sources())
    lost.play.inspect()
    assert "续" in lost.play.order().number
    assert (
        Paper.objects.filter(number__contains="续").count() == Paper.objects.filter(pk__gte=lost.size).count()
    )
    assert Leaf.objects.filter(log=RECORD, act="bureau.restore").count() == 1
