"""An item file: one published content with its salt, named by its commitment.

It is the only public thing that is ever erased. Without salt and content the commitment in the log tells
nothing.
"""

import base64
import binascii
import json
from dataclasses import dataclass

from mingfa.feed.value import canonical
from mingfa.tlog.commitment import check_commitment, commit


class Altered(Exception):
    """A file is not what the log committed to; it must not be shown."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}：{why}")
        self.path = path
        self.why = why


@dataclass(frozen=True)
class Item:
    """An opened item; salt is 32 bytes."""

    salt: bytes
    name: str
    value: str

    @property
    def commitment(self) -> str:
        """In hex, as in the log and in the file's name."""
        return commit(self.salt, self.name, self.value.encode()).hex()

    def to_bytes(self) -> bytes:
        salt = base64.b64encode(self.salt).decode()
        return canonical({"salt": salt, "name": self.name, "value": self.value}).encode()


def item_path(commitment: str) -> str:
    return f"item/{commitment}"


def open_item(commitment: str, data: bytes) -> Item:
    """Read an item file; raises Altered unless it is exactly what the commitment (hex) was made of."""
    path = item_path(commitment)
    try:
        fields = json.loads(data)
        item = Item(base64.b64decode(fields["salt"], validate=True), fields["name"], fields["value"])
        right = set(fields) == {"salt", "name", "value"} and check_commitment(
            bytes.fromhex(commitment), item.salt, item.name, item.value.encode()
        )
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise Altered(path, "内容文件无法读取") from error
    if not right:
        raise Altered(path, "内容与公开日志中的承诺值不符")
    return item
