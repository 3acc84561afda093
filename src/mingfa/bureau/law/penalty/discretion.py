"""The step of the discretion standard (裁量阶次) and whether an amount lies in it.

Stands on 处罚法 34. 以上 and 以下 include the number itself (民法典 1259).
"""

from dataclasses import dataclass

from mingfa.bureau.lib.money import yuan


@dataclass(frozen=True)
class Band:
    """The amounts of one step in 分, both ends included."""

    low_fen: int
    high_fen: int

    def __post_init__(self) -> None:
        if not 0 <= self.low_fen <= self.high_fen:
            raise ValueError("裁量阶次的下限不能为负，也不能高于上限")

    def contains(self, fine_fen: int) -> bool:
        return self.low_fen <= fine_fen <= self.high_fen

    def __str__(self) -> str:
        return f"{yuan(self.low_fen)}元以上{yuan(self.high_fen)}元以下"
