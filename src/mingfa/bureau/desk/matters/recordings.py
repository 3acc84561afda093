"""What is recorded in sound and picture: the bureau's list of steps, to read and to publish (plan 2.2)."""

from django.http import HttpResponse

from mingfa.bureau.desk.access import Ask, page, show
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.recorded_steps import as_csv, recorded_steps
from mingfa.bureau.records import reads as records


@page
def listed(ask: Ask) -> HttpResponse:
    """Show the list of recorded steps, and the register of devices."""
    may, found = ask.can(REGISTER["device.register"].who), records.devices()
    return show(ask, "desk/recordings.html", nav="recordings", steps=recorded_steps(), devices=found, may=may)


@page
def table(ask: Ask) -> HttpResponse:
    """Return the list as a file for publication."""
    return HttpResponse(
        "\ufeff" + as_csv(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="recorded-steps.csv"'},
    )
