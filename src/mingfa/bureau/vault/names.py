"""A file name as its sender gave it, made safe for display, download and archive packages. It never becomes
a path here: the vault names bytes by digest alone.
"""

import unicodedata
from urllib.parse import quote

MOST_CHARACTERS = 120
MOST_BYTES = 240  # file systems take 255 bytes; the rest is for a number in front, in archive packages
NAMELESS = "未命名"

_REPLACED = str.maketrans(dict.fromkeys('<>:"|?*', "_"))
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}


def safe_name(raw: str) -> str:
    """Keep the last part of a path; drop control, invisible and direction-changing characters, leading and
    closing dots and spaces; keep the extension when shortening.
    """
    name = raw.replace("\\", "/").rstrip("/").rpartition("/")[2]
    name = "".join(ch for ch in unicodedata.normalize("NFC", name) if unicodedata.category(ch) not in _UNSEEN)
    name = " ".join(name.translate(_REPLACED).split()).strip(". ")
    stem, extension = _split(name or NAMELESS)
    if stem.lower() in _DEVICES:
        stem = f"_{stem}"
    return _shortened(stem, extension)


def disposition(name: str, *, inline: bool) -> str:
    """Write the Content-Disposition header (RFC 6266) for a name of any script; ask `media.shown_inline`
    for `inline`.
    """
    name = safe_name(name)
    fallback = name.encode("ascii", "replace").decode().replace("?", "_").replace("%", "_")
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{fallback}\"; filename*=UTF-8''{quote(name, safe='')}"


def _split(name: str) -> tuple[str, str]:
    """An extension is at most ten ASCII letters and digits after the last dot."""
    stem, dot, extension = name.rpartition(".")
    if dot and stem and extension.isascii() and extension.isalnum() and len(extension) <= 10:
        return stem, f".{extension}"
    return name, ""


def _shortened(stem: str, extension: str) -> str:
    stem = stem[: MOST_CHARACTERS - len(extension)]
    cut = stem.encode()[: MOST_BYTES - len(extension)].decode(errors="ignore")
    return cut.rstrip(". ") + extension
