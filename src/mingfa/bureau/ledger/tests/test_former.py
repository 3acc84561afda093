"""A dropped column and a renamed table stay verifiable: their rows have the digests that were sealed."""

import pytest

from mingfa.bureau.ledger.models import Former, Sealed
from mingfa.bureau.ledger.rows import columns, digest_of, row_digest, row_name
from mingfa.bureau.people.models import Unit


class Dropped(Sealed):
    """The table of units after `kind` was dropped and the table was renamed."""

    name = Unit._meta.get_field("name").clone()
    former = Former(default=dict)
    known_table = "people.unit"

    class Meta:
        app_label = "ledger_example"
        managed = False


OLD = {"leaf": 7, "sealed": 7, "name": "执法一队"}


def test_a_dropped_column_is_still_covered() -> None:
    sealed = row_digest(Unit(**OLD, kind="enforcement"))
    assert row_digest(Dropped(**OLD, former={"kind": "enforcement"})) == sealed
    assert row_digest(Dropped(**OLD, former={"kind": "legal"})) != sealed
    assert row_digest(Dropped(**OLD)) != sealed
    assert row_name(Dropped(**OLD)) == "people.unit/7"


def test_what_is_kept_cannot_pass_for_a_column() -> None:
    with pytest.raises(ValueError, match="dropped"):
        digest_of(Dropped, [{"name": "执法二队"} if c == "former" else OLD[c] for c in columns(Dropped)])
