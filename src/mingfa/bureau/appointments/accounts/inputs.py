"""What is typed about accounts: who may sign in as whom (plan 2.3.c)."""

from typing import Annotated

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Inputs

USERNAME = r"^[a-z][a-z0-9._-]{2,29}$"


class NewAccount(Inputs):
    """An account for a person, by the name typed when signing in."""

    person: int = Field(title="人员")
    username: Annotated[str, StringConstraints(pattern=USERNAME)] = Field(
        title="账号名",
        description="以小写字母开头，三至三十位，可以用小写字母、数字、点、横线，例如姓名的汉语拼音。",
    )


class TheAccount(Inputs):
    """Whose account it is."""

    person: int = Field(title="人员")


class Anchor(Inputs):
    """How much happened at the door, and the hash of the last of it."""

    count: Annotated[int, Field(ge=0)] = Field(title="条数")
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(title="摘要")
