"""Cases (plan 2.3.a): one matter from the clue to the closing, and the orders to correct made in it."""

from django.db import models

from mingfa.bureau.catalogue.models import Item
from mingfa.bureau.doorway.matter import Matter
from mingfa.bureau.ledger.models import Sealed


class Case(Matter):
    """A penalty case. Identifiers of the party live in the items of `party_leaf`, not here.

    `proposal` is what the investigation proposes: {outcome, step, kinds, amount, breaks, …}, amounts in 分;
    `concluded` is the act that concluded the investigation, and with it the version of the proposal.
    `limitation` is one of forms.LIMITATIONS: which of the periods of 处罚法 36 and 法典 1054 applies.
    """

    number = models.CharField("立案文号", max_length=80, blank=True, default="", db_index=True)
    item = models.ForeignKey(Item, models.PROTECT, verbose_name="违法行为")
    source = models.CharField("案件来源", max_length=30)
    found_at = models.DateTimeField("发现时间")
    act_on = models.DateField("违法行为发生日期")
    street = models.CharField("街道代码", max_length=9)
    place = models.CharField("违法地点", max_length=200)
    party_kind = models.CharField("当事人类别", max_length=20, blank=True, default="")
    party_name = models.CharField("当事人", max_length=200, blank=True, default="", db_index=True)
    party_leaf = models.BigIntegerField("当事人信息", null=True)
    filed_on = models.DateField("立案日期", null=True, db_index=True)
    proposal = models.JSONField("处理建议", null=True)
    concluded = models.BigIntegerField("调查终结", null=True)
    closed_on = models.DateField("结案日期", null=True)
    limitation = models.CharField("追责时效", max_length=20, blank=True, default="ordinary")

    class Meta(Matter.Meta):
        verbose_name = "案件"
        indexes = [
            *Matter.Meta.indexes,
            models.Index(
                fields=["item", "act_on"],
                condition=models.Q(party_leaf__isnull=False),
                name="case_of_a_party",
            ),
        ]


class CorrectionOrder(Sealed):
    """An order to correct, or to stop (处罚法 28)."""

    case = models.ForeignKey(Case, models.PROTECT)
    number = models.CharField("文号", max_length=80)
    what = models.CharField("改正要求", max_length=500)
    due_on = models.DateField("改正期限", null=True)

    class Meta:
        verbose_name = "责令改正通知"


class Comparison(Sealed):
    """Old and new law compared for one case (处罚法 37); what was read stands in the entry.

    `old` are the short names of the laws that ended; `result` is one of forms.COMPARED; `item` the item of
    before, where the new law is applied by another.
    """

    case = models.ForeignKey(Case, models.PROTECT)
    old = models.JSONField("旧规定")
    new = models.JSONField("新规定条款")
    result = models.CharField("比较结论", max_length=20)
    item = models.BigIntegerField("原事项", null=True)
    compared_on = models.DateField("比较日期")
    number = models.CharField("文号", max_length=80)

    class Meta:
        verbose_name = "新旧规定比较"
