"""Administrative inspection (law.md §2.5): whom the bureau may inspect, plans, draws, inspections."""

from django.db import models

from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.people.models import Unit


class InspectionObject(Sealed):
    """An enterprise or shop that may be inspected (检查对象). Its whole block is an item of its leaf."""

    kind = models.CharField("类别", max_length=20)
    name = models.CharField("名称", max_length=200, db_index=True)
    code = models.CharField("统一社会信用代码", max_length=18, db_index=True)
    address = models.CharField("地址", max_length=200)
    trade = models.CharField("行业", max_length=60, db_index=True)
    struck = models.BigIntegerField("移出名录", null=True)

    class Meta:
        verbose_name = "检查对象"


class InspectionPlan(Sealed):
    """A yearly or a special plan: what, whom, when, which share of the objects; used once approved."""

    kind = models.CharField("种类", max_length=20)
    title = models.CharField("名称", max_length=100)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="实施机构")
    items = models.JSONField("检查事项")
    trade = models.CharField("检查对象所属行业", max_length=60)
    share = models.IntegerField("抽查比例（%）")
    from_on = models.DateField("开始日期")
    until_on = models.DateField("结束日期")
    drafted_by = models.BigIntegerField("编制人")
    number = models.CharField("文号", max_length=80, blank=True, default="")
    approved = models.BigIntegerField("批准", null=True)
    approved_on = models.DateField("批准日期", null=True)

    class Meta:
        verbose_name = "行政检查计划"


class Draw(Sealed):
    """A random selection: the frozen lists, then the public number and who was drawn (INSP-07).

    `objects` and `officers` are rows {id, name}; `picked` are rows {object, officers} of ids.
    """

    plan = models.ForeignKey(InspectionPlan, models.PROTECT, verbose_name="检查计划")
    objects_list = models.JSONField("检查对象名单")
    officers_list = models.JSONField("检查人员名单")
    count = models.IntegerField("抽取户数")
    salt = models.CharField("盐值", max_length=32)
    beacon = models.CharField("公共数字", max_length=200)
    beacon_on = models.DateField("公共数字公布日期")
    number = models.CharField("公共数字的值", max_length=200, blank=True, default="")
    picked = models.JSONField("抽取结果", default=list)
    drawn = models.BigIntegerField("抽取", null=True)

    class Meta:
        verbose_name = "随机抽取"


class Inspection(Matter):
    """One inspection of one object, from the application to its result.

    `helpers` are rows {name, kind, does}; `notice`, `order` and `told` the acts that made these papers;
    `outcome` is clean, to_correct or violation, after a second visit corrected or not_corrected.
    """

    number = models.CharField("审批文号", max_length=80, blank=True, default="", db_index=True)
    item = models.ForeignKey(Item, models.PROTECT, verbose_name="检查事项")
    items = models.JSONField("全部检查事项")
    inspected = models.ForeignKey(InspectionObject, models.PROTECT, verbose_name="检查对象")
    source = models.CharField("任务来源", max_length=20)
    plan = models.ForeignKey(InspectionPlan, models.PROTECT, verbose_name="检查计划", null=True)
    draw = models.ForeignKey(Draw, models.PROTECT, verbose_name="随机抽取", null=True)
    how = models.CharField("检查方式", max_length=20)
    from_on = models.DateField("开始日期", db_index=True)
    until_on = models.DateField("结束日期")
    helpers = models.JSONField("协助人员", default=list)
    notice = models.BigIntegerField("检查通知", null=True)
    inspected_on = models.DateField("实施检查日期", null=True)
    order = models.BigIntegerField("责令改正", null=True)
    due_on = models.DateField("改正期限", null=True)
    told = models.BigIntegerField("结果告知", null=True)
    told_on = models.DateField("结果告知日期", null=True, db_index=True)
    outcome = models.CharField("检查结果", max_length=20, blank=True, default="")
    ended_on = models.DateField("办结日期", null=True)

    class Meta(Matter.Meta):
        verbose_name = "行政检查"


class Visit(Sealed):
    """The trace of one visit (扫码入企): when, where, who came, whether the enterprise checked the code."""

    matter = models.BigIntegerField("所属检查", db_index=True)
    kind = models.CharField("种类", max_length=20)
    entered_at = models.DateTimeField("进入时间", db_index=True)
    place = models.CharField("地点", max_length=200)
    officers = models.JSONField("检查人员")
    helpers = models.JSONField("协助人员", default=list)
    scanned = models.BooleanField("企业已扫码核验")

    class Meta:
        verbose_name = "入企记录"
