"""What is put on record about the program that judges (plan 2.4.c)."""

from typing import Annotated

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Inputs

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Program(Inputs):
    """Which program judges from here on, by which data of the law."""

    version: Annotated[str, StringConstraints(max_length=40)] = Field(title="版本")
    edition: Annotated[int, Field(ge=1)] = Field(title="规则版次")
    program: Digest = Field(title="程序摘要")
    law: Digest = Field(title="法律数据摘要")
