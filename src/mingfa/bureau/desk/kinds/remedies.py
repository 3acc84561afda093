"""Reconsideration and litigation on the desk: the options of their forms, and what a page says of them."""

from mingfa.bureau.cases.hooks import challenges
from mingfa.bureau.decisions.values import EFFECTS
from mingfa.bureau.desk.forms.choices import Option, Provider, Situation
from mingfa.bureau.desk.forms.naming import Lookup, Names
from mingfa.bureau.desk.kinds.kind import Side
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.remedies import reads as remedies
from mingfa.bureau.remedies.hooks import subjects_in
from mingfa.bureau.remedies.values import RemedyView


def _challenged(at: Situation) -> list[Option]:
    found = subjects_in(at.matter.id) if at.matter else ()
    return [Option(str(s.decision), s.title, s.number) for s in found]


def _open(at: Situation) -> list[Option]:
    found = remedies.remedies(at.matter.id) if at.matter else ()
    return [Option(str(r.id), f"{r.kind_zh} {r.document}", r.body) for r in found if r.is_open]


def _handed_in(at: Situation) -> list[Option]:
    found = remedies.applications(at.matter.id) if at.matter else ()
    return [Option(str(a.id), f"{a.received_on}收到的申请") for a in found if a.forwarded is None]


def _opinions(at: Situation) -> list[Option]:
    found = remedies.opinions(at.matter.id) if at.matter else ()
    return [Option(str(o.id), o.document, f"{o.received_on}收到") for o in found if o.reported is None]


def _papers_before(at: Situation) -> list[Option]:
    """List the papers up to the last decision of the matter; the act says which are too late for the one."""
    last = max((s.decision for s in subjects_in(at.matter.id)), default=0) if at.matter else 0
    made = remedies.papers(at.matter.id) if at.matter else ()
    return [Option(str(p.id), f"{p.title} {p.number}", f"{p.made_on}") for p in made if p.id <= last]


def _rulings(at: Situation) -> list[Option]:
    """List the rulings against the decision of a case that were not carried out yet."""
    waits = [c for c in challenges(at.case.id) if c.effect] if at.case else []
    return [Option(str(c.id), c.document, f"{c.words}，{EFFECTS[c.effect]}") for c in waits]


CHOICES: dict[str, Provider] = {
    "challenged": _challenged,
    "open_remedies": _open,
    "handed_in": _handed_in,
    "open_opinions": _opinions,
    "papers_before": _papers_before,
    "rulings": _rulings,
}


def _subject(names: Names, pk: int) -> str:
    return "".join(f"{s.title} {s.number}" for s in subjects_in(names.matter) if s.decision == pk)


def _remedy(names: Names, pk: int) -> str:
    return "".join(f"{r.kind_zh} {r.document}" for r in remedies.remedies(names.matter) if r.id == pk)


def _paper(names: Names, pk: int) -> str:
    return "".join(f"{p.title} {p.number}" for p in remedies.papers(names.matter) if p.id == pk)


def _ruling(names: Names, pk: int) -> str:
    return "".join(r.ruling for r in remedies.remedies(names.matter) if r.id == pk)


def _application(names: Names, pk: int) -> str:
    return "".join(f"{a.received_on}收到的申请" for a in remedies.applications(names.matter) if a.id == pk)


def _opinion(names: Names, pk: int) -> str:
    return "".join(o.document for o in remedies.opinions(names.matter) if o.id == pk)


NAMES: dict[str, Lookup] = {
    "challenged": _subject,
    "open_remedies": _remedy,
    "handed_in": _application,
    "open_opinions": _opinion,
    "papers_before": _paper,
    "rulings": _ruling,
}


ANSWERING = frozenset({"reviewer", "review_head", "deputy", "head"})


def may_export(me: Actor, handlers: tuple[int, ...]) -> bool:
    """Say whether somebody answers for the matter before the reconsideration body or the court."""
    return me.id in handlers or bool(me.roles & ANSWERING)


def lines(matter: int, href: str, me: Actor, handlers: tuple[int, ...]) -> list[Side]:
    """Say of each reconsideration and suit how it stands; with the bundle, for those who answer."""
    may = may_export(me, handlers)
    found = []
    for one in remedies.remedies(matter):
        found.append(Side(one.kind_zh, _stands(one), f"{one.body} {one.document}"))
        if may:
            found.append(Side("证据材料", "导出全部材料（ZIP）", href=f"{href}bundles/{one.id}/"))
    return found


def _stands(one: RemedyView) -> str:
    if not one.is_open:
        return f"{one.outcome_zh}（{one.ended_on}）"
    answered = "已答复" if one.answered else "待答复"
    return f"{answered}，停止执行" if one.stay else answered
