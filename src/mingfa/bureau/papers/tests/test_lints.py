"""Cross-checks of papers: what contradicts another paper or the law of its day is named, nothing else is."""

from datetime import date
from pathlib import Path

import pytest

from mingfa.bureau.papers import forms
from mingfa.bureau.papers.forms import ROOMS
from mingfa.bureau.papers.lints import Finding, Said, findings, stale_words

DECISION = Said(
    "penalty_decision",
    "示罚决字〔2026〕第1号",
    date(2026, 9, 21),
    {"party": {"name": "王示例", "id_no": "1"}, "findings": "王示例占道经营。"},
)


def paper(on: date = date(2026, 9, 25), **facts: object) -> Said:
    return Said("some", "示〔2026〕第2号", on, facts)


@pytest.mark.clause("2.1.a", "2.3.a")
@pytest.mark.rule("AV-01", "TIME-07", "RED-06", "DEC-13", "SERV-10")
@pytest.mark.parametrize(
    ("facts", "rules"),
    [
        pytest.param({"party": {"name": "王示例", "id_no": "1"}}, [], id="一致"),
        pytest.param({"party": {"name": "王示列"}}, ["AV-01"], id="姓名不一致"),
        pytest.param({"party": {"name": "王示例", "id_no": "2"}}, ["AV-01"], id="证件号码不一致"),
        pytest.param(
            {"original": {"number": DECISION.number, "date": "2026-09-21"}}, [], id="所引文号、日期一致"
        ),
        pytest.param(
            {"original": {"number": DECISION.number, "date": "2026-09-22"}}, ["AV-01"], id="所引日期有误"
        ),
        pytest.param({"original": {"number": "示罚决字〔2026〕第9号"}}, ["AV-01"], id="所引文号不是本案文书"),
        pytest.param({"remark": "经过三十日，视为送达。公告"}, [], id="公告三十日"),
        pytest.param(
            {"remark": "自发出公告之日起，经过六十日，即视为送达。"}, ["SERV-10"], id="公告六十日旧值"
        ),
        pytest.param({"text": "可以在十五日内向人民法院起诉。"}, ["DEC-13"], id="十五日起诉旧值"),
        pytest.param({"text": "接到通知之日起15日内申请复议。"}, ["DEC-13"], id="十五日复议旧值"),
        pytest.param(
            {"text": "自收到行政复议决定书之日起十五日内向人民法院提起行政诉讼。"}, [], id="复议后十五日起诉"
        ),
        pytest.param({"text": "十五日内到银行缴纳罚款。"}, [], id="十五日缴款"),
        pytest.param({"text": "违反《中华人民共和国大气污染防治法》。"}, ["TIME-07"], id="已经废止的法律"),
        pytest.param({"text": "违反《中华人民共和国生态环境法典》。"}, [], id="现行法律"),
        pytest.param({"text": "王某某称不知情。"}, ["RED-06"], id="一处隐名"),
    ],
)
def test_what_does_not_fit_is_named(facts, rules):
    assert [f.rule for f in findings([DECISION, paper(**facts)])] == rules


@pytest.mark.rule("TIME-07")
def test_a_repealed_law_may_be_cited_while_it_was_in_force():
    old = paper(on=date(2026, 8, 14), text="违反《中华人民共和国大气污染防治法》。")
    assert findings([old]) == ()


def test_a_finding_names_its_paper():
    assert findings([DECISION, paper(party={"name": "李示例"})]) == (
        Finding("AV-01", "示〔2026〕第2号", "当事人名称为“李示例”，示罚决字〔2026〕第1号为“王示例”。"),
    )


@pytest.mark.rule("DEC-13", "SERV-10")
@pytest.mark.parametrize("kind", sorted(forms()))
def test_no_template_prints_a_stale_period(kind):
    assert list(stale_words(Path(forms()[kind].template).read_text(encoding="utf-8"))) == []


@pytest.mark.rule("DEC-13")
def test_the_common_remedy_words_are_not_stale():
    shared = ROOMS / "papers" / "parts.typ"
    text = shared.read_text(encoding="utf-8")
    assert "六十日内" in text and "六个月内" in text
    assert list(stale_words(text)) == []
