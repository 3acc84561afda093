"""What the doorway keeps beside the ledger: refused attempts, and keys that make a double click one act."""

from django.db import models


class RefusedAttempt(models.Model):
    """A refused act: who tried what, and which rules stood in the way. For supervision (plan 2.4.a)."""

    act = models.CharField(max_length=60, db_index=True)
    person = models.BigIntegerField()
    matter = models.BigIntegerField(null=True)
    at = models.DateTimeField()
    refusals = models.JSONField()


class Once(models.Model):
    """A key given with an act: the same key again is answered with the same act, not a second one.

    `digest` is over the person and the key: nobody is answered with what another did. `said` is over what was
    asked: other words under the same key are refused.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    leaf = models.BigIntegerField()
    act = models.CharField(max_length=60)
    matter = models.BigIntegerField(null=True)
    number = models.CharField(max_length=80, blank=True)
    said = models.CharField(max_length=64, default="")


class Handling(models.Model):
    """Who handles which matter, to be asked by person: what a matter's `handlers` say, kept by the door.

    It is an index and nothing of record: `verify` compares it with the matters, a rebuild makes it again.
    """

    matter = models.BigIntegerField()
    person = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "matter"], name="handling_once")]
        indexes = [models.Index(fields=["matter"])]
