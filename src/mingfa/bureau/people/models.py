"""Who works here: the bureau, its units, people, certificates and appointments (plan 3.1.a, 3.4.a)."""

from django.conf import settings
from django.db import models

from mingfa.bureau.ledger.models import Sealed


class Role(models.TextChoices):
    """A post somebody is appointed to. What one may do follows from it and from nothing else."""

    FOUNDER = "founder", "设立人"
    APPOINTER = "appointer", "人事管理员"
    OFFICER = "officer", "执法人员"
    AUXILIARY = "auxiliary", "执法辅助人员"
    WINDOW = "window", "窗口受理人员"
    UNIT_LEADER = "unit_leader", "承办机构负责人"
    REVIEWER = "reviewer", "法制审核人员"
    REVIEW_HEAD = "review_head", "法制审核机构负责人"
    DEPUTY = "deputy", "分管负责人"
    HEAD = "head", "主要负责人"
    PUBLICITY = "publicity", "公示管理员"
    ARCHIVIST = "archivist", "档案管理员"
    SUPERVISOR = "supervisor", "执法监督人员"
    SYSTEM = "system", "自动处理"


class Bureau(Sealed):
    """The enforcement agency itself."""

    name = models.CharField("机关名称", max_length=100)
    short = models.CharField("文号代字", max_length=30)
    uscc = models.CharField("统一社会信用代码", max_length=18)
    region = models.CharField("行政区划代码", max_length=6)
    area = models.CharField("管辖区域", max_length=200)
    address = models.CharField("地址", max_length=200)
    phone = models.CharField("电话", max_length=40)
    government = models.CharField("本级人民政府", max_length=100)
    court = models.CharField("管辖法院", max_length=100)
    bank = models.CharField("罚款代收银行", max_length=100)
    example = models.BooleanField("示例", default=False)

    class Meta:
        verbose_name = "执法机关"


class Unit(Sealed):
    """A unit of the bureau."""

    name = models.CharField("机构名称", max_length=100, unique=True)
    kind = models.CharField("类别", max_length=20)

    class Meta:
        verbose_name = "内设机构"


class Person(Sealed):
    """Somebody who acts. A person is never deleted: their appointments end."""

    name = models.CharField("姓名", max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="所在机构")
    certificate = models.CharField("执法证号", max_length=40, blank=True, default="")
    certificate_from = models.DateField("执法证有效期自", null=True)
    certificate_to = models.DateField("执法证有效期至", null=True)
    legal_qualification = models.CharField("法律职业资格证号", max_length=40, blank=True, default="")

    class Meta:
        verbose_name = "人员"


class Appointment(Sealed):
    """A post held from a day to a day."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="appointments")
    role = models.CharField("职务", max_length=20, choices=Role.choices)
    since = models.DateField("自")
    until = models.DateField("至", null=True)
    document = models.CharField("任命文件", max_length=100, blank=True, default="")

    class Meta:
        verbose_name = "任命"
        indexes = [models.Index(fields=["role"])]


class Nomination(Sealed):
    """A leading post that somebody is to hold: without effect until another hand confirms it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="nominations")
    role = models.CharField("职务", max_length=20, choices=Role.choices)
    since = models.DateField("自")
    document = models.CharField("任命文件", max_length=100)
    nominated_by = models.BigIntegerField("提请人")
    confirmed = models.BigIntegerField("确认", null=True)

    class Meta:
        verbose_name = "提请任命"


class Restoration(Sealed):
    """That the bureau came out of a backup, and which entries were lost: without effect until confirmed.

    Papers dated in `year` or before bear a mark from then on, so that no lost number is given twice.
    """

    made = models.DateTimeField("备份时间")
    lost = models.JSONField("丢失条目")
    renamed = models.JSONField("日志新名称")
    year = models.IntegerField("文号加注年份")
    sought = models.CharField("经过和查找情况", max_length=2000)
    stated_by = models.BigIntegerField("登记人")
    resumed = models.BigIntegerField("确认", null=True)

    class Meta:
        verbose_name = "数据恢复"


class LocalValue(Sealed):
    """A number the law leaves to the place, with the document that sets it."""

    config_id = models.CharField("参数", max_length=60)
    value = models.JSONField("取值")
    citation = models.CharField("依据", max_length=200)
    valid_from = models.DateField("生效日期")

    class Meta:
        verbose_name = "本地参数"
        indexes = [models.Index(fields=["config_id", "valid_from"])]


class HolidayNotice(Sealed):
    """The days off and the days worked of a year, as a notice says: without effect until it is confirmed.

    The latest confirmed notice of a year stands; `scope` is the nation's or this place's festivals.
    """

    scope = models.CharField("范围", max_length=10)
    year = models.IntegerField("年度")
    number = models.CharField("通知文号", max_length=200)
    issued_on = models.DateField("发布日期")
    days = models.JSONField("日期")
    announced_by = models.BigIntegerField("录入人")
    confirmed = models.BigIntegerField("确认", null=True)

    class Meta:
        verbose_name = "放假安排"


class Account(models.Model):
    """A key to the door: which sign-in is which person. It has no effect in law.

    `must_change`: its password was given out by somebody else and opens nothing but the change of it.
    """

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE)
    person = models.OneToOneField(Person, models.PROTECT)
    must_change = models.BooleanField(default=False)


class Token(models.Model):
    """A key for a program; what it does is that person's act. Only the digest is kept."""

    digest = models.CharField(max_length=64, unique=True)
    person = models.ForeignKey(Person, models.PROTECT)
    purpose = models.CharField(max_length=100)
    made = models.DateTimeField()
    ended = models.DateTimeField(null=True)


class Upload(models.Model):
    """A file that a person handed in, by its digest; `claimed` once an act of theirs names it."""

    person = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    at = models.DateTimeField()
    claimed = models.BooleanField(default=False)
    recording = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "sha256"], name="upload_once")]


class Happening(models.Model):
    """Something that happened at the door (people/happenings.py); `hash` is over it and the one before."""

    i = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=40)
    person = models.BigIntegerField(null=True)
    said = models.JSONField(default=dict)
    hash = models.CharField(max_length=64)
