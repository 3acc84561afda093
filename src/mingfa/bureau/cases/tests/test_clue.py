"""Registering and verifying a clue: within our area, for a listed item, in time."""

from datetime import datetime, timedelta

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.papers.models import Paper
from mingfa.example.asking import misread, refused
from mingfa.example.bureau import CHINA
from mingfa.example.cases import Play


@pytest.fixture
def play(stage, cast):
    return Play(stage, cast)


# --- case.register


@pytest.mark.clause("2.3.a")
def test_a_clue_begins_a_case_of_the_officers_unit(play):
    done = play.register(party_name="示例小吃店", place="示例路8号")
    case = reads.case(done.index)
    assert (case.state, case.procedure, case.unit_name, case.handlers) == ("clue", "ordinary", "市容中队", ())
    assert (case.title, case.place, case.party, case.number) == (
        "示例小吃店店外经营案",
        "示例路8号",
        None,
        "",
    )
    assert case.found_at == play.stage.now - timedelta(minutes=30, seconds=1)


@pytest.mark.clause("2.1.a")
def test_a_complaint_is_registered_on_its_form_and_other_clues_are_not(play):
    form = facts_of_paper(play.register(source="complaint", party_name="示例小吃店").index)
    assert (form["suspect"], form["place"]) == ("示例小吃店", reads.case(play.case).place)
    play.case = 0
    clue = play.register(source="patrol")
    assert not Paper.objects.filter(matter=clue.index).exists()


# 情形 → 规则
@pytest.mark.rule("JUR-01", "JUR-09", "AV-01")
@branching(
    ("given", "expected"),
    [
        pytest.param({"street": "650104001"}, {}, id="在辖区"),
        pytest.param({"street": "650103001"}, {"the_place_is_within_our_area": "JUR-01"}, id="别的区"),
        pytest.param({"street": "000000000"}, {"the_place_is_within_our_area": "JUR-01"}, id="没有这条街道"),
        pytest.param({"item": 10**9}, {"the_item_is_listed_and_in_force": "JUR-09"}, id="没有这个事项"),
        pytest.param({"act_on": "2026-08-15"}, {}, id="事项生效当日的行为"),
        pytest.param(
            {"act_on": "2026-08-14"}, {"the_item_is_listed_and_in_force": "JUR-09"}, id="事项生效前的行为"
        ),
        pytest.param({"act_on": "2026-09-07"}, {}, id="当日的行为"),
        pytest.param({"act_on": "2026-09-08"}, {"the_clue_lies_in_the_past": "AV-01"}, id="明日的行为"),
        pytest.param({"found_at": "2026-09-07 09:01"}, {"the_clue_lies_in_the_past": "AV-01"}, id="将来发现"),
    ],
)
def test_what_the_law_asks_of_a_clue(play, given, expected):
    if expected:
        assert refused(play.register, **given) == expected
        assert not Case.objects.exists()
    else:
        assert play.register(**given).index


@pytest.mark.rule("JUR-09")
def test_a_draft_is_no_basis(play):
    draft = play.stage.act(
        "item.draft",
        play.cast.reviewers[1],
        code="650104-ZF-9000",
        matter_code="09999",
        name="示例草案",
        field="市容秩序",
        office=play.cast.units["市容中队"],
        breaks=["市容条例 14"],
        penalises=["市容条例 36(2)"],
        kinds=["warning"],
        steps=[{"name": "一般", "when": "示例", "kind": "warning"}],
        conditions="示例",
        time_limit="九十日",
        correction="改正",
        valid_from="2026-01-01",
    ).index
    assert refused(play.register, item=draft) == {"the_item_is_listed_and_in_force": "JUR-09"}


@pytest.mark.rule("QUAL-04")
def test_nobody_registers_on_an_expired_certificate(play):
    expired = {"certificate": "示E0001", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    play.stage.act("person.certify", play.cast.appointer, person=play.team[0], **expired)
    assert refused(play.register) == {"the_certificate_is_valid": "QUAL-04"}


def test_only_officers_register(play):
    for who in (play.cast.head, play.cast.reviewers[0], play.cast.archivist):
        play.team = [who, who]
        with pytest.raises(NotYours):
            play.register()


@branching(
    ("over", "errors"),
    [
        ({"summary": ""}, {"summary": "必须填写。"}),
        ({"source": "rumour"}, {"source": "请从列出的选项中选择一项。"}),
        ({"street": "北京路"}, {"street": "格式不正确。"}),
        ({"act_on": "不详"}, {"act_on": "请按 2026-03-12 的格式填写日期。"}),
    ],
)
def test_what_cannot_be_a_clue_is_said(play, over, errors):
    assert misread(play.register, **over) == errors


# --- case.verify


@branching(
    ("result", "state"), [("worth_filing", "verified"), ("not_worth_filing", "unfiled")], ids=["立案", "不立"]
)
def test_a_clue_is_verified_to_one_end_or_the_other(clue, result, state):
    clue.verify(result=result)
    assert reads.case(clue.case).state == state
    assert refused(clue.verify) == {"the_step_is_open": "AV-01"}


# 9月7日（周一）发现；十五个工作日至9月28日（9月20日补班，9月25日中秋节放假）
@pytest.mark.rule("FILE-01")
@branching(("offset", "in_time"), [(0, True), (1, False)], ids=["最后一日", "逾期一日"])
def test_a_clue_is_verified_within_fifteen_working_days(clue, offset, in_time):
    clue.stage.now = datetime(2026, 9, 28, 10, tzinfo=CHINA) + timedelta(days=offset)
    if in_time:
        assert clue.verify().index
    else:
        late = {"the_clue_is_verified_in_time": "FILE-01"}
        assert refused(clue.verify) == late
        assert clue.verify(reasons={"the_clue_is_verified_in_time": "经负责人批准延长。"}).index


@pytest.mark.rule("QUAL-04")
def test_nobody_verifies_on_an_expired_certificate(clue):
    expired = {"certificate": "示E0001", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    clue.stage.act("person.certify", clue.cast.appointer, person=clue.team[0], **expired)
    assert refused(clue.verify) == {"the_certificate_is_valid": "QUAL-04"}
