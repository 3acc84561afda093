"""While something is held (强制法 25, 26): thirty days, thirty more, the time of tests, the custody log."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.doorway.ways import what_stands_in_the_way
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.measures import reads
from mingfa.bureau.measures.values import ends_on
from mingfa.example.asking import misread, refused

TAKEN = date(2026, 9, 7)
DAY = timedelta(days=1)


# 2026-09-07实施，三十日至10月7日，延长三十日至11月6日。
@pytest.mark.rule("COMP-08")
@branching(
    ("day", "passes"),
    [
        pytest.param(29, True, id="第29日"),
        pytest.param(30, True, id="第30日"),
        pytest.param(31, False, id="第31日"),
    ],
)
def test_it_is_extended_within_the_thirty_days(play, day, passes):
    play.hold()
    play.after(days=day)
    if passes:
        play.extend()
        assert play.taken.ends_on == TAKEN + 60 * DAY
    else:
        assert refused(play.extend) == {"the_term_of_the_measure_is_running": "COMP-08"}


@pytest.mark.rule("COMP-08")
@branching(
    ("day", "running"),
    [
        pytest.param(59, True, id="第59日"),
        pytest.param(60, True, id="第60日"),
        pytest.param(61, False, id="第61日"),
    ],
)
def test_sixty_days_are_the_most(play, day, running):
    play.hold()
    play.after(days=10)
    play.extend()
    play.after(days=day - 10)
    assert refused(play.extend).get("the_measure_was_not_extended") == "COMP-08"
    if running:
        assert play.test().index
    else:
        assert refused(play.test) == {"the_term_of_the_measure_is_running": "COMP-08"}


@pytest.mark.rule("COMP-08")
def test_an_extension_is_at_most_thirty_days_and_has_a_head_who_does_not_handle(play):
    play.hold()
    assert "days" in misread(play.extend, days=31)
    play.extend(days=5)
    assert play.taken.ends_on == TAKEN + 35 * DAY


@pytest.mark.rule("COMP-08")
@pytest.mark.parametrize(("days", "name"), [(30, "COMP-08"), (60, "COMP-08.extended")])
def test_the_term_is_that_of_the_table(days, name):
    assert ends_on(TAKEN, days, ()) == term(name, TAKEN, Calendar()).end


# 检测期间9月8日至17日（十日）：送达告知书的，不计入期限。
@pytest.mark.rule("COMP-09")
@branching(
    ("served_after", "end"),
    [
        pytest.param(None, date(2026, 10, 7), id="没有书面告知，照常计算"),
        pytest.param(0, date(2026, 10, 17), id="检测前告知，扣除十日"),
        pytest.param(4, date(2026, 10, 14), id="9月11日告知，从当日起扣除七日"),
        pytest.param(20, date(2026, 10, 7), id="检测结束后告知，不扣除"),
    ],
)
def test_the_time_of_a_test_counts_out_once_told_in_writing(play, served_after, end):
    play.hold()
    notice = play.test().index
    if served_after is not None:
        play.after(days=served_after)
        play.serve(notice)
    assert play.taken.ends_on == end


@pytest.mark.rule("COMP-09")
@branching(
    ("from_on", "until_on", "passes"),
    [
        pytest.param("2026-09-07", "2026-09-07", True, id="当日一天"),
        pytest.param("2026-09-06", "2026-09-10", False, id="事后补填"),
        pytest.param("2026-09-10", "2026-09-09", False, id="起止颠倒"),
    ],
)
def test_the_time_of_a_test_is_fixed_beforehand(play, from_on, until_on, passes):
    play.hold()
    given = {"from_on": from_on, "until_on": until_on}
    if passes:
        assert play.test(**given).index
    else:
        assert refused(play.test, **given) == {"the_time_of_the_test_is_fixed": "COMP-09"}


@pytest.mark.rule("COMP-10", "COMP-13")
@branching(
    ("kind", "given", "refusal"),
    [
        pytest.param("seize", {"kind": "stored"}, None, id="扣押物入库"),
        pytest.param("seize", {"kind": "entrusted"}, "COMP-10", id="扣押物委托第三人"),
        pytest.param(
            "seal", {"kind": "entrusted", "keeper": "示例市场", "warned": True}, None, id="查封物委托第三人"
        ),
        pytest.param("seal", {"kind": "entrusted", "warned": True}, "COMP-10", id="受托人没有写明"),
        pytest.param("seal", {"kind": "entrusted", "keeper": "示例市场"}, "COMP-10", id="没有告知受托人"),
        pytest.param("seize", {"kind": "moved"}, "COMP-10", id="移库没有写明保管人"),
        pytest.param("seize", {"kind": "moved", "keeper": "赵示例"}, None, id="移库"),
        pytest.param("seize", {"kind": "sold", "things": [1]}, "COMP-13", id="变卖没有所得"),
        pytest.param("seize", {"kind": "sold", "proceeds": 12000}, "COMP-13", id="变卖没有写明哪一项"),
        pytest.param("seize", {"kind": "sold", "proceeds": 1, "things": [9]}, "COMP-13", id="清单外物品"),
        pytest.param("seize", {"kind": "sold", "proceeds": 12000, "things": [1]}, None, id="变卖鲜活物品"),
        pytest.param("seize", {"kind": "checked", "proceeds": 1}, "COMP-13", id="清点却有所得"),
    ],
)
def test_the_custody_log(play, kind, given, refusal):
    play.seize(kind=kind)
    if refusal:
        assert set(refused(play.keep_log, **given).values()) == {refusal}
    else:
        play.keep_log(**given)
        (line,) = reads.custody(play.case)
        assert (line.measure, line.on, line.proceeds) == (play.measure, TAKEN, given.get("proceeds", 0))


pauses = st.lists(
    st.tuples(st.integers(-5, 80), st.integers(0, 20)).map(
        lambda p: (TAKEN + p[0] * DAY, TAKEN + (p[0] + p[1]) * DAY)
    ),
    max_size=3,
)


@pytest.mark.rule("COMP-09")
@given(st.integers(1, 60), pauses)
def test_so_many_days_count_and_no_day_of_a_test(days, testing):
    end = ends_on(TAKEN, days, testing)
    span = [TAKEN + n * DAY for n in range(1, (end - TAKEN).days + 1)]
    counting = [day for day in span if not any(a <= day <= b for a, b in testing)]
    assert len(counting) == days
    assert counting[-1] == end


@pytest.mark.rule("COMP-04", "COMP-03", "COMP-11", "EVID-04")
def test_before_anything_is_typed_the_desk_knows_what_there_is(play):
    """An act that needs something held is not offered where nothing is."""

    def missing(act, by=None):
        found = what_stands_in_the_way(act, by=by or play.team[0], on=play.case, now=play.stage.now)
        return {r.code for r in found}

    head = play.cast.deputies[0]
    assert missing("preservation.take") == {"the_head_approved_the_preservation"}
    assert missing("measure.seize") == {"the_head_approved_the_measure_first"}
    assert missing("measure.approve", head) == {"a_measure_waits_for_the_heads_word"}
    assert missing("preservation.approve", head) == {"a_preservation_waits_for_the_heads_word"}
    assert missing("preservation.dispose", head) == {"the_preservation_is_open"}
    assert missing("measure.record") == {"the_scene_has_no_record_yet"}
    assert missing("measure.keep") == {"the_measure_is_of_this_case"}
    assert missing("measure.hand_back") == {"the_release_waits_for_its_return"}
    play.preserve(approval=play.let_preserve())
    play.let_preserve()
    play.seize(emergency="正在转移。")
    assert missing("preservation.take") == missing("preservation.dispose", head) == set()
    assert missing("measure.record") == missing("measure.make_up", head) == set()
    play.make_up()
    assert missing("measure.make_up", head) == {"there_is_an_approval_to_make_up"}
    play.release()
    assert missing("measure.keep") == {"the_measure_is_of_this_case"}
    assert missing("measure.record") == missing("measure.hand_back") == set()
