"""What is typed to announce and to confirm the holidays of a year."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Inputs, Label, Line
from mingfa.bureau.law.time.holiday_notice import FIRST_YEAR, LAST_YEAR, LOCAL, NATIONAL, NoticeDay

SCOPES = {NATIONAL: "全国：国务院办公厅的年度通知", LOCAL: "本地：当地人民政府规定的民族节日放假"}
WORKS = {"off": "放假", "work": "上班"}


class HolidayDay(Inputs):
    """One day of the table."""

    date: datetime.date = Field(title="日期")
    status: Literal["off", "work"] = Field(title="放假或者上班", json_schema_extra={"labels": dict(WORKS)})
    name: Label = Field(title="节日")


class Announcement(Inputs):
    """The holidays of a year, as a notice says. What follows from the pasted text is read from it."""

    scope: Literal["national", "local"] = Field(title="范围", json_schema_extra={"labels": dict(SCOPES)})
    text: Annotated[str, StringConstraints(min_length=10, max_length=5000)] = Field(
        title="通知全文",
        description="从政府网站或者来文中复制全文，粘贴在此；系统据此列出日期，由您逐日核对、更正。",
    )
    year: Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)] = Field(
        title="年度", json_schema_extra={"follows": "text", "widget": "count"}
    )
    number: Line = Field(title="通知文号", json_schema_extra={"follows": "text"})
    issued_on: datetime.date = Field(title="发布日期", json_schema_extra={"follows": "text"})
    days: Annotated[list[HolidayDay], Field(max_length=120)] = Field(
        title="放假、上班的日期",
        description="逐日列出放假的日子和因调休而上班的周六、周日；本地当年没有民族节日放假的，留空。",
        default=[],
        json_schema_extra={"follows": "text"},
    )

    @property
    def table(self) -> tuple[NoticeDay, ...]:
        """The days as the law reads them, in order."""
        days = [NoticeDay(one.date, one.status == "work", one.name) for one in self.days]
        return tuple(sorted(days, key=lambda one: one.date))


class Confirmation(Inputs):
    """Which announcement is confirmed, by somebody who compared it with the notice."""

    announcement: int = Field(
        title="待确认的放假安排", json_schema_extra={"choices": "holiday_announcements"}
    )
    compared: bool = Field(title="已经与通知原文逐日核对一致", default=False)
