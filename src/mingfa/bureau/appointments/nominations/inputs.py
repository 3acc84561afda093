"""What is typed to nominate somebody for a leading post, and to confirm it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Inputs
from mingfa.bureau.people.actors import LEADING


class Nomination(Inputs):
    """A leading post that somebody is to hold from a day on, and the document that gives it."""

    person: int = Field(title="人员")
    role: Literal["head", "deputy", "appointer", "supervisor", "reviewer", "review_head"] = Field(
        title="职务", json_schema_extra={"labels": dict(LEADING)}
    )
    since: date = Field(title="自")
    document: Annotated[str, StringConstraints(min_length=1, max_length=100)] = Field(
        title="任命文件", description="有任免权限的机关作出的任命文件的文号。"
    )


class Confirmation(Inputs):
    """Which nomination is confirmed, by somebody who holds its document."""

    nomination: int = Field(title="待确认的任命", json_schema_extra={"choices": "nominations"})
    compared: bool = Field(title="已经与任命文件核对一致", default=False)
