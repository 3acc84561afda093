"""What became of a decision (处罚法 66-73): payments, and checks of the correction."""

from django.db import models

from mingfa.bureau.cases.models import Case
from mingfa.bureau.decisions.models import Decision
from mingfa.bureau.ledger.models import Sealed


class Payment(Sealed):
    """A payment at the bank. A receipt number counts once; officers collect nothing (处罚法 67)."""

    decision = models.ForeignKey(Decision, models.PROTECT)
    amount = models.BigIntegerField("罚款金额")
    surcharge = models.BigIntegerField("加处罚款金额")
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
