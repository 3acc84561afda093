"""Legal review (plan 3.1-3.4): what was submitted, and what the reviewer found."""

from django.db import models

from mingfa.bureau.ledger.models import Sealed


class ReviewRequest(Sealed):
    """A matter submitted for legal review; `version` is the act that made the proposal to be reviewed."""

    matter = models.BigIntegerField("送审事项", db_index=True)
    version = models.BigIntegerField("送审方案")
    round = models.IntegerField("送审次数")
    requested_at = models.DateTimeField("送审时间")

    class Meta:
        verbose_name = "送审"


class Review(Sealed):
    """A written opinion. It counts for a decision only while it passed and was not withdrawn."""

    matter = models.BigIntegerField("审核事项", db_index=True)
    request = models.OneToOneField(ReviewRequest, models.PROTECT)
    version = models.BigIntegerField("审核方案")
    passed = models.BooleanField("同意")
    reviewer = models.BigIntegerField("审核人员")
    number = models.CharField("文号", max_length=80)
    opined_at = models.DateTimeField("审核时间")
    withdrawn = models.BigIntegerField("撤回", null=True)

    class Meta:
        verbose_name = "法制审核意见"
