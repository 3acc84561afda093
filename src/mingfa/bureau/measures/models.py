"""What the bureau keeps of others (plan 2.2.a): preserved, sealed up or seized, until it goes."""

from django.db import models

from mingfa.bureau.doorway.matter.parts import Part
from mingfa.bureau.ledger.models import Sealed


class HeadsApproval(Sealed):
    """What was put to the head before it is taken, and the head's word (处罚法 56, 强制法 18 (1)).

    Reason and basis are items of its leaf; `word` is blank until the head has spoken.
    """

    matter = models.BigIntegerField("所属案件", db_index=True)
    kind = models.CharField("种类", max_length=20)
    things = models.CharField("对象", max_length=200)
    asked_on = models.DateField("报请日期")
    asked_by = models.IntegerField("报请人")
    word = models.CharField("负责人意见", max_length=20, blank=True, default="")
    approved_on = models.DateField("批准日期", null=True)
    used = models.BigIntegerField("据以实施", null=True)

    class Meta:
        verbose_name = "实施前批准"


class Preserved(Part):
    """Evidence registered and preserved (处罚法 56): `how` says what became of it."""

    way = "preservation"

    approval = models.ForeignKey(HeadsApproval, models.PROTECT, verbose_name="批准")
    number = models.CharField("文号", max_length=80)
    taken_on = models.DateField("登记保存日期", db_index=True)
    things = models.JSONField("清单")
    kept_at = models.CharField("保存地点", max_length=200)
    keeper = models.CharField("保管人", max_length=200)
    how = models.CharField("处理", max_length=20, blank=True, default="")
    ended = models.BigIntegerField("处理决定", null=True)

    class Meta:
        verbose_name = "先行登记保存"


class Seizure(Part):
    """A sealing or a seizure (强制法 18-28). What the party said is an item of its leaf.

    `ended` maps the number of a thing to what became of it; `record` is the act that made the record of the
    scene; `excused` are the stretches of time in which the head approved that nothing was recorded.
    """

    way = "measure"

    kind = models.CharField("措施", max_length=20)
    number = models.CharField("文号", max_length=80)
    place = models.CharField("实施地点", max_length=200)
    things = models.JSONField("清单")
    ended = models.JSONField("去向", default=dict)
    kept_at = models.CharField("存放地点", max_length=200)
    keeper = models.CharField("保管人", max_length=200)
    taken_at = models.DateTimeField("实施时间", db_index=True)
    started_at = models.DateTimeField("开始时间")
    officers = models.JSONField("执法人员")
    party_present = models.BooleanField("当事人到场")
    witness = models.CharField("见证人", max_length=120, blank=True)
    days = models.IntegerField("期限（日）")
    extended_by = models.IntegerField("延长（日）", default=0)
    record = models.BigIntegerField("现场笔录", null=True)
    excused = models.JSONField("音像记录例外", default=list)

    class Meta:
        verbose_name = "查封、扣押"


class Pause(Sealed):
    """A test of seized things: its days do not count once the party was told of them (强制法 25.3)."""

    seizure = models.ForeignKey(Seizure, models.PROTECT, verbose_name="查封、扣押")
    from_on = models.DateField("开始日期")
    until_on = models.DateField("结束日期")

    class Meta:
        verbose_name = "检测期间"


class Custody(Sealed):
    """A line of the custody log (强制法 26)."""

    seizure = models.ForeignKey(Seizure, models.PROTECT, verbose_name="查封、扣押")
    kind = models.CharField("事项", max_length=20)
    noted_on = models.DateField("日期")
    things = models.JSONField("清单序号", default=list)
    proceeds = models.BigIntegerField("变卖所得（分）", default=0)
    worth = models.BigIntegerField("市场价格（分）", default=0)

    class Meta:
        verbose_name = "保管记录"


class Released(Sealed):
    """A decision to release (强制法 28); `returned` is the act that gave the things back."""

    seizure = models.ForeignKey(Seizure, models.PROTECT, verbose_name="查封、扣押")
    number = models.CharField("文号", max_length=80)
    things = models.JSONField("清单序号")
    ground = models.CharField("解除情形", max_length=20)
    released_on = models.DateField("解除日期")
    returned = models.BigIntegerField("退还", null=True)

    class Meta:
        verbose_name = "解除查封、扣押"
