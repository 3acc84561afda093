"""What the law asks of the rows of enforcement, permits, inspections and publication, whatever gates say."""

import json
import re
from collections.abc import Callable
from typing import Any

from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.decisions.models import Decision
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.enforcement.models import (
    Announcement,
    CarriedOut,
    CourtEvent,
    Demanded,
    EnforcementOrder,
)
from mingfa.bureau.hearings.models import Hearing
from mingfa.bureau.inspections.models import Inspection, Visit
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import DISCLOSURE, Sealed
from mingfa.bureau.permits.models import Licence, PermitDecision, Special
from mingfa.bureau.remedies.models import Remedy, Stay
from mingfa.bureau.work.laws.penalties import DAY, SIX_MONTHS, on, served, workdays_after

# Whole numbers of resident IDs and mobile phones: no page of the public has them.
PERSONAL = re.compile(r"(?<![0-9A-Za-z])(?:\d{17}[\dXx]|1[3-9]\d{9})(?![0-9A-Za-z])")


def ordered_after_demand(one: EnforcementOrder) -> None:
    """Force follows a served demand whose time is over, and a passed review (强制法 35-38)."""
    matter, review = one.matter, one.review
    demands = Demanded.objects.filter(matter=matter, final=False, leaf__lt=one.pk)
    over = [d for d in demands if (reached := served(d.pk)) and reached <= d.until < one.decided_on]
    assert over, "ordered before the time of a served demand was over"
    assert review.passed and (review.matter, review.version) == (matter.pk, one.version), "another review"
    assert review.reviewer not in matter.handlers, "a handler reviewed"
    assert one.decided_by not in (*matter.handlers, review.reviewer), "a handler or the reviewer decided"
    decision = Decision.objects.filter(pk=matter.source or -1).first()
    gone = decision is not None and decision.revoked is not None and decision.revoked < one.pk
    assert not gone, "what is enforced was taken back before"
    assert matter.source and served(matter.source), "what is enforced never reached the party"


def not_while_stopped(one: CarriedOut) -> None:
    """Nothing is carried out while execution is stopped, nor before its order has reached the party."""
    day = on(one.started_at)
    for stay in Stay.objects.filter(remedy__decision=one.matter.source or -1, leaf__lt=one.pk):
        assert not stay.since <= day < (stay.until or day + DAY), "carried out while it was stopped"
    order = EnforcementOrder.objects.filter(matter=one.matter, leaf__lt=one.pk).first()
    assert order is not None or not one.matter.source, "carried out without an order"
    if order is not None:
        reached = served(order.pk)
        assert reached is not None and reached <= day, "the order never reached the party"
        if order.way == "demolish":
            posted = Announcement.objects.filter(matter=one.matter, leaf__lt=one.pk).first()
            assert posted is not None and posted.until < day, "demolished before the notice was over"
            the_time_for_remedies_is_over(one.matter.source, one)


def the_time_for_remedies_is_over(source: int | None, by: Any) -> None:
    """Six months after service, or, where it was challenged, after that ended (行诉法 46; 强制法 44, 53)."""
    reached = served(source or -1)
    assert reached is not None, "it never reached the party"
    day = by.on if isinstance(by, CourtEvent) else on(by.started_at)
    challenged = list(Remedy.objects.filter(decision=source or -1, leaf__lt=by.pk))
    assert all(r.ended_on and r.ended_on < day for r in challenged), "a remedy is under way"
    if not challenged:
        assert day > reached + (SIX_MONTHS - 3) * DAY, "the time for remedies still runs"


def the_court_is_asked_in_time(one: CourtEvent) -> None:
    """The court is asked after a demand and after the time for remedies."""
    if one.what == "applied":
        assert Demanded.objects.filter(matter=one.matter, leaf__lt=one.pk).exists(), "without a demand"
        the_time_for_remedies_is_over(one.matter.source, one)


def permit_decided_lawfully(one: PermitDecision) -> None:
    """Decided once accepted, by another, in time or with the reason on record; with its review where due."""
    permit = one.permit
    assert permit.accepted_on is not None and permit.accepted_on <= one.decided_on, "decided, not accepted"
    assert one.decided_by not in permit.handlers, "whoever examined decided"
    assert one.version == permit.concluded, "what was decided is not what was proposed"
    held = Hearing.objects.filter(matter=permit.pk, leaf__lt=one.pk)
    assert all(h.held or h.ended for h in held), "decided while a hearing was open"
    if one.needs_review or any(h.held for h in held):
        assert one.review is not None and one.review.passed, "decided without the review it needs"
        assert (one.review.matter, one.review.version) == (permit.pk, one.version), "another review"
    days = 20 + (permit.extended_by if permit.extension and served(permit.extension) else 0)
    special = Special.objects.filter(permit=permit, leaf__lt=one.pk)
    apart = sum((s.until_on - s.from_on).days + 1 for s in special)
    if one.decided_on > workdays_after(permit.accepted_on, days) + apart * DAY:
        reasons = reader.values(reader.leaf(int(one.pk)).entry).get("reasons", {})
        assert isinstance(reasons, dict) and "it_is_decided_in_time" in reasons, "late without a word"


def licence_follows_a_grant(one: Licence) -> None:
    """A licence follows a grant, and ends when it says."""
    made = PermitDecision.objects.filter(permit=one.permit_id, leaf__lt=one.pk).first()
    assert made is not None and made.outcome == "grant", "a licence without a grant"
    assert made.decided_on <= one.issued_on, "issued before it was granted"
    assert one.to_on is None or one.from_on <= one.to_on, "a licence that ends before it begins"


def not_beyond_the_cap(one: Inspection) -> None:
    """Planned and random inspections of one object stay within the yearly cap of their items."""
    if one.source not in ("plan", "random") or one.state in ("applied", "refused", "cancelled"):
        return
    caps = [i.guide.get("yearly_cap") for i in Item.objects.filter(pk__in=one.items)]
    cap = min((int(c) for c in caps if c is not None), default=0)
    same = Inspection.objects.filter(inspected=one.inspected_id, from_on__year=one.from_on.year)
    lawful = same.filter(source__in=("plan", "random"), leaf__lte=one.pk)
    count = lawful.exclude(state__in=("applied", "refused", "cancelled")).count()
    assert count <= cap, f"inspected {count} times in a year, {cap} are allowed"


def entered_lawfully(one: Visit) -> None:
    """Two enter, after approval and notice, in the days applied for."""
    matter = Inspection.objects.get(pk=one.matter)
    assert len(set(one.officers)) >= 2, "entered by one"
    assert matter.number, "entered without approval"
    assert matter.notice is not None and matter.notice <= one.pk, "entered without notice"


def published_by_other_hands(one: Publication) -> None:
    """What is public was collected by one hand and reviewed by another."""
    if one.state != "published" or one.kind == "agency":
        return
    assert one.reviewer is None or one.reviewer != one.author, "its author reviewed it"
    if one.decision is not None:
        assert one.reviewer is not None, "published without a review"
        decision = Decision.objects.filter(pk=one.decision).first()
        if decision is not None:
            assert one.published_on is not None, "published on no day"
            assert one.published_on >= decision.decided_on, "published before it was decided"
            assert decision.case.audience.startswith("unit:"), "a restricted matter is public"


def nothing_personal(start: int) -> None:
    """Nothing that went out since has a resident ID or a phone number of a person in it."""
    for entry in reader.leaves(DISCLOSURE, start):
        for name, value in reader.values(entry.entry).items():
            shows_nothing_personal(name, value)


def shows_nothing_personal(name: str, value: object) -> None:
    found = PERSONAL.search(json.dumps(value, ensure_ascii=False))
    assert found is None, f"public {name} shows {found and found.group()}"


LAWFUL_ELSE: dict[type[Sealed], tuple[Callable[[Any], None], ...]] = {
    EnforcementOrder: (ordered_after_demand,),
    CarriedOut: (not_while_stopped,),
    CourtEvent: (the_court_is_asked_in_time,),
    PermitDecision: (permit_decided_lawfully,),
    Licence: (licence_follows_a_grant,),
    Inspection: (not_beyond_the_cap,),
    Visit: (entered_lawfully,),
    Publication: (published_by_other_hands,),
}
