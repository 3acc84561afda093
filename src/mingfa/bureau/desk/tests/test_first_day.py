"""The first day of a real bureau: founded, staffed and working by its pages alone, and only once."""

import json
from pathlib import Path
from typing import Any

import pytest

from mingfa.bureau.doorway.tests.test_alone import run

pytestmark = pytest.mark.long

SAID = (
    "两次输入的密码不一致",
    "密码太短，至少要有8位",
    "账号名：格式不正确",
    "统一社会信用代码：格式不正确",
    "行政复议机关是本级人民政府",
)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """Play the day once, in a data folder of its own."""
    folder = tmp_path_factory.mktemp("bureau")
    done = run(folder, "mingfa.bureau.desk.tests.first_day")
    assert done.returncode == 0, done.stderr
    return folder, json.loads(done.stdout)


def test_an_empty_bureau_leads_to_its_founding(day):
    _, told = day
    assert (told["home_leads_to"], told["sign_in_leads_to"]) == ("/set-up/", "/set-up/")


def test_what_is_wrong_is_said_and_nothing_is_founded(day):
    _, told = day
    assert len(told["wrong"]) == len(SAID)
    for (status, errors, entries), words in zip(told["wrong"], SAID, strict=True):
        assert words in errors and status in (409, 422) and entries == 0


def test_a_bureau_is_founded_once(day):
    _, told = day
    assert told["founded_leads_to"] == "/first-steps/"
    assert told["set_up_again"] == [404, 404]
    assert told["acts"].count("bureau.found") == 1
    assert told["acts"][:2] == ["bureau.found", "account.open"]


@pytest.mark.clause("3.1.a", "3.1.b")
def test_the_first_steps_are_counted_from_what_is_there(day):
    """At first all but the founder's own account; in the end only those whom nobody gave an account."""
    _, told = day
    assert "设立内设机构" in told["first_steps"] and "任命法制审核人员" in told["first_steps"]
    assert len(told["first_steps"]) == 14
    assert told["left"] == ["开立账号，发放初始密码"]


@pytest.mark.clause("2.3.b", "3.1.a")
def test_a_bureau_files_its_first_case_by_its_pages_alone(day):
    _, told = day
    assert told["acts"][-5:] == ["case.register", "record.keep", "case.verify", "case.propose", "case.file"]
    assert "示例小吃店" in told["case"] and "立案" in told["case"]
    assert told["acts"].count("local.set") == told["values"]


@pytest.mark.clause("2.3.c")
def test_passwords_are_nowhere_in_the_data_of_record(day):
    """Every reset is an entry; the password itself is nowhere but, as a digest, with the sign-in."""
    folder, told = day
    assert told["acts"].count("account.reset") == told["acts"].count("account.open") - 1
    kept = (folder / "db.sqlite3").read_bytes()
    assert b"renshi" in kept and b"shili-2026-a" not in kept and b"ziji-2026" not in kept


@pytest.mark.clause("2.4.c")
def test_the_ledger_gives_the_first_day_again(day):
    folder, told = day
    done = run(folder, "mingfa.commands", "--data", str(folder), "rebuild", "--check", "--json")
    found = json.loads(done.stdout)
    assert found["differences"] == [] and found["entries"] == len(told["acts"]), done.stderr
