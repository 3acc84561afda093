"""The vault keeps bytes by digest, in a folder or in a bucket; `vault_from(url)` gives the one that the
settings name.
"""

from importlib import import_module
from urllib.parse import urlsplit

from .errors import (
    Altered,
    BadPicture,
    DiskFull,
    EmptyFile,
    Missing,
    TooLarge,
    TooMany,
    Unreachable,
    VaultError,
    WrongType,
)
from .store import Fault, Finding, Stored, Vault

__all__ = [
    "Altered",
    "BadPicture",
    "DiskFull",
    "EmptyFile",
    "Fault",
    "Finding",
    "Missing",
    "Stored",
    "TooLarge",
    "TooMany",
    "Unreachable",
    "Vault",
    "VaultError",
    "WrongType",
    "vault_from",
]

# Kept by what a vault cannot do: it has no way to change or to delete what it holds (档案法实施条例 24).
KEEPS = ("AV-10", "ARCH-05")
_KINDS = {"file": ".files", "s3": ".s3"}


def vault_from(url: str) -> Vault:
    """Give the vault at `file:///folder` or `s3://bucket?endpoint=…` (see `from_url` of either module).

    The module is loaded by name: boto3 costs half a second at start, which a bureau with a folder need not
    pay.
    """
    parts = urlsplit(url)
    if parts.scheme not in _KINDS:
        raise ValueError(f"a vault is file:///… or s3://…, not {parts.scheme}:")
    vault: Vault = import_module(_KINDS[parts.scheme], __package__).from_url(parts)
    return vault
