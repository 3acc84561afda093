"""What a check of the ledger finds: something that is not what the ledger committed to."""

from dataclasses import dataclass

from mingfa.bureau.ledger.models import RECORD


@dataclass(frozen=True, slots=True)
class Fault:
    """`where` names what is wrong, `what` says how."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}：{self.what}"


def called(log: str) -> str:
    """Return what a log is called."""
    return "执法记录" if log == RECORD else "公示日志"
