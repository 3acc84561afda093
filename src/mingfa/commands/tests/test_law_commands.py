"""`term`, `rules`, `clauses`: what a lawyer asks at the command line."""

import json
from pathlib import Path

import pytest

from mingfa.bureau.law.clauses import all_clauses
from mingfa.bureau.law.rules import all_rules
from mingfa.commands import coverage, main

Capture = pytest.CaptureFixture[str]


@pytest.mark.clause("1.4.a")
@pytest.mark.rule("PUB-02")
def test_seven_working_days_over_the_national_day(capsys: Capture) -> None:
    assert main(["term", "PUB-02", "2026-09-28"]) == 0
    shown = capsys.readouterr().out
    assert "届满：2026-10-13（周二）" in shown
    assert "不计 2026-10-01：国庆节" in shown
    assert "国办发〔2018〕118号" in shown


@pytest.mark.rule("DEC-12")
def test_a_rule_with_several_periods_shows_them_all(capsys: Capture) -> None:
    assert main(["term", "dec-12", "2025-04-01", "--json"]) == 0
    ends = {row["id"]: row["end"] for row in json.loads(capsys.readouterr().out)}
    assert ends["DEC-12.reconsideration"] == "2025-06-03"
    assert ends["DEC-12.litigation"] == "2025-10-09"


def test_before_a_year_is_announced_both_possible_ends_are_said(capsys: Capture) -> None:
    assert main(["term", "PUB-02", "2026-12-28"]) == 0
    told = capsys.readouterr().out
    assert "届满：2027-01-05" in told and "最早2027-01-05，最晚2027-01-14" in told


def test_a_local_value_is_never_guessed(capsys: Capture) -> None:
    assert main(["term", "NOTI-05", "2026-03-02"]) == 1
    assert "statement_days" in capsys.readouterr().err
    assert main(["term", "NOTI-05", "2026-03-02", "--example"]) == 0
    assert "示例取值，不得作为办案依据" in capsys.readouterr().out


@pytest.mark.rule("COMP-09")
def test_days_told_of_in_writing_do_not_count(capsys: Capture) -> None:
    assert main(["term", "COMP-08", "2026-09-01", "--pause", "2026-09-10..2026-09-14"]) == 0
    told = capsys.readouterr().out
    assert "届满：2026-10-06" in told
    assert "停止计算 2026-09-10至2026-09-14不计" in told


@pytest.mark.parametrize(
    "argv",
    [
        ["term", "NONE-01", "2026-01-05"],
        ["term", "PUB-02"],
        ["rules", "NONE-01"],
        ["clauses", "9.9.z"],
        ["term", "PUB-02", "2026-02-30"],
        ["term", "PUB-02", "2026-03-02", "--pause", "2026-03-05..2026-03-04"],
    ],
)
def test_what_does_not_exist_is_wrong_usage(argv: list[str], capsys: Capture) -> None:
    assert main(argv) == 2
    assert capsys.readouterr().err


def test_the_overviews_are_whole(capsys: Capture) -> None:
    main(["rules", "--json"])
    shown = json.loads(capsys.readouterr().out)
    assert [row["id"] for row in shown["rules"]] == [rule.id for rule in all_rules()]
    assert sum(shown["counts"].values()) == len(all_rules())
    assert main(["clauses", "--json"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == [one.id for one in all_clauses()]


def test_this_very_test_is_found_by_its_mark() -> None:
    names = {place.name for place in coverage.rules()["PUB-02"].shown}
    assert "test_seven_working_days_over_the_national_day" in names
    names = {place.name for place in coverage.clauses()["1.4.a"].shown}
    assert "test_seven_working_days_over_the_national_day" in names


def test_gates_marks_and_docstrings_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "src" / "mingfa" / "bureau" / "review"
    (room / "tests").mkdir(parents=True)
    (room / "rules.py").write_text(
        '"""Stands on plan 3.4.b."""\n'
        '@gate("LR-01", cites="行政处罚法 58")\ndef legal_review_has_passed(facts): ...\n'
    )
    (room / "tests" / "test_review.py").write_text(
        'import pytest\npytestmark = [pytest.mark.clause("3.4.b")]\n'
        '@pytest.mark.rule("LR-01", "LR-02")\ndef test_refused(): ...\n'
    )
    (room / "tests" / "cases.yaml").write_text("- {rule: LR-03, day: 5}\n")
    monkeypatch.setattr(coverage, "ROOT", tmp_path)
    monkeypatch.setattr(coverage, "PACKAGE", tmp_path / "src" / "mingfa")
    rules, clauses = coverage.rules(), coverage.clauses()
    assert [place.name for place in rules["LR-01"].kept] == ["legal_review_has_passed"]
    assert rules["LR-01"].state == "已落实"
    assert rules["LR-02"].state == rules["LR-03"].state == "有测试"
    assert clauses["3.4.b"].state == "已落实"
