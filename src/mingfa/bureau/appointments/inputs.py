"""What is typed when a bureau is set up: units, people, certificates, posts, local values (plan 3.1)."""

from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from mingfa.bureau.doorway.inputs import FOLDED_PHONE, Address, Inputs, Label, Line, Name
from mingfa.bureau.law.config import check_value
from mingfa.bureau.people import reads
from mingfa.bureau.people.models import Role


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
    address: Address = Field(title="地址")
    phone: Annotated[str, StringConstraints(min_length=1, max_length=40), FOLDED_PHONE] = Field(title="电话")
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


class ClockPutRight(Inputs):
    """A server's clock that ran ahead and was put right."""

    reason: Line = Field(title="原因", description="何时发现、由何人校准、此前快了多少。")


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
