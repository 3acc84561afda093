"""Forms: complete as data, and refusing what lacks a content the law asks for."""

from typing import Any

import pytest

from mingfa.bureau import papers
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.papers.forms import is_given

from .examples import DECISION, EXAMPLES

KINDS = sorted(EXAMPLES)


def without(facts: dict[str, Any], path: str) -> dict[str, Any]:
    """Return the facts without the value at a dotted path."""
    first, _, rest = path.partition(".")
    if rest:
        return {**facts, first: without(facts[first], rest)}
    return {name: value for name, value in facts.items() if name != first}


@pytest.mark.clause("2.1.a")
def test_every_form_has_an_example_and_the_example_is_complete():
    assert sorted(papers.forms()) == KINDS
    for kind in KINDS:
        assert papers.missing_contents(kind, EXAMPLES[kind]) == ()


def test_forms_are_told_apart():
    forms = papers.forms().values()
    for of in ("code", "title", "series"):
        assert len({getattr(f, of) for f in forms}) == len(forms)
    assert {f.code for f in forms} >= {"C04", "E01", "E03", "R01", "N01", "R03", "R04", "D01", "S01", "Z01"}


def test_every_citation_is_a_place_in_the_law():
    for form in papers.forms().values():
        for citation in {*form.basis, *(f.citation for f in form.fields if f.citation)}:
            assert str(cite(citation))


@pytest.mark.rule("DEC-04")
@pytest.mark.parametrize(
    ("absent", "label"),
    [
        ("party.name", "当事人的姓名或者名称"),
        ("party.address", "当事人的地址"),
        ("findings", "违反法律、法规、规章的事实"),
        ("evidence", "证据"),
        ("penalties", "行政处罚的种类"),
        ("penalty_basis", "行政处罚的依据"),
        ("performance", "行政处罚的履行方式和期限"),
        ("reconsideration_to", "行政复议机关"),
        ("court", "行政诉讼的管辖法院"),
        ("agency.name", "作出决定的行政机关名称"),
        ("date", "作出决定的日期"),
    ],
)
def test_a_decision_without_a_content_of_article_59_is_incomplete(absent, label):
    missing = papers.missing_contents("penalty_decision", without(DECISION, absent))
    assert missing == (papers.Missing(absent, label, "行政处罚法 59"),)


@pytest.mark.parametrize("kind", KINDS)
def test_every_required_field_is_missed_when_absent(kind):
    for field in papers.form(kind).fields:
        if field.is_due(EXAMPLES[kind]):
            missing = papers.missing_contents(kind, without(EXAMPLES[kind], field.name))
            assert [m.field for m in missing] == [field.name]


@pytest.mark.rule("DEC-08")
def test_education_is_due_only_where_a_violation_was_found():
    facts = without(EXAMPLES["no_penalty_decision"], "education")
    assert [m.field for m in papers.missing_contents("no_penalty_decision", facts)] == ["education"]
    assert papers.missing_contents("no_penalty_decision", without(facts, "violated")) == ()


@pytest.mark.parametrize("empty", ["", " 　\n", None, [], {}, False, [""], {"name": " "}])
def test_a_blank_value_says_nothing(empty):
    assert not is_given(empty)


@pytest.mark.parametrize("value", ["无", 0, ["无"], {"amount": 0}, True])
def test_a_zero_and_a_word_say_something(value):
    assert is_given(value)


def test_an_unknown_form_is_named():
    with pytest.raises(papers.UnknownForm, match="没有名为“no_such_paper”的文书格式"):
        papers.form("no_such_paper")
