"""`mingfa receipt`: what somebody holds is checked offline, and any changed byte is found."""

import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from mingfa.bureau.doorway import drawing
from mingfa.bureau.ledger import heads, reader
from mingfa.commands import main, receipt
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play
from mingfa.tlog import CosigningKey, SigningKey

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.clause("2.4.c")


@pytest.fixture
def data(settings: Any, tmp_path: Path) -> Path:
    """Give logs, keys, feed and vault a data folder of their own."""
    settings.DATA, settings.VAULT = tmp_path, (tmp_path / "vault").as_uri()
    settings.LOGS, settings.KEYS, settings.FEED = (tmp_path / name for name in ("logs", "keys", "feed"))
    return tmp_path


@pytest.fixture
def paper(cast: Cast, stage: Stage, data: Path) -> Path:
    """Return an order to correct as its party holds it: an outward paper with its receipt attached."""
    play = Play(stage, cast).to_filed()
    file = data / "责令改正通知书.pdf"
    file.write_bytes(drawing.drawn(play.order().index))
    return file


def checked(data: Path, *argv: object, capsys: Capture) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main(["--data", str(data), "--json", "receipt", *map(str, argv)])
    return code, json.loads(capsys.readouterr().out)


def attachments(paper: Path) -> dict[str, bytes]:
    with pikepdf.open(paper) as document:
        return {name: spec.get_file().read_bytes() for name, spec in document.attachments.items()}


def with_attachment(paper: Path, name: str, data: bytes) -> Path:
    changed = paper.with_name("changed.pdf")
    with pikepdf.open(paper) as document:
        document.attachments[name] = pikepdf.AttachedFileSpec(document, data, filename=name)
        document.save(changed)
    return changed


def test_the_names_of_the_attachments_are_those_that_papers_carry() -> None:
    assert (receipt.RECEIPT, receipt.ENTRY, receipt.ITEM) == (drawing.RECEIPT, drawing.ENTRY, drawing.ITEM)


def test_a_paper_is_checked_by_what_it_carries(paper: Path, data: Path, capsys: Capture) -> None:
    code, found = checked(data, paper, capsys=capsys)
    assert (code, found["valid"], found["log"]) == (0, True, "log.example.cn/record")
    assert found["entry"]["act"] == "correction.order"
    assert found["item"]["name"] == "paper"
    assert main(["--data", str(data), "receipt", str(paper)]) == 0
    shown = capsys.readouterr().out
    assert "执法行为：责令改正（correction.order）" in shown
    assert "请与纸面逐项比对" in shown
    assert f"：{found['item']['value']['document_no']}" in shown


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ([{"kind": "罚款", "amount": 12500}, {"kind": "警告"}], "罚款，125.00元；警告"),
        ({"name": "示例", "phone": "", "left": None}, "示例"),
        (True, "是"),
        (3, "3"),
    ],
)
def test_values_are_said_in_words(value: object, said: str) -> None:
    assert receipt.in_words(value) == said


def test_a_changed_value_is_found(paper: Path, data: Path, capsys: Capture) -> None:
    item = json.loads(attachments(paper)[receipt.ITEM])
    item["value"] = item["value"].replace("立即改正", "不必改正")
    changed = with_attachment(paper, receipt.ITEM, json.dumps(item).encode())
    code, found = checked(data, changed, capsys=capsys)
    assert (code, found["valid"]) == (1, False)
    assert "承诺值不符" in found["because"]


def test_a_changed_entry_is_found(paper: Path, data: Path, capsys: Capture) -> None:
    entry = attachments(paper)[receipt.ENTRY].replace(b"correction.order", b"correction.ordeR")
    code, found = checked(data, with_attachment(paper, receipt.ENTRY, entry), capsys=capsys)
    assert (code, found["valid"]) == (1, False)


def test_an_item_under_another_name_is_found(paper: Path, data: Path, capsys: Capture) -> None:
    item = json.loads(attachments(paper)[receipt.ITEM])
    changed = with_attachment(paper, receipt.ITEM, json.dumps({**item, "name": "rows"}).encode())
    assert checked(data, changed, capsys=capsys)[0] == 1


def test_a_paper_without_attachments_proves_nothing(paper: Path, data: Path, capsys: Capture) -> None:
    with pikepdf.open(paper) as document:
        for name in list(document.attachments):
            del document.attachments[name]
        document.save(paper.with_name("bare.pdf"))
    assert main(["--data", str(data), "receipt", str(paper.with_name("bare.pdf"))]) == 1
    assert "文书中没有附件" in capsys.readouterr().err


def test_a_bare_receipt_with_its_entry(cast: Cast, data: Path, capsys: Capture) -> None:
    proof, entry = data / "a.tlog-proof", data / "entry.json"
    proof.write_text(heads.receipt(0))
    entry.write_bytes(reader.leaf(0).data)
    code, found = checked(data, proof, "--entry", entry, capsys=capsys)
    assert (code, found["entry"]["act"], found["item"]) == (0, "bureau.found", None)
    code, found = checked(data, proof, "--entry", entry, "--vkey", heads.vkey(), capsys=capsys)
    assert code == 0
    heads.sign("disclosure")
    code, found = checked(data, proof, "--entry", entry, "--vkey", heads.vkey("disclosure"), capsys=capsys)
    assert (code, found["valid"]) == (1, False)


def test_a_policy_that_asks_for_a_witness_is_not_met_without_one(
    cast: Cast, data: Path, capsys: Capture
) -> None:
    proof, entry, policy = data / "a.tlog-proof", data / "entry.json", data / "policy"
    proof.write_text(heads.receipt(0))
    entry.write_bytes(reader.leaf(0).data)
    policy.write_text(f"log {heads.vkey()}\nquorum none\n")
    assert checked(data, proof, "--entry", entry, "--policy", policy, capsys=capsys)[0] == 0
    witness = CosigningKey.from_seed("witness.example.cn", bytes(32)).vkey()
    policy.write_text(f"log {heads.vkey()}\nwitness far {witness}\nquorum far\n")
    code, found = checked(data, proof, "--entry", entry, "--policy", policy, capsys=capsys)
    assert code == 1
    assert "见证签名不足" in found["because"]


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["missing.pdf"], "无法读取 missing.pdf"),
        ([__file__], "请用 --entry 给出"),
        ([__file__, "--entry", "missing.json"], "无法读取 missing.json"),
    ],
)
def test_what_cannot_be_checked_is_wrong_usage(
    argv: list[str], said: str, tmp_path: Path, capsys: Capture
) -> None:
    key = SigningKey.generate("log.example.cn/record").vkey()
    assert main(["--data", str(tmp_path), "receipt", *argv, "--vkey", key]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("given", "said"), [([], "没有可信任的验证公钥"), (["--vkey", "x"], "公钥无法读取")])
def test_without_a_key_nothing_is_believed(
    given: list[str], said: str, tmp_path: Path, capsys: Capture
) -> None:
    assert main(["--data", str(tmp_path), "receipt", __file__, *given]) == 2
    assert said in capsys.readouterr().err
