"""Entries and rows: written once, read back exactly, and a digest that only the same values give."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.ledger.entries import new_item, read_entry, write_entry
from mingfa.bureau.ledger.rows import columns, plain, row_digest, row_name
from mingfa.bureau.lib.canonical import canonical_json
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.people.models import Person, Unit
from mingfa.tlog import check_commitment

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = st.from_regex(r"[a-z][a-z0-9_/]{0,20}", fullmatch=True)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)
facts = st.dictionaries(names.filter(lambda n: n not in ("v", "items")), values, max_size=6)


@given(facts, st.dictionaries(names, values, max_size=6))
@pytest.mark.clause("2.4.c")
def test_an_entry_is_read_back_as_it_was_written(said, kept):
    items = [new_item(name, value) for name, value in kept.items()]
    data = write_entry(said, items)
    read = read_entry(data)
    assert {k: v for k, v in read.facts.items() if k != "v"} == said
    assert read.items == {i.name: i.commitment for i in items}
    assert write_entry(said, list(reversed(items))) == data


@given(names, values)
def test_an_item_opens_only_as_what_it_was(name, value):
    item = new_item(name, value)
    assert item.value == canonical_json(value)
    assert check_commitment(item.commitment, item.salt, item.name, item.value)
    assert not check_commitment(item.commitment, item.salt, item.name, item.value + b" ")
    assert not check_commitment(item.commitment, item.salt, item.name + "x", item.value)
    assert not check_commitment(item.commitment, new_item(name, value).salt, item.name, item.value)


@given(names, values)
def test_the_same_value_is_never_committed_to_twice_alike(name, value):
    assert new_item(name, value).commitment != new_item(name, value).commitment


def test_an_entry_holds_no_value():
    data = write_entry({"act": "case.file", "by": 3}, [new_item("in/party", {"name": "示例便利店"})])
    assert "示例便利店" not in data.decode()


# --- rows

moments = st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda at: at.replace(tzinfo=UTC)
)


@given(moments, st.integers(min_value=-11, max_value=12))
def test_a_time_is_the_same_in_every_zone(at, hours):
    assert plain(at.astimezone(timezone(timedelta(hours=hours)))) == plain(at)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 9, 7), "2026-09-07"),
        (datetime(2026, 9, 7, 1, 2, tzinfo=UTC), "2026-09-07T01:02:00+00:00"),
        (Decimal("1.20"), "1.20"),
        (b"\x01\xff", "01ff"),
        (memoryview(b"\x01\xff"), "01ff"),
        (["甲"], ["甲"]),
        (None, None),
    ],
)
def test_a_column_is_written_as_json(value, written):
    assert plain(value) == written


people = st.builds(
    Person,
    leaf=st.integers(0, 2**40),
    sealed=st.integers(0, 2**40),
    name=words,
    unit_id=st.integers(0, 2**40),
    certificate=words,
    certificate_from=st.none() | st.dates(),
    certificate_to=st.none() | st.dates(),
    legal_qualification=words,
)


@given(people, people)
def test_two_rows_have_one_digest_only_if_they_are_alike(one, other):
    alike = all(getattr(one, c) == getattr(other, c) for c in columns(Person))
    assert (row_digest(one) == row_digest(other)) is alike


@given(people, st.data())
def test_every_column_counts(person, data):
    before = row_digest(person)
    column = data.draw(st.sampled_from(sorted(columns(Person))))
    old = getattr(person, column)
    setattr(person, column, "" if old is None else None)
    assert row_digest(person) != before
    setattr(person, column, old)
    assert row_digest(person) == before


def test_a_row_is_named_by_its_table_and_its_act():
    assert row_name(Unit(leaf=17)) == "people.unit/17"


def test_a_digest_covers_every_column():
    assert set(columns(Paper)) == {f.attname for f in Paper._meta.concrete_fields}
