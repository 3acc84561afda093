"""What the numbers in an entry stand for, in words: people, evidence, papers, decisions, items.

A form offers what can be chosen today; an entry is read years later, so its numbers are looked up by
themselves and not among today's options. What nobody here knows stays as it was typed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.catalogue import reads as catalogue
from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.desk.forms.fields import Field
from mingfa.bureau.disclosure import reads as disclosure
from mingfa.bureau.lib.received import whole
from mingfa.bureau.lib.registry import Registry
from mingfa.bureau.people import reads as people
from mingfa.bureau.records import reads as records
from mingfa.bureau.service import reads as service

PEOPLE = (
    "officers",
    "heads",
    "leaders",
    "reviewers",
    "hearing_chairs",
    "hearing_people",
    "people",
    "receivers",
)


@dataclass(frozen=True)
class Names:
    """How the values in the entries of one matter are said; `on` is the day of reading."""

    matter: int
    on: date

    def say(self, one: Field, typed: str) -> str:
        """Return a value in words: an option of the field itself, or what the number stands for."""
        if one.labels:
            return one.labels.get(typed, typed)
        return self._number(one.choices, typed)

    def _number(self, choices: str, typed: str) -> str:
        number = whole(typed)
        found = LOOKUPS[choices](self, number) if choices in LOOKUPS and number is not None else ""
        return found or typed


def _person(names: Names, pk: int) -> str:
    return "".join(a.name for a in people.named([pk], names.on))


def _evidence(names: Names, pk: int) -> str:
    return records.recorded(names.matter).names.get(pk, "")


def _scene(names: Names, pk: int) -> str:
    return "".join(scene.words for scene in records.recorded(names.matter).scenes if scene.id == pk)


def _device(_: Names, pk: int) -> str:
    return "".join(d.name for d in records.devices() if d.id == pk)


def _paper(_: Names, pk: int) -> str:
    found = service.paper(pk)
    return f"{found.title} {found.number}" if found else ""


def _decision(_: Names, pk: int) -> str:
    found = decisions.decision(pk)
    return found.number if found else ""


def _publication(_: Names, pk: int) -> str:
    found = disclosure.publication(pk)
    return f"{found.title} {found.number}" if found else ""


def _item(_: Names, pk: int) -> str:
    found = catalogue.item(pk)
    return f"{found.name}（{found.code}）" if found else ""


def _street(_: Names, code: int) -> str:
    return cases.streets().get(str(code), "")


Lookup = Callable[[Names, int], str]
LOOKUPS: Registry[str, Lookup] = Registry(
    "names",
    {
        **dict.fromkeys(PEOPLE, _person),
        "evidence": _evidence,
        "proofs": _evidence,
        "device_records": _evidence,
        "scenes": _scene,
        **dict.fromkeys(("devices", "devices_in_use"), _device),
        "outward_papers": _paper,
        "decisions_to_publish": _decision,
        "publications": _publication,
        "items": _item,
        "all_items": _item,
        "streets": _street,
    },
)
