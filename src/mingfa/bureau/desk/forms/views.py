"""Acts as forms (plan 2.1.a): what is asked, what was refused and why, the act itself through the doorway.

Every form carries a key of its own, so that a double click, a reload or a second tab gives one act.
"""

import re
import secrets
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.utils.html import format_html

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.desk.forms import drafts
from mingfa.bureau.desk.forms.carry_over import way_on
from mingfa.bureau.desk.forms.choices import Situation
from mingfa.bureau.desk.forms.drawn import draw
from mingfa.bureau.desk.forms.fields import fields_of
from mingfa.bureau.desk.forms.prefill import asked, begun, prefill, sole
from mingfa.bureau.desk.forms.reading import read_moment, shown_moment
from mingfa.bureau.desk.forms.settled import settled, settling, unanswered
from mingfa.bureau.desk.forms.sheet import KEY, WHEN, Sheet, explained, roles_zh, summary
from mingfa.bureau.desk.forms.typed import add_row, blank, collect, values
from mingfa.bureau.desk.forms.uploads import receive
from mingfa.bureau.desk.kinds import FRESH, is_visible, opened
from mingfa.bureau.desk.kinds.kind import Opened
from mingfa.bureau.desk.matters.background import before
from mingfa.bureau.desk.matters.doing import Outcome, attempt
from mingfa.bureau.desk.matters.steps import computed_for, in_the_way
from mingfa.bureau.doorway.acts import Act, NoSuchAct, act_named
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.inputs import OUT_OF_RANGE, is_in_range
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.rooms import rooms
from mingfa.bureau.lib.received import whole
from mingfa.bureau.papers import form

# Where an act shows that has a page of its own beside its room's.
SHOWS = {"calendar.announce": "/calendar/", "calendar.confirm": "/calendar/"}


@page
def one(ask: Ask, name: str) -> HttpResponseBase:
    """Show an act's form, or do the act."""
    act = _act(name)
    if not ask.can(act.who):
        raise NotYours(f"“{act.title}”由{'、'.join(roles_zh(act))}办理，您目前没有这一职务。")
    matter = _matter(ask, act)
    if (kept := drafts.taken(ask.request, ask.me.id)) is not None:
        return _page(ask, _sent(ask, act, matter, kept))
    if ask.request.method != "POST":
        sheet = Sheet(act, matter, (), {}, secrets.token_hex(16))
        answers = sole(sheet.questions, _situation(ask, sheet)) | {
            name: str(value) for name, value in ask.request.GET.items() if name != "on"
        }
        sheet.fields = settled(sheet.questions, answers)
        sheet.typed = blank(sheet.fields)
        sheet.settles = settling(sheet.questions, answers)
        sheet.typed |= {n: v for n, v in answers.items() if sheet.typed.get(n) == ""}
        known = matter.face.known if matter else {}
        sheet.typed = prefill(sheet.fields, sheet.typed, _situation(ask, sheet), known)
        _suggest(ask, sheet, anew=True)
        sheet.outcome = Outcome(refusals=in_the_way(ask, act, matter.id if matter else None))
        return _page(ask, sheet)
    post = ask.request.POST
    sheet = _sent(ask, act, matter, post)
    if row := post.get("_add"):
        add_row(sheet.fields, sheet.typed, row)
        return _page(ask, sheet)
    if sheet.settles != post.get("_settles", ""):
        sheet.typed = unanswered(sheet.fields, sheet.typed)
        known = matter.face.known if matter else {}
        filled = prefill(sheet.fields, sheet.typed, _situation(ask, sheet), known)
        sheet.typed |= {one.name: filled[one.name] for one in sheet.fields if one.follows}
        _suggest(ask, sheet)
        return _page(ask, sheet)
    return _done(ask, sheet)


def _act(name: str) -> Act[Any, Any]:
    try:
        return act_named(name)
    except NoSuchAct:
        raise Http404 from None


def _matter(ask: Ask, act: Act[Any, Any]) -> Opened | None:
    """Return the matter an act is done on; an act on a matter needs one."""
    if act.matter is None:
        return None
    on = whole(ask.request.GET.get("on", ""))
    if on is None:
        raise Http404
    return opened(ask, on)


def _sent(ask: Ask, act: Act[Any, Any], matter: Opened | None, post: QueryDict) -> Sheet:
    errors = dict[str, str]()
    keep = partial(receive, ask.me.id, errors)
    questions = asked(fields_of(act.inputs), matter.view if matter else None)
    fields = settled(questions, post)
    typed = collect(fields, post, ask.request.FILES, keep)
    reasons = {n.removeprefix("reason."): str(v) for n, v in post.items() if n.startswith("reason.")}
    key = post.get(KEY, "")
    if not re.fullmatch(r"[0-9a-f]{32}", key):
        key = secrets.token_hex(16)
    sheet = Sheet(act, matter, fields, typed, key, post.get(WHEN, ""), reasons, errors)
    sheet.settles = settling(questions, post)
    return sheet


def _done(ask: Ask, sheet: Sheet) -> HttpResponseBase:
    """Do the act; come back to the form with every error at once, or go to where it shows."""
    inputs = values(sheet.fields, sheet.typed, ask.today, sheet.errors)
    at = _time(ask, sheet)
    sheet.outcome = attempt(
        sheet.act,
        by=ask.me.id,
        on=sheet.matter.id if sheet.matter else None,
        inputs=inputs,
        at=at,
        key=sheet.key,
        reasons=sheet.reasons,
        unread=sheet.errors,
        now=ask.now,
    )
    done = sheet.outcome.done
    if done is None:
        sheet.errors = sheet.outcome.errors
        if sheet.outcome.repeats is not None:  # sent again after reading that, it is an act of its own
            sheet.key = secrets.token_hex(16)
        return _page(ask, sheet, sheet.outcome.status)
    messages.success(ask.request, _said(sheet.act, done))
    return HttpResponseRedirect(_where_it_shows(ask, sheet, done))


def _said(act: Act[Any, Any], done: Done) -> str:
    """Say that an act is done; the paper it made is one touch away, to be handed over."""
    number = done.number
    if number and act.paper:
        number = format_html('<a href="/papers/{}/">{}</a>', done.index, number)
    said = format_html("，文号{}", number) if number else ""
    return format_html("“{}”已办理{}，记入执法记录账本第{}条。", act.title, said, done.index)


def _nav(act: Act[Any, Any]) -> str:
    """Return which entry of the menu an act without a matter stands under."""
    return "publications" if rooms()[act.room].page[1] == "/publications/" else "acts"


def _where_it_shows(ask: Ask, sheet: Sheet, done: Done) -> str:
    """Return the page of the matter; the act that began one is its key, also when it is answered again."""
    if publication := _publication(sheet):
        return f"/publications/{publication}/"
    matter = done.matter if done.matter is not None else done.index
    if is_visible(ask, matter):
        return opened(ask, matter).href
    return SHOWS.get(sheet.act.name) or rooms()[sheet.act.room].shows


def _publication(sheet: Sheet) -> str:
    """Return the publication an act was done to: whoever publishes goes on from its page."""
    number = whole(str(sheet.typed.get("publication", "")))
    return "" if number is None else str(number)


def _time(ask: Ask, sheet: Sheet) -> datetime | None:
    if not sheet.at.strip():
        return None
    try:
        at = read_moment(sheet.at, ask.today)
        if not is_in_range(at):
            raise ValueError(OUT_OF_RANGE)
    except ValueError as error:
        sheet.errors[WHEN] = str(error)
        return None
    return at


def _situation(ask: Ask, sheet: Sheet) -> Situation:
    if sheet.matter is None:
        return Situation(ask.me, ask.today, None, answers=sheet.typed)
    computed = computed_for(ask, sheet.act, sheet.matter.id)
    return Situation(ask.me, ask.today, sheet.matter.view, computed, sheet.typed)


def _suggest(ask: Ask, sheet: Sheet, *, anew: bool = False) -> None:
    """Suggest what a matter may begin with, one field after the other: the next may build on it."""
    fresh = FRESH.get(sheet.act.name, {}) if sheet.matter is None else {}
    asked_anew = {one.name for one in sheet.fields if anew or one.follows} & fresh.keys()
    sheet.typed = sheet.typed | {n: [] for n in asked_anew if isinstance(sheet.typed.get(n), list)}
    for name, suggest in fresh.items():
        sheet.typed = begun(sheet.typed, _situation(ask, sheet), {name: suggest})


def _page(ask: Ask, sheet: Sheet, status: int = 200) -> HttpResponse:
    drawn = draw(sheet.fields, sheet.typed, sheet.errors, _situation(ask, sheet))
    act, matter = sheet.act, sheet.matter
    return show(
        ask,
        "desk/act.html",
        status,
        nav=matter.face.path if matter else _nav(act),
        act=act,
        matter=matter,
        side=matter.face.side(matter.view, ask) if matter else [],
        sheet=sheet,
        whose=drafts.whose_note(ask.me.id),
        drawn=[d for d in drawn if not d.field.rare],
        rare=[d for d in drawn if d.field.rare],
        folded=not sheet.outcome.refusals
        and not any(d.field.rare and (d.error or d.is_filled) for d in drawn),
        onward=way_on(act.name, sheet.typed, sheet.outcome.refusals, ask.now),
        whence=rooms()[act.room].page,
        action=f"/acts/{act.name}/" + (f"?{urlencode({'on': matter.id})}" if matter else ""),
        summary=summary(drawn, sheet.errors),
        warnings=[(r, sheet.reasons.get(r.code, "")) for r in sheet.outcome.refusals if r.warns],
        blocking=[r for r in sheet.outcome.refusals if not r.warns],
        gates=list(dict.fromkeys(explained(g, act, matter) for g in act.gates)),
        who=roles_zh(act),
        paper=form(act.paper).title if act.paper else "",
        uploads=any(f.takes_files for f in sheet.fields),
        now=shown_moment(ask.now),
        before=before(matter, ask.today, act.name, sheet.typed)
        if matter and "officer" not in act.who
        else [],
    )
