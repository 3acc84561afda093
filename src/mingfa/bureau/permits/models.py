"""Permits (行政许可法; law.md §2.4): an application on its way, what was told and said, decision and licence.

No decision without the review that is due: a trigger in the database asks for it (migrations).
"""

from django.db import models

from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.review.models import Review


class Permit(Matter):
    """An application, and the licence it led to. Identifiers of the applicant live in items, not here.

    `kind` is new, modify or renew; of the latter two `original` is the application that led to the licence.
    `materials` are the numbers of the guide's list handed in so far; `defects` what the one supplement
    notice asked for. `proposal` is what the examination proposes, `concluded` the act that made it.
    """

    number = models.CharField("接收文号", max_length=80, db_index=True)
    item = models.ForeignKey(Item, models.PROTECT, verbose_name="许可事项")
    kind = models.CharField("申请类型", max_length=20)
    original = models.BigIntegerField("原许可", null=True)
    applicant_kind = models.CharField("申请人类别", max_length=20)
    applicant_name = models.CharField("申请人", max_length=200, db_index=True)
    applicant_leaf = models.BigIntegerField("申请人信息")
    secrets = models.BooleanField("含商业秘密、未披露信息或者保密商务信息")
    materials = models.JSONField("已提交材料", default=list)
    received_on = models.DateField("接收日期", db_index=True)
    supplement = models.BigIntegerField("补正告知", null=True)
    defects = models.JSONField("补正内容", default=list)
    accepted_on = models.DateField("受理日期", null=True, db_index=True)
    extended_by = models.IntegerField("延长（工作日）", default=0)
    extension = models.BigIntegerField("延期通知", null=True)
    hearing_called = models.BigIntegerField("依职权听证", null=True)
    proposal = models.JSONField("审查意见", null=True)
    concluded = models.BigIntegerField("审查终结", null=True)

    class Meta(Matter.Meta):
        verbose_name = "行政许可"


class Concerned(Sealed):
    """Somebody told of rights: the applicant, or a person whose major interests the permit touches (36, 47).

    Name and address of a third party are items of its leaf; the paper was made by the same act.
    """

    permit = models.ForeignKey(Permit, models.PROTECT)
    whom = models.CharField("对象", max_length=20)
    hearing_offered = models.BooleanField("告知听证权利")

    class Meta:
        verbose_name = "权利告知"


class Invitation(Sealed):
    """A third party told of the time and place of a hearing; `notice` is the paper that tells that time."""

    permit = models.ForeignKey(Permit, models.PROTECT)
    concerned = models.ForeignKey(Concerned, models.PROTECT)
    notice = models.BigIntegerField("听证通知")

    class Meta:
        verbose_name = "听证邀请"


class Opinion(Sealed):
    """What the applicant or a third party said; the words are items of its leaf."""

    permit = models.ForeignKey(Permit, models.PROTECT)
    concerned = models.ForeignKey(Concerned, models.PROTECT, null=True)
    made_on = models.DateField("提出日期")
    hearing_requested = models.BooleanField("申请听证")
    taken_back = models.BooleanField("放弃或者撤回听证")

    class Meta:
        verbose_name = "陈述、申辩"


class Special(Sealed):
    """A special procedure whose time does not count, once told in writing (45); its paper has its key."""

    permit = models.ForeignKey(Permit, models.PROTECT)
    kind = models.CharField("特别程序", max_length=20)
    from_on = models.DateField("开始日期")
    until_on = models.DateField("结束日期")

    class Meta:
        verbose_name = "特别程序"


class SiteCheck(Sealed):
    """A check of the facts by two or more staff (34.3); what was found is an item of its leaf."""

    permit = models.ForeignKey(Permit, models.PROTECT)
    staff = models.JSONField("核查人员")
    number = models.CharField("文号", max_length=80)
    fits = models.BooleanField("与申请材料一致")

    class Meta:
        verbose_name = "实地核查"


class PermitDecision(Sealed):
    """A decision on an application. `needs_review` says that it may not be made without `review`."""

    permit = models.OneToOneField(Permit, models.PROTECT)
    version = models.BigIntegerField("审查意见")
    outcome = models.CharField("决定", max_length=20)
    needs_review = models.BooleanField("应当法制审核")
    review = models.OneToOneField(Review, models.PROTECT, null=True, verbose_name="法制审核")
    number = models.CharField("文号", max_length=80, unique=True)
    decided_on = models.DateField("决定日期", db_index=True)
    decided_by = models.BigIntegerField("决定人")

    class Meta:
        verbose_name = "行政许可决定"


class Licence(Sealed):
    """A licence: what is allowed, to whom, from when to when; `to_on` is null where it does not expire.

    `state` is valid, withdrawn, rescinded or cancelled; `ended` the act that ended it.
    """

    permit = models.OneToOneField(Permit, models.PROTECT)
    number = models.CharField("许可编号", max_length=80, unique=True)
    title = models.CharField("许可证件名称", max_length=200)
    content = models.TextField("许可内容")
    issued_on = models.DateField("颁发日期")
    from_on = models.DateField("有效期自")
    to_on = models.DateField("有效期至", null=True, db_index=True)
    state = models.CharField("状态", max_length=20, default="valid", db_index=True)
    renewed = models.CharField("延续", max_length=20, blank=True, default="")
    ended = models.BigIntegerField("终止", null=True)

    class Meta:
        verbose_name = "行政许可证件"


class Bar(Sealed):
    """Nobody who lied or cheated in a matter of safety applies again before `until` has passed (78, 79)."""

    permit = models.ForeignKey(Permit, models.PROTECT)
    item_code = models.CharField("事项编码", max_length=40, db_index=True)
    applicant_name = models.CharField("申请人", max_length=200, db_index=True)
    ground = models.CharField("原因", max_length=20)
    from_on = models.DateField("自")
    until = models.DateField("至")

    class Meta:
        verbose_name = "不得再次申请"


class Supervision(Sealed):
    """A supervisory inspection of the holder (61): recorded, signed, open to the public's eyes."""

    permit = models.ForeignKey(Permit, models.PROTECT)
    number = models.CharField("文号", max_length=80)
    inspected_on = models.DateField("检查日期")
    staff = models.JSONField("检查人员")
    lawful = models.BooleanField("依法从事许可活动")

    class Meta:
        verbose_name = "监督检查"
