"""Announcing the holidays of a year, and confirming what was announced (放假办法; plan 3.4.b).

The calendar is the world's: a year comes in by an act of the bureau, not by a version of the program. What
was done before is judged by what was known then; a correction is another announcement.
"""

from typing import Any

from mingfa.bureau.appointments.holidays import rules
from mingfa.bureau.appointments.holidays.facts import Announcing, waiting
from mingfa.bureau.appointments.holidays.inputs import Announcement, Confirmation
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import HolidayNotice, Role

LEGAL_OFFICE = (Role.REVIEWER, Role.REVIEW_HEAD)


def _announcing(look: Look[Any]) -> Announcing:
    """Gather the notices on record, and the announcement that the inputs choose where it waits."""
    found = people.notices()
    chosen = getattr(look.inputs, "announcement", None)
    return Announcing(look, found, next((one for one in waiting(found) if one.id == chosen), None))


@act(
    "calendar.announce",
    "录入放假安排",
    who=[Role.APPOINTER, *LEGAL_OFFICE, Role.DEPUTY, Role.HEAD],
    inputs=Announcement,
    see=_announcing,
    gates=[
        rules.each_day_is_of_the_year_and_named_once,
        rules.no_statutory_holiday_is_left_out,
        rules.only_weekends_are_made_working_days,
        rules.the_notice_was_issued,
        rules.no_working_day_is_won_or_lost,
        rules.the_table_is_what_the_notice_says,
    ],
)
def announce(door: Door, facts: Announcing, given: Announcement) -> None:
    """Enter what a notice says of a year; it counts once another confirms it."""
    days = [{"date": one.date.isoformat(), "works": one.works, "name": one.name} for one in given.table]
    door.add(
        HolidayNotice(
            **given.model_dump(include={"scope", "year", "number", "issued_on"}),
            days=days,
            announced_by=facts.by.id,
        )
    )


@act(
    "calendar.confirm",
    "确认放假安排",
    who=[*LEGAL_OFFICE, Role.DEPUTY, Role.HEAD],
    inputs=Confirmation,
    see=_announcing,
    gates=[rules.an_announcement_waits_to_be_confirmed, rules.another_hand_confirms_it],
)
def confirm(door: Door, facts: Announcing, given: Confirmation) -> None:
    """Confirm the holidays of a year: from this entry on every term is counted by them."""
    row = HolidayNotice.objects.get(pk=given.announcement)
    row.confirmed = door.index
    door.save(row)
