"""Every rule of the table is kept in a place and shown by a test, or left out with a reason."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path

import pytest
from tests.guards.sources import BUREAU

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law import kept, tables
from mingfa.bureau.law.kept import NotKept, not_kept
from mingfa.bureau.law.procedures.procedure import procedures
from mingfa.bureau.law.rules import all_rules
from mingfa.bureau.law.time.terms import period, periods
from mingfa.bureau.people.models import Role
from mingfa.bureau.vault.store import Vault
from mingfa.commands import main
from mingfa.commands.coverage import KEPT, Found, rules
from mingfa.feed import notice

HARD = ("BLOCK", "TAKEDOWN", "AUTO")
# Rules whose room is being written; each leaves this line with the commit that keeps it.
IN_WORK: frozenset[str] = frozenset()


def silent(
    names: Iterable[str], found: Mapping[str, Found], left_out: Mapping[str, NotKept] | frozenset[str]
) -> list[str]:
    """Name the rules that nothing keeps, or no test shows, and that nobody gave a reason for."""
    return [one for one in names if one not in left_out and found.get(one, Found()).state != KEPT]


def test_every_rule_is_kept_and_shown_or_left_out_with_a_reason() -> None:
    names = [one.id for one in all_rules() if one.id not in IN_WORK]
    assert silent(names, rules(), not_kept()) == []


def test_what_stops_an_act_is_never_left_to_be_kept_later_in_silence() -> None:
    """No rule that blocks, takes down or acts by itself is without place and test, save those listed."""
    hard = [one.id for one in all_rules() if one.consequence.startswith(HARD) and one.id not in IN_WORK]
    assert len(hard) > 60
    assert silent(hard, rules(), not_kept()) == []


def test_no_reason_is_left_over_for_a_rule_that_is_kept() -> None:
    found = rules()
    assert [one for one in not_kept() if found.get(one, Found()).state == KEPT] == []


def test_the_guard_bites() -> None:
    assert silent(["LR-01"], {}, {}) == ["LR-01"]
    assert silent(["LR-01"], {}, {"LR-01": NotKept("LR-01", "某", "某")}) == []


@pytest.mark.parametrize("row", [{"rules": ["NO-01"], "by": "某", "why": "某"},
                                 {"rules": ["LR-01", "LR-01"], "by": "某", "why": "某"},
                                 {"rules": ["LR-01"], "by": "某", "why": " "}])  # fmt: skip
def test_a_reason_is_given_once_and_for_a_rule_that_exists(
    row: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "not_kept.yaml").write_text(json.dumps([row]), encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises((LookupError, ValueError)):
        kept.not_kept.__wrapped__()


def test_the_command_says_how_each_rule_stands(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["rules"])
    told = capsys.readouterr().out
    assert (code == 0) is (not IN_WORK)
    assert "按计划不落实" in told
    assert main(["rules", "CRED-01"]) == 0
    assert "由“信用公示与数据交换”落实" in capsys.readouterr().out


def test_law_cases_are_counted_by_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--cases", "--json"]) == 0
    counted = json.loads(capsys.readouterr().out)
    assert counted["total"] >= 600
    assert counted["rules"]["EXEC-01"] >= 20


# --- rules that the house keeps by how it is built ----------------------------------------------------------


@pytest.mark.rule("ARCH-05", "AV-10")
def test_nothing_that_was_kept_can_be_deleted() -> None:
    """No vault, no act and no door has a way to delete: what is on record stays until it is appraised."""
    assert not {name for name in vars(Vault) if any(word in name for word in ("delete", "remove", "erase"))}
    assert not [name for name in REGISTER if name.partition(".")[2] in ("delete", "remove", "destroy")]


@pytest.mark.rule("PI-07")
def test_no_decision_is_made_by_a_machine() -> None:
    """What the system does by itself is what the law lets happen by itself; it never decides on a party."""
    deciding = [REGISTER[step.act] for table in procedures() for step in table.steps if step.actor == "head"]
    assert len(deciding) > 10
    assert [act.name for act in deciding if Role.SYSTEM in act.who] == []


@pytest.mark.rule("PUB-09")
def test_a_notice_has_no_place_for_what_is_in_the_file() -> None:
    """Records, evidence, opinions and discussions have no field in anything that is ever public."""
    names = {one.name for one in fields(notice.Notice)}
    closed = ("record", "evidence", "opinion", "discussion", "statement", "witness", "phone", "address")
    assert [name for name in names if any(word in name for word in closed)] == []


@pytest.mark.rule("DEC-13")
def test_no_paper_prints_the_remedy_periods_of_the_regulation() -> None:
    """市容条例 40 still prints fifteen days for both remedies; 复议法 20 and 诉讼法 46 rule."""
    assert period("DEC-12.reconsideration").number == 60
    assert period("DEC-12.litigation").number == 6
    for form in BUREAU.glob("*/**/papers/*.typ"):
        for sentence in form.read_text(encoding="utf-8").replace("\n", "。").split("。"):
            remedy = "申请行政复议" in sentence or "提起行政诉讼" in sentence
            assert not (remedy and ("十五日" in sentence or "15日" in sentence)), (form.name, sentence)


@pytest.mark.rule("AV-04")
def test_every_step_says_how_it_is_recorded() -> None:
    """Words may stand alone except where a step is recorded in sound and picture throughout."""
    steps = [step for table in procedures() for step in table.steps]
    assert {step.recording for step in steps} >= {"text", "av_situational", "av_mandatory", "log"}
    assert {step.act for step in steps if step.recording == "av_mandatory"} >= {"measure.seize"}


@pytest.mark.rule("TIME-02", "TIME-03", "TIME-04")
def test_each_statute_counts_in_its_own_days() -> None:
    """强制法 69: ten days or less are working days; 许可法 82: all; 复议法 88: three, five, seven, ten."""
    asked = 0
    for one in periods().values():
        laws = {cited.statute.short for cited in one.citations}
        if one.unit not in ("workday", "calendar") or one.number is None:
            continue
        working = one.unit == "workday"
        if "行政强制法" in laws:
            assert working is (one.number <= 10), one.id
        elif "行政许可法" in laws:
            assert working, one.id
        elif "行政复议法" in laws:
            assert working is (one.number in (3, 5, 7, 10)), one.id
        else:
            continue
        asked += 1
    assert asked >= 4
