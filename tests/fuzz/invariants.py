"""What must hold after every act, whatever was tried: asked of the rows and the ledger, not of the gates."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db.models import Count, Max

from mingfa.bureau.cases.models import Case
from mingfa.bureau.decisions.models import Decision
from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.matter import KINDS, Matter
from mingfa.bureau.law.procedure import procedure
from mingfa.bureau.ledger import reader
from mingfa.bureau.ledger.models import Leaf, Sealed
from mingfa.bureau.ledger.reader import check_newest, check_rows, history
from mingfa.bureau.measures import reads as measures
from mingfa.bureau.measures.models import HeadsApproval, Preserved, Seizure
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.service.models import Service

LONGEST = 60
SEALED = [model for model in apps.get_models() if issubclass(model, Sealed)]
# What must have happened in a matter before: one of these.
BEFORE: dict[str, tuple[str, ...]] = {
    "notice.issue": ("case.conclude",),
    "review.opine": ("review.request", "permit.submit", "enforce.submit"),
    "decision.make": ("review.opine",),
    "execution.pay": ("decision.make",),
    "case.close": ("decision.make",),
    "permit.decide": ("permit.accept", "permit.deem_accepted"),
    "hearing.hold": ("hearing.schedule",),
    "measure.record": ("measure.seize",),
}
ONCE = ("decision.make", "case.file", "permit.supplement", "permit.decide", "summary.decide")


def after_refusal(before: int, on: int | None) -> None:
    """A refused act changes nothing: no entry, and the matter stands where it stood."""
    assert reader.size() == before, "a refused act left an entry"
    if on is not None and (row := matter_of(on)) is not None:
        check_newest(row)


def after_success(before: int, done: Done, by: int) -> None:
    """An act is one entry, its matter is where the table leads, and no row differs from its seal."""
    assert (done.index, reader.size()) == (before, before + 1), "an act is not exactly one entry"
    entry = reader.leaf(done.index).entry
    assert int(str(entry.facts["by"])) == by, "an entry names somebody else"
    for model in SEALED:
        check_rows(model._default_manager.filter(sealed=done.index))
    matter = Leaf.objects.values_list("matter", flat=True).get(log="record", i=done.index)
    if matter is not None and (row := matter_of(matter)) is not None:
        of_matter(row)
    for model, ask in OF_ROWS.items():
        for made in model._default_manager.filter(sealed=done.index):
            ask(made)


def matter_of(pk: int) -> Matter | None:
    """Return a matter of any kind."""
    return next((row for kind in KINDS for row in kind._default_manager.filter(pk=pk)), None)


def of_matter(row: Matter) -> None:
    """A matter stands where the table's walk over its entries leads, in the order of time."""
    check_newest(row)
    table, state, done, last = procedure(row.procedure), None, list[str](), None
    for one in history(int(row.pk)):
        act, outcome = str(one.entry.facts["act"]), str(one.entry.facts["outcome"] or "")
        if one.index != row.pk and not table.knows(act):
            continue
        state = table.after(state, act, outcome or None)
        at = datetime.fromisoformat(one.entry.text("at"))
        assert last is None or at >= last, f"{act}: done before the act it follows"
        needed = BEFORE.get(act)
        assert not needed or set(needed) & set(done), f"{act} without {needed}"
        assert act not in ONCE or act not in done, f"{act} twice in one matter"
        done.append(act)
        last = at
    assert state == row.state, f"matter {row.pk} stands at {row.state}, its entries lead to {state}"


def _decision(one: Decision) -> None:
    """No decision without a passed review of that version, by somebody who neither handles nor decides."""
    review, case = one.review, one.case
    assert (review.matter, review.version) == (case.pk, one.version), "reviewed was another version"
    assert review.passed and review.withdrawn is None, "a decision on a review that did not pass"
    assert review.reviewer not in case.handlers, "a handler reviewed"
    assert one.decided_by not in (*case.handlers, review.reviewer), "a handler or the reviewer decided"
    assert one.version == case.concluded, "what was decided is not what was concluded"
    if one.amount and one.revoked is None:
        same = {"party_name": case.party_name, "item": case.item_id, "act_on": case.act_on}
        cases = Case.objects.filter(**same).values("pk")
        fined = Decision.objects.filter(case__in=cases, amount__gt=0, revoked__isnull=True)
        assert fined.count() == 1, "one act was fined twice"


def _seizure(one: Seizure) -> None:
    """Nothing is taken without approval or emergency, nor held beyond sixty days and the served tests."""
    approved = HeadsApproval.objects.filter(matter=one.matter, used=one.pk).exists()
    inputs = reader.inputs(reader.leaf(int(one.pk)).entry)
    assert approved or inputs.get("emergency"), "taken without approval and without emergency"
    assert len(set(one.officers)) >= 2, "taken by one"
    assert 0 < one.days + one.extended_by <= LONGEST, "held longer than sixty days"
    held = next(m for m in measures.held(one.matter).measures if m.id == one.pk)
    tested = sum((last - first).days + 1 for first, last in held.testing)
    assert held.ends_on <= held.taken_on + timedelta(days=LONGEST + tested), "held longer than lawful"


def _preserved(one: Preserved) -> None:
    assert one.approval.matter == one.matter and one.approval.pk < one.pk, "preserved without approval"


def _service(one: Service) -> None:
    """Nothing is served before it is made (on the spot, one act does both), nor in another matter."""
    made = one.paper.made_at.astimezone(CHINA).date()
    assert one.paper_id <= one.pk and one.served_on >= made, "served before it was made"
    assert one.paper.matter == one.matter, "served in another matter"


def _paper(one: Paper) -> None:
    """A series has no hole and no number twice."""
    same = Paper.objects.filter(series=one.series, year=one.year)
    found = same.aggregate(count=Count("pk"), last=Max("n"))
    assert found["count"] == found["last"] == one.n, f"a hole in {one.series}〔{one.year}〕"


OF_ROWS: dict[type[Sealed], Callable[[Any], None]] = {
    Decision: _decision,
    Seizure: _seizure,
    Preserved: _preserved,
    Service: _service,
    Paper: _paper,
}


def standing() -> None:
    """At the end of a run: every row is what its act wrote, and every matter is where its entries lead."""
    for model in SEALED:
        check_rows(model._default_manager.all())
    for kind in KINDS:
        for row in kind._default_manager.all():
            of_matter(row)
    for model, ask in OF_ROWS.items():
        if model is not Paper:
            for row in model._default_manager.all():
                ask(row)
