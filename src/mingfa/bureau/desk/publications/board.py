"""The board of a service window (plan 1.3.d 岗位信息公示牌): who sits there, what for, and where to turn.

Made from appointments, acts and the list of items at every call: who left is gone after the last day.
The page is hung up on a screen in the hall, where it asks again by itself, or printed, one sheet a post.
"""

from dataclasses import dataclass

import segno
from django.conf import settings
from django.http import HttpResponse
from django.utils.safestring import SafeString, mark_safe

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.forms.sheet import roles_zh
from mingfa.bureau.doorway.acts import REGISTER, act_named
from mingfa.bureau.people import reads as people

WINDOW = "window"
# Where somebody at the window goes on by telephone: the pages of the portal, by their own words.
PLACES = (
    ("办理进度", "/progress/"),
    ("办事指南、申请材料示范文本", "/items/"),
    ("投诉、举报", "/complaints/"),
)


@dataclass(frozen=True)
class Place:
    """A page of the portal and its code for a telephone."""

    words: str
    address: str
    code: SafeString


@page
def shown(ask: Ask) -> HttpResponse:
    """Show the board of every window post."""
    return show(
        ask,
        "desk/board.html",
        posts=people.actors(WINDOW, ask.today),
        post=roles_zh(act_named("permit.receive"))[0],
        duties=[act.title for act in REGISTER.values() if WINDOW in act.who],
        items=catalogue.items(ask.today, "permit"),
        places=[_place(words, settings.PORTAL + path) for words, path in PLACES],
        today=ask.today,
    )


def _place(words: str, address: str) -> Place:
    drawn = segno.make_qr(address, error="m").svg_inline(scale=4, border=2, omitsize=True)
    return Place(words, address, mark_safe(drawn))
