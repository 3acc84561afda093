"""Questions about service; every row is checked against the ledger first."""

from collections.abc import Iterable
from datetime import date

from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.ledger.reader import check_rows, inputs, leaf
from mingfa.bureau.lib.reading import once
from mingfa.bureau.papers import form
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.service.models import ConfirmedAddress, Service, ServiceNotice
from mingfa.bureau.service.values import Announced, Confirmed, PaperView, ServiceView


@once
def services(matter: int) -> tuple[ServiceView, ...]:
    """Return everything served in a matter, in order of entry."""
    return _views(Service.objects.filter(matter=matter))


@once
def served(paper: int) -> ServiceView | None:
    """Return the service from which a paper counts: of several, the earliest. Its day may lie ahead."""
    return min(_views(Service.objects.filter(paper=paper)), key=lambda s: (s.served_on, s.id), default=None)


@once
def served_kind(matter: int, kind: str, on: date) -> ServiceView | None:
    """Return the service of the latest paper of a kind that took effect on or before a day."""
    found = _views(Service.objects.filter(matter=matter, paper__kind=kind, served_on__lte=on))
    return max(found, key=lambda s: (s.paper, -s.served_on.toordinal(), -s.id), default=None)


def days_of_service(papers: Iterable[int]) -> dict[int, date]:
    """Return from which day each of these papers counts as served: of several services, the earliest."""
    rows = list(Service.objects.filter(paper__in=list(papers)))
    check_rows(rows)
    return {int(r.paper_id): r.served_on for r in sorted(rows, key=lambda r: r.served_on, reverse=True)}


def services_in(matters: Iterable[int]) -> dict[int, ServiceView]:
    """Return everything served in these matters, by the act that entered it."""
    keys = list(matters)
    found = services(keys[0]) if len(keys) == 1 else _views(Service.objects.filter(matter__in=keys))
    return {one.id: one for one in found}


def served_papers(papers: Iterable[int]) -> set[int]:
    """Return those of these papers that were served, by whatever way."""
    return set(Service.objects.filter(paper__in=papers).values_list("paper", flat=True))


@once
def paper(pk: int) -> PaperView | None:
    """Return a paper as it may be served."""
    row = Paper.objects.filter(pk=pk).first()
    if row is None:
        return None
    check_rows([row])
    return _paper(row)


@once
def papers_to_serve(matter: int) -> tuple[PaperView, ...]:
    """Return the outward papers of a matter, in order, served or not."""
    return tuple(view for view in papers_of(matter) if view.outward)


@once
def papers_of(matter: int) -> tuple[PaperView, ...]:
    """Return every paper of a matter, in order: each has the key of the act that made it."""
    rows = list(Paper.objects.filter(matter=matter).order_by("pk"))
    check_rows(rows)
    return tuple(map(_paper, rows))


def papers_unserved(matters: Iterable[int]) -> tuple[PaperView, ...]:
    """Return the outward papers of these matters that were not served by any way, in order."""
    rows = list(Paper.objects.filter(matter__in=list(matters)).order_by("pk"))
    served = served_papers([row.pk for row in rows]) if rows else set()
    left = [row for row in rows if row.pk not in served]
    check_rows(left)
    return tuple(view for row in left if (view := _paper(row)).outward)


@once
def names_the_way_online(paper: int) -> bool:
    """Tell whether a paper may go over the internet: it opens no reconsideration or names the way."""
    facts = facts_of_paper(paper)
    return "reconsideration_to" not in facts or bool(facts.get("reconsideration_channel"))


@once
def confirmed(matter: int) -> Confirmed | None:
    """Return where the party of a matter wants to be served: its latest word."""
    row = ConfirmedAddress.objects.filter(matter=matter).order_by("pk").last()
    if row is None:
        return None
    check_rows([row])
    said = inputs(leaf(int(row.pk)).entry)
    address, system = (str(said.get(name, "")) for name in ("address", "electronic_to"))
    return Confirmed(row.number, address, row.electronic, system)


@once
def announced(paper: int) -> Announced | None:
    """Return the public notice by which a paper is served: the latest."""
    row = ServiceNotice.objects.filter(paper=paper).order_by("pk").last()
    if row is None:
        return None
    check_rows([row])
    return Announced(int(row.pk), row.number, row.published_on, row.ends_on)


@once
def said_in(notice: Announced) -> dict[str, object]:
    """Return what was typed when a public notice was issued: reason, course, places, pictures."""
    return inputs(leaf(notice.id).entry)


def _paper(row: Paper) -> PaperView:
    return PaperView(
        id=int(row.pk),
        kind=row.kind,
        number=row.number,
        title=form(row.kind).title,
        matter=row.matter,
        made_on=row.made_at.astimezone(CHINA).date(),
        outward=form(row.kind).outward and form(row.kind).to_party,
    )


def _views(rows: Iterable[Service]) -> tuple[ServiceView, ...]:
    found = sorted(rows, key=lambda row: row.pk)
    papers = Paper.objects.in_bulk([row.paper_id for row in found])
    check_rows([*found, *papers.values()])
    return tuple(_view(row, papers[row.paper_id]) for row in found)


def _view(row: Service, of: Paper) -> ServiceView:
    return ServiceView(
        id=int(row.pk),
        matter=int(row.matter),
        paper=int(of.pk),
        paper_kind=of.kind,
        paper_number=of.number,
        method=row.method,
        served_on=row.served_on,
        number=row.number,
        relation=row.recipient_relation,
        has_media=row.has_media,
    )
