"""What the rounds of work could not do by themselves, on the list of whoever can mend it."""

from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.worklist.tasks import Task
from mingfa.bureau.work import reads
from mingfa.bureau.work.reads import Failed

WHERE = {
    "publication": "/publications/{}/",
    "permit": "/permits/{}/",
    "item": "/items/{}/",
    "paper": "/papers/{}/",
}


def failures(ask: Ask) -> list[Task]:
    """Return what failed and this person can mend; it waits for today, whatever its own term is."""
    return [_task(one) for one in reads.failed_for(ask.me)]


def href(one: Failed) -> str:
    """Return where it is mended; what is of no row stands on the page of supervision."""
    return WHERE[one.kind].format(one.key) if one.kind in WHERE else "/supervision/"


def _task(one: Failed) -> Task:
    note = f"{one.words} · {one.reason}{one.todo}"
    return Task(href(one), f"自动办理未成：{one.title}", one.words, note, f"已失败{one.times}次", "r", 0)
