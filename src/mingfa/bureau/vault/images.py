"""Small pictures for the screen, and what a camera says of time and place.

A thumbnail carries nothing but pixels. EXIF is written by the device and changed by anyone: it is kept as a
claim beside the time of entry, never in its place.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from PIL import ExifTags, Image, ImageOps

from .errors import BadPicture

MOST_PIXELS = 100_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")


@dataclass(frozen=True, slots=True)
class Claims:
    """What the picture says of itself: local time as written (aware only where the camera wrote its
    offset), latitude and longitude in degrees (north and east positive, 1e-6), and the device.
    """

    taken_at: datetime | None = None
    latitude: float | None = None
    longitude: float | None = None
    device: str | None = None


def thumbnail(source: BinaryIO, *, longest: int = 480) -> bytes:
    """Make a WebP picture whose longer side is at most `longest` pixels, turned upright, without metadata.

    Raises BadPicture for damaged files, for types not decoded here (HEIC), and above 100 million pixels to
    decode (a JPEG is decoded at an eighth of its size, so that no phone's photo comes near).
    """
    with _picture(source, longest) as picture:
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((longest, longest))
        plain = upright.convert(
            "RGBA" if "A" in upright.getbands() or "transparency" in upright.info else "RGB"
        )
        out = io.BytesIO()
        plain.save(out, "WEBP", quality=78, method=4, exif=b"", xmp=b"", icc_profile=b"")
    return out.getvalue()


def claims(source: BinaryIO) -> Claims:
    """Read time, place and device from EXIF; what is absent or malformed is None. Raises BadPicture."""
    with _picture(source, 1) as picture:
        exif = picture.getexif()
        detail, place = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
        latitude = _degrees(
            place.get(ExifTags.GPS.GPSLatitude), place.get(ExifTags.GPS.GPSLatitudeRef), "S", 90
        )
        longitude = _degrees(
            place.get(ExifTags.GPS.GPSLongitude), place.get(ExifTags.GPS.GPSLongitudeRef), "W", 180
        )
        return Claims(
            _time(detail.get(ExifTags.Base.DateTimeOriginal), detail.get(ExifTags.Base.OffsetTimeOriginal)),
            latitude if longitude is not None else None,
            longitude if latitude is not None else None,
            _text(exif.get(ExifTags.Base.Make), exif.get(ExifTags.Base.Model)),
        )


@contextmanager
def _picture(source: BinaryIO, longest: int) -> Iterator[Image.Image]:
    """Open with the listed decoders only, and refuse by the size in the header, before a pixel is decoded."""
    try:
        with Image.open(source, formats=_FORMATS) as picture:
            picture.draft("RGB", (longest * 2, longest * 2))
            if picture.width * picture.height > MOST_PIXELS:
                raise BadPicture(
                    f"图片尺寸过大（{picture.width}×{picture.height} 像素），未生成缩略图。",
                    "原件已妥善保存，可下载查看。",
                )
            yield picture
    except BadPicture:
        raise
    except Image.DecompressionBombError:
        raise BadPicture("图片尺寸过大，未生成缩略图。", "原件已妥善保存，可下载查看。") from None
    except Exception as error:  # a decoder given damaged or hostile bytes may raise anything
        raise BadPicture(
            "图片已损坏或者格式不受支持，未生成缩略图。",
            "原件已妥善保存，请下载核对；确已损坏的，请重新采集。",
        ) from error


def _time(stamp: Any, offset: Any) -> datetime | None:
    for text, form in ((f"{stamp}{offset}", "%Y:%m:%d %H:%M:%S%z"), (f"{stamp}", "%Y:%m:%d %H:%M:%S")):
        try:
            return datetime.strptime(text.replace("\0", "").strip(), form)
        except ValueError:
            continue
    return None


def _degrees(parts: Any, side: Any, negative: str, most: int) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in parts)
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    value = degrees + minutes / 60 + seconds / 3600
    if not 0 <= value <= most:
        return None
    return round(-value if side == negative else value, 6)


def _text(*parts: Any) -> str | None:
    words = " ".join(part.replace("\0", " ") for part in parts if isinstance(part, str)).split()
    return " ".join(words)[:80] or None
