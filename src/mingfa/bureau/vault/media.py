"""What a file truly is, read from its bytes, and whether what its name and its sender say of it is so."""

import codecs
import re
import struct
from collections.abc import Iterator
from typing import BinaryIO

from .errors import WrongType
from .kinds import EVIDENCE, HTML, MACROS, OLD_OFFICE, OPAQUE, PROGRAM, SVG, XML, ZIP, family

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
    "video/mts": "video/mp2t",
    "video/vnd.dlna.mpeg-tts": "video/mp2t",
    "video/mp2p": "video/mpeg",
    "video/x-ms-wmv": "video/x-ms-asf",
    "video/x-ms-wma": "video/x-ms-asf",
    "audio/x-ms-wma": "video/x-ms-asf",
    "audio/x-matroska": "video/x-matroska",
    "video/flv": "video/x-flv",
    "video/msvideo": "video/x-msvideo",
    "text/csv": "text/plain",
}


def admit(name: str, claimed: str, true: str) -> str:
    """Let a file in as evidence and return the name it is kept under, or raise WrongType.

    A phone cannot rename: a picture under the name of another kind of picture (a recording under that of
    another recording) is kept, its true extension behind the name that was given. A name or a declared type
    of another family is a wrong choice, or a lie, and is refused.
    """
    if true not in EVIDENCE:
        what, todo = _REFUSED.get(true, _UNKNOWN)
        raise WrongType(f"该文件实际为{what}，不属于可以入库的记录资料类型。", todo)
    if (lie := claimed_type_lies(name, claimed, true)) and not _is_one_family(name, claimed, true):
        raise WrongType(lie, "请核对是否选错文件；确系该类型的，请改正扩展名后重新上传，保留原始文件。")
    return f"{name}.{EVIDENCE[true].extensions[0]}" if extension_lies(name, true) else name


def _is_one_family(name: str, claimed: str, true: str) -> bool:
    """Say whether name and declared type claim another format of the same family; documents stay strict."""
    _, dot, extension = name.strip().lower().rpartition(".")
    named = {family(media) for media, kind in EVIDENCE.items() if dot and extension in kind.extensions}
    declared = claimed.partition(";")[0].strip().lower()
    told = named | ({family(_SAME.get(declared, declared))} if declared not in _NO_CLAIM else set())
    return family(true) != "document" and told <= {family(true)} and bool(named or not dot)


def extension_lies(name: str, true: str) -> bool:
    """Say whether the extension of a name is that of another type; no extension claims nothing."""
    _, dot, extension = name.strip().lower().rpartition(".")
    kind = EVIDENCE.get(true)
    return bool(dot) and extension not in (kind.extensions if kind else ())


def claimed_type_lies(name: str, claimed: str, true: str) -> str | None:
    """Say in Chinese how the extension of `name` or the declared type contradicts the true type; None when
    they agree.

    No extension and no declared type claim nothing.
    """
    kind = EVIDENCE.get(true)
    actual = kind.zh if kind else _REFUSED.get(true, _UNKNOWN)[0]
    if extension_lies(name, true):
        extension = name.strip().lower().rpartition(".")[2]
        return f"文件扩展名为“.{extension}”，而内容实际为{actual}，二者不一致。"
    declared = claimed.partition(";")[0].strip().lower()
    if declared not in _NO_CLAIM and _SAME.get(declared, declared) != true:
        return f"上传时声明的类型为“{declared}”，而内容实际为{actual}，二者不一致。"
    return None


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
_EBML = {b"webm": "video/webm", b"matroska": "video/x-matroska"}
_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
# The heads that video recorders write before a program stream.
_RECORDERS = {b"IMKH", b"DHAV", b"HKMI"}
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
    if head[:4] == b"\x1a\x45\xdf\xa3":
        return _EBML.get(next((name for name in _EBML if name in head[:64]), b""))
    if head[:3] == b"FLV":
        return "video/x-flv"
    if head[:16] == _ASF:
        return "video/x-ms-asf"
    return _mpeg(head)


def _mpeg(head: bytes) -> str | None:
    """Tell MPEG streams: a program stream (also behind a recorder's head) or packets of 188 bytes.

    A packet begins with 0x47; those of Blu-ray and cameras have four bytes of time before it.
    """
    if head[:4] in (b"\0\0\1\xba", b"\0\0\1\xb3") or (
        head[:4] in _RECORDERS and b"\0\0\1\xba" in head[:4096]
    ):
        return "video/mpeg"
    for packet, first in ((188, 0), (192, 4)):
        marks = head[first : first + packet * 8 : packet]
        if len(marks) >= 3 and set(marks) == {0x47} and len(head) >= first + packet * 2:
            return "video/mp2t"
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
