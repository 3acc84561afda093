"""The true type is read from the bytes; names and declared types are only claims."""

import io
import struct
import zipfile

import pytest

from mingfa.bureau.vault import VaultError, WrongType
from mingfa.bureau.vault.kinds import (
    EVIDENCE,
    HTML,
    MACROS,
    OLD_OFFICE,
    OPAQUE,
    PROGRAM,
    SVG,
    XML,
    ZIP,
    family,
    is_recording,
    shown_inline,
)
from mingfa.bureau.vault.media import admit, claimed_type_lies, true_type

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def packed(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "示例内容")
    return out.getvalue()


def ftyp(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + b"\0\0\2\0isom"


def kind_of(content: bytes) -> str:
    return true_type(io.BytesIO(content))


SAMPLES = {
    "jpeg": (b"\xff\xd8\xff\xe1\0\x10Exif", "image/jpeg"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png"),
    "gif": (b"GIF89a\1\0\1\0", "image/gif"),
    "webp": (b"RIFF\x24\0\0\0WEBPVP8 ", "image/webp"),
    "tiff": (b"II*\0\x08\0\0\0", "image/tiff"),
    "heic": (ftyp(b"heic"), "image/heic"),
    "heic, generic brand": (ftyp(b"mif1"), "image/heic"),
    "avif": (ftyp(b"avif"), OPAQUE),
    "mp4": (ftyp(b"isom"), "video/mp4"),
    "mp4 of a camera": (ftyp(b"XAVC"), "video/mp4"),
    "mov": (ftyp(b"qt  "), "video/quicktime"),
    "old mov": (b"\0\0\0\x08wide\0\0\0\0mdat", "video/quicktime"),
    "3gp": (ftyp(b"3gp5"), "video/3gpp"),
    "m4a": (ftyp(b"M4A "), "audio/mp4"),
    "webm": (b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\1\x42\x82\x84webm", "video/webm"),
    "matroska": (b"\x1a\x45\xdf\xa3\xa3\x42\x86\x81\1\x42\x82\x88matroska", "video/x-matroska"),
    "transport stream of a recorder": ((b"\x47\x40\0\x10" + bytes(184)) * 4, "video/mp2t"),
    "transport stream of a camera": ((bytes(4) + b"\x47\x40\0\x10" + bytes(184)) * 4, "video/mp2t"),
    "no transport stream": ((b"\x47\x40\0\x10" + bytes(183)) * 4, OPAQUE),
    "program stream": (b"\0\0\1\xba\x44\0\4\0\4\1", "video/mpeg"),
    "program stream of a video recorder": (b"IMKH\1\2\0\0" + bytes(32) + b"\0\0\1\xba\x44", "video/mpeg"),
    "the head of a video recorder alone": (b"IMKH\1\2\0\0" + bytes(64), OPAQUE),
    "flv": (b"FLV\1\5\0\0\0\x09", "video/x-flv"),
    "wmv": (bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + bytes(8), "video/x-ms-asf"),
    "avi": (b"RIFF\x24\0\0\0AVI LIST", "video/x-msvideo"),
    "wav": (b"RIFF\x24\0\0\0WAVEfmt ", "audio/wav"),
    "mp3 with tags": (b"ID3\4\0\0\0\0\0\x23", "audio/mpeg"),
    "mp3 bare": (b"\xff\xfb\x90\x64\0\0\0\0", "audio/mpeg"),
    "mp3 of a forbidden rate": (b"\xff\xfb\xfc\x64\0\0\0\0", OPAQUE),
    "aac": (b"\xff\xf1\x50\x80\x03\xdf\xfc", "audio/aac"),
    "amr": (b"#!AMR\n\x3c\x91", "audio/amr"),
    "amr wide": (b"#!AMR-WB\n\x3c\x91", "audio/amr"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "application/pdf"),
    "docx": (packed("[Content_Types].xml", "word/document.xml"), DOCX),
    "xlsx": (packed("[Content_Types].xml", "xl/workbook.xml"), XLSX),
    "ofd": (packed("OFD.xml", "Doc_0/Document.xml"), "application/ofd"),
    "docx with macros": (packed("word/document.xml", "word/vbaProject.bin"), MACROS),
    "zip": (packed("照片/1.jpg"), ZIP),
    "apk": (packed("AndroidManifest.xml", "classes.dex"), ZIP),
    "empty zip": (packed(), OPAQUE),
    "zip cut off": (packed("word/document.xml")[:40], ZIP),
    "old doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), OLD_OFFICE),
    "text": ("现场情况说明：\r\n示例市某路。".encode(), "text/plain"),
    "text with mark": (b"\xef\xbb\xbf" + "说明".encode(), "text/plain"),
    "text in GB 18030": ("某某，龑镕𠅤".encode("gb18030"), "text/plain"),
    "text in UTF-16": ("说明".encode("utf-16"), "text/plain"),
    "text that mentions a tag": ("当事人称：页面上的 <img> 标签系他人添加。".encode(), "text/plain"),
    "html": (b"\n <!DOCTYPE html><p>hi", HTML),
    "html without head": (b"<p onclick=alert(1)>hi", HTML),
    "html after words": (b"hello <script>alert(1)</script>", HTML),
    "html in UTF-16": ("<script>".encode("utf-16"), HTML),
    "html behind a comment": (b"<!-- --><body onload=alert(1)>", HTML),
    "svg": (b'<?xml version="1.0"?><!-- x --><svg onload="alert(1)">', SVG),
    "xml": (b'<?xml version="1.0"?><a/>', XML),
    "windows program": (b"MZ\x90\0\3", PROGRAM),
    "linux program": (b"\x7fELF\2\1\1", PROGRAM),
    "script": (b"#!/bin/sh\nrm -rf /\n", PROGRAM),
    "noise": (bytes(range(256)), OPAQUE),
    "nothing": (b"", OPAQUE),
}


@pytest.mark.parametrize(("content", "media"), SAMPLES.values(), ids=SAMPLES)
def test_true_type(content, media):
    assert kind_of(content) == media


def test_a_character_cut_at_the_end_of_the_head_is_still_text():
    assert kind_of(b"x" + "明".encode() * 30_000) == "text/plain"


def test_a_huge_zip_directory_is_not_read():
    """The end record promises a directory of 3 GB; believing it would fill the memory."""
    lie = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 9, 9, 3 << 30, 0, 0)
    assert kind_of(b"PK\3\4" + bytes(100) + lie) == ZIP


def test_a_damaged_zip_directory_ends_the_walk():
    content = bytearray(packed("a.txt", "word/document.xml"))
    content[content.rfind(b"PK\1\2")] ^= 1
    assert kind_of(bytes(content)) == ZIP


@pytest.mark.parametrize(
    ("name", "claimed", "true"),
    [
        ("现场.JPG", "image/jpeg", "image/jpeg"),
        ("现场.jpeg", "", "image/jpeg"),
        ("现场", "application/octet-stream", "image/jpeg"),
        ("录音.wav", "audio/x-wav", "audio/wav"),
        ("录像.mp4", "video/mp4; codecs=avc1", "video/mp4"),
        ("名单.csv", "text/csv", "text/plain"),
        ("IMG_1.HEIC", "image/heif", "image/heic"),
    ],
)
def test_honest_claims(name, claimed, true):
    assert claimed_type_lies(name, claimed, true) is None
    assert admit(name, claimed, true) == name


@pytest.mark.parametrize(
    ("name", "claimed", "true", "kept"),
    [
        ("shot.jpg", "image/jpeg", "image/png", "shot.jpg.png"),
        ("微信图片_20261201.jpg", "image/jpeg", "image/webp", "微信图片_20261201.jpg.webp"),
        ("照片.jpg", "image/png", "image/jpeg", "照片.jpg"),
        ("ch01_20261201.mp4", "video/mp4", "video/mpeg", "ch01_20261201.mp4.mpg"),
        ("录音.mp4", "video/mp4", "audio/mp4", "录音.mp4.m4a"),
    ],
)
def test_another_format_of_the_same_family_is_kept_under_its_true_one(name, claimed, true, kept):
    assert admit(name, claimed, true) == kept


def test_every_type_has_a_family():
    assert {family(media) for media in EVIDENCE} == {"picture", "recording", "document"}
    assert is_recording("audio/amr") and not is_recording("text/plain")


@pytest.mark.parametrize(
    ("name", "claimed", "true", "said"),
    [
        ("照片.png", "", "text/plain", "“.png”，而内容实际为文本文件"),
        ("录像.mp4", "video/mp4", "text/plain", "“.mp4”，而内容实际为文本文件"),
        ("录像.mp4", "video/mp4", "image/jpeg", "“.mp4”，而内容实际为JPEG 图片"),
        ("照片.jpg.exe", "", "image/jpeg", "“.exe”"),
        ("合同.pdf", "", "text/plain", "文本文件"),
        ("照片.jpg", "text/html", "image/jpeg", "“text/html”"),
        ("照片.jpg", "image/jpeg", PROGRAM, "可执行程序"),
    ],
)
def test_lying_claims(name, claimed, true, said):
    assert said in claimed_type_lies(name, claimed, true)
    with pytest.raises(WrongType) as refused:
        admit(name, claimed, true)
    assert refused.value.todo


@pytest.mark.rule("EVID-01")
@pytest.mark.parametrize(
    ("name", "true", "todo"),
    [
        ("a.svg", SVG, "PNG"),
        ("a.html", HTML, "PDF"),
        ("a.exe", PROGRAM, "不要上传程序"),
        ("a.zip", ZIP, "解压"),
        ("a.doc", OLD_OFFICE, "docx"),
        ("a.docm", MACROS, "不带宏"),
        ("a.bin", OPAQUE, "请上传图片"),
    ],
)
def test_what_is_no_evidence_is_refused_with_what_to_do(name, true, todo):
    with pytest.raises(WrongType) as refused:
        admit(name, "", true)
    assert isinstance(refused.value, VaultError)
    assert todo in refused.value.todo
    assert not shown_inline(true)


def test_nothing_that_runs_is_shown_inline():
    assert {HTML, SVG, XML, PROGRAM, OPAQUE}.isdisjoint(EVIDENCE)
    assert not shown_inline("text/plain")
    assert shown_inline("image/jpeg") and shown_inline("video/mp4") and shown_inline("application/pdf")
