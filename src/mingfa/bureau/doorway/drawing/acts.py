"""Keeping a drawn paper on record (plan 2.1.a, 2.3.a): what was handed over is what is shown ever after.

The paper's row carries the digest of its PDF, and the row is sealed like every other: whoever puts another
PDF in its place is found when it is opened. The sealed copy behind the QR code is named with its digest too.
"""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import Inputs, InvalidInputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.models import Role

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Drawing(Inputs):
    """A paper as it was drawn, and the sealed copy that its QR code leads to."""

    paper: int = Field(title="文书")
    pdf: Digest = Field(title="文书摘要")
    copy_name: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{32})?$")] = Field(
        title="加密副本", default=""
    )
    copy_digest: Annotated[str, StringConstraints(pattern=r"^([0-9a-f]{64})?$")] = Field(
        title="加密副本摘要", default=""
    )


def _the_paper(look: Look[Any]) -> Look[Any]:
    if look.inputs is not None and not Paper.objects.filter(pk=look.inputs.paper).exists():
        raise InvalidInputs({"paper": "没有这份文书。"})
    return look


@act("paper.draw", "留存文书", who=[Role.SYSTEM], inputs=Drawing, see=_the_paper)
def draw(door: Door, facts: Look[Any], given: Drawing) -> None:
    """Keep on record which PDF was drawn of a paper, and the sealed copy behind its QR code."""
    paper = Paper.objects.get(pk=given.paper)
    paper.file = given.pdf
    door.save(paper)
