"""What disclosure tells earlier rooms: whether something of a matter is before the public."""

from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.ledger.models import RECORD, Leaf
from mingfa.bureau.records.hooks import public_in


@public_in
def is_published(matter: int) -> bool:
    """Say whether a decision made in this matter is published."""
    acts = Leaf.objects.filter(log=RECORD, matter=matter).values("i")
    return Publication.objects.filter(state="published", decision__in=acts).exists()
