"""Publications (plan 1.1, 1.2, 1.4): one row from the collecting of a decision to its withdrawal.

No column holds what the public may not read: `title` and `number` are those of the public notice; its words
are items of the act `draft`.
"""

from django.db import models
from django.db.models import Q

from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.ledger.models import Sealed
from mingfa.bureau.people.models import Unit


class Publication(Sealed):
    """A decision, an item of the list or the agency's page on its way to the public and back.

    `decision` is the act that decided, whatever its class; `unit` is the unit that enforced (谁执法谁公示).
    `served_digest`, the digest of the served paper's facts, links what was served with what is shown; it
    stays inside, for it could help to guess what was taken out.
    """

    ref = models.CharField("公示编号", max_length=32, unique=True)
    kind = models.CharField("类别", max_length=20)
    decision = models.BigIntegerField("决定", null=True, db_index=True)
    item = models.ForeignKey(Item, models.PROTECT, null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name="公示责任机构")
    state = models.CharField("环节", max_length=20, db_index=True)
    title = models.CharField("公示标题", max_length=200)
    number = models.CharField("文号", max_length=80)
    draft = models.BigIntegerField("公示内容", null=True)
    shown = models.BigIntegerField("现行公示内容", null=True)
    full_text = models.BooleanField("全文公示", default=False)
    due_on = models.DateField("应当公示日期", null=True)
    until = models.DateField("公示截止日期", null=True, db_index=True)
    author = models.BigIntegerField("采集人")
    handed_by = models.BigIntegerField("移交人", null=True)
    reviewer = models.BigIntegerField("审核人", null=True)
    published_on = models.DateField("公示日期", null=True)
    workday_no = models.IntegerField("公示于决定后第几个工作日", null=True)
    index = models.BigIntegerField("公开日志序号", null=True)
    served_digest = models.CharField("送达文书摘要", max_length=64, blank=True, default="")
    withdrawn_on = models.DateField("撤下日期", null=True)
    reason = models.CharField("撤下或者不予公开的理由", max_length=20, blank=True, default="")

    class Meta:
        verbose_name = "公示"
        constraints = [
            models.UniqueConstraint(
                fields=["decision"], condition=~Q(state="withdrawn"), name="decision_shown_once"
            ),
            models.UniqueConstraint(fields=["item"], condition=~Q(state="withdrawn"), name="item_shown_once"),
            models.UniqueConstraint(
                fields=["kind"], condition=Q(kind="agency") & ~Q(state="withdrawn"), name="agency_shown_once"
            ),
        ]
