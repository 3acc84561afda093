"""Every source of the worklist, in one typed register (plan 3.4.b).

Steps of matters and of their parts come from the procedure tables. The others are kept here: acts that begin
a matter of another kind or belong to none, and tasks that no act ticks off.
"""

from collections.abc import Iterator

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.kinds.cases import CASES
from mingfa.bureau.desk.kinds.inspections import to_register
from mingfa.bureau.desk.law_changes.revising import comparisons, revisions
from mingfa.bureau.desk.matters.integrity import apart
from mingfa.bureau.desk.publications.waiting import waiting
from mingfa.bureau.desk.setup import holidays, nominations, restoring
from mingfa.bureau.desk.worklist.failed import failures
from mingfa.bureau.desk.worklist.matters import concerned, steps_waiting, with_term
from mingfa.bureau.desk.worklist.parts import parts_waiting
from mingfa.bureau.desk.worklist.tasks import Found, Source, Task, altered, found, since
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.inspections import reads as inspections
from mingfa.bureau.inspections.waiting import reads as planned
from mingfa.bureau.law.procedures.clocks import SOON, left_zh, tone

PUBLISHING = ("disclosure.collect", "disclosure.hand_over", "disclosure.review", "disclosure.publish")


def publications(ask: Ask) -> Found:
    """Return what is to be brought before the public, where the next step is this person's."""
    if not any(ask.can(REGISTER[name].who) for name in PUBLISHING):
        return Found()
    tasks = []
    for one in waiting(ask):
        if one.is_mine:
            note = f"{one.due.number} · 公示期限至{one.due.due_on:%Y-%m-%d}"
            tag, left = one.tag, one.due.days_left
            line = Task(one.href, one.words, one.due.title, note, tag, one.tone, left, act=one.act)
            tasks.append(line)
    return found(tasks)


def registrations(ask: Ask) -> Found:
    """Return the inspections handed over to filing that their inspectors have not registered as a case."""
    act = REGISTER["case.register"]
    if not ask.can(act.who):
        return Found()
    mine = [row for row in inspections.to_register(ask.me) if ask.me.id in row.handlers and row.ended_on]
    rows, lost = apart(mine)
    tasks = [altered(pk, "inspections") for pk in lost]
    for row in rows:
        href = f"/acts/{act.name}/?source=inspection&inspection={row.pk}"
        line = Task(href, act.title, row.title, "检查移交立案", act=act.name)
        tasks.append(with_term(line, act.name, [to_register(row.ended_on, ask.today, ask.calendar)], ask))
    return found(tasks)


def plans(ask: Ask) -> Found:
    """Return the plans to approve, the lists to freeze for approved plans, and the draws to make."""
    return found([*_to_approve(ask), *_to_freeze(ask), *_to_draw(ask)])


def _to_approve(ask: Ask) -> Iterator[Task]:
    act = REGISTER["plan.approve"]
    if ask.can(act.who):
        for one in planned.plans_to_approve(ask.today):
            if one.drafted_by != ask.me.id:
                note = f"{one.unit_name} · {one.from_on:%Y-%m-%d}至{one.until_on:%Y-%m-%d}"
                href = f"/acts/{act.name}/?plan={one.id}"
                yield Task(href, act.title, one.title, note, "待审批", "a", act=act.name)


def _to_freeze(ask: Ask) -> Iterator[Task]:
    act = REGISTER["draw.freeze"]
    if ask.can(act.who):
        for one in planned.plans_to_draw_for(ask.today):
            if one.unit == ask.me.unit:
                left, note = (one.until_on - ask.today).days, f"计划至{one.until_on:%Y-%m-%d}实施完毕"
                href, tag = f"/acts/{act.name}/?plan={one.id}", left_zh(left, "日")
                yield Task(
                    href, act.title, one.title, note, tag, tone(left, left <= SOON), left, act=act.name
                )


def _to_draw(ask: Ask) -> Iterator[Task]:
    act = REGISTER["draw.draw"]
    if ask.can(act.who):
        for one, plan in planned.draws_to_make():
            if plan.unit != ask.me.unit:
                continue
            on, href = one.beacon_on, f"/acts/{act.name}/?draw={one.id}"
            note = f"{one.beacon}{on:%Y-%m-%d}公布"
            if on > ask.today:
                day = since(on, ask.today)
                yield Task(href, act.title, plan.title, note, day, "b", act=act.name, from_on=on)
            else:
                yield Task(href, act.title, plan.title, note, "待办", "a", act=act.name)


def changes_of_law(ask: Ask) -> Found:
    """Return the cases in which old and new law are to be compared, and the items to draft anew."""
    compare = REGISTER["case.compare"].who
    cases = comparisons(concerned(CASES, ask).filter(procedure="ordinary"), ask) if ask.can(compare) else []
    return found([*cases, *revisions(ask)])


SOURCES: tuple[Source, ...] = (
    Source("各类事项的下一步", steps_waiting),
    Source("登记保存、查封扣押的财物", parts_waiting),
    Source("公示", publications),
    Source("检查移交立案", registrations),
    Source("检查计划和随机抽取", plans),
    Source("法律修改", changes_of_law),
    Source("放假安排", lambda ask: found(holidays.tasks(ask))),
    Source("提请的任命", lambda ask: found(nominations.tasks(ask))),
    Source("数据恢复", lambda ask: found(restoring.tasks(ask))),
    Source("自动办理未成的事项", lambda ask: found(failures(ask))),
)
