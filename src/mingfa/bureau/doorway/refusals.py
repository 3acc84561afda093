"""The ways an act can fail to happen, each with what the user is told."""

from collections.abc import Sequence

from mingfa.bureau.law.gates import Refusal, cited
from mingfa.bureau.law.statutes import cite


class Refused(Exception):
    """The law stands in the way. All refusals together; those that only warn pass with a recorded reason."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__("；".join(f"{r.because}（{r.citation}）" for r in refusals))
        self.refusals = list(refusals)


class OutOfTurn(Exception):
    """What an act would look at is not there yet: its turn in the procedure has not come."""


class NotYours(Exception):
    """This person may not do this act, or may not see this matter; both look alike from outside."""

    def __init__(self, because: str = "您没有办理此事项的权限，或者该事项不存在。") -> None:
        super().__init__(because)
        self.because = because


def written_out(refusals: list[Refusal]) -> list[Refusal]:
    """Write the citations out in full: 《中华人民共和国行政处罚法》第五十八条."""
    return [r if r.citation.startswith("《") else cited(r, _in_full(r.citation)) for r in refusals]


def _in_full(citations: str) -> str:
    return "、".join(str(cite(one)) for one in citations.split("、"))
