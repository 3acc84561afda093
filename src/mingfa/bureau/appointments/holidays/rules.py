"""What a holiday notice must be to count (放假办法 2, 4, 6, 7).

TIME-06  a table of whole days of its year, with every statutory holiday; two hands; none invented
"""

from mingfa.bureau.appointments.holidays.facts import Announcing, waiting
from mingfa.bureau.appointments.holidays.inputs import Announcement, Confirmation
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.time.holiday_notice import (
    LOCAL,
    balance,
    left_out,
    named_twice,
    not_of_the_year,
    read_notice,
    worked_on_weekdays,
)

SHOWN = 5


def _days(found: list[object]) -> str:
    return "、".join(map(str, found[:SHOWN])) + (f"等{len(found)}日" if len(found) > SHOWN else "")


@gate("TIME-06", cites="放假办法 7", of_inputs=True)
def each_day_is_of_the_year_and_named_once(f: Announcing) -> Reason | None:
    """A notice names days of its year, at most the last days of the December before; none twice."""
    given = f.look.given_as(Announcement)
    strange, twice = not_of_the_year(given.year, given.table), named_twice(given.table)
    if strange:
        return no(f"{_days([*strange])}不在{given.year}年的放假安排之内。", "核对年度和日期。")
    if twice:
        return no(f"{_days([*twice])}列了两次。", "删去重复的一行。")
    return None


@gate("TIME-06", cites="放假办法 2", of_inputs=True)
def no_statutory_holiday_is_left_out(f: Announcing) -> Reason | None:
    """The days that are holidays by law are off in every year, whatever a notice says."""
    given = f.look.given_as(Announcement)
    missing = [] if given.scope == LOCAL else left_out(given.year, given.table)
    if not missing:
        return None
    words = "、".join(f"{day}（{name}）" for day, name in missing[:SHOWN])
    return no(f"法定节假日没有列为放假：{words}。", "对照通知原文补齐；通知全文没有粘贴完整的，重新粘贴。")


@gate("TIME-06", cites="放假办法 7", of_inputs=True)
def only_weekends_are_made_working_days(f: Announcing) -> Reason | None:
    """A weekday is worked anyway: one listed as made up is a slip."""
    found = worked_on_weekdays(f.look.given_as(Announcement).table)
    if not found:
        return None
    return no(f"{_days([*found])}是周一至周五，不是调休上班的日子。", "核对日期，或者改为放假。")


@gate("TIME-06", cites="放假办法 2、放假办法 4", of_inputs=True)
def the_notice_was_issued(f: Announcing) -> Reason | None:
    """A notice is out before it is entered."""
    if f.look.given_as(Announcement).issued_on <= f.today:
        return None
    return no("通知的发布日期晚于今天。", "核对发布日期；通知尚未发布的，不得录入。")


@gate("TIME-06", cites="放假办法 6", of_inputs=True, warns=True)
def no_working_day_is_won_or_lost(f: Announcing) -> Reason | None:
    """What is taken off is made up for: a year has as many working days as its weeks less its holidays."""
    given = f.look.given_as(Announcement)
    off = 0 if given.scope == LOCAL else balance(given.year, given.table)
    if not off:
        return None
    more = f"多{off}个" if off > 0 else f"少{-off}个"
    return no(
        f"按此安排，全年工作日比周一至周五减去法定节假日{more}。",
        "核对是否漏列补班或者放假的日子；通知确实如此的，写明理由。",
    )


@gate("TIME-06", cites="放假办法 7", of_inputs=True, warns=True)
def the_table_is_what_the_notice_says(f: Announcing) -> Reason | None:
    """Where the pasted text can be read, the table says the same."""
    given = f.look.given_as(Announcement)
    read = read_notice(given.text)
    said, typed = ({(one.date, one.works) for one in days} for days in (read.days, given.table))
    apart = sorted({day for day, _ in said ^ typed})
    wrong_year = read.year is not None and read.year != given.year
    if not read.doubts and not wrong_year and (not said or not apart):
        return None
    found = [*read.doubts, *([f"通知是{read.year}年的"] if wrong_year else [])]
    found += [f"与通知原文不一致的日期：{_days([*apart])}"] if apart and said else []
    return no(f"{'；'.join(found)}。", "逐日对照通知原文；确实如此的，写明理由。")


@gate("TIME-06", cites="放假办法 2、放假办法 4")
def an_announcement_waits_to_be_confirmed(f: Announcing) -> Reason | None:
    """Of each year the latest announcement is confirmed, once."""
    if f.chosen is not None or (f.look.inputs is None and waiting(f.notices)):
        return None
    return no(
        "没有等待确认的放假安排，或者所选的已经确认、已有更新的录入。", "先由他人录入，或者选择最新的一件。"
    )


@gate("TIME-06", cites="放假办法 2、放假办法 4", of_inputs=True)
def another_hand_confirms_it(f: Announcing) -> Reason | None:
    """Nobody confirms their own table, and whoever confirms compared it with the notice."""
    if f.chosen is not None and f.chosen.announced_by == f.by.id:
        return no("录入放假安排的人不得自行确认。", "由机关负责人或者法制机构的其他人员确认。")
    if f.look.given_as(Confirmation).compared:
        return None
    return no("没有确认已经与通知原文逐日核对。", "对照通知原文逐日核对后勾选。")
