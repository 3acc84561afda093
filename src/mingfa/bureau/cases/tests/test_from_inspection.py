"""A case that comes from an inspection: its clock runs from the hand-over, its records are there."""

import pytest

from mingfa.bureau.records import reads as records
from mingfa.example.asking import refused
from mingfa.example.cases import Play
from mingfa.example.inspections import Round


@pytest.fixture
def handed_over(stage, cast):
    """An inspection in which a record was made and evidence kept, handed over to filing."""
    tour = Round(stage, cast).to_recorded()
    tour.act(
        "record.keep",
        kind="documentary",
        name="油烟净化设施停用照片",
        proves="设施停用",
        obtained_at=tour.ago(5),
        origin="检查人员现场拍摄",
    )
    tour.tell(result="violation", findings="油烟净化设施停用。")
    tour.later(hours=1)
    return tour


@pytest.fixture
def play(stage, cast, handed_over):
    return Play(stage, cast, item="餐饮油烟超标排放")


@pytest.mark.rule("FILE-01", "EVID-03")
def test_records_and_evidence_of_the_inspection_are_those_of_the_case(play, handed_over):
    play.register(source="inspection", inspection=handed_over.matter)
    assert records.origins(play.case) == (handed_over.matter,)
    assert records.carried_to(handed_over.matter) == (play.case,)
    found = records.recorded(play.case)
    assert [r.kind for r in found.records] == ["inspection"]
    assert [e.name for e in found.usable] == ["油烟净化设施停用照片"]


@pytest.mark.rule("FILE-02")
def test_they_are_initial_evidence_and_prove_in_the_conclusion(play, handed_over):
    play.register(source="inspection", inspection=handed_over.matter)
    play.verify()
    play.propose()
    play.file()
    play.later(days=1)
    play.question()
    play.order()
    play.conclude()
    assert records.recorded(play.case).usable[0].excluded is None


@pytest.mark.rule("EVID-02")
def test_evidence_of_the_inspection_can_be_excluded_in_the_case(play, handed_over):
    play.register(source="inspection", inspection=handed_over.matter)
    play.verify()
    play.propose()
    play.file()
    piece = records.recorded(play.case).usable[0]
    play.act("record.exclude", evidence=piece.id, reason="示例：取得方式不合法。")
    assert records.recorded(play.case).usable == ()


@pytest.mark.rule("FILE-03")
@pytest.mark.parametrize(
    "over", [{"source": "inspection"}, {"source": "inspection", "inspection": 999_999}, {"source": "patrol"}]
)
def test_source_and_inspection_belong_together(play, handed_over, over):
    if over["source"] == "patrol":
        over = over | {"inspection": handed_over.matter}
    assert refused(play.register, **over) == {"the_inspection_it_comes_from_was_handed_over": "FILE-03"}


@pytest.mark.rule("FILE-03")
def test_an_inspection_that_goes_on_is_no_source(stage, cast):
    tour = Round(stage, cast).to_recorded()
    play = Play(stage, cast, item="餐饮油烟超标排放")
    named = {"source": "inspection", "inspection": tour.matter}
    assert refused(play.register, **named) == {"the_inspection_it_comes_from_was_handed_over": "FILE-03"}


@pytest.mark.rule("FILE-03")
def test_an_inspection_of_the_unit_next_door_is_not_there(stage, cast, handed_over):
    play = Play(stage, cast, squad=1)
    named = {"source": "inspection", "inspection": handed_over.matter}
    assert refused(play.register, **named) == {"the_inspection_it_comes_from_was_handed_over": "FILE-03"}


@pytest.mark.rule("FILE-01")
def test_the_clock_cannot_be_put_off(play, handed_over):
    play.later(days=3)
    named = {"source": "inspection", "inspection": handed_over.matter}
    assert refused(play.register, **named) == {"the_clue_counts_from_the_hand_over": "FILE-01"}
    play.register(**named, reasons={"the_clue_counts_from_the_hand_over": "示例：移交后另行发现。"})
