"""What the gates of remedies may see, gathered before an act; and whose acts they are."""

from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import handles
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.bureau.records import reads as records
from mingfa.bureau.remedies import reads, rules
from mingfa.bureau.remedies.hooks import subjects
from mingfa.bureau.remedies.models import Remedy

HEADS = [Role.HEAD, Role.DEPUTY]
OURS = [Role.OFFICER, Role.REVIEWER, Role.REVIEW_HEAD]
WHOSE = "承办人或者法制审核机构"


def the_remedy(look: Look[Any]) -> rules.Remedying:
    """Gather what the gates of remedies may see."""
    matter = int(look.matter.pk)
    known, found = subjects(look.matter), reads.remedies(matter)
    remedy = _named(found, look.inputs, "remedy")
    application = _named(reads.applications(matter), look.inputs, "application")
    opinion = _named(reads.opinions(matter), look.inputs, "received")
    row = next((one for one in (remedy, application, opinion) if one is not None), None)
    decision = row.decision if row is not None else getattr(look.inputs, "decision", -1)
    return rules.Remedying(
        look=look,
        government=people.bureau().government,
        subjects=known,
        remedies=found,
        evidence=records.recorded(matter).evidence,
        papers=reads.papers(matter),
        subject=next((s for s in known if s.decision == decision), None),
        remedy=remedy,
        application=application,
        opinion=opinion,
    )


def _named(rows: tuple[Any, ...], given: Any, field: str) -> Any:
    """Return the row an act names, or None."""
    pk = getattr(given, field, None)
    return next((row for row in rows if row.id == pk), None)


def ours(facts: rules.Remedying) -> bool:
    """Say whether the actor handles the matter, or answers for its law."""
    return handles(facts.look) or bool(facts.by.roles & {Role.REVIEWER, Role.REVIEW_HEAD})


def named_row(facts: rules.Remedying) -> Remedy:
    """Return the row of the remedy an act names."""
    assert facts.remedy is not None, "the gate on the remedy has passed"
    return Remedy.objects.get(pk=facts.remedy.id)
