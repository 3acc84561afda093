"""What a tool found of a recording, as it is entered."""

from typing import Annotated

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import Inputs, Moment
from mingfa.bureau.vault.film.found import Found

Short = Annotated[str, StringConstraints(max_length=120)]


class Measurement(Found, Inputs):
    """The facts of one file, by its digest, and which tool found them."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(title="文件摘要")
    tool: Short = Field(title="检验工具及版本")
    size: Short = Field(title="画面尺寸", default="")
    claimed_at: Moment | None = Field(title="文件自述的拍摄时间（未经核实）", default=None)
