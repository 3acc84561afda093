"""The board of a service window: made from appointments, acts and items, so that it is never out of date."""

import re
from collections.abc import Callable

import pytest
import zxingcpp
from django.test import Client
from PIL import Image, ImageDraw

from mingfa.bureau.desk.publications.board import WINDOW
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.people.models import Appointment, Person
from mingfa.example.bureau import Cast, Stage
from mingfa.example.permit_item import list_permit

SCALE = 8  # pixels a module


@pytest.mark.clause("1.3.d")
def test_the_board_says_who_what_for_and_where_to_turn(
    at_desk: Callable[[int], Client], cast: Cast, stage: Stage
) -> None:
    list_permit(stage, cast)
    page = at_desk(cast.window).get("/board/").content.decode()
    clerk = Person.objects.get(pk=cast.window)
    for words in (clerk.name, "窗口受理人员", "临时占用街道两侧", "自受理之日起10个工作日", "0991-0000000"):
        assert words in page
    for act in REGISTER.values():
        assert (f"<li>{act.title}</li>" in page) == (WINDOW in act.who), act.title
    assert page.count("<svg") == 3 and "/complaints/" in page and "/progress/" in page
    assert _read(re.findall(r"<svg.*?</svg>", page, re.S)[0]).endswith("/progress/")


@pytest.mark.clause("1.3.d")
def test_who_left_the_window_is_off_the_board_after_the_last_day(
    at_desk: Callable[[int], Client], cast: Cast, stage: Stage
) -> None:
    name = Person.objects.get(pk=cast.window).name
    post = Appointment.objects.get(person=cast.window, role=WINDOW)
    assert name in at_desk(cast.head).get("/board/").content.decode()
    stage.act("person.dismiss", cast.appointer, appointment=post.pk, until=stage.now.date().isoformat())
    stage.now = stage.now.replace(day=stage.now.day + 1)
    page = at_desk(cast.head).get("/board/").content.decode()
    assert name not in page and "目前没有人担任窗口岗位" in page


def _read(svg: str) -> str:
    """Read a drawn code as a telephone does: its path is horizontal strokes of dark modules."""
    size = int(re.search(r'viewBox="0 0 (\d+)', svg)[1])
    image = Image.new("L", (size * 2, size * 2), 255)
    draw = ImageDraw.Draw(image)
    x = y = 0.0
    for letter, numbers in re.findall(r"([Mmh])([-\d. ]+)", re.search(r' d="([^"]+)"', svg)[1]):
        given = [float(n) for n in numbers.split()]
        if letter == "h":
            left, right = x * SCALE, (x + given[0]) * SCALE - 1
            draw.rectangle((left, (y - 0.5) * SCALE, right, (y + 0.5) * SCALE - 1), fill=0)
            x += given[0]
        else:
            x, y = given if letter == "M" else (x + given[0], y + given[1])
    (found,) = zxingcpp.read_barcodes(image)
    return found.text
