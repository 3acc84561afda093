"""Decisions (处罚法 57-59; plan 3.4): collective discussions, decisions, revocations.

No decision without a review: the column is not null, and a trigger in the database checks that it is of the
same case, passed and not withdrawn (migrations).
"""

from django.db import models

from mingfa.bureau.cases.models import Case
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.review.models import Review


class Discussion(Sealed):
    """A collective discussion of a proposal by the heads."""

    case = models.ForeignKey(Case, models.PROTECT)
    version = models.BigIntegerField("讨论方案")
    approved = models.BooleanField("同意")
    number = models.CharField("文号", max_length=80)

    class Meta:
        verbose_name = "集体讨论"


class Decision(Sealed):
    """A decision, exactly as it was proposed, told and reviewed; amounts in 分."""

    case = models.OneToOneField(Case, models.PROTECT)
    review = models.OneToOneField(Review, models.PROTECT, verbose_name="法制审核")
    version = models.BigIntegerField("决定方案")
    outcome = models.CharField("决定种类", max_length=30)
    kinds = models.JSONField("处罚种类")
    amount = models.BigIntegerField("罚款金额")
    gains = models.BigIntegerField("没收违法所得金额", default=0)
    number = models.CharField("文号", max_length=80, unique=True)
    decided_on = models.DateField("决定日期", db_index=True)
    decided_by = models.BigIntegerField("决定人")
    head = models.BigIntegerField("第一责任人")
    revoked = models.BigIntegerField("撤销", null=True)

    class Meta:
        verbose_name = "决定"


class TermChange(Sealed):
    """The ninety days made longer, or days taken out (处罚法 60). `kind` is one of views.TERM_CHANGES."""

    case = models.ForeignKey(Case, models.PROTECT)
    kind = models.CharField("种类", max_length=20)
    basis = models.CharField("依据", max_length=300)
    granted_on = models.DateField("批准日期")
    first = models.DateField("起", null=True)
    last = models.DateField("止", null=True)

    class Meta:
        verbose_name = "办案期限变更"


class Revocation(Sealed):
    """A decision taken back: by ourselves, on reconsideration, or by a court.

    `decision` is the act that decided: in the ordinary procedure, or on the spot.
    """

    decision = models.BigIntegerField("决定", unique=True)
    ground = models.CharField("原因", max_length=20)
    effect = models.CharField("效力", max_length=20)
    revoked_on = models.DateField("日期")
    document = models.CharField("依据文书", max_length=200, blank=True)

    class Meta:
        verbose_name = "撤销决定"
