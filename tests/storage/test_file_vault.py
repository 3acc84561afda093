"""The vault in a folder: the contract, and what only a folder can do wrong."""

import io
import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.storage.suite import JPEG, LATER, VaultSuite

from mingfa.bureau.vault import Fault, vault_from
from mingfa.bureau.vault.files import FileVault


def files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


@pytest.fixture
def vault(tmp_path):
    return FileVault(tmp_path / "vault")


class TestFileVault(VaultSuite):
    def tamper(self, vault, sha256, content):
        path = vault.root / sha256[:2] / sha256[2:]
        path.unlink()
        if content is not None:
            path.write_bytes(content)

    def remnants(self, vault):
        return len(list((vault.root / "incoming").glob("*")))


def test_layout_and_mode(vault):
    sha256 = vault.keep(io.BytesIO(JPEG)).sha256
    (path,) = files(vault.root)
    assert path == vault.root / sha256[:2] / sha256[2:]
    assert stat.S_IMODE(path.stat().st_mode) == 0o440
    assert path.stat().st_nlink == 1


def test_the_url_names_the_folder(tmp_path):
    vault = vault_from(f"file://{tmp_path}/%E5%BA%93")
    vault.keep(io.BytesIO(JPEG))
    assert files(tmp_path / "库")


@pytest.mark.parametrize("url", ["file:vault", "file://server/vault", "/srv/vault", "ftp://server/vault"])
def test_other_urls_are_refused(url):
    with pytest.raises(ValueError, match="vault"):
        vault_from(url)


def test_asking_makes_no_folder(vault):
    assert not vault.has("a" * 64)
    assert vault.check("a" * 64).fault is Fault.MISSING
    vault.destroy("a" * 64)
    assert not vault.root.exists()


def test_a_planted_link_is_no_way_to_other_files(vault, tmp_path):
    (tmp_path / "secret").write_bytes(JPEG)
    sha256 = vault.keep(io.BytesIO(JPEG)).sha256
    path = vault.root / sha256[:2] / sha256[2:]
    path.unlink()
    path.symlink_to(tmp_path / "secret")
    with pytest.raises(OSError):
        vault.open(sha256)
    assert vault.check(sha256).fault is Fault.UNREADABLE


def test_a_folder_in_the_place_of_a_file_is_named(vault):
    sha256 = vault.keep(io.BytesIO(JPEG)).sha256
    path = vault.root / sha256[:2] / sha256[2:]
    path.unlink()
    path.mkdir()
    assert "EISDIR" in str(vault.check(sha256))


def test_strangers_in_the_folder_are_no_digests(vault):
    sha256 = vault.keep(io.BytesIO(JPEG)).sha256
    (vault.root / sha256[:2] / "notes.txt").write_text("?")
    (vault.root / sha256[:2] / ("Z" * 62)).write_text("?")
    (vault.root / "desktop.ini").write_text("?")
    assert list(vault.digests()) == [sha256]


def test_a_sweep_leaves_what_is_still_arriving(vault):
    vault.keep(io.BytesIO(JPEG))
    old, young = vault.root / "incoming" / "old", vault.root / "incoming" / "young"
    for path in (old, young):
        path.write_bytes(b"half")
    hour_ago = datetime.now(UTC) - timedelta(hours=1)
    os.utime(old, (hour_ago.timestamp() - 60,) * 2)
    assert vault.sweep(hour_ago) == 1
    assert young.exists() and not old.exists()
    assert vault.sweep(LATER) == 1
