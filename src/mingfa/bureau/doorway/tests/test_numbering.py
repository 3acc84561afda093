"""Numbers of papers have no holes, and a paper that lacks what the law asks is not made (plan 2.3.a)."""

import pytest

from mingfa.bureau.doorway import numbering
from mingfa.bureau.doorway.acts import REGISTER as ACTS
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.enter import look_at
from mingfa.bureau.doorway.numbering import number_paper
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.ledger import reader
from mingfa.bureau.papers.models import Paper
from mingfa.bureau.papers.tests.examples import EXAMPLES
from mingfa.example.asking import refused
from mingfa.example.cases import NO_PICTURE, Play


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast).to_filed()


def numbers(kind: str) -> list[str]:
    return list(Paper.objects.filter(kind=kind).order_by("pk").values_list("number", flat=True))


@pytest.mark.clause("2.3.a")
def test_a_series_has_no_hole_over_refusals(play, monkeypatch):
    """Refused before performing, refused while performing, and undone: none takes a number."""
    monkeypatch.setattr(numbering, "undrawable", lambda text: tuple(set(text) & {"囧"}))
    play.inspect()
    assert refused(play.inspect, certificate_shown=False)
    assert refused(play.inspect, findings="占用面积囧。") == {"every_character_can_be_printed": "DEC-04"}
    play.inspect()
    play.question()
    play.inspect()
    short = "高新（新）城管"
    assert numbers("inspection_record") == [f"{short}检录字〔2026〕第{n}号" for n in (1, 2, 3)]
    assert numbers("questioning_record") == [f"{short}询录字〔2026〕第1号"]


@pytest.mark.clause("2.3.a")
def test_a_series_begins_anew_each_year(play):
    play.inspect()
    play.stage.now = play.stage.now.replace(year=2027, month=1, day=4)
    play.inspect()
    ends = [number.partition("检录字")[2] for number in numbers("inspection_record")]
    assert ends == ["〔2026〕第1号", "〔2027〕第1号"]


@pytest.mark.clause("2.1.a")
def test_what_a_paper_says_is_an_item_of_its_act(play):
    done = play.inspect(findings="占用人行道6平方米。")
    facts = facts_of_paper(done.index)
    assert facts["document_no"] == done.number
    assert facts["findings"] == "占用人行道6平方米。"
    assert facts["agency"]["name"] == "高新区（新市区）城市管理局"
    assert facts == reader.value(reader.leaf(done.index).entry, "paper")


@pytest.mark.rule("DEC-04")
def test_a_paper_that_lacks_what_the_law_asks_is_not_made(play):
    look = look_at(ACTS["case.file"], play.cast.head, play.case, play.stage.now, play.stage.now, None)
    whole = EXAMPLES["penalty_decision"]
    bare = {k: v for k, v in whole.items() if k not in ("agency", "findings", "court", "document_no")}
    with pytest.raises(Refused) as answer:
        number_paper("penalty_decision", bare, "", look, None)
    assert [(r.rule, r.because) for r in answer.value.refusals] == [
        ("DEC-04", "行政处罚决定书缺少：违反法律、法规、规章的事实。"),
        ("DEC-04", "行政处罚决定书缺少：行政诉讼的管辖法院。"),
    ]
    assert answer.value.refusals[0].citation == "《中华人民共和国行政处罚法》第五十九条"
    paper, complete = number_paper("penalty_decision", whole, "", look, None)
    assert (paper.n, paper.title) == (1, "行政处罚决定书")
    assert complete["findings"] == whole["findings"]


def test_the_party_who_was_absent_is_explained(play):
    assert refused(play.inspect, signed="absent", reasons=NO_PICTURE) == {
        "the_record_is_signed_or_says_why_not": "EVID-03"
    }
    done = play.inspect(signed="absent", refusal="当事人不在场，由社区工作人员见证。")
    assert facts_of_paper(done.index)["confirmation"] == "当事人不在场，由社区工作人员见证。"


@pytest.mark.rule("DEC-04")
@pytest.mark.parametrize(
    ("kind", "content", "cites"),
    [
        ("permit_refusal", "reasons", "行政许可法》第三十八条"),
        ("permit_refusal", "notice", "行政许可法》第三十八条"),
        ("enforcement_order", "reason", "行政强制法》第三十七条"),
        ("penalty_decision", "findings", "行政处罚法》第五十九条"),
    ],
)
def test_a_paper_that_cannot_be_printed_cites_its_own_law(play, kind, content, cites):
    look = look_at(ACTS["case.file"], play.cast.head, play.case, play.stage.now, play.stage.now, None)
    facts = {k: v for k, v in EXAMPLES[kind].items() if k not in ("agency", "document_no")}
    with pytest.raises(Refused) as answer:
        number_paper(kind, {**facts, content: "事实\U0001f600清楚。"}, "", look, None)
    (found,) = answer.value.refusals
    assert (found.rule, found.code) == ("DEC-04", "every_character_can_be_printed")
    assert f"《中华人民共和国{cites}" in found.citation
