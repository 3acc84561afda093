"""The kinds of matters, as the desk shows them: one file each. A new kind is added here and nowhere else."""

from django.http import Http404

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.forms import choices
from mingfa.bureau.desk.forms.naming import LOOKUPS
from mingfa.bureau.desk.kinds.cases import CASES
from mingfa.bureau.desk.kinds.enforcements import ENFORCEMENTS
from mingfa.bureau.desk.kinds.inspections import INSPECTIONS
from mingfa.bureau.desk.kinds.kind import Face, Opened
from mingfa.bureau.desk.kinds.permits import PERMITS
from mingfa.bureau.desk.setup import holidays, nominations
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.doorway.refusals import NotYours

FACES: tuple[Face, ...] = (CASES, INSPECTIONS, PERMITS, ENFORCEMENTS)
BY_PATH = {face.path: face for face in FACES}
BY_PROCEDURE = {name: face for face in FACES for name in face.procedures}

# What may be suggested where a matter begins, or a notice was pasted, by act and field.
FRESH = {act: known for face in FACES for act, known in face.fresh.items()} | dict(holidays.FRESH)

choices.PROVIDERS.tell("holiday_announcements", holidays.announcements)
choices.PROVIDERS.tell("nominations", nominations.options)
for _face in FACES:
    choices.PROVIDERS.tell_all(_face.choices)
    choices.GIVEN.tell_all(_face.given)
    LOOKUPS.tell_all(_face.names)


def opened(ask: Ask, pk: int) -> Opened:
    """Return a matter this person may see, whatever its kind; any other is not there."""
    try:
        face = BY_PROCEDURE[the_matter(pk, ask.me).procedure]
    except NotYours:
        raise Http404 from None
    return Opened(face, face.view(pk))


def is_visible(ask: Ask, pk: int) -> bool:
    """Say whether there is a matter with this key that this person may see."""
    return any(face.visible(ask.me).filter(pk=pk).exists() for face in FACES)
