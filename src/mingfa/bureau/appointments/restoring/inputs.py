"""What is typed to put a restore on record, and to confirm it."""

from pydantic import Field

from mingfa.bureau.doorway.inputs import Inputs, Line


class Statement(Inputs):
    """Where what was lost was looked for, and what happened."""

    sought: Line = Field(
        title="经过和查找情况", description="数据因何丢失，查找过哪些磁盘、镜像、公示副本和文书。"
    )
    compared: bool = Field(title="已经核对 mingfa recover 列出的丢失条目", default=False)


class Resumption(Inputs):
    """The second hand's word."""

    compared: bool = Field(title="已经核对丢失条目，并安排逐项重新登记", default=False)
