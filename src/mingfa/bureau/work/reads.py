"""What the rounds could not do, for those who can mend it (and for supervision, `check` and `verify`)."""

from dataclasses import dataclass
from datetime import datetime

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.models import Role
from mingfa.bureau.work.models import Failure
from mingfa.bureau.work.tasks import TASKS

# Who is told where no act of a person mends it: they call whoever runs the machine.
OTHERWISE = frozenset({str(Role.HEAD), str(Role.SUPERVISOR)})
# What fails outside the bureau keeps nobody from going live.
OUTSIDE = frozenset({"cosign"})


@dataclass(frozen=True)
class Failed:
    """A piece of a task that failed: what, of which row, since when, how often, why, and what to do."""

    task: str
    title: str
    kind: str
    key: int
    act: str
    words: str
    since: datetime
    last_at: datetime
    next_at: datetime
    times: int
    reason: str
    todo: str

    @property
    def menders(self) -> frozenset[str]:
        """The posts that can mend it: those of the act concerned, or the head and supervision."""
        who = {str(role) for role in REGISTER[self.act].who} if self.act in REGISTER else set()
        return frozenset(who - {str(Role.SYSTEM)}) or OTHERWISE

    @property
    def blocks(self) -> bool:
        return self.task not in OUTSIDE

    def __str__(self) -> str:
        return f"{self.title}（{self.words}）自{self.since:%Y-%m-%d %H:%M}起失败{self.times}次：{self.reason}"


def failed() -> list[Failed]:
    """Return all that failed and is to be tried again, the oldest first."""
    titles = {task.name: task.title for task in TASKS}
    rows = Failure.objects.order_by("since", "pk")
    return [
        Failed(
            row.task,
            titles.get(row.task, row.task),
            row.kind,
            int(row.key),
            row.act,
            row.words,
            *(row.since, row.last_at, row.next_at),
            row.times,
            row.reason,
            row.todo,
        )
        for row in rows
    ]


def failed_for(actor: Actor) -> list[Failed]:
    """Return what failed and this person can mend."""
    return [one for one in failed() if one.menders & {str(role) for role in actor.roles}]
