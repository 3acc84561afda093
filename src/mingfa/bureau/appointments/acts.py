"""Setting up the bureau: founding, units, people, certificates, posts, local values (plan 3.1, 3.4.a)."""

from typing import Any

from django.db.models import Q, QuerySet

from mingfa.bureau.appointments import rules
from mingfa.bureau.appointments.inputs import (
    Certificate,
    ClockPutRight,
    EndOfPost,
    Founding,
    NewPerson,
    NewPost,
    NewUnit,
    NewValue,
)
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import Inputs, InvalidInputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.ledger.entries import CLOCK
from mingfa.bureau.ledger.reader import clock_is_behind
from mingfa.bureau.people import reads
from mingfa.bureau.people.models import Appointment, Bureau, LocalValue, Person, Role, Unit


def _appointing(look: Look[Any]) -> rules.Appointing:
    """Gather what the gates of an appointment may see; what names nothing on record is an error of input."""
    if wrong := _unknown(look.inputs) | _twice(look.inputs) | _too_early(look.inputs):
        raise InvalidInputs(wrong)
    person = getattr(look.inputs, "person", None)
    found = reads.named([person], look.today) if person is not None else []
    reviewers, officers = reads.reviewer_ratio(look.today)
    behind = look.act == CLOCK and clock_is_behind(look.now)
    return rules.Appointing(look, found[0] if found else None, reviewers, officers, behind)


def _unknown(given: Inputs | None) -> dict[str, str]:
    """Name the fields that point at a person, a unit or a running appointment that is not there."""
    there: dict[str, tuple[QuerySet[Any], str]] = {
        "person": (Person.objects.all(), "没有这名人员，请从人员名单中选择。"),
        "unit": (Unit.objects.all(), "没有这个机构，请从机构名单中选择。"),
        "appointment": (
            Appointment.objects.filter(until=None),
            "没有这项任命，或者已经免除，请从现任职务中选择。",
        ),
    }
    asked = {name: getattr(given, name, None) for name in there}
    return {
        name: there[name][1]
        for name, pk in asked.items()
        if pk is not None and not there[name][0].filter(pk=pk).exists()
    }


def _twice(given: Inputs | None) -> dict[str, str]:
    """Name what exists already and would exist twice: a post given twice would outlast its dismissal."""
    if isinstance(given, NewUnit) and Unit.objects.filter(name=given.name).exists():
        return {"name": "已有同名机构，请核对。"}
    if isinstance(given, NewPost):
        held = Appointment.objects.filter(person=given.person, role=given.role)
        if held.filter(Q(until=None) | Q(until__gte=given.since)).exists():
            return {"role": "该人员已经担任这一职务，不必重复任命。"}
    return {}


def _too_early(given: Inputs | None) -> dict[str, str]:
    if not isinstance(given, EndOfPost):
        return {}
    if Appointment.objects.filter(pk=given.appointment, since__gt=given.until).exists():
        return {"until": "免除日期不得早于任命日期。"}
    return {}


@act(
    "bureau.found",
    "设立执法机关",
    who=[Role.FOUNDER],
    inputs=Founding,
    see=_appointing,
    gates=[rules.reconsideration_goes_to_the_government],
)
def found(door: Door, facts: rules.Appointing, given: Founding) -> None:
    """Found the bureau: its particulars, its first unit and whoever appoints everybody else. Once."""
    particulars = given.model_dump(exclude={"office", "appointer"})
    door.add(Bureau(**particulars))
    unit = Unit(name=given.office, kind="office")
    door.add(unit)
    person = Person(name=given.appointer, unit=unit)
    door.add(person)
    door.add(Appointment(person=person, role=Role.APPOINTER, since=door.look.today))


@act("unit.set_up", "设立内设机构", who=[Role.APPOINTER], inputs=NewUnit, see=_appointing)
def set_up_unit(door: Door, facts: rules.Appointing, given: NewUnit) -> None:
    """Set up a unit."""
    door.add(Unit(name=given.name, kind=given.kind))


@act(
    "person.enroll",
    "登记人员",
    who=[Role.APPOINTER],
    inputs=NewPerson,
    see=_appointing,
    gates=[rules.the_certificate_has_a_term],
)
def enroll(door: Door, facts: rules.Appointing, given: NewPerson) -> None:
    """Enroll a person; posts are given apart."""
    door.add(Person(unit_id=given.unit, **given.model_dump(exclude={"unit"})))


@act(
    "person.certify",
    "登记执法证件",
    who=[Role.APPOINTER],
    inputs=Certificate,
    see=_appointing,
    gates=[rules.the_certificate_has_a_term],
)
def certify(door: Door, facts: rules.Appointing, given: Certificate) -> None:
    """Register an enforcement certificate that was issued or renewed."""
    person = Person.objects.get(pk=given.person)
    person.certificate = given.certificate
    person.certificate_from, person.certificate_to = given.certificate_from, given.certificate_to
    door.save(person)


@act(
    "person.appoint",
    "任命",
    who=[Role.APPOINTER],
    inputs=NewPost,
    see=_appointing,
    gates=[
        rules.a_reviewer_is_legally_qualified,
        rules.an_officer_holds_a_certificate,
        rules.reviewers_are_one_in_twenty,
    ],
)
def appoint(door: Door, facts: rules.Appointing, given: NewPost) -> None:
    """Appoint a person to a post from a day on."""
    door.add(Appointment(person_id=given.person, role=given.role, since=given.since, document=given.document))


@act("person.dismiss", "免除职务", who=[Role.APPOINTER], inputs=EndOfPost, see=_appointing)
def dismiss(door: Door, facts: rules.Appointing, given: EndOfPost) -> None:
    """End a post on a day; the person stays on record."""
    post = Appointment.objects.get(pk=given.appointment)
    post.until = given.until
    door.save(post)


@act(
    "local.set",
    "设定本地参数",
    who=[Role.APPOINTER, Role.HEAD],
    inputs=NewValue,
    see=_appointing,
    gates=[rules.festivals_are_announced_and_not_set],
)
def set_value(door: Door, facts: rules.Appointing, given: NewValue) -> None:
    """Set a local value from a day on, with the document that sets it."""
    door.add(LocalValue(**given.model_dump(mode="json", exclude={"valid_from"}), valid_from=given.valid_from))


@act(
    CLOCK,
    "校正时钟",
    who=[Role.HEAD],
    inputs=ClockPutRight,
    see=_appointing,
    gates=[rules.the_clock_stands_before_the_last_entry],
)
def correct_the_clock(door: Door, facts: rules.Appointing, given: ClockPutRight) -> None:
    """Record that the server's clock ran ahead and was put right: from here on its time counts again."""
