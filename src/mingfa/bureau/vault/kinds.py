"""Which types the record takes, and what a person means by them.

A file's name and the type that a browser declares are claims of whoever sends it. 行政处罚法 46 wants
evidence verified before it grounds anything; the first and cheapest check is made of the bytes themselves
(`media.py`).
"""

from dataclasses import dataclass

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
    "video/mp2t": Kind("MPEG-TS 视频", ("ts", "mts", "m2ts", "m2t"), inline=False),
    "video/mpeg": Kind("MPEG-PS 视频", ("mpg", "mpeg", "vob", "ps", "dav"), inline=False),
    "video/x-matroska": Kind("MKV 视频", ("mkv", "mka"), inline=False),
    "video/x-flv": Kind("FLV 视频", ("flv",), inline=False),
    "video/x-ms-asf": Kind("WMV 视频", ("wmv", "asf", "wma"), inline=False),
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


def shown_inline(media: str) -> bool:
    """Whether a browser may show this type itself; everything else is served as a download of opaque bytes
    only.
    """
    kind = EVIDENCE.get(media)
    return kind is not None and kind.inline


def is_recording(media: str) -> bool:
    """Say whether a type is one of sound or of moving pictures."""
    return family(media) == "recording"


def family(media: str) -> str:
    """Return picture, recording or document: what a person means by a file, whatever its format."""
    kind, _, _ = media.partition("/")
    return {"image": "picture", "video": "recording", "audio": "recording"}.get(kind, "document")
