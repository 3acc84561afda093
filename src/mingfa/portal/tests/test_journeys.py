"""What a citizen finds: list, decision, withdrawal, correction, items, figures, downloads."""

import csv
import io
import json
import zipfile

import pytest

from mingfa.feed.check import check
from mingfa.feed.reader import Feed
from mingfa.feed.source import HttpSource
from mingfa.feed.tests.making import AT, FeedMaker, example, notice, text_of
from mingfa.portal.server import Portal
from mingfa.portal.tests.visiting import served, site_over, visit, words
from mingfa.tlog import Policy, check_receipt, parse_receipt

KEPT, PERSON, GONE, RIGHT = (f"示城管罚决字〔2026〕第{serial}号" for serial in ("018", "017", "012", "009"))


@pytest.fixture
def made(tmp_path) -> FeedMaker:
    return example(tmp_path)


@pytest.fixture
def site(made):
    return site_over(made.folder)


def test_the_list_shows_every_decision_newest_first(site):
    page = words(visit(site, "/decisions/"))
    places = [page.index(number) for number in (RIGHT, GONE, PERSON, KEPT)]
    assert places == sorted(places)
    assert '共 <strong class="num">4</strong> 条' in page
    assert all(state in page for state in ("在示", "已更正", "已撤下"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "餐饮"}, [KEPT]),
        ({"q": "王某 堆放"}, [PERSON]),
        ({"q": "示城管罚决字〔2026〕第017号"}, [PERSON]),
        ({"q": "91650104ma"}, [KEPT]),
        ({"q": "李"}, [RIGHT]),
        ({"kind": "警告"}, [PERSON]),
        ({"state": "withdrawn"}, [GONE]),
        ({"state": "replaced"}, [RIGHT]),
        ({"from": "2026-03-11", "to": "2026年3月11日"}, [PERSON]),
        ({"from": "20260312"}, [KEPT]),
        ({"item": "650104-ZF-0612"}, [RIGHT, PERSON, KEPT]),
        ({"q": "没有这样的话"}, []),
        ({"q": '" OR 1 --'}, []),
    ],
)
def test_filters_find_exactly_what_they_say(site, query, found):
    page = words(visit(site, "/decisions/", **query))
    assert [number for number in (RIGHT, GONE, PERSON, KEPT) if f">{number}</a>" in page] == found


def test_a_date_that_is_none_is_explained(site):
    page = words(visit(site, "/decisions/", **{"from": "2026-13-01"}))
    assert "不是有效日期" in page and 'role="alert"' in page


def test_the_list_has_pages(tmp_path):
    maker = FeedMaker(tmp_path)
    for serial in range(1, 46):
        maker.publish("penalty", notice(serial))
    maker.sign()
    site = site_over(tmp_path)
    second, filtered = (
        words(visit(site, "/decisions/page-2/")),
        words(visit(site, "/decisions/", q="餐饮", page="3")),
    )
    assert '本页 <span class="num">21–40</span>' in second
    assert 'href="../../decisions/page-3/"' in second
    assert '本页 <span class="num">41–45</span>' in filtered
    assert "page=2" in filtered and "q=%E9%A4%90%E9%A5%AE" in filtered


@pytest.mark.rule("PUB-02")
@pytest.mark.clause("1.4.a", "1.4.c")
def test_a_decision_shows_its_four_contents_its_text_and_its_term(site):
    page = words(visit(site, f"/decisions/{KEPT}"))
    for content in (
        "示例区城市管理局",
        "示例餐饮有限公司",
        "行政处罚（普通程序）",
        "罚款人民币叁佰元整",
        "300.00",
    ):
        assert content in page
    assert "第 2 个工作日（期限 7 个）" in page
    assert "行政处罚决定书" in page
    assert "与日志中的承诺值一致" in page
    assert page == words(visit(site, f"/decisions/{KEPT}/")).replace('"../../', '"../')


@pytest.mark.clause("1.1.d")
def test_a_masked_value_is_absent_and_named(site):
    page = words(visit(site, f"/decisions/{KEPT}"))
    assert '法定代表人<span class="mask">〔法定代表人姓名，依法不公开〕</span>' in page


@pytest.mark.rule("PUB-05")
@pytest.mark.clause("1.4.d", "1.4.e")
def test_a_withdrawn_decision_leaves_number_dates_and_reason_only(made, site):
    page = words(visit(site, f"/decisions/{GONE}"))
    assert "这条公示已撤下" in page and "行政复议撤销" in page and "2026-03-18" in page
    for content in ("建筑工程", "未按规定覆盖"):
        assert content not in page
        assert content not in words(visit(site, "/decisions/"))
        assert f">{GONE}</a>" not in words(visit(site, "/decisions/", q=content))
    data = made.folder.joinpath("portal.sqlite3").read_bytes()
    assert "未按规定覆盖运输建筑垃圾".encode() not in data


@pytest.mark.clause("1.4.e")
def test_content_goes_from_the_portal_when_it_is_withdrawn(made, site):
    late = notice(21, party="示例撤下有限公司", cause="将被撤下的行为")
    ref = made.publish("penalty", late, text_of(late))
    commitments = list(made.items[ref].values())
    made.sign()
    assert site.look()
    assert "将被撤下的行为" in words(visit(site, f"/decisions/{late.number}"))
    assert visit(site, f"/feed/item/{commitments[0]}").status == 200
    made.withdraw(ref, late, "expired", "公示期限届满")
    made.sign()
    assert site.look()
    assert "将被撤下的行为" not in words(visit(site, f"/decisions/{late.number}"))
    assert [visit(site, f"/feed/item/{c}").status for c in commitments] == [410, 410]
    assert visit(site, "/feed/item/" + "0" * 64).status == 404
    traces = [
        path for path in made.folder.glob("portal.sqlite3*") if "将被撤下的行为".encode() in path.read_bytes()
    ]
    assert traces == []


@pytest.mark.clause("1.4.d")
def test_a_correction_shows_the_new_content_and_its_history(site):
    page = words(visit(site, f"/decisions/{RIGHT}"))
    assert "罚款人民币伍拾元整" in page and "未分类投放生活垃圾" in page
    assert "更正：更正笔误" in page and "已更正" in page
    assert "第 6 号条目" in page and "第 7 号条目" in page


@pytest.mark.rule("PUB-01")
@pytest.mark.clause("1.2.a", "1.2.c", "1.2.d")
def test_an_item_page_has_its_seven_contents_and_guide(site):
    assert "超出门窗、外墙经营" in words(visit(site, "/items/"))
    page = words(visit(site, "/items/650104-ZF-0612/"))
    for number, title in enumerate(
        ("执法依据", "裁量基准", "办理流程", "机构职能", "近一年的决定", "不服怎么办", "咨询与监督"), 1
    ):
        assert f"{number}　{title}" in page
    for content in ("受理机构", "受理条件", "办理时限", "索引号", "shili001-2026-000001", KEPT):
        assert content in page
    chart = visit(site, "/items/650104-ZF-0612/flow.svg")
    assert chart.content_type == "image/svg+xml" and "法制审核".encode() in chart.body


@pytest.mark.clause("1.3.a")
def test_an_officer_is_found_by_certificate(site):
    assert "示例甲" in words(visit(site, "/officers/", code="xj0104001"))
    expired = words(visit(site, "/officers/", code="XJ0104002"))
    assert "该证件目前不能用于执法" in expired
    assert "没有查到这个证号" in words(visit(site, "/officers/", code="XJ999"))


@pytest.mark.clause("1.1.c")
def test_figures_come_from_the_log_and_a_nil_month_is_proven(site):
    page = words(visit(site, "/statistics/"))
    assert "2026年2月无行政强制决定需要公示" in page
    assert "2026年3月无行政强制决定需要公示（截至 2026-03-31 20:00）" in page
    assert "无行政处罚决定" not in page
    assert 'verify/#i=2"' in page and 'verify/#i=9"' in page


@pytest.mark.parametrize("section", ["decisions", "items", "officers", "statistics"])
def test_each_listing_is_csv_xlsx_and_json_with_its_dictionary(site, section):
    pages = {form: visit(site, f"/{section}/{section}.{form}") for form in ("csv", "xlsx", "json")}
    assert {page.status for page in pages.values()} == {200}
    assert pages["csv"].body.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(pages["csv"].body.decode("utf-8-sig"))))
    whole = json.loads(pages["json"].body)
    assert [column["title"] for column in whole["dictionary"]] == table[0]
    assert all(column["description"] for column in whole["dictionary"])
    assert len(whole["rows"]) == len(table) - 1 > 0
    assert whole["source"]["条目数"] == 10
    with zipfile.ZipFile(io.BytesIO(pages["xlsx"].body)) as book:
        assert "数据字典" in book.read("xl/workbook.xml").decode()


def test_an_export_follows_the_filters_and_runs_no_formula(made):
    made.publish("penalty", notice(50, party="=HYPERLINK(示例)"))
    made.sign()
    site = site_over(made.folder)
    table = list(
        csv.reader(
            io.StringIO(visit(site, "/decisions/decisions.csv", q="hyperlink").body.decode("utf-8-sig"))
        )
    )
    assert len(table) == 2
    assert table[1][3] == "'=HYPERLINK(示例)"


def test_a_receipt_proves_the_entry_offline(made, site):
    receipt = words(visit(site, "/feed/receipt/3"))
    entry = parse_receipt(receipt).extra
    assert check_receipt(receipt, entry, Policy.of(made.key.vkey())).index == 3
    assert visit(site, "/feed/receipt/999").status == 404


def test_feed_readers_are_served(site):
    assert GONE in words(visit(site, "/feed/atom.xml"))
    items = json.loads(visit(site, "/feed/feed.json").body)["items"]
    assert len(items) == 4 and all(
        item["url"].startswith("http://localhost:8001/decisions/") for item in items
    )


def test_the_served_feed_is_itself_a_feed(made, site):
    with served(Portal(site)) as address:
        assert check(Feed(HttpSource(f"{address}/feed"))) == []


def test_government_marks_and_elder_mode(site):
    page = words(visit(site, f"/decisions/{KEPT}"))
    for mark in ("SiteName", "SiteIDCode", "ColumnName", "ArticleTitle", "PubDate", "ContentSource"):
        assert f'<meta name="{mark}"' in page
    assert "data-elder" not in page
    elder = words(visit(site, "/decisions/", elder=True, q="餐饮"))
    assert '<html lang="zh-Hans-CN" data-elder>' in elder and "elder=0" in elder and "q=%E9%A4%90" in elder


@pytest.mark.parametrize(
    "path", ["/nix", "/decisions/示1号", "/items/x", "/static/../settings.py", "/feed/log/../../keys/x"]
)
def test_what_is_not_there_is_said_so(site, path):
    page = visit(site, path)
    assert page.status == 404 and "没有找到这个页面" in words(page)


def test_two_notices_of_one_number_name_each_other(made, site):
    again = notice(12, party="示例建筑工程有限公司", conclusion="警告", penalty_kinds=("警告",), amount=None)
    made.publish("penalty", again)
    made.sign()
    site.look()
    page = words(visit(site, f"/decisions/{GONE}"))
    assert "示例建筑工程有限公司" in page and "同一文书号的其他公示" in page


def test_an_empty_feed_is_an_empty_site(tmp_path):
    site = site_over(tmp_path)
    assert "公开日志尚未建立" in words(visit(site, "/"))
    assert {
        visit(site, path).status for path in ("/", "/decisions/", "/items/", "/statistics/", "/verify/")
    } == {200}
    example(tmp_path)
    assert site.look()
    assert KEPT in words(visit(site, "/"))


def test_a_publication_of_another_kind_keeps_its_own_term(made, site):
    made.publish(
        "coercion",
        notice(60, category="行政强制（扣押）", workdays_allowed=20, workday_of_publication=11),
        at=AT,
    )
    made.sign()
    site.look()
    page = words(visit(site, "/decisions/示城管罚决字〔2026〕第060号"))
    assert "第 11 个工作日（期限 20 个）" in page
