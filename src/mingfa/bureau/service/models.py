"""Service of papers (行政处罚法 61): which paper was served how, and from which day it counts."""

from django.db import models

from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.papers.models import Paper


class Service(Sealed):
    """One service of one paper. Who signed is an item of its leaf; here is what terms are counted from."""

    paper = models.ForeignKey(Paper, models.PROTECT, verbose_name="送达文书")
    matter = models.BigIntegerField("所属案件", db_index=True)
    method = models.CharField("送达方式", max_length=20)
    served_on = models.DateField("送达日期", db_index=True)
    number = models.CharField("送达回证文号", max_length=80)
    recipient_relation = models.CharField("收件人与受送达人的关系", max_length=20, blank=True)
    has_media = models.BooleanField("有音像记录")

    class Meta:
        verbose_name = "送达"


class ConfirmedAddress(Sealed):
    """The party's confirmation of where to serve it. Address and number are items of its leaf."""

    matter = models.BigIntegerField("所属案件", db_index=True)
    electronic = models.BooleanField("同意电子送达")
    number = models.CharField("确认书编号", max_length=80)

    class Meta:
        verbose_name = "送达地址确认"


class ServiceNotice(Sealed):
    """A public notice by which a paper is served; reason and course are items of its leaf."""

    paper = models.ForeignKey(Paper, models.PROTECT, verbose_name="送达文书")
    matter = models.BigIntegerField("所属案件", db_index=True)
    published_on = models.DateField("发出公告日期")
    ends_on = models.DateField("公告期满日期")
    number = models.CharField("公告文号", max_length=80)

    class Meta:
        verbose_name = "送达公告"
