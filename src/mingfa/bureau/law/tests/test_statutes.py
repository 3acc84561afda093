"""Citations and the statutes behind them."""

import datetime
import re

import pytest

from mingfa.bureau.law.plan.clauses import all_clauses
from mingfa.bureau.law.rules import all_rules
from mingfa.bureau.law.texts.statutes import (
    UnknownArticle,
    UnknownStatute,
    all_statutes,
    article,
    articles,
    cite,
    statute,
)

PRINTED = [
    ("行政处罚法 58", "《中华人民共和国行政处罚法》第五十八条"),
    ("行政处罚法 57.2", "《中华人民共和国行政处罚法》第五十七条第二款"),
    ("行政处罚法 57.1(4)", "《中华人民共和国行政处罚法》第五十七条第一款第四项"),
    ("行政处罚法 64(1)", "《中华人民共和国行政处罚法》第六十四条第一项"),
    ("行政处罚法 64（1）", "《中华人民共和国行政处罚法》第六十四条第一项"),
    ("生态环境法典 1242", "《中华人民共和国生态环境法典》第一千二百四十二条"),
    ("住建部令第55号 15", "《住房和城乡建设行政处罚程序规定》第十五条"),
    (
        "国办发〔2018〕118号 (8)",
        "《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》"
        "（国办发〔2018〕118号）第（八）项",
    ),
    (
        "方案 3.4.b",
        "《全面推行行政执法公示制度、执法全过程记录制度、重大执法决定法制审核制度实施方案》（三）4",
    ),
    ("民事诉讼法", "《中华人民共和国民事诉讼法》"),
]


@pytest.mark.parametrize(("short", "printed"), PRINTED)
def test_a_citation_prints_as_official_papers_write_it(short, printed):
    found = cite(short)
    assert str(found) == printed
    assert cite(found.short_form) == found


@pytest.mark.parametrize(
    ("short", "error"),
    [
        ("行政处罚法 87", UnknownArticle),
        ("行政处罚法 0", ValueError),
        ("行政处罚法 58.3", UnknownArticle),
        ("行政处罚法 64(9)", UnknownArticle),
        ("生态环境法典 1243", UnknownArticle),
        ("不存在法 1", UnknownStatute),
        ("行政处罚法58", ValueError),
        ("行政处罚法 五十八", ValueError),
        ("方案 9.9.z", LookupError),
    ],
)
def test_a_citation_of_what_does_not_exist_is_refused(short, error):
    with pytest.raises(error):
        cite(short)


def test_the_words_cited():
    assert cite("行政处罚法 57.2").text.startswith("对情节复杂或者重大违法行为")
    assert cite("行政处罚法 57.1(4)").text == "（四）违法行为涉嫌犯罪的，移送司法机关。"
    assert cite("方案 3.4.b").text == "未经法制审核不得作出执法决定"
    assert cite("住建部令第55号 15").text is None
    assert cite("生态环境法典 700").text is None


@pytest.mark.parametrize(
    ("short", "last"),
    [
        ("行政处罚法", 86),
        ("行政强制法", 71),
        ("行政许可法", 83),
        ("行政复议法", 90),
        ("行政诉讼法", 103),
        ("民事诉讼法", 306),
        ("个人信息保护法", 74),
        ("治安管理处罚法", 144),
        ("档案法", 53),
    ],
)
def test_every_article_of_a_statute_was_read(short, last):
    assert list(articles(short)) == list(range(1, last + 1))
    assert article(short, last).text


FORCE = [
    ("行政处罚法", "2021-07-14", False),
    ("行政处罚法", "2021-07-15", True),
    ("生态环境法典", "2026-08-14", False),
    ("生态环境法典", "2026-08-15", True),
    ("大气污染防治法", "2026-08-14", True),
    ("大气污染防治法", "2026-08-15", False),
    ("噪声污染防治法", "2022-06-04", False),
    ("方案", "2026-01-01", True),
]


@pytest.mark.rule("TIME-07", "TIME-08")
@pytest.mark.clause("1.2.b")
@pytest.mark.parametrize(("short", "day", "applies"), FORCE)
def test_in_force(short, day, applies):
    assert statute(short).in_force(datetime.date.fromisoformat(day)) is applies


@pytest.mark.rule("TIME-08")
def test_the_code_replaces_exactly_the_ten_laws_its_last_article_names():
    named = re.findall(r"《中华人民共和国([^》]+)》", cite("生态环境法典 1242").text)
    assert sorted(statute("生态环境法典").replaces) == sorted(named)
    for short in named:
        old = statute(short)
        assert (old.replaced_by, old.in_force_to) == ("生态环境法典", datetime.date(2026, 8, 14))


def test_the_first_days_in_force_agree_with_the_texts():
    """Where the last article names the first day and nothing was amended since, the table must agree."""
    amended = {"城乡规划法", "行政许可法", "行政诉讼法", "电子签名法", "市容条例"}
    for one in all_statutes():
        last = articles(one.short)[max(articles(one.short))].text if one.files else ""
        day = re.search(r"自(\d{4})年(\d{1,2})月(\d{1,2})日起施行", last)
        if day and one.short not in amended:
            assert one.in_force_from == datetime.date(*map(int, day.groups())), one.short


def test_the_plan_has_its_38_clauses():
    assert len(all_clauses()) == 38
    assert all(cite(f"方案 {one.id}").text == one.sentence for one in all_clauses())


ALIASES = {
    "处罚法": "行政处罚法",
    "诉讼法": "行政诉讼法",
    "实施条例": "档案法实施条例",
    "55号令": "住建部令第55号",
}
ALIASES |= {"住建部令55号": "住建部令第55号", "浦东规定": "浦东新区非现场执法规定"}


def quotations():
    """Yield (statute, article numbers, words) for every 「…」 that a rule quotes from a text at hand."""
    names = sorted({one.short for one in all_statutes()} | set(ALIASES), key=len, reverse=True)
    named = re.compile("|".join(map(re.escape, names)))
    for rule in all_rules():
        found = [*named.finditer(rule.citation)]
        for this, following in zip(found, [*found[1:], None], strict=False):
            part = rule.citation[this.end() : following.start() if following else None]
            short = ALIASES.get(this[0], this[0])
            numbers = [int(one) for one in re.findall(r"\d+", re.sub(r"「.*?」|\(\d+\)|para \d", "", part))]
            for words in re.findall(r"「(.*?)」", part) if articles(short) else ():
                mark = pytest.mark.rule(rule.id)
                yield pytest.param(short, numbers, words, id=f"{rule.id} {words}", marks=mark)


def bare(text):
    return re.sub(r"[\s“”]", "", text)


@pytest.mark.parametrize(("short", "numbers", "words"), list(quotations()))
def test_the_words_a_rule_quotes_stand_in_the_article_it_cites(short, numbers, words):
    texts = [bare(articles(short)[number].text) for number in numbers]
    for piece in bare(words).replace("」「", "…").split("…"):
        assert any(piece in text for text in texts)
