"""The server's clock: an entry is never entered before the one that stands before it (plan 2.1.a).

Where the clock ran ahead and was put right, nothing is entered until the head recorded it (`bureau.clock`).
"""

from datetime import datetime

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.doorway.refusals import Refused, written_out
from mingfa.bureau.law.gates import Refusal
from mingfa.bureau.ledger.entries import CLOCK, TOLERANCE
from mingfa.bureau.ledger.reader import last_entered


def the_clock_goes_on(act: str, now: datetime) -> None:
    """Refuse an act that would be entered before the last one; two seconds are nobody's fault."""
    if act == CLOCK or not is_behind(now):
        return
    last = last_entered()
    assert last is not None, "only what has a last entry can be behind it"
    words = f"服务器时钟早于上一条记录的录入时间（{last.astimezone(CHINA):%Y-%m-%d %H:%M:%S}），不能办理。"
    todo = "请系统管理员校准服务器时钟；确系此前时钟走快的，由主要负责人办理“校正时钟”后继续。"
    refusal = Refusal("AV-01", "the_clock_goes_on", words, "行政处罚法 47", todo)
    raise Refused(written_out([refusal]))


def is_behind(now: datetime) -> bool:
    """Say whether the clock stands before the last entry."""
    last = last_entered()
    return last is not None and now < last - TOLERANCE
