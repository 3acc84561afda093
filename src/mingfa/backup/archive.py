"""What lies in the sealed file: a tar stream of the parts, and at its end a manifest with their digests.

Both ways one part after the other, so that memory stays flat however many files a vault holds. Files of the
vault are named by their digests; of every other part the manifest keeps the digest.
"""

import hashlib
import io
import json
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from mingfa.backup.errors import BackupError
from mingfa.backup.sealed import CHUNK, Header, Opening, Sealing

MANIFEST, VAULT = "manifest.json", "vault/"
ALTERED = "备份中的“{}”与登记的摘要不符。请换用另一份备份。"


class Packing:
    """Takes the parts in; what was put in is remembered by its digest."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self.digests: dict[str, str] = {}
        self.files = 0

    def add(self, name: str, stream: BinaryIO, size: int) -> None:
        """Put a part in. Of a file of the vault, what is read must be what its name says."""
        info = tarfile.TarInfo(name)
        info.size, info.mode = size, 0o600
        counted = _Hashing(stream)
        try:
            self._tar.addfile(info, cast(IO[bytes], counted))
        except OSError as error:
            if error.args and error.args[0] == "unexpected end of data":
                raise BackupError(f"“{name}”在备份时变短，备份没有完成。请重新备份。") from error
            raise
        self._tar.members.clear()  # type: ignore[attr-defined]
        self._note(name, counted.digest.hexdigest())

    def add_file(self, name: str, file: Path) -> None:
        with file.open("rb") as stream:
            self.add(name, stream, file.stat().st_size)

    def add_bytes(self, name: str, data: bytes) -> None:
        self.add(name, io.BytesIO(data), len(data))

    def _note(self, name: str, digest: str) -> None:
        self.files += 1
        if not name.startswith(VAULT):
            self.digests[name] = digest
        elif name != VAULT + digest:
            raise BackupError(
                f"文件库中的文件 {name[len(VAULT) :][:16]}… 与其摘要不符，请先运行 mingfa verify。"
            )


@contextmanager
def packing(out: BinaryIO, header: Header, passphrase: str, manifest: dict[str, Any]) -> Iterator[Packing]:
    """Seal the parts that are put in into a file, and at the end the manifest."""
    sealing = Sealing(out, header, passphrase)
    with tarfile.open(fileobj=sealing, mode="w|", format=tarfile.PAX_FORMAT, bufsize=CHUNK) as tar:
        parts = Packing(tar)
        yield parts
        said = {**manifest, "files": parts.files, "digests": parts.digests}
        parts.add_bytes(MANIFEST, json.dumps(said, ensure_ascii=False).encode())
    sealing.finish()


class Unpacking:
    """The parts of a sealed file, one after the other; `manifest` is there when all were read."""

    def __init__(self, file: BinaryIO, passphrase: str) -> None:
        opening = Opening(file, passphrase)
        self.header = opening.header
        self._stream = io.BufferedReader(opening, CHUNK)
        self.manifest: dict[str, Any] = {}

    def parts(self) -> Iterator[tuple[str, BinaryIO]]:
        """Yield every part by name; raises BackupError where one is not what was put in."""
        found: dict[str, str] = {}
        count = 0
        with tarfile.open(fileobj=self._stream, mode="r|", bufsize=CHUNK) as tar:
            while (member := tar.next()) is not None:
                tar.members.clear()  # type: ignore[attr-defined]
                stream = tar.extractfile(member)
                if stream is None:
                    raise BackupError(ALTERED.format(member.name))
                if member.name == MANIFEST:
                    self.manifest = json.loads(stream.read())
                    continue
                hashing = _Hashing(cast(BinaryIO, stream))
                yield member.name, cast(BinaryIO, hashing)
                hashing.drain()
                count += 1
                self._compare(member.name, hashing.digest.hexdigest(), found)
        while self._stream.read(CHUNK):  # to the last chunk, which says that the file is whole
            pass
        if self.manifest.get("digests") != found or self.manifest.get("files") != count:
            raise BackupError("备份的内容与其清单不符。请换用另一份备份。")

    def _compare(self, name: str, digest: str, found: dict[str, str]) -> None:
        if not name.startswith(VAULT):
            found[name] = digest
        elif name != VAULT + digest:
            raise BackupError(ALTERED.format(name))


class _Hashing:
    """A stream that is hashed as it is read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.digest = stream, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.digest.update(data)
        return data

    def drain(self) -> None:
        while self.read(CHUNK):
            pass
