"""`term`, `rules`, `clauses`: what a lawyer asks at the command line."""

import json
from pathlib import Path

import pytest

from mingfa.bureau.law.plan.clauses import all_clauses
from mingfa.bureau.law.rules import all_rules
from mingfa.bureau.people.models import Bureau
from mingfa.commands import coverage, main
from mingfa.example.bureau import Cast, Stage

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.django_db  # `term` counts by the data folder's values


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


@pytest.mark.rule("DEC-02", "NOTI-05")
def test_terms_are_counted_by_the_values_and_notices_of_the_data_folder(
    capsys: Capture, stage: Stage, cast: Cast
) -> None:
    """`DEC-02` prints with its extensions, `NOTI-05` with the local days; festivals are those announced."""
    assert main(["term", "DEC-02", "2026-03-02"]) == 0
    told = capsys.readouterr().out
    assert "DEC-02.extended_again" in told and "本机关录入的放假安排和本地参数" in told
    assert main(["term", "NOTI-05", "2026-05-26", "--json"]) == 0
    [counted] = json.loads(capsys.readouterr().out)
    assert (
        counted["end"] == "2026-06-05"
        and ["2026-05-27", "古尔邦节（示例：2026年民族节日放假通知（虚构））"] in counted["skipped"]
    )


def test_a_local_value_is_never_guessed(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bureau, "objects", Bureau.objects.none())
    assert main(["term", "NOTI-05", "2026-03-02"]) == 1
    assert "statement_days" in capsys.readouterr().err
    assert main(["term", "NOTI-05", "2026-03-02", "--example"]) == 0
    assert "示例取值，不得作为办案依据" in capsys.readouterr().out


@pytest.mark.rule("DEC-02")
def test_of_several_periods_those_that_need_no_local_value_are_counted(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Bureau, "objects", Bureau.objects.none())
    assert main(["term", "DEC-02", "2026-03-02"]) == 0
    told = capsys.readouterr()
    assert "届满：2026-06-01" in told.out and "extension_days" in told.out


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


def test_gates_and_marks_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = tmp_path / "src" / "mingfa" / "bureau" / "review"
    (room / "tests").mkdir(parents=True)
    (room / "rules.py").write_text(
        '"""Stands on plan 3.4.b."""\n'
        '@gate("LR-01", cites="行政处罚法 58")\ndef legal_review_has_passed(facts): ...\n'
    )
    (room / "tests" / "test_review.py").write_text(
        'import pytest\n@pytest.mark.rule("LR-01", "LR-02")\ndef test_refused(): ...\n'
    )
    (room / "tests" / "cases.yaml").write_text("- {rule: LR-03, day: 5}\n")
    monkeypatch.setattr(coverage, "ROOT", tmp_path)
    monkeypatch.setattr(coverage, "PACKAGE", tmp_path / "src" / "mingfa")
    rules = coverage.rules()
    assert [place.name for place in rules["LR-01"].kept] == ["legal_review_has_passed"]
    assert rules["LR-01"].state == "已落实"
    assert rules["LR-02"].state == rules["LR-03"].state == "有测试"
