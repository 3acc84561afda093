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
