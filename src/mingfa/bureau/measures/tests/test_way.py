"""A measure goes its own way, by its own table, whatever its case does."""

from datetime import timedelta

import pytest

from mingfa.bureau.doorway.tests.branching import branching
from mingfa.example.asking import refused

HERE = "the_step_is_open_for_this_part"


@pytest.mark.rule("AV-02", "COMP-04")
def test_from_the_taking_to_the_return(play):
    play.seize()
    assert play.taken.state == "taken"
    assert refused(play.extend) == {HERE: "AV-01"}
    play.record()
    assert play.taken.state == "held"
    play.extend()
    assert (play.taken.state, play.taken.state_zh) == ("extended", "查封、扣押中（已延长）")
    first = play.release(things=[1])
    assert play.taken.state == "extended"
    play.hand_back(first.index)
    assert play.taken.state == "extended"
    second = play.release(things=[2])
    assert play.taken.state == "released"
    play.hand_back(second.index)
    assert play.taken.state == "returned"


@pytest.mark.rule("COMP-11", "AV-02")
def test_what_goes_back_before_its_record_is_not_complete(play):
    play.seize(emergency="正在转移。")
    play.make_up(approved=False)
    assert play.taken.state == "refused"
    release = play.release()
    assert play.taken.state == "released_unrecorded"
    play.hand_back(release.index)
    assert play.taken.state == "returned_unrecorded"
    play.record()
    assert play.taken.state == "returned"


@pytest.mark.rule("COMP-13")
@branching(
    ("back", "rules"),
    [
        ({"proceeds": 12000, "made_good": 3000}, set()),
        ({"proceeds": 11999, "made_good": 3000}, {"the_proceeds_go_back"}),
        ({"made_good": 3000}, {"the_proceeds_go_back"}),
        ({"proceeds": 12000}, {"a_sale_below_its_worth_is_made_good"}),
        ({"proceeds": 12000, "made_good": 2999}, {"a_sale_below_its_worth_is_made_good"}),
    ],
)
def test_what_was_sold_goes_back_as_money(play, back, rules):
    """Sold for 120 yuan, worth 150."""
    play.hold()
    play.keep_log(kind="sold", things=[1], proceeds=12000, worth=15000)
    assert "the_proceeds_of_a_sale_are_on_record" in refused(
        play.keep_log, kind="sold", things=[1], proceeds=1
    )
    release = play.release()
    if rules:
        assert set(refused(play.hand_back, release.index, **back)) == rules
    else:
        assert play.hand_back(release.index, **back).index


@pytest.mark.rule("QUAL-01", "AV-03")
def test_two_officers_see_a_destruction_and_it_is_recorded(play):
    play.hold()
    destroyed = {"how": "destroyed", "basis": "生态环境法典 562", "things": [1]}
    assert set(refused(play.dispose, **destroyed, officers=play.team[:1])) == {
        "two_officers_saw_the_destruction"
    }
    assert set(refused(play.dispose, **destroyed, media=[])) == {"the_end_was_recorded_in_picture"}
    play.dispose(**destroyed)
    release = play.release()
    assert play.taken.state == "released"
    play.hand_back(release.index)
    assert play.taken.state == "returned"


@pytest.mark.rule("DEC-01", "COMP-01")
def test_what_is_wholly_disposed_of_has_come_to_its_end(play):
    play.hold()
    release = play.release(things=[2])
    play.dispose(how="destroyed", basis="生态环境法典 562", things=[1])
    assert play.taken.state == "released"
    play.hand_back(release.index)
    assert play.taken.state == "returned"
    play.hold()
    play.dispose(how="destroyed", basis="生态环境法典 562")
    assert play.taken.state == "disposed"


@pytest.mark.rule("AV-02")
def test_an_exception_covers_its_stretch_and_no_other(play):
    play.seize()
    play.after(seconds=600)
    start = play.taken.started_at
    assert "the_exception_is_a_stretch_of_the_scene" in refused(
        play.excuse, from_at=play.stage.now.isoformat(), to_at=start.isoformat()
    )
    middle = start + (play.stage.now - start) / 2
    play.excuse(from_at=start.isoformat(), to_at=middle.isoformat())
    assert refused(play.record, recordings=[]) == {"the_whole_scene_was_recorded": "AV-02"}
    play.record(recordings=[play.take(middle, play.taken.taken_at + timedelta(minutes=5))])
    assert play.taken.state == "held"
