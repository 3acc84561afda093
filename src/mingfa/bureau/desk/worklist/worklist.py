"""What waits for a person today (plan 3.4.b), from every source, the nearest term first."""

from dataclasses import dataclass

from django.db.models import Count

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.access import Ask
from mingfa.bureau.desk.worklist.sources import SOURCES
from mingfa.bureau.desk.worklist.tasks import Task


@dataclass(frozen=True)
class Day:
    """A person's day: the tasks shown, how many there are, and the counts beside them."""

    tasks: tuple[Task, ...]
    waiting: int
    open: int
    others: int

    @property
    def due(self) -> int:
        return sum(task.due for task in self.tasks)

    @property
    def today(self) -> int:
        return sum(t.left == 0 for t in self.tasks)

    @property
    def overdue(self) -> int:
        return sum(t.left is not None and t.left < 0 for t in self.tasks)


def day(ask: Ask) -> Day:
    """Return what waits for a person today, the nearest term first."""
    found = [source.find(ask) for source in SOURCES]
    tasks = sorted((task for one in found for task in one.tasks), key=lambda t: t.urgency)
    total, own = sum(one.open for one in found), sum(one.own for one in found)
    # A matter that does not match the ledger may be met more than once; it is said once.
    return Day(tuple(dict.fromkeys(tasks)), sum(one.waiting for one in found), total, max(total - own, 0))


def kinds_this_month(ask: Ask) -> list[tuple[str, int, int]]:
    """Return (item, cases registered this month, share of the most frequent in percent)."""
    first = ask.now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    # What was found this month was also handled this month, and that column has an index.
    found = cases.visible(ask.me).filter(last_at__gte=first, found_at__gte=first).order_by()
    counts = sorted(found.values_list("item__name").annotate(n=Count("pk")), key=lambda row: -row[1])[:6]
    most = max((n for _, n in counts), default=1)
    return [(name, n, round(100 * n / most)) for name, n in counts]
