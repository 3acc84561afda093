"""The first page: what waits for this person today (plan 3.4.b)."""

from django.http import HttpResponse

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.setup.first_steps import left
from mingfa.bureau.desk.worklist.worklist import day, kinds_this_month

APPOINTER = frozenset({"appointer"})


@page
def home(ask: Ask) -> HttpResponse:
    to_set_up = left(ask.today) if ask.can(APPOINTER) else 0
    return show(
        ask, "desk/home.html", nav="home", day=day(ask), kinds=kinds_this_month(ask), to_set_up=to_set_up
    )


@page
def keys(ask: Ask) -> HttpResponse:
    return show(ask, "desk/keys.html")
