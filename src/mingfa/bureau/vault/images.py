"""Small pictures for the screen. A thumbnail carries nothing but pixels."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from PIL import Image, ImageOps

from .errors import BadPicture

MOST_PIXELS = 100_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF")


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
