"""What became of a decision (处罚法 66-73): payments, deferrals, reductions, checks of the correction.

`decision` is the act that decided: in the ordinary procedure, or on the spot.
"""

from django.db import models

from mingfa.bureau.cases.models import Case
from mingfa.bureau.ledger.models import Sealed


class Payment(Sealed):
    """A payment at the bank. A receipt number counts once; officers collect nothing (处罚法 67)."""

    decision = models.BigIntegerField("决定", db_index=True)
    amount = models.BigIntegerField("罚款金额")
    surcharge = models.BigIntegerField("加处罚款金额")
    gains = models.BigIntegerField("没收违法所得金额", default=0)
    receipt_no = models.CharField("银行缴款凭证号", max_length=60)
    bank = models.CharField("收款银行", max_length=100)
    paid_on = models.DateField("缴款日期")
    paused = models.JSONField("复议、诉讼期间", default=list)

    class Meta:
        verbose_name = "缴款"
        constraints = [
            models.UniqueConstraint(fields=["bank", "receipt_no"], name="bank_receipt_counts_once"),
        ]


class Performance(Sealed):
    """A check on the spot whether the violation was corrected (处罚法 28)."""

    case = models.ForeignKey(Case, models.PROTECT)
    corrected = models.BooleanField("已经改正")
    checked_on = models.DateField("复查日期")

    class Meta:
        verbose_name = "改正复查"


class Deferred(Sealed):
    """An application to pay later or in parts, and the head's word on it (处罚法 66)."""

    decision = models.BigIntegerField("决定", db_index=True)
    kind = models.CharField("方式", max_length=20)
    asked_on = models.DateField("申请日期")
    word = models.CharField("审批情况", max_length=20, default="asked")
    plan = models.JSONField("缴款计划", default=list)
    decided_on = models.DateField("审批日期", null=True)
    number = models.CharField("文号", max_length=80, blank=True, default="")

    class Meta:
        verbose_name = "延期、分期缴纳罚款"


class Reduced(Sealed):
    """What an execution agreement takes off the additional fine (强制法 42); `ended` where it was broken."""

    decision = models.BigIntegerField("决定", db_index=True)
    amount = models.BigIntegerField("减免加处罚款")
    agreed_on = models.DateField("达成协议日期")
    ended = models.BigIntegerField("恢复执行", null=True)

    class Meta:
        verbose_name = "减免加处罚款"
