"""How what is held goes (强制法 21, 27, 28), and that no case is decided or performed over it."""

from datetime import timedelta

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.example.asking import refused
from mingfa.example.measures import Taking

HANDED_OVER = {"police": "示例市公安局", "facts": "涉嫌犯罪。", "goods": ["烧烤炉"]}


@pytest.mark.rule("COMP-11")
@pytest.mark.clause("2.2.a")
def test_what_is_released_goes_back_by_its_list(play):
    play.seize()
    done = play.release(things=[2], ground="unrelated", reason="折叠桌与违法行为无关。")
    paper = value(leaf(done.index).entry, "paper")
    assert paper["basis"].endswith("第二十八条第一款第二项")
    assert [t["name"] for t in paper["things"]] == ["折叠桌"]
    assert play.taken.left == (1,)
    (waiting,) = play.held.to_return
    assert waiting.things == (2,)
    play.after(hours=1)
    back = play.hand_back(waiting.id)
    assert play.held.to_return == ()
    assert value(leaf(back.index).entry, "paper")["receiver"] == "王示例"
    assert refused(play.hand_back, waiting.id) == {"the_release_waits_for_its_return": "COMP-11"}


@pytest.mark.rule("COMP-11")
@branching(
    "given",
    [
        pytest.param({"signed": False}, id="领取人没有签名"),
        pytest.param({"returned_at": "2026-09-09T10:00:00+08:00"}, id="退还时间晚于办理时间"),
        pytest.param({"officers": [1]}, id="不足两名执法人员"),
    ],
)
def test_the_receiver_signs_before_two_officers(play, given):
    play.seize()
    release = play.release().index
    assert refused(play.hand_back, release, **given) == {"the_receiver_signed_for_the_things": "COMP-11"}


@pytest.mark.rule("COMP-11")
def test_a_thing_goes_once(play):
    play.seize()
    play.release(things=[1])
    for again in ([1], [1, 2], [3]):
        assert refused(play.release, things=again) == {"the_things_named_are_still_held": "COMP-11"}
    play.release()
    assert [r.things for r in play.held.releases] == [(1,), (2,)]
    assert "the_measure_is_of_this_case" in refused(play.release)


@pytest.mark.rule("COMP-11", "COMP-08")
def test_after_its_term_it_can_still_be_released(play):
    play.seize()
    play.after(days=90)
    assert play.release(ground="expired", reason="期限届满。").index


@pytest.mark.rule("DEC-01", "COMP-12", "COMP-01")
@branching(
    ("given", "rule"),
    [
        pytest.param({"how": "confiscated"}, "DEC-01", id="没有没收决定"),
        pytest.param({"how": "transferred"}, "COMP-12", id="案件没有移送"),
        pytest.param({"how": "destroyed", "basis": "行政强制法 27"}, "COMP-01", id="销毁只引程序法"),
        pytest.param({"how": "destroyed", "basis": "浙江省综合行政执法条例 22"}, "COMP-01", id="地方性法规"),
        pytest.param({"how": "destroyed", "basis": "住建部令第55号 20"}, "COMP-01", id="部门规章"),
    ],
)
def test_things_do_not_go_elsewhere_without_law(play, given, rule):
    play.hold()
    assert set(refused(play.dispose, **given).values()) == {rule}


@pytest.mark.rule("COMP-01")
def test_a_law_may_order_destruction(play):
    play.hold()
    play.dispose(how="destroyed", basis="生态环境法典 562", things=[1])
    assert play.taken.ended == {1: "destroyed"}


def reviewed(play, **conclusion):
    """Carry the case from the filing to a passed review."""
    play.later(hours=1)
    play.inspect()
    play.question()
    play.order()
    play.conclude(**conclusion)
    if conclusion.get("outcome", "penalty") == "penalty":
        play.tell()
    play.submit()
    play.later(days=1)
    play.review()
    play.later(hours=1)


@pytest.mark.rule("COMP-11", "EVID-04", "AV-02")
@pytest.mark.clause("2.2.a")
def test_a_case_is_decided_and_performed_only_over_what_found_its_end(play):
    """From the seizure to the closing: decision, fine, release, return."""
    play.seize()
    play.preserve()
    reviewed(play)
    assert refused(play.decide) == {
        "nothing_is_left_preserved": "EVID-04",
        "every_scene_is_on_record": "AV-02",
    }
    play.end_preservation(how="lifted")
    taken = play.taken
    end = taken.taken_at + timedelta(minutes=5)
    late = {"the_recordings_are_uploaded_in_time": "移动硬盘损坏，恢复后上传。"}
    play.record(recordings=[play.take(taken.started_at, end)], ended_at=end.isoformat(), reasons=late)
    decision = play.decide()
    paper = value(leaf(decision.index).entry, "paper")
    assert paper["property"] == (
        f"本机关于2026年9月7日扣押的移动烧烤炉1台、折叠桌4张（{taken.number}），不再需要的，依法解除并退还当事人。"
    )
    play.serve(decision.index)
    play.pay(cases.case(play.case).proposal.amount)
    play.correct()
    assert refused(play.finish) == {"nothing_is_still_held": "COMP-11"}
    release = play.release(ground="decided", reason="处罚决定已经作出。")
    assert refused(play.finish) == {"everything_released_is_back": "COMP-11"}
    play.later(hours=1)
    play.hand_back(release.index)
    play.finish()
    play.close()
    assert cases.case(play.case).state == "closed"


@pytest.mark.rule("COMP-11")
@branching(
    ("given", "passes"),
    [
        pytest.param({"days": 30}, True, id="期限内作出决定"),
        pytest.param({"days": 5}, False, id="期限届满没有解除"),
        pytest.param({"emergency": "正在转移。"}, False, id="没有补办批准"),
    ],
)
def test_nothing_is_held_longer_than_lawful(play, given, passes):
    play.seize(**given)
    play.record()
    reviewed(play)
    if passes:
        assert play.decide().index
    else:
        assert refused(play.decide) == {"nothing_is_held_longer_than_lawful": "COMP-11"}
        play.release()
        assert play.decide().index


@pytest.mark.rule("COMP-11")
def test_without_a_penalty_nothing_is_held(play):
    play.seize()
    play.record()
    outcome = {
        "outcome": "no_penalty_unproven",
        "kinds": [],
        "amount": 0,
        "step": "",
        "factors": "证据不足。",
    }
    reviewed(play, **outcome)
    assert refused(play.decide) == {"nothing_is_held_longer_than_lawful": "COMP-11"}
    play.release(ground="no_violation", reason="违法事实不能成立。")
    assert play.decide().index


@pytest.mark.rule("COMP-12")
def test_things_go_along_with_a_transferred_case(play):
    play.seize()
    play.record()
    crime = {"outcome": "transfer", "kinds": [], "amount": 0, "step": "", "crime": "涉嫌犯罪，应当移送。"}
    reviewed(play, **crime)
    play.decide()

    def hand_over():
        return play.act("crime.hand_over", handed_at=play.stage.now.isoformat(), **HANDED_OVER)

    assert refused(hand_over) == {"everything_held_goes_along": "COMP-12"}
    document = "移送财物告知书（示例001号），已书面告知当事人"
    play.dispose(how="transferred", basis="行政强制法 21", document=document)
    assert play.taken.ended == {1: "transferred", 2: "transferred"}
    hand_over()
    assert cases.case(play.case).state == "transferred"


@pytest.mark.rule("DEC-01", "COMP-11")
@pytest.mark.clause("2.2.a")
def test_what_was_seized_is_confiscated_by_the_served_decision(stage, cast):
    """Open-air grilling: the stove is seized, and confiscated once the decision has reached the party."""
    play = Taking.filed(stage, cast, item="露天烧烤")
    play.seize()
    play.record()
    reviewed(
        play,
        kinds=["fine", "confiscate_property"],
        things=[{"name": "移动烧烤炉", "quantity": "1台"}],
    )
    decision = play.decide()
    assert "应当没收的予以没收" in value(leaf(decision.index).entry, "paper")["property"]
    assert refused(play.dispose, things=[1]) == {"confiscation_follows_a_decision": "DEC-01"}
    play.serve(decision.index)
    play.dispose(things=[1])
    assert play.taken.ended == {1: "confiscated"}
    play.release(things=[2], ground="decided", reason="不需要没收。")
    assert play.taken.left == ()


@pytest.mark.rule("COMP-03", "COMP-11", "AV-02")
def test_what_was_refused_afterwards_goes_back_and_still_has_its_record(play):
    play.seize(emergency="正在转移。")
    play.make_up(approved=False)
    play.release(reason="负责人不批准。")
    reviewed(play)
    assert refused(play.decide) == {"every_scene_is_on_record": "AV-02"}
    taken = play.taken
    end = taken.taken_at + timedelta(minutes=5)
    late = {"the_recordings_are_uploaded_in_time": "移动硬盘损坏，恢复后上传。"}
    play.record(recordings=[play.take(taken.started_at, end)], ended_at=end.isoformat(), reasons=late)
    assert play.decide().index
