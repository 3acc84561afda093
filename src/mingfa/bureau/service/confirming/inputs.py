"""What is typed when the party confirms its address for service (行政处罚法 61.2; 民事诉讼法 90)."""

from pydantic import Field

from mingfa.bureau.doorway.inputs import Address, File, Inputs, Line, Phone
from mingfa.bureau.service import inputs
from mingfa.bureau.service.values import RELATIONS


class Confirmation(Inputs):
    """What the party confirms about where to serve it."""

    address: Address = Field(title="送达地址")
    phone: Phone = Field(title="联系电话", default="")
    designated: inputs.Short = Field(title="指定的代收人", default="")
    electronic: bool = Field(title="同意电子送达", default=False)
    electronic_to: inputs.Short = Field(
        title="接收的系统、号码或者邮箱", default="", description="同意电子送达的填写。"
    )
    by: Line = Field(title="确认人")
    relation: inputs.Relation = Field(
        title="确认人与受送达人的关系", json_schema_extra={"labels": dict(RELATIONS)}
    )
    signed: bool = Field(title="确认人已签名或者盖章", default=False)
    file: File | None = Field(title="签名的确认书", default=None)
