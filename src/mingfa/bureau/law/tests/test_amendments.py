"""A change of law: known sixty days ahead, touching what cites the old law or an older edition."""

from datetime import date

import pytest

from mingfa.bureau.law.texts.amendments import Amendment, amendments

CODE = date(2026, 8, 15)


def named(short: str, on: date = CODE) -> Amendment:
    return next(one for one in amendments(on) if one.statute.short == short)


@pytest.mark.clause("1.2.b")
@pytest.mark.parametrize(
    ("on", "known"),
    [
        pytest.param(date(2026, 6, 15), 0, id="六十一日前还不提示"),
        pytest.param(date(2026, 6, 16), 10, id="六十日前开始提示"),
        pytest.param(date(2026, 8, 14), 10, id="停止施行前一日"),
        pytest.param(date(2027, 8, 15), 10, id="一年以后仍然提示"),
    ],
)
def test_ten_laws_end_with_the_code(on: date, known: int) -> None:
    found = [one for one in amendments(on) if one.ended]
    assert len(found) == known
    assert all(one.new is not None and one.new.short == "生态环境法典" for one in found)
    assert all(one.is_ahead(on) == (on < CODE) for one in found)


@pytest.mark.clause("1.2.b")
@pytest.mark.parametrize(
    ("citations", "begun", "until", "touched"),
    [
        pytest.param(["大气污染防治法 118"], date(2023, 1, 1), None, 1, id="引旧法"),
        pytest.param(["大气污染防治法 118"], date(2023, 1, 1), date(2026, 8, 14), 0, id="同日失效"),
        pytest.param(["大气污染防治法 118"], date(2023, 1, 1), date(2026, 8, 15), 1, id="晚一日失效"),
        pytest.param(["生态环境法典 1107"], date(2026, 8, 15), None, 0, id="引法典"),
        pytest.param(["水污染防治法 83"], date(2023, 1, 1), None, 0, id="引另一部法律"),
        pytest.param(["大气污染防治法 118"] * 2, date(2023, 1, 1), None, 1, id="同一条只列一次"),
    ],
)
def test_what_cites_an_ended_law_is_touched_while_it_lasts(
    citations: list[str], begun: date, until: date | None, touched: int
) -> None:
    assert len(named("大气污染防治法").touched(citations, begun, until)) == touched


@pytest.mark.clause("1.2.b")
@pytest.mark.parametrize(
    ("begun", "touched"),
    [pytest.param(date(2025, 12, 31), 1, id="新版前一日"), pytest.param(date(2026, 1, 1), 0, id="新版当日")],
)
def test_a_new_edition_touches_what_is_older(begun: date, touched: int) -> None:
    changed = named("治安管理处罚法")
    assert not changed.ended
    assert len(changed.touched(["治安管理处罚法 1"], begun)) == touched


@pytest.mark.clause("1.2.b")
def test_a_law_is_named_by_its_title_and_not_by_a_part_of_another() -> None:
    one = named("环境保护法")
    assert one.is_named("依照《中华人民共和国环境保护法》办理") and one.is_named("《环境保护法》")
    assert not one.is_named("依照《中华人民共和国海洋环境保护法》办理")
    assert "由《中华人民共和国生态环境法典》替代" in str(one)
