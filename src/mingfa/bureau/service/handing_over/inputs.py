"""What is typed when a paper is handed over at the window (民事诉讼法 87, 88; 行政许可法 44)."""

from pydantic import Field

from mingfa.bureau.doorway.inputs import Inputs, Line
from mingfa.bureau.service import inputs
from mingfa.bureau.service.values import RELATIONS


class HandingOver(Inputs):
    """Who took a paper at the window."""

    paper: int = Field(title="文书", json_schema_extra={"choices": "outward_papers"})
    received_by: Line = Field(title="领取人")
    relation: inputs.Relation = Field(
        title="领取人与受送达人的关系", json_schema_extra={"labels": dict(RELATIONS)}
    )
    signed: bool = Field(title="领取人已在送达回证上签名或者盖章", default=False)

    @property
    def as_delivery(self) -> inputs.Delivery:
        """The same as a personal service."""
        return inputs.Delivery(method="personal", place="本机关受理窗口", servers=[0], **self.model_dump())
