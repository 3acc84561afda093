"""What the party is told and says before a penalty (行政处罚法 44, 45, 63-65); where it is heard."""

from django.db import models

from mingfa.bureau.cases.models import Case
from mingfa.bureau.ledger.models import Sealed


class Notice(Sealed):
    """A notice of a proposed penalty; its paper was made by the same act and has the same key. Amounts in 分.

    `version` is the conclusion (act) whose proposal it tells, `told` the digest of what it tells.
    """

    case = models.ForeignKey(Case, models.PROTECT)
    number = models.CharField("文号", max_length=80)
    version = models.BigIntegerField("告知方案")
    kinds = models.JSONField("拟处罚种类")
    amount = models.BigIntegerField("拟罚款金额")
    gains = models.BigIntegerField("拟没收违法所得金额", default=0)
    told = models.CharField("告知内容摘要", max_length=64)
    hearing_offered = models.BooleanField("告知听证权利")
    issued_on = models.DateField("告知日期")

    class Meta:
        verbose_name = "行政处罚告知"


class Statement(Sealed):
    """What the party said: points, a waiver, or nothing. The words are items of its leaf.

    `waived` lists the rights given up; `answered` is the act that answered the points.
    """

    case = models.ForeignKey(Case, models.PROTECT)
    notice = models.ForeignKey(Notice, models.PROTECT)
    kind = models.CharField("种类", max_length=20)
    made_on = models.DateField("提出日期")
    points = models.IntegerField("意见条数")
    hearing_requested = models.BooleanField("要求听证")
    waived = models.JSONField("放弃的权利", default=list)
    answered = models.BigIntegerField("复核答复", null=True)

    class Meta:
        verbose_name = "陈述、申辩"


class Hearing(Sealed):
    """A hearing in any matter: as it is appointed now, how it was held, what its report proposes.

    `notice` is the act (and paper) that tells its present time, `held` the act that recorded it, `reported`
    that of its report; `announced` the public announcement, `suspended` and `ended` the acts that stopped it
    for a time or for good. Who came and what was said are items of those leaves.
    """

    matter = models.BigIntegerField("听证事项", db_index=True)
    starts_at = models.DateTimeField("听证时间")
    venue = models.CharField("听证地点", max_length=200)
    closed_because = models.CharField("不公开的原因", max_length=20, blank=True)
    chair = models.BigIntegerField("主持人")
    hearers = models.JSONField("听证员", default=list)
    recorder = models.BigIntegerField("记录员")
    notice = models.BigIntegerField("听证通知")
    held = models.BigIntegerField("听证笔录", null=True)
    attendance = models.CharField("到场情况", max_length=20, blank=True)
    record_number = models.CharField("笔录文号", max_length=80, blank=True)
    reported = models.BigIntegerField("听证报告", null=True)
    opinion = models.CharField("处理意见", max_length=20, blank=True)
    report_number = models.CharField("报告文号", max_length=80, blank=True)
    announced = models.BigIntegerField("听证公告", null=True)
    suspended = models.BigIntegerField("中止", null=True)
    ended = models.BigIntegerField("终止", null=True)

    class Meta:
        verbose_name = "听证"
