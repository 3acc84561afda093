"""What the party is told and says before a penalty (行政处罚法 44, 45): notices and statements."""

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
