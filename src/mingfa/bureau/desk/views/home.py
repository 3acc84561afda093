"""The first page: what waits for this person today (plan 3.4.b)."""

from django.http import HttpResponse

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.todo import day, kinds_this_month


@page
def home(ask: Ask) -> HttpResponse:
    return show(ask, "desk/home.html", nav="home", day=day(ask), kinds=kinds_this_month(ask))


@page
def keys(ask: Ask) -> HttpResponse:
    return show(ask, "desk/keys.html")
