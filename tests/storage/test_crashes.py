"""The vault in a folder when the power fails, the disk fills up, or a file is larger than memory."""

import hashlib
import io
import os
import random
import resource
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest

from mingfa.bureau.vault import DiskFull
from mingfa.bureau.vault.files import FileVault

CONTENT = random.Random(3).randbytes(3 << 20)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
LATER = datetime.now(UTC) + timedelta(days=1)

KEEP_STDIN = """
import os, signal, sys
from pathlib import Path
from mingfa.bureau.vault.files import FileVault

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[2]:
    setattr(os, sys.argv[2], die)
print(FileVault(Path(sys.argv[1])).keep(sys.stdin.buffer).sha256)
"""

KEEP_FOREVER = """
import io, sys
from pathlib import Path
from mingfa.bureau.vault.files import FileVault

vault = FileVault(Path(sys.argv[1]))
for number in range(1_000_000):
    print(vault.keep(io.BytesIO(b"%d " % number * 20_000)).sha256, flush=True)
"""


def child(program: str, *arguments: object, **options) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **options)


def remnants(vault: FileVault) -> int:
    return len(list((vault.root / "incoming").glob("*")))


@pytest.fixture
def vault(tmp_path):
    return FileVault(tmp_path / "vault")


def is_as_new(vault: FileVault) -> None:
    """Whatever happened before: what is named is whole, a sweep cleans up, and keeping works."""
    assert [vault.check(sha256) for sha256 in vault.digests() if vault.check(sha256)] == []
    vault.sweep(LATER)
    assert remnants(vault) == 0
    assert vault.keep(io.BytesIO(CONTENT)).sha256 == SHA256
    assert vault.read(SHA256) == CONTENT
    assert (vault.root / SHA256[:2] / SHA256[2:]).stat().st_nlink == 1


def test_killed_while_bytes_arrive(vault):
    process = child(KEEP_STDIN, vault.root, "")
    process.stdin.write(CONTENT)
    process.stdin.flush()
    until = time.monotonic() + 20
    while time.monotonic() < until and not any(path.stat().st_size for path in vault.root.glob("incoming/*")):
        time.sleep(0.01)
    process.kill()
    assert process.wait() == -signal.SIGKILL
    assert list(vault.digests()) == []
    assert remnants(vault) == 1
    is_as_new(vault)


@pytest.mark.parametrize(
    ("step", "there"),
    [("fchmod", False), ("fsync", False), ("link", False), ("open", False), ("unlink", True)],
)
def test_killed_at_every_step(vault, step, there):
    """Before the link nothing has the name; after it the whole file has."""
    process = child(KEEP_STDIN, vault.root, step)
    process.communicate(CONTENT)
    assert process.returncode == -signal.SIGKILL
    assert list(vault.digests()) == ([SHA256] if there else [])
    is_as_new(vault)


def test_killed_at_any_moment_loses_nothing_that_was_promised(vault):
    promised = set()
    for delay in (0.02, 0.05, 0.11):
        process = child(KEEP_FOREVER, vault.root)
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        promised |= set(process.communicate()[0].decode().split())
    assert promised <= set(vault.digests())
    is_as_new(vault)


def test_a_full_disk_is_said_and_leaves_nothing(vault):
    """A file-size limit stands in for the full disk: the same write fails in the same place."""

    def one_mebibyte() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))

    process = child(KEEP_STDIN, vault.root, "", stderr=subprocess.PIPE, preexec_fn=one_mebibyte)
    _, errors = process.communicate(CONTENT)
    assert process.returncode == 1
    assert "DiskFull: 存储空间不足，文件未保存。" in errors.decode()
    assert list(vault.digests()) == []
    assert remnants(vault) == 0
    is_as_new(vault)


@pytest.mark.skipif(os.geteuid() != 0, reason="只有 root 可以挂载小容量文件系统")
def test_a_really_full_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("此处不能挂载文件系统")
    try:
        vault = FileVault(disk / "vault")
        small = vault.keep(io.BytesIO(b"fits"))
        with pytest.raises(DiskFull):
            vault.keep(io.BytesIO(CONTENT))
        assert list(vault.digests()) == [small.sha256]
        assert remnants(vault) == 0
        assert vault.keep(io.BytesIO(b"fits too")).size == 8
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.heavy
def test_two_gigabytes_pass_through_little_memory(vault, tmp_path):
    sparse = tmp_path / "body-camera.mp4"
    with sparse.open("wb") as file:
        file.write(b"\0\0\0\x18ftypisom")
        file.truncate(2 << 30)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with sparse.open("rb") as stream:
        stored = vault.keep(stream)
    assert (stored.size, stored.media) == (2 << 30, "video/mp4")
    assert vault.check(stored.sha256) is None
    with vault.open(stored.sha256) as file:
        file.seek(-1, os.SEEK_END)
        assert file.read() == b"\0"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 32 << 10  # KiB
