"""Questions about permits. What does not match the ledger is not shown: it raises `Altered`."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.hearings.values import answering
from mingfa.bureau.ledger.reader import check_newest, check_rows, inputs, leaf, value
from mingfa.bureau.lib.folding import asked
from mingfa.bureau.lib.reading import once
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.audience import seen_by
from mingfa.bureau.permits.models import (
    Bar,
    Concerned,
    Invitation,
    Licence,
    Opinion,
    Permit,
    PermitDecision,
    SiteCheck,
    Special,
)
from mingfa.bureau.permits.values import (
    BarView,
    CheckView,
    ConcernedView,
    DecisionView,
    LicenceView,
    OpinionView,
    PermitView,
    Proposal,
    SpecialView,
    Standing,
    asked_for,
)
from mingfa.bureau.service import reads as service

MOST = 200
OPEN = ("received", "supplementing", "accepted", "heard", "concluded", "to_review", "in_review", "reviewed")


@once
def permit(pk: int) -> PermitView | None:
    """Return one application as it stands."""
    row = Permit.objects.select_related("item__office", "unit").filter(pk=pk).first()
    return None if row is None else view(row)


def view(row: Permit) -> PermitView:
    """Return the view of a row, every part checked."""
    check_newest(row)
    check_rows([row.unit])
    item = catalogue.item(row.item_id)
    assert item is not None, "the item of an application is protected"
    plain = (
        "number",
        "kind",
        "secrets",
        "received_on",
        "supplement",
        "accepted_on",
        "extended_by",
        "extension",
    )
    return PermitView(
        id=int(row.pk),
        title=row.title,
        state=row.state,
        procedure=row.procedure,
        unit=int(row.unit_id),
        unit_name=row.unit.name,
        handlers=tuple(row.handlers),
        item=item,
        original=row.original,
        applicant=applicant(row.applicant_leaf),
        materials=tuple(row.materials),
        defects=tuple(row.defects),
        hearing_called=row.hearing_called,
        proposal=_proposal(row),
        concluded=row.concluded,
        last_at=row.last_at,
        **{name: getattr(row, name) for name in plain},
    )


@once
def applicant(index: int) -> Party:
    """Open the applicant's block from the act that recorded it."""
    return Party.model_validate(value(leaf(index).entry, "in/applicant"))


def _proposal(row: Permit) -> Proposal | None:
    if row.proposal is None or row.concluded is None:
        return None
    given = row.proposal
    start, end = (date.fromisoformat(d) if (d := given[name]) else None for name in ("from_on", "to_on"))
    plain: dict[str, Any] = {name: given[name] for name in _PROPOSED}
    return Proposal(
        version=int(row.concluded),
        grounds=tuple(given["grounds"]),
        from_on=start,
        to_on=end,
        **plain,
    )


_PROPOSED = ("outcome", "facts", "why", "weighed", "content", "false_statements")


def visible(actor: Actor) -> QuerySet[Permit]:
    """Return the applications this person may see; what may not be seen is not there."""
    return Permit.objects.filter(seen_by(actor))


def search(actor: Actor, words: str) -> QuerySet[Permit]:
    """Find visible applications by any part of title, applicant or number: every word must occur."""
    found = visible(actor)
    for word in asked(words):
        found = found.filter(
            Q(title__contains=word) | Q(applicant_name__contains=word) | Q(number__contains=word)
        )
    return found.order_by("-last_at", "-pk")


def accepted_before(row: PermitView) -> tuple[str, ...]:
    """Return the numbers of open applications for the same limited permit accepted before this one."""
    if row.accepted_on is None or row.kind != "new" or not row.guide.limited:
        return ()
    same = Permit.objects.filter(item__code=row.item.code, kind="new", state__in=OPEN)
    earlier = Q(accepted_on__lt=row.accepted_on) | Q(accepted_on=row.accepted_on, pk__lt=row.id)
    found = list(same.filter(earlier).order_by("accepted_on", "pk"))
    check_rows(found)
    return tuple(one.number for one in found)


def standing(row: PermitView) -> Standing:
    """Return what was done in a permit so far."""
    told, said, specials, checks = (
        _checked(kind, row.id) for kind in (Concerned, Opinion, Special, SiteCheck)
    )
    opinions = tuple(
        OpinionView(int(o.pk), o.concerned_id, o.made_on, o.hearing_requested, o.taken_back) for o in said
    )
    asked = max((a for a in (asked_for(opinions), row.hearing_called) if a is not None), default=None)
    held = hearings.hearings(row.id)
    answer = answering(held, asked)
    took_place = [h for h in held if h.took_place]
    return Standing(
        told=tuple(
            ConcernedView(int(c.pk), c.whom, _name(c), c.hearing_offered, _served(c.pk)) for c in told
        ),
        said=opinions,
        specials=tuple(
            SpecialView(int(s.pk), s.kind, s.from_on, s.until_on, _served(s.pk)) for s in specials
        ),
        checks=tuple(CheckView(int(c.pk), tuple(c.staff), c.number, c.fits) for c in checks),
        hearing_asked=asked,
        hearing_open=asked is not None and (answer is None or not answer.is_over),
        hearing_held=took_place[-1].held if took_place else None,
        hearing_words="".join(h.record_number for h in took_place[-1:]),
        hearing_on=answer.on if answer is not None and answer.is_appointed else None,
        extension_served=row.extension is not None and _served(row.extension) is not None,
        renewal_open=Permit.objects.filter(original=row.id, kind="renew", state__in=OPEN).exists(),
    )


def _checked(kind: type[Any], permit: int) -> list[Any]:
    rows = list(kind.objects.filter(permit=permit).order_by("pk"))
    check_rows(rows)
    return rows


def _served(paper: Any) -> date | None:
    delivery = service.served(int(paper))
    return delivery.served_on if delivery else None


def _name(row: Concerned) -> str:
    """Return who was told: the applicant, or the name in the act's own items."""
    return "申请人" if row.whom == "applicant" else str(inputs(leaf(int(row.pk)).entry).get("name", ""))


@once
def invited(permit: int, notice: int) -> dict[int, date | None]:
    """Return who was told of a hearing's present time, each with the day it was served."""
    rows = list(Invitation.objects.filter(permit=permit, notice=notice).order_by("pk"))
    check_rows(rows)
    return {int(row.concerned_id): _served(row.pk) for row in rows}


@once
def third_party(paper: int) -> str:
    """Return the third party that a notice (its paper has the same key) is addressed to; blank for others."""
    invitation = Invitation.objects.filter(pk=paper).first()
    told = invitation.concerned_id if invitation else paper
    row = Concerned.objects.filter(pk=told, whom="interested").first()
    if row is None:
        return ""
    check_rows([row])
    return _name(row)


@once
def licence_of(permit: int) -> LicenceView | None:
    """Return the licence that an application led to."""
    row = Licence.objects.filter(permit=permit).first()
    if row is None:
        return None
    check_rows([row])
    plain = ("number", "title", "content", "issued_on", "from_on", "to_on", "state", "renewed")
    return LicenceView(int(row.pk), int(row.permit_id), **{name: getattr(row, name) for name in plain})


@once
def holder_of(licence: LicenceView | None) -> tuple[str, str]:
    """Return name of the holder and code of the item of a licence."""
    found = permit(licence.permit) if licence else None
    return (found.applicant.name, found.item.code) if found else ("", "")


@once
def valid_licences() -> list[tuple[LicenceView, str]]:
    """Return the valid licences with the names of their holders, the newest first."""
    rows = Licence.objects.filter(state="valid").order_by("-pk")[:MOST]
    found = [licence_of(int(row.permit_id)) for row in rows]
    return [(one, holder_of(one)[0]) for one in found if one is not None]


@once
def decision(permit: int) -> DecisionView | None:
    """Return the decision on an application."""
    row = PermitDecision.objects.filter(permit=permit).first()
    if row is None:
        return None
    check_rows([row])
    return DecisionView(int(row.pk), row.outcome, row.number, row.decided_on)


@once
def bars(name: str, item_code: str) -> tuple[BarView, ...]:
    """Return what bars an applicant of this name from an item, with the code of whom it was imposed on."""
    rows = list(Bar.objects.filter(applicant_name=name, item_code=item_code).select_related("permit"))
    check_rows(rows)
    return tuple(BarView(r.ground, applicant(r.permit.applicant_leaf).code, r.until) for r in rows)


@once
def silent(today: date) -> list[int]:
    """Return the applications to which nothing was answered yet: some may be accepted by silence."""
    rows = Permit.objects.filter(state="received", supplement__isnull=True, received_on__lt=today)
    return list(rows.order_by("pk").values_list("pk", flat=True))


@once
def renewals_undecided(today: date) -> list[int]:
    """Return the open renewals whose licence has ended: some are renewed by law."""
    ended = Licence.objects.filter(to_on__lt=today, state="valid").values("permit")
    rows = Permit.objects.filter(kind="renew", state__in=OPEN, original__in=ended)
    return list(rows.exclude(state="supplementing").order_by("pk").values_list("pk", flat=True))
