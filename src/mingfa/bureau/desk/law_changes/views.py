"""What a change of law touches: for everybody inside (plan 1.2.b)."""

from django.http import HttpResponse

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.law_changes.amending import touched


@page
def listed(ask: Ask) -> HttpResponse:
    """List each change of law with the items, guides, papers and open matters it touches."""
    return show(ask, "desk/amending.html", nav="items", changes=touched(ask))
