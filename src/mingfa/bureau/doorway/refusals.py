"""The ways an act can fail to happen, each with what the user is told.

Out of turn (AV-01) is an act whose step the procedure's table has not open, or whose time does not follow
the last. That refusal calls the matter what its procedure calls it, and cites the article for its order.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Refusal, cited
from mingfa.bureau.law.procedures.procedure import Procedure
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.ledger.entries import CLOCK
from mingfa.bureau.ledger.reader import clock_is_behind

# Of an act outside of all procedures: words made in time and truly (文书和文字记录…及时准确).
IN_TIME = "方案 2.1.a"


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


def out_of_order(look: Look[Any]) -> list[Refusal]:
    """Refuse an act that the procedure does not allow here, or that claims a time out of order."""
    found, table = [], look.table
    if look.at > look.now:
        words, todo = "办理时间晚于当前时间。", "核对办理时间后重新提交。"
        found.append(_refusal("time_is_not_ahead", words, todo, table))
    if look.act != CLOCK and clock_is_behind(look.now):
        words = "服务器时钟早于上一条记录的录入时间，不能办理。"
        todo = "请系统管理员校准服务器时钟；确系此前时钟走快的，由主要负责人办理“校正时钟”后继续。"
        found.append(_refusal("the_clock_goes_on", words, todo, table))
    if look.matter is None or table is None:
        return found
    if not table.allows(look.matter.state, look.act):
        here, act = table.zh(look.matter.state), table.step(look.act).zh
        words = f"{table.noun}目前处于“{here}”环节，此时不能办理“{act}”。"
        todo = f"先完成{table.noun}页面列出的前序环节。"
        found.append(_refusal("the_step_is_open", words, todo, table))
    if look.at < look.matter.last_at:
        last = f"{look.matter.last_at.astimezone(look.at.tzinfo):%Y-%m-%d %H:%M}"
        words, todo = (
            f"办理时间早于上一环节的时间（{last}）。",
            "全过程记录应当按先后顺序形成，请核对办理时间。",
        )
        found.append(_refusal("time_is_in_order", words, todo, table))
    return found


@contextmanager
def in_turn(look: Look[Any]) -> Iterator[None]:
    """Refuse out of order where a room takes for granted what the order of its procedure promises."""
    try:
        yield
    except (OutOfTurn, AssertionError):
        if early := out_of_order(look):
            raise Refused(written_out(early)) from None
        raise


def _refusal(code: str, because: str, todo: str, table: Procedure | None) -> Refusal:
    return Refusal("AV-01", code, because, table.in_order if table else IN_TIME, todo)
