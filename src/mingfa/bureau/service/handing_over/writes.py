"""A paper handed over where it was made: served there and then, its own signature being the receipt.

Stands on 处罚法 52 and 61: 当场交付. Rooms whose acts make such a paper call it from their act.
"""

from mingfa.bureau.doorway.door import Door
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.service.models import Service


def handed_over(door: Door, paper: Paper, has_media: bool) -> None:
    """Enter a paper just made as served today by the act that made it."""
    assert door.matter is not None, "an outward paper belongs to a matter"
    door.add(
        Service(
            paper=paper,
            matter=door.matter.pk,
            method="on_the_spot",
            served_on=door.look.today,
            number=paper.number,
            recipient_relation="self",
            has_media=has_media,
        )
    )
