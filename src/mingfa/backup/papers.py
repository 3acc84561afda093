"""What a paper in somebody's hand proves of a lost entry: its bytes, what it says, and a head (ADR 0034)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from mingfa.backup.errors import BackupError
from mingfa.feed.item import Altered, Item, open_item
from mingfa.tlog import LogError, Policy, check_receipt

RECEIPT, ENTRY, ITEM = "receipt.tlog-proof", "entry.json", "item.json"


@dataclass(frozen=True)
class Held:
    """A paper: which entry it is of, the entry's bytes, the opened item, the size of the head it carries."""

    file: Path
    index: int
    entry: bytes
    item: Item
    size: int

    @property
    def number(self) -> str:
        """The paper's number."""
        return str(json.loads(self.item.value).get("document_no", ""))


def held(file: Path, policy: Policy) -> Held:
    """Read a paper and check everything it carries; raises BackupError."""
    try:
        parts = dict(_attachments(pypdfium2.PdfDocument(file.read_bytes())))
        checked = check_receipt(parts[RECEIPT].decode(), parts[ENTRY], policy)
        said = json.loads(parts[ITEM])
        item = open_item(json.loads(parts[ENTRY])["items"][said["name"]], parts[ITEM])
    except (OSError, pypdfium2.PdfiumError) as error:
        raise BackupError(f"无法读取文书 {file}。") from error
    except (LogError, Altered, KeyError, ValueError) as error:
        raise BackupError(f"{file} 不是本机关日志所证明的文书：{error}") from error
    return Held(file, checked.index, parts[ENTRY], item, checked.trusted.checkpoint.size)


def _attachments(document: Any) -> Iterator[tuple[str, bytes]]:
    for number in range(document.count_attachments()):
        one = document.get_attachment(number)
        yield one.get_name(), bytes(one.get_data())
