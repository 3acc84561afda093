"""Where a penalty on the spot begins: one touch on what was seen, and the form knows the rest (处罚法 51)."""

from django.http import HttpResponse

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.forms.choices import Situation
from mingfa.bureau.desk.kinds.spot import items
from mingfa.bureau.doorway.acts import act_named
from mingfa.bureau.doorway.refusals import NotYours


@page
def begin(ask: Ask) -> HttpResponse:
    """List what can be dealt with on the spot."""
    act = act_named("summary.decide")
    if not ask.can(act.who):
        raise NotYours("“当场处罚”由执法人员办理。")
    return show(ask, "desk/spot.html", nav="spot", act=act, items=items(Situation(ask.me, ask.today, None)))
