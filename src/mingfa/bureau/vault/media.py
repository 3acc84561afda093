"""What a file truly is, read from its bytes, and which types the record takes.

A file's name and the type that a browser declares are claims of whoever sends it. 行政处罚法 46 wants
evidence verified before it grounds anything; here the first and cheapest check is made: the bytes
themselves.
"""

import codecs
import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from .errors import WrongType

OPAQUE = "application/octet-stream"
PROGRAM = "application/x-executable"
HTML, SVG, XML = "text/html", "image/svg+xml", "application/xml"
ZIP, OLD_OFFICE, MACROS = "application/zip", "application/x-cfb", "application/vnd.ms-office.macroenabled"


@dataclass(frozen=True, slots=True)
class Kind:
    """A media type: its Chinese name, its usual extensions, and whether a browser may show it inside a page
    of ours.
    """

    zh: str
    extensions: tuple[str, ...]
    inline: bool = True


EVIDENCE: dict[str, Kind] = {
    "image/jpeg": Kind("JPEG 图片", ("jpg", "jpeg", "jfif")),
    "image/png": Kind("PNG 图片", ("png",)),
    "image/webp": Kind("WebP 图片", ("webp",)),
    "image/gif": Kind("GIF 图片", ("gif",)),
    "image/heic": Kind("HEIC 图片", ("heic", "heif"), inline=False),
    "image/tiff": Kind("TIFF 图片", ("tif", "tiff"), inline=False),
    "video/mp4": Kind("MP4 视频", ("mp4", "m4v")),
    "video/quicktime": Kind("MOV 视频", ("mov", "qt")),
    "video/3gpp": Kind("3GP 视频", ("3gp", "3gpp")),
    "video/webm": Kind("WebM 视频", ("webm",)),
    "video/x-msvideo": Kind("AVI 视频", ("avi",), inline=False),
    "audio/mpeg": Kind("MP3 音频", ("mp3",)),
    "audio/mp4": Kind("M4A 音频", ("m4a",)),
    "audio/aac": Kind("AAC 音频", ("aac",)),
    "audio/wav": Kind("WAV 音频", ("wav",)),
    "audio/amr": Kind("AMR 音频", ("amr", "awb"), inline=False),
    "application/pdf": Kind("PDF 文档", ("pdf",)),
    "application/ofd": Kind("OFD 文档", ("ofd",), inline=False),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind(
        "Word 文档", ("docx",), inline=False
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": Kind(
        "Excel 表格", ("xlsx",), inline=False
    ),
    "text/plain": Kind("文本文件", ("txt", "log", "csv", "srt"), inline=False),
}

_REFUSED = {
    PROGRAM: ("可执行程序", "请上传记录资料本身，不要上传程序。"),
    HTML: ("网页文件", "请另存为 PDF 或者截图后上传。"),
    SVG: ("SVG 矢量图", "请另存为 PNG 图片后上传。"),
    XML: ("XML 文件", "请另存为 PDF 后上传。"),
    ZIP: ("压缩包", "请解压后逐个上传其中的文件。"),
    OLD_OFFICE: ("旧版 Office 文档", "请另存为 PDF、docx 或者 xlsx 后上传。"),
    MACROS: ("带宏的 Office 文档", "请另存为不带宏的 docx、xlsx 或者 PDF 后上传。"),
}
_UNKNOWN = ("无法识别的文件", "请上传图片、音频、视频、PDF、OFD、Word、Excel 或者文本文件。")
_NO_CLAIM = {"", OPAQUE, "binary/octet-stream"}
_SAME = {
    "audio/x-wav": "audio/wav",
    "audio/wave": "audio/wav",
    "audio/vnd.wave": "audio/wav",
    "audio/mp3": "audio/mpeg",
    "audio/x-m4a": "audio/mp4",
    "audio/m4a": "audio/mp4",
    "audio/3gpp": "video/3gpp",
    "audio/webm": "video/webm",
    "audio/x-aac": "audio/aac",
    "image/jpg": "image/jpeg",
    "image/pjpeg": "image/jpeg",
    "image/heif": "image/heic",
    "video/avi": "video/x-msvideo",
    "video/x-m4v": "video/mp4",
    "text/csv": "text/plain",
}


def admit(name: str, claimed: str, true: str) -> None:
    """Let a file in as evidence, or raise WrongType; a name or declared type that lies about the bytes is
    refused too.
    """
    if true not in EVIDENCE:
        what, todo = _REFUSED.get(true, _UNKNOWN)
        raise WrongType(f"该文件实际为{what}，不属于可以入库的记录资料类型。", todo)
    if lie := claimed_type_lies(name, claimed, true):
        raise WrongType(lie, "请核对是否选错文件；确系该类型的，请改正扩展名后重新上传，保留原始文件。")


def claimed_type_lies(name: str, claimed: str, true: str) -> str | None:
    """Say in Chinese how the extension of `name` or the declared type contradicts the true type; None when
    they agree.

    No extension and no declared type claim nothing.
    """
    kind = EVIDENCE.get(true)
    actual = kind.zh if kind else _REFUSED.get(true, _UNKNOWN)[0]
    _, dot, extension = name.strip().lower().rpartition(".")
    if dot and extension not in (kind.extensions if kind else ()):
        return f"文件扩展名为“.{extension}”，而内容实际为{actual}，二者不一致。"
    declared = claimed.partition(";")[0].strip().lower()
    if declared not in _NO_CLAIM and _SAME.get(declared, declared) != true:
        return f"上传时声明的类型为“{declared}”，而内容实际为{actual}，二者不一致。"
    return None


def shown_inline(media: str) -> bool:
    """Whether a browser may show this type itself; everything else is served as a download of opaque bytes
    only.
    """
    kind = EVIDENCE.get(media)
    return kind is not None and kind.inline


_HEAD = 64 << 10
_SIGNATURES = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"#!AMR\n", "audio/amr"),
    (b"#!AMR-WB\n", "audio/amr"),
    (b"ID3", "audio/mpeg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLD_OFFICE),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xfe\xed\xfa", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"dex\n", PROGRAM),
    (b"#!", PROGRAM),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    "image/heic": {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"},
    "video/quicktime": {b"qt  "},
    "audio/mp4": {b"M4A ", b"M4B "},
}
_PACKED = (
    (b"OFD.xml", "application/ofd"),
    (b"word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
)
_CONTROL = re.compile(r"[\0-\x08\x0b\x0e-\x1f\x7f]")
_RUNS = re.compile(r"<\s*(?:(svg)|!doctype\s+html|html|script|iframe)\b", re.IGNORECASE)
_BEGINS = re.compile(r"\s*<(?:[a-z][a-z0-9]*[\s>/]|!--)", re.IGNORECASE)


def true_type(file: BinaryIO) -> str:
    """Tell the media type from the bytes of a seekable file; OPAQUE when they tell nothing. The position is
    moved.
    """
    file.seek(0)
    head = file.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _packed_type(file)
    return _by_signature(head) or _by_container(head) or _by_frames(head) or _text_type(head) or OPAQUE


def _by_signature(head: bytes) -> str | None:
    return next((media for signature, media in _SIGNATURES if head.startswith(signature)), None)


def _by_container(head: bytes) -> str | None:
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand[:3] in (b"3gp", b"3g2"):
            return "video/3gpp"
        if brand in (b"avif", b"avis"):
            return OPAQUE
        return next((media for media, brands in _BRANDS.items() if brand in brands), "video/mp4")
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free") and b"ftyp" not in head[:64]:
        return "video/quicktime"
    if head[:4] == b"\x1a\x45\xdf\xa3" and b"webm" in head[:64]:
        return "video/webm"
    return None


def _by_frames(head: bytes) -> str | None:
    """MP3 and AAC without a header begin with a frame: eleven or twelve set bits, then fields with
    forbidden values.
    """
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] & 0xF6 == 0xF0:
        return "audio/aac" if head[2] >> 2 & 0xF < 13 else None
    layer3 = head[1] & 0xE6 == 0xE2 and head[1] >> 3 & 3 != 1
    return "audio/mpeg" if layer3 and head[2] >> 4 not in (0, 15) and head[2] >> 2 & 3 != 3 else None


def _text_type(head: bytes) -> str | None:
    """Text has characters, no control characters and decodes as UTF-8, UTF-16 with its mark, or GB 18030."""
    encodings = ("utf-16",) if head[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return (_markup_type(text) or "text/plain") if text and not _CONTROL.search(text) else None
    return None


def _markup_type(text: str) -> str | None:
    """A page is what begins with a tag, or holds what a browser could run. A note that merely mentions a
    tag is none.
    """
    if found := _RUNS.search(text):
        return SVG if found[1] else HTML
    if text.lstrip().startswith("<?xml"):
        return XML
    return HTML if _BEGINS.match(text) else None


def _packed_type(file: BinaryIO) -> str:
    """Tell an office document by the names in its ZIP directory; nothing is unpacked."""
    names = set(_packed_names(file))
    if any(name.lower().endswith(b"vbaproject.bin") for name in names):
        return MACROS
    return next((media for part, media in _PACKED if part in names), ZIP)


_MOST_DIRECTORY = 4 << 20


def _packed_names(file: BinaryIO) -> Iterator[bytes]:
    """Walk the ZIP's central directory; one above 4 MiB is no office document and is not even read."""
    end = file.seek(0, 2)
    file.seek(max(0, end - (64 << 10) - 22))
    tail = file.read()
    mark = tail.rfind(b"PK\x05\x06")
    if mark < 0 or len(tail) < mark + 22:
        return
    length, start = struct.unpack_from("<II", tail, mark + 12)
    if length > _MOST_DIRECTORY:
        return
    file.seek(start)
    directory, at = file.read(length), 0
    while directory[at : at + 4] == b"PK\x01\x02" and at + 46 <= len(directory):
        name, extra, comment = struct.unpack_from("<HHH", directory, at + 28)
        yield directory[at + 46 : at + 46 + name]
        at += 46 + name + extra + comment
