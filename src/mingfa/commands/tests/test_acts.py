"""`mingfa acts`: the table is the declarations themselves, and one act shows all that stands in its way."""

import json

import pytest

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.rules import rule
from mingfa.commands import main
from mingfa.commands.acts import inputs

Capture = pytest.CaptureFixture[str]


def test_every_act_is_in_the_table_with_who_may_do_it(capsys: Capture) -> None:
    assert main(["acts", "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert set(rows) == set(REGISTER)
    assert all(row["who"] and row["title"] for row in rows.values())
    assert rows["case.file"]["who"] == ["分管负责人", "主要负责人"]
    assert rows["case.file"]["paper"] == "立案审批表"


@pytest.mark.parametrize("name", sorted(REGISTER))
def test_one_act_shows_every_gate_with_its_article(name: str, capsys: Capture) -> None:
    assert main(["acts", name]) == 0
    shown = capsys.readouterr().out
    for gate in REGISTER[name].gates:
        assert gate.code in shown
        assert rule(gate.rule).zh in shown


@pytest.mark.clause("3.4.b")
def test_one_act_shows_where_it_stands_in_the_procedure(capsys: Capture) -> None:
    assert main(["acts", "case.file", "--json"]) == 0
    (step,) = json.loads(capsys.readouterr().out)["steps"]
    assert (step["from"], step["to"]["批准"]) == (["待立案审批"], "调查取证")
    assert step["citations"]


def test_what_is_typed_is_said_in_words() -> None:
    asked = {f["name"]: f for f in inputs(REGISTER["case.propose"].inputs.model_json_schema())}
    assert asked["party"]["type"].startswith("一组（当事人类别、姓名或者名称")
    assert asked["handlers"]["type"] == "多项（整数）"
    kept = {f["name"]: f for f in inputs(REGISTER["record.keep"].inputs.model_json_schema())}
    assert "physical（物证）" in str(kept["kind"]["type"])
    assert (kept["file"]["type"], kept["file"]["required"]) == ("文件", False)
    assert kept["obtained_at"]["type"] == "时间"


def test_an_unknown_act_is_wrong_usage_and_hints(capsys: Capture) -> None:
    assert main(["acts", "case.fil"]) == 2
    assert "是否想查 case.file" in capsys.readouterr().err
