"""Enforcement (行政强制法 34-60): what follows when a decision is not performed.

No decision to enforce without a review: the column is not null, and a trigger in the database checks that it
is of the same matter, passed and not withdrawn (migrations).
"""

from django.db import models

from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.review.models import Review


class Enforcement(Matter):
    """The enforcement of one decision or order; a clearance at once has no source.

    `source` is the act that made the decision or order. `proposal` is what the bureau's own hand shall do,
    `proposed` the act that proposed it. `waits_in` is where it goes on after a pause.
    """

    case = models.ForeignKey(Case, models.PROTECT, verbose_name="案件")
    source_kind = models.CharField("执行依据", max_length=20, blank=True)
    source = models.BigIntegerField("执行依据编号", null=True, db_index=True)
    number = models.CharField("执行依据文号", max_length=80, blank=True)
    begun_at = models.DateTimeField("启动时间")
    party_name = models.CharField("当事人", max_length=200, blank=True)
    proposal = models.JSONField("执行方案", null=True)
    proposed = models.BigIntegerField("提出方案", null=True)
    excused = models.BigIntegerField("音像记录例外", null=True)
    waits_in = models.CharField("中止前环节", max_length=20, blank=True, default="")
    paused_on = models.DateField("中止日期", null=True)
    ended = models.CharField("终结方式", max_length=20, blank=True, default="")

    class Meta(Matter.Meta):
        verbose_name = "强制执行"


class Demanded(Sealed):
    """A demand to perform (强制法 35, 51 (2), 54)."""

    matter = models.ForeignKey(Enforcement, models.PROTECT)
    final = models.BooleanField("代履行前催告")
    number = models.CharField("文号", max_length=80)
    made_on = models.DateField("催告日期")
    until = models.DateField("履行期限")

    class Meta:
        verbose_name = "催告"


class Checked(Sealed):
    """A check on the spot whether an order was performed meanwhile (强制法 37)."""

    matter = models.ForeignKey(Enforcement, models.PROTECT)
    performed = models.BooleanField("已经履行")
    checked_on = models.DateField("复查日期")

    class Meta:
        verbose_name = "履行情况复查"


class Objected(Sealed):
    """What the party said to a demand (强制法 36); `adopted` is null until it was answered."""

    matter = models.ForeignKey(Enforcement, models.PROTECT)
    made_on = models.DateField("陈述、申辩日期")
    adopted = models.BooleanField("采纳", null=True)

    class Meta:
        verbose_name = "对催告的陈述、申辩"


class EnforcementOrder(Sealed):
    """A decision to enforce by the bureau's own hand (强制法 37, 51 (1)), as it was proposed and reviewed."""

    matter = models.ForeignKey(Enforcement, models.PROTECT)
    review = models.OneToOneField(Review, models.PROTECT, verbose_name="法制审核")
    version = models.BigIntegerField("执行方案")
    way = models.CharField("执行方式", max_length=20)
    number = models.CharField("文号", max_length=80, unique=True)
    decided_on = models.DateField("决定日期", db_index=True)
    decided_by = models.BigIntegerField("决定人")

    class Meta:
        verbose_name = "强制执行决定"


class Announcement(Sealed):
    """A public notice to demolish oneself within a time (强制法 44)."""

    matter = models.ForeignKey(Enforcement, models.PROTECT)
    number = models.CharField("文号", max_length=80)
    posted_on = models.DateField("公告日期")
    until = models.DateField("自行拆除期限")

    class Meta:
        verbose_name = "限期拆除公告"


class CarriedOut(Sealed):
    """What was done on the spot, with its record; `cost` once it was settled (强制法 51)."""

    matter = models.ForeignKey(Enforcement, models.PROTECT)
    kind = models.CharField("种类", max_length=20)
    number = models.CharField("文号", max_length=80)
    started_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    party_present = models.BooleanField("当事人到场")
    cost = models.BigIntegerField("代履行费用", null=True)

    class Meta:
        verbose_name = "实施强制执行"


class CourtEvent(Sealed):
    """A step of the court's way (强制法 53-60)."""

    matter = models.ForeignKey(Enforcement, models.PROTECT)
    what = models.CharField("事项", max_length=20)
    on = models.DateField("日期")
    document = models.CharField("文书", max_length=200)

    class Meta:
        verbose_name = "人民法院强制执行"


class ExecutionAgreement(Sealed):
    """An execution agreement (强制法 42); `broken` is the act that resumed enforcement."""

    matter = models.ForeignKey(Enforcement, models.PROTECT)
    number = models.CharField("文号", max_length=80)
    agreed_on = models.DateField("达成日期")
    stages = models.JSONField("分阶段履行")
    reduction = models.BigIntegerField("减免加处罚款")
    broken = models.BigIntegerField("恢复执行", null=True)

    class Meta:
        verbose_name = "执行协议"
