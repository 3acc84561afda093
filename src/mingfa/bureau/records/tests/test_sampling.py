"""Sampling: two officers, a list, sealed before the party; in a case and in an inspection."""

import pytest

from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.bureau.records import reads
from mingfa.example.asking import misread, refused
from mingfa.example.cases import NO_PICTURE, Play
from mingfa.example.inspections import Round


def sampling(play, **over):
    words = {
        "sampled_at": play.ago(20),
        "place": "示例路201号后厨",
        "officers": play.team,
        "certificate_shown": True,
        "rights_told": True,
        "holder": "高新区示例01号餐厅",
        "samples": [{"name": "餐厨废水", "spec": "500毫升", "quantity": 2, "per": "瓶"}],
        "purpose": "动植物油含量",
        "sealing": "当场封样，李示例在封签上签名；备份样品一瓶由餐厅保存。",
        "sealed": True,
        "signed": "signed",
        "reasons": NO_PICTURE,
    }
    return play.act("record.sample", **{**words, **over})


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast).to_filed()


@pytest.mark.rule("EVID-05", "EVID-01")
def test_samples_are_listed_and_become_evidence(play):
    done = sampling(play)
    found = reads.recorded(play.case)
    assert [(r.kind, r.number) for r in found.records] == [("sampling", done.number)]
    assert [(e.kind, e.name) for e in found.usable if e.id == done.index] == [
        ("physical", "抽样样品：餐厨废水2瓶")
    ]
    assert value(leaf(done.index).entry, "paper")["things"][0]["quantity"] == 2


@pytest.mark.rule("EVID-05")
def test_in_an_inspection_too(stage, cast):
    tour = Round(stage, cast).to_entered()
    sampling(tour, sampled_at=tour.ago(0))
    assert [r.kind for r in reads.recorded(tour.matter).records] == ["sampling"]
    assert refused(tour.tell) == {"the_inspection_has_its_record": "EVID-03"}


@pytest.mark.rule("EVID-05", "QUAL-01", "QUAL-05", "NOTI-01", "EVID-03", "AV-01", "AV-03")
@branching(
    ("over", "rules"),
    [
        ({"sealed": False}, {"EVID-05"}),
        ({"certificate_shown": False}, {"QUAL-05"}),
        ({"rights_told": False}, {"NOTI-01"}),
        ({"signed": "refused"}, {"EVID-03"}),
        ({"reasons": {}}, {"AV-03"}),
    ],
)
def test_what_is_missing(play, over, rules):
    assert set(refused(sampling, play, **over).values()) == rules


@pytest.mark.rule("QUAL-01", "AV-01")
def test_two_officers_before_now(play):
    assert set(refused(sampling, play, officers=play.team[:1]).values()) == {"QUAL-01"}
    assert set(refused(sampling, play, sampled_at=play.ago(-60)).values()) == {"AV-01"}


@pytest.mark.rule("EVID-05")
def test_there_is_no_sampling_without_a_list(play):
    assert set(misread(sampling, play, samples=[])) == {"samples"}
