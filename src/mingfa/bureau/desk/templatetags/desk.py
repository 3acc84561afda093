"""Small words for templates: addresses of our files, times in Chinese time, sizes, amounts."""

from datetime import datetime
from typing import Any

from django import template

from mingfa.bureau.desk.assets import version
from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.kinds.kind import Face
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.lib.money import yuan_grouped
from mingfa.bureau.vault.errors import readable

register = template.Library()


@register.simple_tag
def asset(name: str) -> str:
    """Return the address of a file of the desk, with its version."""
    return f"/static/desk/{name}?v={version(name)}"


@register.simple_tag
def matter_kinds() -> tuple[Face, ...]:
    """Return the kinds of matters, in the order of the menu."""
    return FACES


@register.filter
def moment(at: datetime) -> str:
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


@register.filter
def bytes_zh(size: int) -> str:
    return readable(int(size))


@register.filter
def yuan(fen: int) -> str:
    return f"{yuan_grouped(int(fen))}元"


@register.filter
def at(values: Any, key: Any) -> Any:
    """Return an entry of a mapping, or nothing."""
    return values.get(key, "") if values else ""
