"""Where a feed is read from: a folder or a web address. The paths are the same in both.

`log/…` and `item/…` are the public log and its contents. `record.vkey` is the record log's verifier key, and
`sealed/<32 hex>` the encrypted proof of one served paper: only who holds the paper has its name and its key.
"""

import re
import urllib.error
import urllib.request
from pathlib import Path
from typing import Protocol

PATH = re.compile(r"(log|item)/[^\x00]+|sealed/[0-9a-f]{32}|record\.vkey")
MOST_BYTES = 64 * 1024 * 1024
"""No file of a feed is larger: a full bundle holds 256 entries of at most 64 KiB."""


class Missing(FileNotFoundError):
    """The feed has no such file (any more)."""


class Unreachable(OSError):
    """The feed cannot be asked at this moment; nothing is known about the file."""


class Source(Protocol):
    def read(self, path: str) -> bytes:
        """Return the file's bytes; raises Missing or Unreachable."""


class FolderSource:
    """A bureau's data folder (`logs/disclosure/` and `feed/`), or a mirror's, where paths are file names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def place(self, path: str) -> Path:
        """Return where the file lies or would lie; raises Missing for a path that leads out."""
        if not PATH.fullmatch(path) or ".." in path.split("/"):
            raise Missing(path)
        if not (self.folder / "logs" / "disclosure").is_dir():
            return self.folder / path
        part, _, rest = path.partition("/")
        return self.folder / "logs/disclosure" / rest if part == "log" else self.folder / "feed" / path

    def sealed(self) -> list[str]:
        """Return the paths of all sealed copies, for a copy of the whole site; no address lists them."""
        folder = self.place(f"sealed/{'0' * 32}").parent
        paths = (f"sealed/{file.name}" for file in folder.glob("*"))
        return sorted(path for path in paths if PATH.fullmatch(path))

    def read(self, path: str) -> bytes:
        try:
            return self.place(path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise Missing(path) from error


class HttpSource:
    """A feed served by a portal or a mirror: `<address>/log/…`, `<address>/item/…` and so on."""

    def __init__(self, address: str, timeout: float = 20.0) -> None:
        if not address.startswith(("http://", "https://")):
            raise ValueError(f"公示数据地址应以 http:// 或 https:// 开头：{address}")
        self.address = address.rstrip("/")
        self.timeout = timeout

    def read(self, path: str) -> bytes:
        try:
            with urllib.request.urlopen(f"{self.address}/{path}", timeout=self.timeout) as answer:
                data: bytes = answer.read(MOST_BYTES + 1)
        except urllib.error.HTTPError as error:
            if error.code in (404, 410):
                raise Missing(path) from error
            raise Unreachable(f"{path}：{error}") from error
        except OSError as error:
            raise Unreachable(f"{path}：{error}") from error
        if len(data) > MOST_BYTES:
            raise Unreachable(f"{path}：文件过大")
        return data


def source_of(place: str) -> FolderSource | HttpSource:
    """Return the source for a folder's path or a web address."""
    if place.startswith(("http://", "https://")):
        return HttpSource(place)
    return FolderSource(Path(place))
