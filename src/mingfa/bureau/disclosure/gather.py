"""What an act of disclosure may see, whose it is, and the row it works on."""

from typing import Any

from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.disclosure import reads, rules
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.redaction.facts import Finding, leaks
from mingfa.bureau.disclosure.sources.hooks import disclosable
from mingfa.bureau.disclosure.values import PublicationView
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.matter import kinds
from mingfa.bureau.ledger.reader import check_newest
from mingfa.bureau.people.models import Role
from mingfa.bureau.service import reads as service

EVERYWHERE = {Role.PUBLICITY, Role.HEAD, Role.DEPUTY, Role.SYSTEM}
TRUSTED = {Role.HEAD, Role.DEPUTY, Role.SYSTEM}
# Where the content under way is scanned, and where the words typed will be read by the public.
SCANNED = ("disclosure.review", "disclosure.publish", "disclosure.replace")
SPOKEN = {"disclosure.revise": "reason", "disclosure.withdraw": "words"}


def the_publication(look: Look[Any]) -> rules.Disclosing:
    """Gather what the gates of disclosure may see, from the publication or the decision that is named."""
    given = look.inputs
    if given is None:
        return rules.Disclosing(look)
    pk, of = getattr(given, "publication", None), getattr(given, "decision", None)
    publication = reads.publication(pk) if pk is not None else None
    if of is not None:
        publication = reads.publication_of(of)
    elif publication is not None:
        of = publication.decision
    one = disclosable(of) if of is not None else None
    if one is None:
        item = catalogue.item(publication.item) if publication and publication.item else None
        return rules.Disclosing(look, publication, item=item)
    served = service.served(one.id)
    return rules.Disclosing(
        look=look,
        publication=publication,
        of=one,
        item=one.item,
        term=reads.term_of(one),
        served_on=served.served_on if served else one.handed_over_on,
        is_restricted=reads.is_restricted(one.matter),
        findings=reads.findings(publication) if publication and look.act in SCANNED else (),
        said=_leaks_in_words(look, publication),
    )


def is_theirs(facts: rules.Disclosing) -> bool:
    """The unit that enforced publishes (谁执法谁公示); the publicity office sees all but the restricted."""
    if facts.look.inputs is None:
        return True
    everywhere = bool(facts.by.roles & EVERYWHERE)
    if facts.of is None:
        return facts.publication is not None and everywhere
    ours = facts.by.unit == facts.of.unit
    if facts.is_restricted:
        return ours or bool(facts.by.roles & TRUSTED)
    return ours or everywhere


def row_of(door: Door, facts: rules.Disclosing) -> Publication:
    """Return the row of the publication under way."""
    belongs_to_its_matter(door, facts)
    assert facts.publication is not None, "the gate on the step has passed"
    return Publication.objects.get(pk=facts.publication.id)


def belongs_to_its_matter(door: Door, facts: rules.Disclosing) -> None:
    """Let the entry be found in the matter's history. The matter is not moved: disclosure follows it."""
    if facts.of is not None:
        found = (kind._default_manager.filter(pk=facts.of.matter).first() for kind in kinds())
        door.matter = next(row for row in found if row is not None)
        check_newest(door.matter)


def _leaks_in_words(look: Look[Any], publication: PublicationView | None) -> tuple[Finding, ...]:
    """Scan the words of an act that the public will read."""
    spoken = SPOKEN.get(look.act)
    if spoken is None or publication is None or publication.draft is None:
        return ()
    words = str(getattr(look.given, spoken))
    return tuple(f for f in leaks([("理由说明", words)], reads.masking(publication)) if not f.unsure)
