"""What is typed for a service by public notice (民事诉讼法 95)."""

from pydantic import Field

from mingfa.bureau.doorway.inputs import File, Inputs, Line, Words
from mingfa.bureau.service import inputs


class Announcement(Inputs):
    """A paper that could be served in no other way; the day of issue is today."""

    paper: int = Field(title="送达文书", json_schema_extra={"choices": "outward_papers"})
    place: Line = Field(title="公告场所", description="公告栏、受送达人住所地、报纸或者信息网络。")
    reason: Words = Field(title="公告送达的原因")
    attempts: list[inputs.Attempt] = Field(title="此前的送达经过", default_factory=list, max_length=20)
    media: list[File] = Field(title="公告张贴、刊登的照片或者录像", default_factory=list, max_length=40)
