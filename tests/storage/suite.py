"""What every vault must do: the contract of `mingfa.bureau.vault.Vault`, run against each kind by a
subclass.
"""

import hashlib
import io
import random
from abc import abstractmethod
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from mingfa.bureau.vault import Altered, EmptyFile, Fault, Missing, Stored, TooLarge, Vault

ABSENT = "0" * 64
JPEG = b"\xff\xd8\xff\xe0" + b"invented picture" * 100
LATER = datetime.now(UTC) + timedelta(days=1)


def some_bytes(size: int, seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(size)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Broken(io.BytesIO):
    """An upload whose line breaks after its first bytes."""

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(min(size or 1, 1 << 20))
        if not piece:
            raise ConnectionResetError("the phone is gone")
        return piece


class VaultSuite:
    """A subclass gives the fixture `vault` (empty), and how to tamper and to count remnants behind the
    vault's back.
    """

    large = 3 << 20
    crowd = 24

    @abstractmethod
    def tamper(self, vault: Vault, sha256: str, content: bytes | None) -> None:
        """Replace the stored bytes, or remove them (None), as an intruder on the storage would."""

    @abstractmethod
    def remnants(self, vault: Vault) -> int: ...

    @pytest.mark.clause("2.3.b")
    def test_what_is_kept_can_be_read(self, vault):
        stored = vault.keep(io.BytesIO(JPEG))
        assert stored == Stored(digest(JPEG), len(JPEG), "image/jpeg")
        assert vault.read(stored.sha256) == JPEG
        assert vault.has(stored.sha256)
        assert vault.size(stored.sha256) == len(JPEG)
        assert vault.check(stored.sha256) is None
        assert self.remnants(vault) == 0

    def test_a_large_file_is_kept_whole(self, vault):
        content = some_bytes(self.large)
        stored = vault.keep(io.BytesIO(content))
        assert (stored.sha256, stored.size) == (digest(content), len(content))
        assert vault.read(stored.sha256) == content
        assert vault.keep(io.BytesIO(content)) == stored
        assert list(vault.digests()) == [stored.sha256]

    @pytest.mark.parametrize("size", [1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
    def test_sizes_around_a_chunk(self, vault, size):
        content = some_bytes(size)
        assert vault.read(vault.keep(io.BytesIO(content)).sha256) == content

    def test_only_what_the_stream_still_holds_is_kept(self, vault):
        stream = io.BytesIO(b"front matter" + JPEG)
        stream.seek(12)
        assert vault.keep(stream).sha256 == digest(JPEG)

    def test_the_same_bytes_are_one_object(self, vault):
        assert vault.keep(io.BytesIO(JPEG)) == vault.keep(io.BytesIO(JPEG))
        assert list(vault.digests()) == [digest(JPEG)]
        assert self.remnants(vault) == 0

    def test_many_keep_the_same_bytes_at_once(self, vault):
        content = some_bytes(self.large, seed=7)
        with ThreadPoolExecutor(12) as pool:
            kept = set(pool.map(lambda _: vault.keep(io.BytesIO(content)), range(self.crowd)))
        assert [stored.sha256 for stored in kept] == [digest(content)]
        assert list(vault.digests()) == [digest(content)]
        assert vault.check(digest(content)) is None
        assert self.remnants(vault) == 0

    def test_a_file_is_opened_at_any_place(self, vault):
        content = some_bytes(self.large)
        with vault.open(vault.keep(io.BytesIO(content)).sha256) as file:
            assert file.seekable()
            for start in (0, 5, len(content) // 2, len(content) - 3):
                file.seek(start)
                assert file.read(1000) == content[start : start + 1000]
            assert file.seek(-4, io.SEEK_END) == len(content) - 4
            assert file.read() == content[-4:]
            assert file.read(1) == b""
            file.seek(0)
            assert file.read() == content

    def test_digests_come_in_order_and_without_strangers(self, vault):
        kept = {vault.keep(io.BytesIO(some_bytes(10, seed))).sha256 for seed in range(40)}
        assert list(vault.digests()) == sorted(kept)

    def test_an_empty_vault_has_nothing(self, vault):
        assert list(vault.digests()) == []
        assert not vault.has(ABSENT)
        assert vault.sweep(LATER) == 0

    def test_what_is_missing_is_named(self, vault):
        for question in (vault.open, vault.read, vault.size):
            with pytest.raises(Missing) as refused:
                question(ABSENT)
            assert ABSENT in refused.value.because
            assert "备份" in refused.value.todo
        finding = vault.check(ABSENT)
        assert (finding.sha256, finding.fault) == (ABSENT, Fault.MISSING)

    @pytest.mark.parametrize(
        "hostile", ["", "../../etc/passwd", "A" * 64, "a" * 63, "a" * 64 + "\n", "a/" * 32]
    )
    def test_only_a_digest_is_a_name(self, vault, hostile):
        for question in (vault.open, vault.read, vault.size, vault.has, vault.check, vault.destroy):
            with pytest.raises(ValueError, match="not a SHA-256 digest"):
                question(hostile)

    def test_an_empty_file_is_refused(self, vault):
        with pytest.raises(EmptyFile):
            vault.keep(io.BytesIO(b""))
        assert list(vault.digests()) == []
        assert self.remnants(vault) == 0

    def test_the_limit_is_the_last_size_that_passes(self, vault):
        assert vault.keep(io.BytesIO(JPEG), limit=len(JPEG)).size == len(JPEG)
        with pytest.raises(TooLarge, match="最大容量"):
            vault.keep(io.BytesIO(JPEG + b"!"), limit=len(JPEG))
        assert list(vault.digests()) == [digest(JPEG)]
        assert self.remnants(vault) == 0

    def test_a_broken_line_leaves_nothing(self, vault):
        with pytest.raises(ConnectionResetError):
            vault.keep(Broken(some_bytes(self.large)))
        assert list(vault.digests()) == []
        assert self.remnants(vault) == 0

    @pytest.mark.clause("2.4.c")
    @pytest.mark.rule("EVID-08", "AV-10")
    @pytest.mark.parametrize(
        "change", [lambda c: c[:-1] + b"!", lambda c: c + b"!", lambda c: c[:9], lambda c: b""]
    )
    def test_an_altered_file_is_named_and_never_shown(self, vault, change):
        whole = vault.keep(io.BytesIO(b"another file that nobody touches")).sha256
        sha256 = vault.keep(io.BytesIO(JPEG)).sha256
        self.tamper(vault, sha256, change(JPEG))
        finding = vault.check(sha256)
        assert finding.fault is Fault.ALTERED
        assert sha256[2:] in finding.place
        assert digest(change(JPEG)) in str(finding)
        with pytest.raises(Altered):
            vault.read(sha256)
        assert [d for d in vault.digests() if vault.check(d)] == [sha256]
        assert vault.check(whole) is None

    @pytest.mark.clause("2.4.c")
    def test_keeping_again_does_not_cover_up_an_alteration(self, vault):
        sha256 = vault.keep(io.BytesIO(JPEG)).sha256
        self.tamper(vault, sha256, b"forged")
        with pytest.raises(Altered, match=sha256):
            vault.keep(io.BytesIO(JPEG))
        assert vault.check(sha256).fault is Fault.ALTERED
        assert self.remnants(vault) == 0

    def test_a_removed_file_is_named(self, vault):
        sha256 = vault.keep(io.BytesIO(JPEG)).sha256
        self.tamper(vault, sha256, None)
        assert vault.check(sha256).fault is Fault.MISSING

    def test_what_is_destroyed_is_gone_and_may_be_destroyed_again(self, vault):
        other = vault.keep(io.BytesIO(b"stays")).sha256
        sha256 = vault.keep(io.BytesIO(JPEG)).sha256
        vault.destroy(sha256)
        vault.destroy(sha256)
        assert list(vault.digests()) == [other]
        assert vault.check(sha256).fault is Fault.MISSING
        assert vault.keep(io.BytesIO(JPEG)).sha256 == sha256
