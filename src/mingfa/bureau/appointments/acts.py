"""Setting up the bureau: founding, units, people, certificates, posts, local values (plan 3.1, 3.4.a)."""

from mingfa.bureau.appointments import rules
from mingfa.bureau.appointments.gather import appointing
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
from mingfa.bureau.ledger.entries import CLOCK
from mingfa.bureau.people.models import Appointment, Bureau, LocalValue, Person, Role, Unit


@act(
    "bureau.found",
    "设立执法机关",
    who=[Role.FOUNDER],
    inputs=Founding,
    see=appointing,
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


@act("unit.set_up", "设立内设机构", who=[Role.APPOINTER], inputs=NewUnit, see=appointing)
def set_up_unit(door: Door, facts: rules.Appointing, given: NewUnit) -> None:
    """Set up a unit."""
    door.add(Unit(name=given.name, kind=given.kind))


@act(
    "person.enroll",
    "登记人员",
    who=[Role.APPOINTER],
    inputs=NewPerson,
    see=appointing,
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
    see=appointing,
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
    see=appointing,
    gates=[
        rules.leading_posts_take_two_hands,
        rules.the_grant_names_its_document,
        rules.nobody_appoints_themselves,
        rules.a_reviewer_is_legally_qualified,
        rules.an_officer_holds_a_certificate,
        rules.reviewers_are_one_in_twenty,
    ],
)
def appoint(door: Door, facts: rules.Appointing, given: NewPost) -> None:
    """Appoint a person to a post from a day on."""
    door.add(Appointment(person_id=given.person, role=given.role, since=given.since, document=given.document))


@act("person.dismiss", "免除职务", who=[Role.APPOINTER], inputs=EndOfPost, see=appointing)
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
    see=appointing,
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
    see=appointing,
    gates=[rules.the_clock_stands_before_the_last_entry],
)
def correct_the_clock(door: Door, facts: rules.Appointing, given: ClockPutRight) -> None:
    """Record that the server's clock ran ahead and was put right: from here on its time counts again."""
