"""Papers the bureau has made (plan 2.1.a, 2.3.a): numbered without holes, their facts in the ledger."""

from django.db import models

from mingfa.bureau.ledger.models import Sealed


class Paper(Sealed):
    """One paper. What it says is the `paper` item of its leaf; the PDF is drawn from that and nothing else.

    `file` is the digest of the drawn PDF in the vault: drawn after the commit, for it carries the receipt, it
    comes on record by an act of its own (`paper.draw`).
    """

    kind = models.CharField("文书种类", max_length=40)
    series = models.CharField("文号代字", max_length=20)
    year = models.IntegerField("年份")
    n = models.IntegerField("顺序号")
    number = models.CharField("文号", max_length=80, unique=True)
    title = models.CharField("标题", max_length=500)
    matter = models.BigIntegerField("所属案件", null=True, db_index=True)
    made_at = models.DateTimeField("制作时间")
    file = models.CharField("文件摘要", max_length=64, blank=True, default="")

    class Meta:
        verbose_name = "文书"
        constraints = [models.UniqueConstraint(fields=["series", "year", "n"], name="paper_number_once")]
        indexes = [models.Index(fields=["kind"]), models.Index(fields=["file"])]
