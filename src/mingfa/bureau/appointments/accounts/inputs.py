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
