"""Reconsideration and litigation (复议法, 行诉法) against acts of the bureau, and what came of them.

A row names its matter and the act that made the decision (its key in the ledger), whatever kind of matter and
decision that is: penalties, seizures, permits and enforcement decisions are challenged alike.
"""

from django.db import models

from mingfa.bureau.ledger.models import Sealed


class Challenge(Sealed):
    """What every row here names: a matter, and the act in it that made the decision."""

    matter = models.BigIntegerField("所属事项", db_index=True)
    decision = models.BigIntegerField("被申请、被诉的行为", db_index=True)

    class Meta:
        abstract = True


class Application(Challenge):
    """An application for reconsideration handed in at the bureau (复议法 32), and that it was handed on."""

    received_on = models.DateField("收到日期")
    forwarded = models.BigIntegerField("转送", null=True)
    number = models.CharField("转送函文号", max_length=80, blank=True, default="")

    class Meta:
        verbose_name = "复议申请"


class Remedy(Challenge):
    """A reconsideration or a suit, from the notice to its end; who applied is an item of its leaf."""

    kind = models.CharField("种类", max_length=20)
    simplified = models.BooleanField("复议简易程序", default=False)
    body = models.CharField("复议机关、人民法院", max_length=100)
    document = models.CharField("通知书文号", max_length=200)
    applied_on = models.DateField("申请、起诉日期")
    received_on = models.DateField("收到副本日期")
    listed = models.BigIntegerField("证据清单", null=True)
    answered = models.BigIntegerField("答复、答辩", null=True)
    outcome = models.CharField("结果", max_length=20, blank=True, default="")
    ruling = models.CharField("决定、裁判文书文号", max_length=200, blank=True, default="")
    ended_on = models.DateField("生效（终结）日期", null=True)
    grounds = models.JSONField("事由", default=list)
    fine = models.BigIntegerField("变更后的罚款", null=True)

    class Meta:
        verbose_name = "复议、诉讼"


class Stay(Sealed):
    """Enforcement stopped while a remedy runs (复议法 42, 行诉法 56)."""

    remedy = models.ForeignKey(Remedy, models.PROTECT)
    ground = models.CharField("情形", max_length=20)
    since = models.DateField("停止执行日期")
    until = models.DateField("恢复执行日期", null=True)
    document = models.CharField("文书", max_length=200, blank=True)

    class Meta:
        verbose_name = "停止执行"


class Opinion(Challenge):
    """A written opinion of the reconsideration body, and that we reported what we corrected (复议法 76)."""

    document = models.CharField("意见书文号", max_length=200)
    received_on = models.DateField("收到日期")
    reported = models.BigIntegerField("报送", null=True)
    number = models.CharField("报告文号", max_length=80, blank=True, default="")

    class Meta:
        verbose_name = "复议意见书"


class Supplement(Sealed):
    """Evidence added with leave during a remedy (复议法 46.2, 行诉法 36.2), apart from the case's own."""

    remedy = models.ForeignKey(Remedy, models.PROTECT)
    name = models.CharField("证据名称", max_length=200)
    sha256 = models.CharField("文件摘要", max_length=64)
    consent = models.CharField("准许文书", max_length=200)

    class Meta:
        verbose_name = "补充证据"
