"""What may stand in a public notice, and what may not."""

import json

import pytest
from pydantic import ValidationError

from mingfa.feed.notice import Masked, Notice, PublicText
from mingfa.feed.operations import Anchor, Counts, Publish, Reason, UnknownOperation, from_entry
from mingfa.feed.personal import LeaksPersonalData, looks_like_id_number, may_stand_as_uscc
from mingfa.feed.tests.making import AT, agency_page, item_page, notice, text_of, to_entry
from mingfa.feed.value import from_value, to_value

# An invented number with a right check digit: region 650104, born 1990-01-01.
ID = "650104199001010019"


@pytest.mark.parametrize(
    ("kind", "content"),
    [("penalty", notice()), ("text", text_of(notice())), ("item", item_page()), ("agency", agency_page())],
)
def test_a_content_is_read_back_as_it_was_written(kind, content):
    value = to_value(content)
    assert from_value(kind, value) == content
    assert to_value(from_value(kind, value)) == value


@pytest.mark.parametrize(
    "spelling",
    [
        ID,
        f"证件号{ID}。",
        "650104 19900101 0019",
        "６５０１０４１９９００１０１００１９",
        "65010419900101001X",
        f"x{ID[:17]}x",
    ],
)
@pytest.mark.clause("1.1.d")
def test_a_resident_id_number_is_refused_in_every_text(spelling):
    assert looks_like_id_number(spelling)
    with pytest.raises(LeaksPersonalData) as refused:
        notice(facts=f"当事人{spelling}")
    assert refused.value.where == "facts"
    with pytest.raises(LeaksPersonalData):
        notice(basis=("《示例条例》", spelling))
    with pytest.raises(LeaksPersonalData):
        PublicText("决定书", "示1号", (("当事人", Masked("住址"), spelling),), "示例局", notice().decided_on)
    value = json.loads(to_value(notice()))
    value["cause"] = spelling
    with pytest.raises(LeaksPersonalData):
        from_value("penalty", json.dumps(value))


@pytest.mark.parametrize(
    "harmless", ["20260312", "91650104MA00000000", "shili-2026-000018", "0" * 18, "1" * 40]
)
def test_other_numbers_pass(harmless):
    assert not looks_like_id_number(harmless)


def test_a_credit_code_is_no_place_for_an_id_number():
    assert may_stand_as_uscc("91650104MA00000000")
    assert not may_stand_as_uscc(ID)
    assert not may_stand_as_uscc("91650104ma00000000")
    with pytest.raises(LeaksPersonalData):
        notice(uscc=ID)
    with pytest.raises(LeaksPersonalData):
        notice(party="王某", party_kind="person")


def test_a_natural_person_stands_there_masked():
    with pytest.raises(LeaksPersonalData):
        notice(party="王示例", party_kind="person", uscc=None)
    assert notice(party="王某", party_kind="person", uscc=None).party == "王某"


@pytest.mark.clause("1.1.d")
def test_an_unknown_field_is_refused_and_none_is_made_for_persons():
    value = json.loads(to_value(notice()))
    with pytest.raises(ValidationError):
        from_value("penalty", json.dumps({**value, "id_number": "1"}))
    with pytest.raises(ValidationError):
        from_value("penalty", json.dumps({**value, "amount": "300"}))
    fields = set(Notice.__dataclass_fields__)
    assert not {name for name in fields if any(part in name for part in ("id_", "phone", "address", "birth"))}


@pytest.mark.parametrize("number", ["a/b", "a b", "../x", "a?b", "a#b", ""])
def test_a_number_can_stand_in_an_address(number):
    with pytest.raises(ValidationError):
        notice(number=number)


@pytest.mark.parametrize(
    "svg",
    [
        "<svg><script>1</script></svg>",
        '<svg onload="x()"/>',
        '<svg><image href="http://x"/></svg>',
        "<!DOCTYPE svg><svg/>",
        "plain",
    ],
)
def test_a_flow_chart_holds_shapes_and_words_only(svg):
    with pytest.raises(ValidationError):
        item_page(flow_svg=svg)


def test_entries_are_strict_and_exact():
    operation = Publish("publish", "a" * 32, "penalty", {"notice": "b" * 64}, 10492, "2026-12-01", AT)
    entry = to_entry(operation)
    assert from_entry(entry) == operation
    assert entry == (
        b'{"at":"2026-03-16T10:00:00+08:00","due":"2026-12-01","items":{"notice":"' + b"b" * 64 + b'"},'
        b'"kind":"penalty","op":"publish","record":10492,"ref":"' + b"a" * 32 + b'","v":1}'
    )
    for wrong in (
        b"[]",
        b"{}",
        b'{"op":"erase"}',
        entry.replace(b'"v":1', b'"v":2'),
        entry[:-1] + b',"name":"x"}',
    ):
        with pytest.raises(UnknownOperation):
            from_entry(wrong)


def test_a_replacement_gives_its_reason():
    arguments = ("a" * 32, "penalty", {"notice": "b" * 64}, 1, None, AT)
    with pytest.raises(ValidationError):
        Publish("replace", *arguments)
    with pytest.raises(ValidationError):
        Publish("publish", *arguments, Reason("error", "笔误"))
    assert from_entry(to_entry(Publish("replace", *arguments, Reason("error", "笔误")))).op == "replace"


def test_an_anchor_counts_known_kinds_only():
    counts = Counts(4, 3, 1, 1)
    assert from_entry(to_entry(Anchor("head", {"penalty": counts}, AT))).counts == {"penalty": counts}
    with pytest.raises(ValidationError):
        Anchor("head", {"unknown": counts}, AT)
