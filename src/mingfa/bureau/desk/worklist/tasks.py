"""A line of what waits for a person."""

from dataclasses import dataclass

from mingfa.bureau.desk.matters.integrity import TAG


@dataclass(frozen=True)
class Task:
    """One line of the list: the act that waits, in what, the nearest term; `left` is None without a term."""

    href: str
    words: str
    title: str
    note: str
    tag: str = "待办"
    tone: str = ""
    left: int | None = None

    @property
    def urgency(self) -> tuple[bool, bool, int]:
        """Order by what is left, after what cannot be verified; a task without a term comes last."""
        return self.tag != TAG, self.left is None, self.left or 0

    @property
    def due(self) -> bool:
        return self.left is not None and self.left <= 1
