"""Penalties decided on the spot (处罚法 51-53), and fines collected there (68-71).

The matter is a penalty case whose procedure is `summary`. Its decision is a table of its own: the ordinary
one demands a passed review in every row, and shall go on doing so.
"""

from django.db import models
from django.db.models import Q

from mingfa.bureau.cases.models import Case
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.summary.values import CITIZEN_FEN, UNIT_FEN


class SpotDecision(Sealed):
    """A decision made on the spot; amounts in 分. What exceeds the limits of 处罚法 51 cannot be stored.

    `payment` says how the fine is to be paid (views.PAYMENTS), empty for a warning.
    """

    case = models.OneToOneField(Case, models.PROTECT)
    number = models.CharField("文号", max_length=80, unique=True)
    kinds = models.JSONField("处罚种类")
    amount = models.BigIntegerField("罚款金额")
    is_unit = models.BooleanField("法人或者其他组织")
    payment = models.CharField("缴款方式", max_length=20, blank=True)
    decided_on = models.DateField("决定日期", db_index=True)
    decided_by = models.BigIntegerField("决定人")
    head = models.BigIntegerField("第一责任人")
    reported = models.BigIntegerField("备案", null=True)
    revoked = models.BigIntegerField("撤销", null=True)

    class Meta:
        verbose_name = "当场处罚决定"
        constraints = [
            models.CheckConstraint(
                name="spot_decision_within_limits",
                condition=Q(amount__gte=0, amount__lte=CITIZEN_FEN)
                | Q(is_unit=True, amount__gte=0, amount__lte=UNIT_FEN),
            ),
        ]


class Collection(Sealed):
    """A fine collected on the spot, and its way to the bank: each receipt counts once (处罚法 70, 71)."""

    decision = models.OneToOneField(SpotDecision, models.PROTECT)
    amount = models.BigIntegerField("收缴金额")
    receipt_by = models.CharField("票据制发机关", max_length=20)
    receipt_no = models.CharField("专用票据号", max_length=60)
    collected_on = models.DateField("收缴日期")
    handed_on = models.DateField("交至本机关日期", null=True)
    banked_on = models.DateField("缴付银行日期", null=True)
    bank = models.CharField("收款银行", max_length=100, blank=True)
    bank_receipt_no = models.CharField("银行缴款凭证号", max_length=60, blank=True)

    class Meta:
        verbose_name = "当场收缴"
        constraints = [
            models.UniqueConstraint(fields=["receipt_by", "receipt_no"], name="fine_receipt_counts_once"),
        ]
