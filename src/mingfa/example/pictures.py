"""Drawn pictures and one drawn film for the example, plainly of nobody, kept in the vault by digest."""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from PIL import Image, ImageDraw

from mingfa.bureau.vault import Vault, vault_from

SCENE = Path(__file__).parent / "media" / "scene.mp4"
COLOURS = ("#8fa3ad", "#b7a98a", "#93a88d", "#a7949c", "#8d97b5")


class Pictures:
    """Keeps example files and returns them as acts name them."""

    def __init__(self) -> None:
        self._vault = vault_from(settings.VAULT)

    def photo(self, number: int, what: str) -> dict[str, object]:
        """Return a drawn street scene, different for each case."""
        return _kept(
            self._vault,
            BytesIO(street_scene(number, what)),
            f"示例照片-{number:02d}-{what}.jpg",
            "image/jpeg",
        )

    def video(self) -> dict[str, object]:
        """Return the example film."""
        with SCENE.open("rb") as film:
            return _kept(self._vault, film, "示例影像.mp4", "video/mp4")


def _kept(vault: Vault, stream: BinaryIO, name: str, media: str) -> dict[str, object]:
    stored = vault.keep(stream)
    return {"sha256": stored.sha256, "size": stored.size, "media": media, "name": name}


@cache
def street_scene(number: int, what: str) -> bytes:
    """Draw a shop front with things on the pavement, as JPEG."""
    image = Image.new("RGB", (960, 640), "#dfe6ea")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 430, 960, 640), fill="#c9c4ba")
    for n in range(3):
        left = 60 + 300 * n
        draw.rectangle(
            (left, 120, left + 250, 430),
            fill=COLOURS[(number + n) % len(COLOURS)],
            outline="#4a535e",
            width=3,
        )
        draw.rectangle((left + 20, 150, left + 230, 200), fill="#f4f1ea", outline="#4a535e")
        draw.rectangle((left + 150, 260, left + 220, 430), fill="#5d6670")
    for n in range(3 + (number + len(what)) % 4):
        left = 90 + (number * 37 + n * 131) % 760
        draw.rectangle(
            (left, 470 + 12 * (n % 4), left + 84, 550 + 12 * (n % 4)),
            fill=COLOURS[(number + n + 2) % 5],
            outline="#333",
            width=2,
        )
    draw.rectangle((0, 600, 960, 640), fill="#1c2127")
    draw.text((16, 612), f"EXAMPLE {number:02d} - drawn picture, no real place", fill="#ffffff")
    out = BytesIO()
    image.save(out, "JPEG", quality=72)
    return out.getvalue()
