"""At the window: receive, correct, ask once, take what is handed in, accept, reject (行政许可法 29-32)."""

from mingfa.bureau.doorway.door import Door
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.permits.facts import PermitFacts
from mingfa.bureau.permits.models import Bar, Permit


def bar(door: Door, facts: PermitFacts, ground: str) -> None:
    """Bar who lied or cheated in a matter of safety (行政许可法 78, 79); in others nobody is barred."""
    if not facts.guide.safety:
        return
    file = facts.file
    door.add(
        Bar(
            permit_id=file.id,
            item_code=file.item.code,
            applicant_name=file.applicant.name,
            ground=ground,
            from_on=facts.today,
            until=term(f"PERM-15.{ground}", facts.today, facts.look.calendar).end,
        )
    )


def row_of(door: Door) -> Permit:
    """Return the application's row, which the doorway saves when the act is done."""
    assert isinstance(door.matter, Permit)
    return door.matter
