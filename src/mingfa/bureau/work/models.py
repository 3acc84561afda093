"""What the rounds keep beside the ledger: who does a task now, and what failed and when it is tried again."""

from django.db import models


class Lease(models.Model):
    """Who does a task now, and until when at the longest; a lease that is over is anybody's."""

    name = models.CharField(max_length=40, primary_key=True)
    holder = models.CharField(max_length=120)
    until = models.DateTimeField()


class Failure(models.Model):
    """A piece of a task that failed; the row goes when it succeeds or is no longer to be done."""

    task = models.CharField("任务", max_length=40)
    kind = models.CharField("对象种类", max_length=20, blank=True)
    key = models.BigIntegerField("对象编号")
    act = models.CharField("有关的办理", max_length=60, blank=True)
    words = models.CharField("对象", max_length=200)
    since = models.DateTimeField("首次失败")
    last_at = models.DateTimeField("最近一次失败")
    next_at = models.DateTimeField("下次重试")
    times = models.PositiveIntegerField("失败次数")
    reason = models.TextField("原因")
    todo = models.TextField("办法")

    class Meta:
        verbose_name = "未成的自动办理"
        constraints = [
            models.UniqueConstraint(fields=["task", "kind", "key"], name="work_one_row_for_what_failed")
        ]
