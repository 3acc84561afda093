"""The list of powers and duties (plan 1.2): each item with its basis, guide and discretion steps, dated."""

from django.db import models

from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.people.models import Unit


class Item(Sealed):
    """An enforcement item, drafted by one person, listed by another; used once listed and in force.

    `category` is its class of enforcement (views.CATEGORIES). `penalises` are short citations of its basis,
    whatever its class; `breaks`, `kinds` and `steps` (the discretion benchmark, each {name, when, kind:
    none|warning|fine, low, high}, amounts in 分) are of penalties; `guide` holds what the guide of another
    class says besides.
    """

    category = models.CharField("执法类别", max_length=20, default="penalty", db_index=True)
    code = models.CharField("事项编码", max_length=40, db_index=True)
    matter_code = models.CharField("事件代码", max_length=5)
    name = models.CharField("事项名称", max_length=100)
    field = models.CharField("领域", max_length=60)
    office = models.ForeignKey(Unit, models.PROTECT, verbose_name="受理（承办）机构")
    breaks = models.JSONField("违反条款")
    penalises = models.JSONField("设定（实施）依据")
    kinds = models.JSONField("处罚种类")
    steps = models.JSONField("裁量基准")
    bounds = models.JSONField("地方规定的罚款幅度", default=list)
    conditions = models.TextField("受理条件")
    time_limit = models.CharField("办理时限", max_length=100)
    correction = models.CharField("责令改正要求", max_length=200, blank=True, default="")
    guide = models.JSONField("办理指南", default=dict)
    valid_from = models.DateField("生效日期")
    valid_to = models.DateField("失效日期", null=True)
    listed = models.BigIntegerField("列入权责清单", null=True)
    drafted_by = models.BigIntegerField("编制人")

    class Meta:
        verbose_name = "执法事项"
        indexes = [models.Index(fields=["code", "valid_from"])]
