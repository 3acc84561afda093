"""The sealed file: what was written comes out, and whatever was done to it in between is said."""

import io
import itertools

import pytest

from mingfa.backup import sealed
from mingfa.backup.archive import Unpacking, packing
from mingfa.backup.errors import BackupError
from mingfa.backup.sealed import CHUNK, Header, Opening, Sealing

HEADER = Header("data", "log.example.cn/record", "2026-12-01T10:00:00+08:00")
PHRASE = "示例口令 2026-0001"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive the key cheaply: the strength of scrypt is not asked here."""
    monkeypatch.setattr(sealed, "COST", 1 << 4)


def sealed_file(data: bytes) -> bytes:
    out = io.BytesIO()
    sealing = Sealing(out, HEADER, PHRASE)
    for at in range(0, len(data), 100_003):
        sealing.write(data[at : at + 100_003])
    sealing.finish()
    return out.getvalue()


def opened(blob: bytes, phrase: str = PHRASE) -> bytes:
    return io.BufferedReader(Opening(io.BytesIO(blob), phrase)).read()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_was_written_comes_out(size: int) -> None:
    data = bytes(itertools.islice(itertools.cycle(range(251)), size))
    blob = sealed_file(data)
    assert opened(blob) == data
    assert Opening(io.BytesIO(blob), PHRASE).header == HEADER
    assert size < 100 or data[:100] not in blob


def test_a_wrong_passphrase_is_said() -> None:
    with pytest.raises(BackupError, match="口令不正确"):
        opened(sealed_file(b"x"), PHRASE + "!")


def test_every_changed_byte_is_found() -> None:
    blob = sealed_file(b"evidence " * 3)
    assert len(blob) < 500
    for at in range(len(blob)):
        changed = blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
        with pytest.raises(BackupError):
            opened(changed)


def test_a_truncated_file_is_found_wherever_it_ends() -> None:
    blob = sealed_file(bytes(2 * CHUNK + 10))
    ends = [0, 5, 100, 300, CHUNK, CHUNK + 700, 2 * CHUNK, len(blob) - 27, len(blob) - 1]
    for end in ends:
        with pytest.raises(BackupError):
            opened(blob[:end])


def test_chunks_are_neither_left_out_nor_swapped_nor_added() -> None:
    blob = sealed_file(bytes(CHUNK) + b"\1" * CHUNK + b"end")
    start = blob.index(b"\n", len(sealed.MAGIC)) + 1
    whole = 4 + CHUNK + 16
    first, second, last = (
        blob[start : start + whole],
        blob[start + whole : start + 2 * whole],
        blob[start + 2 * whole :],
    )
    assert opened(blob[:start] + first + second + last).endswith(b"end")
    for other in (second + first + last, first + last, first + second, first + second + last + last):
        with pytest.raises(BackupError):
            opened(blob[:start] + other)


def test_parts_come_out_with_their_digests() -> None:
    out = io.BytesIO()
    with packing(out, HEADER, PHRASE, {"format": 1}) as parts:
        parts.add_bytes("logs/record/vkey", b"key")
        parts.add_bytes("db.sqlite3", bytes(3 * CHUNK))
    unpacking = Unpacking(io.BytesIO(out.getvalue()), PHRASE)
    found = {name: part.read() for name, part in unpacking.parts()}
    assert found == {"logs/record/vkey": b"key", "db.sqlite3": bytes(3 * CHUNK)}
    assert unpacking.manifest["format"] == 1 and unpacking.manifest["files"] == 2


def test_a_file_of_the_vault_is_what_its_name_says() -> None:
    with (
        pytest.raises(BackupError, match="与其摘要不符"),
        packing(io.BytesIO(), HEADER, PHRASE, {}) as parts,
    ):
        parts.add_bytes("vault/" + "0" * 64, b"other bytes")
