"""The yearly cap, the approval and the papers, by real acts of several units."""

import pytest

from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.inspections import reads
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.bureau.service import reads as service
from mingfa.example.asking import misread, refused
from mingfa.example.inspections import SIGN_ITEM, Round, restaurant


@pytest.mark.rule("INSP-03")
def test_the_cap_is_counted_over_all_units(stage, cast, round_):
    round_.to_recorded()
    round_.tell()
    next_door = Round(stage, cast, squad=1)
    next_door.inspected, next_door.item = round_.inspected, round_.item
    next_door.to_plan()
    next_door.to_approved()
    assert refused(round_.apply) == {
        "the_yearly_cap_is_kept": "INSP-03",
        "inspections_of_one_object_are_merged": "INSP-06",
    }
    named = reads.inspections_of(round_.inspected)
    assert [o.unit_name for o in named] == ["市容中队", "环卫中队"]


@pytest.mark.rule("INSP-03")
def test_what_is_given_up_frees_its_place(round_):
    round_.to_recorded()
    round_.tell()
    round_.to_approved()
    assert "the_yearly_cap_is_kept" in refused(round_.apply)
    given_up = reads.inspections_of(round_.inspected)[-1].id
    round_.matter = given_up
    round_.act("inspection.cancel", reason="示例：检查对象停业。")
    round_.apply()


@pytest.mark.rule("INSP-03")
def test_two_applications_at_the_cap_are_not_both_approved(round_):
    round_.to_recorded()
    round_.tell()
    merging = {"inspections_of_one_object_are_merged": "示例：专业不同，不能合并。"}
    first = round_.apply().index
    second = round_.apply(reasons=merging).index
    round_.matter = first
    round_.approve()
    round_.matter = second
    assert refused(round_.approve) == {"the_yearly_cap_is_kept": "INSP-03"}


@pytest.mark.rule("INSP-03")
def test_a_complaint_goes_beyond_the_cap_with_a_reason(round_):
    for _ in range(2):
        round_.to_recorded()
        round_.tell()
    complaint = {"source": "complaint", "plan": None, "clue": "示例：居民反映油烟扰民。"}
    assert refused(round_.apply, **complaint) == {"beyond_the_cap_there_is_a_reason": "INSP-03"}
    reasons = {"beyond_the_cap_there_is_a_reason": "示例：投诉集中，需要现场核实。"}
    round_.apply(**complaint, reasons=reasons)
    done = round_.approve(reasons=reasons)
    words = value(leaf(done.index).entry, "paper")
    assert "此前已批准对该对象检查2次" in words["frequency"] and "本次不计入" in words["frequency"]


@pytest.mark.rule("INSP-03")
@branching("over", [{"kind": "person"}, {"code": ""}], ids=["natural person", "without a code"])
def test_the_register_holds_enterprises_with_their_codes(round_, over):
    assert misread(round_.register, **over)


@pytest.mark.rule("INSP-03")
def test_an_enterprise_is_registered_once(round_):
    round_.register()
    assert refused(round_.register, name="高新区示例新名餐厅") == {
        "the_object_is_not_registered_yet": "INSP-03"
    }


@pytest.mark.rule("INSP-06")
def test_several_items_are_one_inspection(round_):
    round_.list_item()
    sign = round_.list_item(SIGN_ITEM)
    round_.to_plan(items=[round_.item, sign])
    round_.ready()
    round_.apply(items=[round_.item, sign])
    view = reads.inspection(round_.matter)
    assert [i.id for i in view.items] == [round_.item, sign]
    assert view.title.endswith("等2项")
    assert view.cap == 2


@pytest.mark.clause("1.3.c")
@pytest.mark.rule("INSP-02", "INSP-04")
def test_the_notice_says_bans_rights_and_how_often(round_):
    round_.to_approved(helpers=[{"name": "郑示例", "kind": "laboratory", "does": "油烟快速检测"}])
    done = round_.notify()
    words = value(leaf(done.index).entry, "paper")
    for part, said in (
        ("bans", "严禁逐利检查"),
        ("bans", "第三方机构等不得实施检查"),
        ("rights", "有权申请回避"),
        ("rights", "有权拒绝检查"),
        ("remedy", "投诉、举报"),
        ("frequency", "公布的上限为2次"),
        ("helpers", "郑示例（检验、检测等技术机构人员，油烟快速检测）"),
        ("court", "人民法院"),
    ):
        assert said in words[part], part
    assert [o["certificate"] for o in words["officers"]] == ["示E0001", "示E0004"]


@pytest.mark.rule("INSP-04")
def test_the_notice_can_be_served_before(round_):
    round_.to_approved()
    notice = round_.notify()
    round_.act(
        "service.serve",
        paper=notice.index,
        method="personal",
        place="示例路201号",
        servers=round_.team,
        received_by="李示例",
        relation="self",
        signed=True,
        reasons={
            "the_service_was_recorded_in_picture": "示例。",
            "leave_and_notice_service_is_recorded": "示例。",
        },
    )
    assert service.served(notice.index) is not None


@pytest.mark.rule("INSP-04")
def test_nobody_enters_before_approval_and_notice(round_):
    round_.ready()
    round_.apply()
    assert "the_step_is_open" in refused(round_.enter)
    round_.approve()
    assert "the_step_is_open" in refused(round_.enter)
    round_.notify()
    round_.enter()


@pytest.mark.rule("INSP-05")
def test_a_visit_that_is_entered_late_says_why(round_):
    round_.to_approved()
    round_.notify()
    round_.later(hours=1)
    entered = round_.ago(0)
    round_.later(days=1)
    assert "the_visit_is_entered_the_same_day" in refused(round_.enter, entered_at=entered, reasons={})


@pytest.mark.rule("QUAL-06", "INSP-02")
def test_only_those_approved_come(round_, cast):
    round_.to_approved()
    round_.notify()
    others = cast.officers[0][2:4]
    assert refused(round_.enter, officers=others) == {"the_officers_are_those_approved": "INSP-04"}
    assert refused(round_.enter, helpers=["冯示例"]) == {"only_approved_helpers_come_along": "INSP-02"}


def test_the_invented_restaurants_differ():
    assert len({restaurant(n)["code"] for n in range(50)}) == 50
