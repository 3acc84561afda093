"""What recordings leave uncovered, by law cases and for any recordings whatever."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.records.filming.values import MOST, coverage

START = datetime(2026, 9, 7, 9, 0, tzinfo=CHINA)


def at(seconds):
    return START + timedelta(seconds=seconds)


def spans(*pairs):
    return [(at(a), at(b)) for a, b in pairs]


# 现场从第0秒到第600秒；gaps：没有记录的时段。
@pytest.mark.rule("AV-02")
@pytest.mark.clause("2.2.a")
@pytest.mark.parametrize(
    ("recordings", "gaps"),
    [
        pytest.param([], [(0, 600)], id="没有音像记录"),
        pytest.param([(0, 600)], [], id="一段到底"),
        pytest.param([(-60, 700)], [], id="提前开启、延后关闭"),
        pytest.param([(0, 300), (300, 600)], [], id="换文件，前后相接"),
        pytest.param([(0, 300), (305, 600)], [], id="中断5秒"),
        pytest.param([(0, 300), (306, 600)], [(300, 306)], id="中断6秒"),
        pytest.param([(5, 600)], [], id="开始后5秒开启"),
        pytest.param([(6, 600)], [(0, 6)], id="开始后6秒开启"),
        pytest.param([(0, 595)], [], id="结束前5秒关闭"),
        pytest.param([(0, 594)], [(594, 600)], id="结束前6秒关闭"),
        pytest.param([(400, 600), (0, 200)], [(200, 400)], id="次序颠倒，中间缺失"),
        pytest.param([(0, 500), (100, 200), (400, 600)], [], id="两台记录仪重叠"),
        pytest.param([(700, 900)], [(0, 600)], id="全在现场之后"),
        pytest.param([(-900, -10)], [(0, 600)], id="全在现场之前"),
        pytest.param([(0, 100), (200, 300), (400, 600)], [(100, 200), (300, 400)], id="中断两次"),
    ],
)
def test_gaps(recordings, gaps):
    assert coverage(spans(*recordings), at(0), at(600)) == spans(*gaps)


seconds = st.integers(-100, 700)
recorded = st.lists(st.tuples(seconds, seconds).map(sorted).map(tuple), max_size=8)


@pytest.mark.rule("AV-02")
@given(recorded)
def test_a_moment_is_covered_or_in_a_gap_or_in_a_short_break(pairs):
    """Every second of the scene: inside a gap it is covered by nothing; outside, a recording is near."""
    gaps = coverage(spans(*pairs), at(0), at(600))
    most = MOST.total_seconds()
    for n in range(600):
        moment = at(n) + timedelta(milliseconds=500)
        seen = any(at(a) <= moment <= at(b) for a, b in pairs)
        lost = any(a <= moment <= b for a, b in gaps)
        assert not (seen and lost)
        if not seen and not lost:
            edges = [0, 600, *(e for pair in pairs for e in pair)]
            assert any(abs(e - n - 0.5) < most for e in edges)


@given(recorded)
def test_gaps_are_in_order_apart_and_longer_than_a_moment(pairs):
    gaps = coverage(spans(*pairs), at(0), at(600))
    assert all(b - a > MOST and at(0) <= a and b <= at(600) for a, b in gaps)
    assert all(
        first[1] < second[0] or first[1] <= second[0] for first, second in zip(gaps, gaps[1:], strict=False)
    )


@given(recorded, st.tuples(seconds, seconds).map(sorted).map(tuple))
def test_one_more_recording_never_opens_a_gap(pairs, more):
    def lost(found):
        return sum((b - a for a, b in found), timedelta())

    before, after = coverage(spans(*pairs), at(0), at(600)), coverage(spans(*pairs, more), at(0), at(600))
    assert lost(after) <= lost(before)
