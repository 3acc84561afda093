"""Setting up the bureau: founding, units, people, certificates, posts, local values (plan 3.1, 3.4.a)."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from django.db.models import Q, QuerySet
from pydantic import AfterValidator, Field, StringConstraints, model_validator

from mingfa.bureau.appointments import rules
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import Inputs, InvalidInputs, Label, Line, Name
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.config import check_value
from mingfa.bureau.people import reads
from mingfa.bureau.people.models import Appointment, Bureau, LocalValue, Person, Role, Unit


class Founding(Inputs):
    """The bureau's own particulars, printed on every paper."""

    name: Label = Field(title="机关名称")
    short: Annotated[str, StringConstraints(min_length=1, max_length=30)] = Field(
        title="文号代字", description="印在每份文书的文号开头。"
    )
    uscc: Annotated[str, StringConstraints(pattern=r"^[0-9A-Z]{18}$")] = Field(
        title="统一社会信用代码", description="十八位数字和大写字母。"
    )
    region: Annotated[str, StringConstraints(pattern=r"^\d{6}$")] = Field(
        title="行政区划代码", description="六位数字。"
    )
    area: Line = Field(title="管辖区域")
    address: Line = Field(title="地址")
    phone: Annotated[str, StringConstraints(min_length=1, max_length=40)] = Field(title="电话")
    government: Label = Field(title="本级人民政府", description="全称，行政复议机关。")
    court: Label = Field(title="管辖法院")
    bank: Label = Field(title="罚款代收银行", description="银行名称、账户名称和账号。")
    office: Label = Field(title="综合管理机构名称", description="最先设立的内设机构，人事管理员在此任职。")
    appointer: Name = Field(title="人事管理员姓名", description="登记人员、办理任命、开立账号的人。")
    example: bool = Field(
        title="示例机关", default=False, description="只供试用：文书盖“样章”，不得用于办案。"
    )


class NewUnit(Inputs):
    """A unit of the bureau."""

    name: Label = Field(title="机构名称")
    kind: Literal["office", "enforcement", "legal", "publicity"] = Field(title="类别")


class NewPerson(Inputs):
    """A person of the bureau, with certificate and qualification where held."""

    name: Name = Field(title="姓名")
    unit: int = Field(title="所在机构")
    certificate: str = Field(title="行政执法证号", default="", max_length=40)
    certificate_from: date | None = Field(title="执法证有效期自", default=None)
    certificate_to: date | None = Field(title="执法证有效期至", default=None)
    legal_qualification: str = Field(title="法律职业资格证书编号", default="", max_length=40)


class Certificate(Inputs):
    """A certificate issued or renewed."""

    person: int = Field(title="人员")
    certificate: Annotated[str, StringConstraints(min_length=1, max_length=40)] = Field(title="行政执法证号")
    certificate_from: date = Field(title="有效期自")
    certificate_to: date = Field(title="有效期至")


POSTS = {role.value: str(role.label) for role in Role if role is not Role.FOUNDER}


def _given_by_appointment(role: Role) -> Role:
    """Refuse the founder's: whoever held it could found the bureau again."""
    if role is Role.FOUNDER:
        raise ValueError("设立人只在设立机关时出现，不能任命。")
    return role


class NewPost(Inputs):
    """A post given to a person from a day on."""

    person: int = Field(title="人员")
    role: Annotated[Role, AfterValidator(_given_by_appointment)] = Field(
        title="职务", json_schema_extra={"labels": dict(POSTS)}
    )
    since: date = Field(title="自")
    document: str = Field(title="任命文件", default="", max_length=100)


class EndOfPost(Inputs):
    """A post that ends on a day."""

    appointment: int = Field(title="任命")
    until: date = Field(title="至")


class NewValue(Inputs):
    """A number the law leaves to the place, with its source. Days are {"date": ISO, "name": …}."""

    config_id: Name = Field(title="参数", json_schema_extra={"choices": "local_values"})
    value: Any = Field(title="取值", json_schema_extra={"follows": "config_id"})
    citation: Line = Field(title="依据")
    valid_from: date = Field(title="生效日期")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        check_value(reads.recorded(self.config_id, self.value, self.citation, self.valid_from))
        return self


def _appointing(look: Look[Any]) -> rules.Appointing:
    """Gather what the gates of an appointment may see; what names nothing on record is an error of input."""
    if wrong := _unknown(look.inputs) | _twice(look.inputs) | _too_early(look.inputs):
        raise InvalidInputs(wrong)
    person = getattr(look.inputs, "person", None)
    found = reads.named([person], look.today) if person is not None else []
    reviewers, officers = reads.reviewer_ratio(look.today)
    return rules.Appointing(look, found[0] if found else None, reviewers, officers)


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
