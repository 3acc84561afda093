"""A drawn paper is what was drawn (plan 2.1.a): its digest is on record, and its sealed copy."""

from io import BytesIO
from pathlib import Path

import pytest

from mingfa.bureau.doorway.drawing import drawn
from mingfa.bureau.doorway.reads import sealed_copies
from mingfa.bureau.ledger import heads, reader
from mingfa.bureau.ledger.models import RECORD
from mingfa.bureau.ledger.reader import Altered
from mingfa.bureau.ledger.verify import verify
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.vault import vault_from
from mingfa.commands import main
from mingfa.example.cases import Play

pytestmark = pytest.mark.clause("2.4.c")


@pytest.fixture
def places(settings, tmp_path):
    settings.VAULT, settings.FEED, settings.DATA = (tmp_path / "vault").as_uri(), tmp_path / "feed", tmp_path
    return tmp_path


@pytest.fixture
def paper(places, stage, cast) -> int:
    play = Play(stage, cast).to_filed()
    play.inspect()
    return play.order().index


def test_a_paper_is_drawn_once_and_its_digest_is_on_record(paper):
    pdf, size = drawn(paper), reader.size()
    assert drawn(paper) == pdf and reader.size() == size
    entry = reader.leaf(size - 1).entry
    assert entry.act == "paper.draw" and reader.inputs(entry)["pdf"] == Paper.objects.get(pk=paper).file
    assert [str(f) for f in verify()] == []


def test_another_pdf_in_its_place_is_not_served(paper, settings):
    drawn(paper)
    forged = vault_from(settings.VAULT).keep(BytesIO(b"%PDF-1.7 forged")).sha256
    Paper.objects.filter(pk=paper).update(file=forged)
    with pytest.raises(Altered, match="文书"):
        drawn(paper)
    assert any("文书" in str(f) for f in verify())


def test_other_bytes_under_its_digest_are_not_served(paper, places):
    drawn(paper)
    digest = Paper.objects.get(pk=paper).file
    stored = next(p for p in (places / "vault").rglob("*") if p.is_file() and digest[2:] in p.name)
    stored.chmod(0o600)
    stored.write_bytes(b"%PDF-1.7 forged")
    with pytest.raises(Exception, match="改动|不符"):
        drawn(paper)


def test_who_draws_at_the_same_moment_gets_the_one_paper(paper, monkeypatch):
    """Between looking and drawing somebody else has drawn it: theirs is kept and served."""
    theirs: list[bytes] = []
    real = heads.receipt

    def slow(index: int, log: str = RECORD) -> str:
        monkeypatch.setattr(heads, "receipt", real)
        theirs.append(drawn(paper))
        return real(index, log)

    monkeypatch.setattr(heads, "receipt", slow)
    assert drawn(paper) == theirs[0]
    assert len([r for r in reader.leaves() if r.entry.act == "paper.draw"]) == 1


@pytest.mark.parametrize("damage", ["lost", "altered"])
def test_a_sealed_copy_that_is_lost_or_altered_is_named(paper, places, damage, capsys):
    drawn(paper)
    heads.sign()
    (name,) = sealed_copies()
    copy: Path = places / "feed" / "sealed" / name
    if damage == "lost":
        copy.unlink()
    else:
        data = bytearray(copy.read_bytes())
        data[20] ^= 1
        copy.write_bytes(data)
    assert main(["verify"]) == 1
    assert f"feed/sealed/{name[:8]}…：文书的加密副本" in capsys.readouterr().out


@pytest.mark.parametrize("damage", ["lost", "another", "head lost"])
def test_a_key_that_is_lost_or_another_is_named(paper, own_logs, damage, capsys):
    heads.sign()
    key = next((own_logs / "keys").glob("*record.key"))
    match damage:
        case "lost":
            key.unlink()
        case "another":
            key.chmod(0o600)
            data = bytearray(key.read_bytes())
            data[3] = ord("A") if data[3] != ord("A") else ord("B")
            key.write_bytes(data)
        case _:
            next((own_logs / "keys").glob("*record.head")).unlink()
    assert main(["verify"]) == 1
    assert "keys（record）" in capsys.readouterr().out
