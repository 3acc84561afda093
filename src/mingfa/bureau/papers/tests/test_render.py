"""Rendering: what stands in the paper, what is refused, and that the paper is PDF/A and always the same."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from mingfa.bureau import papers
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.lib.money import capital

from .case_examples import CASE_SENTENCES
from .enforcement_examples import ENFORCEMENT_SENTENCES
from .examples import DECISION, EXAMPLES
from .inspection_examples import INSPECTION_SENTENCES
from .parties import PERSON, SHOP
from .permit_examples import PERMIT_SENTENCES
from .record_examples import RECORD_SENTENCES
from .remedy_examples import REMEDY_SENTENCES
from .service_examples import SERVICE_SENTENCES
from .spot_examples import SPOT_SENTENCES
from .test_forms import KINDS, without

pytestmark = pytest.mark.long

AT = datetime(2026, 9, 28, 10, 0, tzinfo=timezone(timedelta(hours=8)))
# Where a paper takes a long text: the first of these that it has.
KEY_SENTENCES = {
    **INSPECTION_SENTENCES,
    **CASE_SENTENCES,
    **SPOT_SENTENCES,
    **PERMIT_SENTENCES,
    **REMEDY_SENTENCES,
    **SERVICE_SENTENCES,
    **RECORD_SENTENCES,
    "closure_approval": ["结案审批表", "行政处罚决定已履行完毕", "行政机关", "归档号"],
    "collective_discussion": ["集体讨论记录", "应到4人，实到4人", "周示例（局长）"],
    "correction_order": ["责令改正通知书", "现责令你单位于2026年9月8日前按照下列要求改正", "六十日内"],
    "filing_approval": ["立案审批表", "案件来源", "王示例（执法证号：示E0001）", "无需回避"],
    "hearing_notice": [
        "2026年10月12日9时30分",
        "委托一至二人代理",
        "视为放弃听证权利",
        "不承担本机关组织听证的费用",
    ],
    "hearing_postponement": ["因下列原因变更", "住院治疗", "2026年10月26日9时30分"],
    "hearing_record": [
        "听证笔录",
        "何示例（律师）",
        "面积测量偏大",
        "请求从轻处罚",
        "听证主持人、听证员、记录员签名",
    ],
    "hearing_report": ["听证报告", "建议维持拟作出的处罚", "高新城管听录字〔2026〕第0001号"],
    "inspection_record": ["出示了行政执法证件，表明身份", "2026年9月5日10时20分至2026年9月5日10时58分"],
    "investigation_report": ["案件调查终结报告", "裁量情节与裁量阶次", "承办人：王示例、李示例"],
    "no_penalty_decision": ["本机关决定对当事人不予行政处罚", "第三十三条第一款"],
    "penalty_decision": [
        "高新城管罚决字〔2026〕第0001号",
        "罚款人民币伍佰元整（¥500.00）",
        "自收到本决定书之日起六十日内向示例市高新区人民政府申请行政复议",
        "六个月内直接向示例市高新区人民法院提起行政诉讼",
        "行政复议申请书可以通过互联网渠道提交：示例市行政复议网上申请平台",
        "每日按罚款数额的百分之三加处罚款",
        "2026年9月28日",
    ],
    "penalty_notice": [
        "有权进行陈述和申辩",
        "不因陈述、申辩而给予更重的处罚",
        "有权要求听证",
        "五个工作日内",
    ],
    "questioning_record": ["有权申请回避", "问：从什么时候开始堆放", "与我所说的一致"],
    "review_opinion": ["法制审核意见书", "示A20260000000001", "违法行为是否涉嫌犯罪"],
    "revocation_decision": [
        "撤销行政处罚决定书",
        "于2026年9月28日作出《行政处罚决定书》（高新城管罚决字〔2026〕第0001号）",
        "本机关决定撤销《行政处罚决定书》",
        "在三日内撤回行政处罚决定信息并公开说明理由",
    ],
    "custody_record": ["保管记录", "活鱼不易保管", "人民币壹佰贰拾元整"],
    "disposal_decision": ["财物处理决定书", "依法销毁", "王示例", "处理财物清单", "一式二份", "六十日内"],
    "measure_approval": ["行政强制措施审批表", "当事人正在转移工具", "第十九条补办", "同意。"],
    "preservation_approval": ["先行登记保存审批表", "证据可能灭失", "同意。"],
    **ENFORCEMENT_SENTENCES,
    "extension_decision": ["延长查封（扣押）期限决定书", "延长30日，至2026年11月6日", "六十日内"],
    "preservation_disposal": ["先行登记保存证据处理决定书", "解除登记保存，予以退还", "移动烧烤炉"],
    "preservation_notice": [
        "先行登记保存证据通知书",
        "将于2026年9月16日前作出处理决定",
        "先行登记保存证据清单",
    ],
    "release_decision": ["解除查封（扣押）决定书", "第二十八条第一款第三项", "解除查封（扣押）清单"],
    "return_list": ["退还清单", "移动烧烤炉", "领取人签名"],
    "scene_record": ["现场笔录", "执法人员出示执法身份证件", "2026年9月7日9时02分", "全程音像记录"],
    "seizure_decision": [
        "查封（扣押）决定书",
        "自2026年9月7日起（当日不计算在内）至2026年10月7日止",
        "查封（扣押）清单",
        "一式二份",
        "六十日内向示例市高新区人民政府申请行政复议",
    ],
    "testing_notice": ["期间为2026年9月11日至2026年9月20日", "费用由本机关承担"],
    "service_receipt": ["送达回证", "直接送达", "2026年9月29日11时05分", "经营者本人"],
}


@cache
def drawn(kind: str) -> bytes:
    """Return the example of a kind, drawn once for all who look at it."""
    return papers.render(kind, EXAMPLES[kind], made_at=AT)


def text_of(pdf: bytes) -> str:
    """Return the text of a PDF without line ends and blanks."""
    document = pypdfium2.PdfDocument(pdf)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


def pages_of(pdf: bytes) -> int:
    return len(pypdfium2.PdfDocument(pdf))


@pytest.mark.clause("2.1.a", "2.3.a")
@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_says_what_its_facts_say(kind):
    text = text_of(drawn(kind))
    for sentence in KEY_SENTENCES[kind]:
        assert sentence in text


@pytest.mark.rule("TIME-06")
@pytest.mark.parametrize(
    "kind", [k for k in KINDS if any(f.name == "open_end" for f in papers.form(k).fields)]
)
def test_a_day_that_no_notice_fixes_yet_is_printed_as_a_guess(kind):
    """With the rule by which it will be fixed; of a firm day nothing is said."""
    counted = term("EVID-04", date(2026, 12, 23), Calendar())
    guessed = papers.render(kind, EXAMPLES[kind] | {"open_end": counted.mark}, made_at=AT)
    said = "日（放假安排尚未公布，暂按可能的最早之日；公布后按民事诉讼法第八十五条和国务院放假通知确定）"
    assert said in text_of(guessed)
    assert "放假安排" not in text_of(drawn(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_a_paper_is_archival_and_accessible(kind):
    with pikepdf.open(io.BytesIO(drawn(kind))) as pdf:
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == papers.form(kind).title
        assert pdf.Root.OutputIntents[0].S == "/GTS_PDFA1"
        assert str(pdf.Root.Lang).startswith("zh")
        assert "/Names" not in pdf.Root or "/JavaScript" not in pdf.Root.Names
        fonts = [
            obj for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and "/FontDescriptor" in obj
        ]
        assert fonts
        assert all(any(f"/FontFile{n}" in font.FontDescriptor for n in ("", 2, 3)) for font in fonts)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_facts_and_time_give_the_same_bytes(kind):
    assert papers.render(kind, EXAMPLES[kind], made_at=AT) == drawn(kind)


def test_many_threads_make_the_same_paper():
    alone = papers.render("service_receipt", EXAMPLES["service_receipt"], made_at=AT)
    with ThreadPoolExecutor(64) as pool:
        made = pool.map(
            lambda _: papers.render("service_receipt", EXAMPLES["service_receipt"], made_at=AT), range(64)
        )
        assert all(paper == alone for paper in made)


@pytest.mark.rule("DEC-04")
def test_an_incomplete_paper_is_refused_with_what_is_missing():
    with pytest.raises(
        papers.Incomplete, match=r"缺少应当载明的内容：证据（行政处罚法 59）.*请补充"
    ) as refused:
        papers.render("penalty_decision", without(DECISION, "evidence"), made_at=AT)
    assert [m.field for m in refused.value.missing] == ["evidence"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_may_be_empty_and_says_that_it_is_a_draft(kind):
    text = text_of(papers.render(kind, {}, made_at=AT, draft=True))
    assert "草稿" in text
    assert papers.form(kind).title in text


def test_a_seal_is_on_the_decision_and_not_on_its_draft():
    sealed = text_of(papers.render("penalty_decision", DECISION, made_at=AT))
    draft = text_of(papers.render("penalty_decision", DECISION, made_at=AT, draft=True))
    assert sealed.count("示") == draft.count("示") + 2  # the name on the arc, and the mark of a specimen
    assert "（印章）" in draft
    assert "（印章）" not in sealed


def test_a_bureau_that_stamps_by_hand_gets_room_for_the_stamp():
    facts = {**DECISION, "agency": {"name": "示例市高新区城市管理局", "seal": "by_hand"}}
    assert "（印章）" in text_of(papers.render("penalty_decision", facts, made_at=AT))


@pytest.mark.parametrize(
    "hostile", ['#panic("x")', '#read("/etc/passwd")', "*b* _i_ $x$ `c`", "= h \\ <a> @b // c", '"); #x']
)
def test_what_a_user_wrote_is_printed_and_never_run(hostile):
    facts = {**DECISION, "findings": hostile, "party": {**SHOP, "name": hostile}}
    text = text_of(papers.render("penalty_decision", facts, made_at=AT))
    assert text.count("".join(hostile.split())) == 2


@pytest.mark.parametrize("character", "喆堃䶮𬭳𠅤玥昇镕㎡①〇")
def test_a_rare_character_is_shown_or_refused_by_name(character):
    facts = {**DECISION, "party": {**PERSON, "name": f"张{character}"}}
    if papers.undrawable(character):
        with pytest.raises(papers.Undrawable, match=f"U\\+{ord(character):04X}.*请核对是否误录"):
            papers.render("penalty_decision", facts, made_at=AT)
    else:
        assert f"张{character}" in text_of(papers.render("penalty_decision", facts, made_at=AT))


@pytest.mark.parametrize(
    "character", ["\U0010ffff", "\ue863", "\u202e", "\u200b", "\x00", "\U0001f600", "\ud800"]
)
def test_a_character_that_shows_nothing_or_misleads_is_refused(character):
    with pytest.raises(papers.Undrawable) as refused:
        papers.render("penalty_decision", {**DECISION, "findings": f"事实{character}"}, made_at=AT)
    assert refused.value.characters == (character,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"penalties": [{"kind": "罚款", "amount": -1}]},
        {"date": "昨天"},
        {"cause": object()},
        {"evidence": ["照片"]},
    ],
)
def test_facts_of_another_shape_are_refused_with_a_sentence(wrong):
    with pytest.raises(papers.BadFacts, match="《行政处罚决定书》的内容与文书格式不符"):
        papers.render("penalty_decision", {**DECISION, **wrong}, made_at=AT)


@pytest.mark.parametrize(
    "served_at",
    ["2026-09-29T11:05:00+08:00", "2026-09-29T03:05:00Z", "2026-09-28T22:05:30.5-05:00", "2026-09-29T11:05"],
)
def test_a_time_is_printed_as_beijing_time_whatever_zone_was_recorded(served_at):
    facts = {**EXAMPLES["service_receipt"], "served_at": served_at}
    assert "2026年9月29日11时05分" in text_of(papers.render("service_receipt", facts, made_at=AT))


def test_the_time_of_making_needs_a_zone():
    with pytest.raises(ValueError, match="time zone"):
        papers.render("penalty_decision", DECISION, made_at=AT.replace(tzinfo=None))


def test_the_time_of_making_is_in_the_paper_and_in_its_bytes():
    with pikepdf.open(io.BytesIO(papers.render("penalty_decision", DECISION, made_at=AT))) as pdf:
        assert "20260928" in str(pdf.docinfo["/CreationDate"])
    later = papers.render("penalty_decision", DECISION, made_at=AT + timedelta(days=1))
    assert later != papers.render("penalty_decision", DECISION, made_at=AT)


@pytest.mark.clause("2.4.c")
@pytest.mark.parametrize("length", [40, 300, 900])
def test_the_receipt_can_be_read_from_the_first_page(length):
    url = ("https://log.example.cn/r/#" + "Ab3_" * 300)[:length]
    made = papers.render("penalty_decision", DECISION, made_at=AT, receipt_url=url)
    image = pypdfium2.PdfDocument(made)[0].render(scale=300 / 72).to_pil()
    assert [code.text for code in zxingcpp.read_barcodes(image)] == [url]
    text = text_of(made)
    assert "扫码核验" in text
    assert papers.digest_of_facts("penalty_decision", DECISION)[:16] in text


def test_attachments_come_out_as_they_went_in():
    attached = {"记录.json": '{"当事人":"张喆堃"}'.encode(), "scan.jpg": bytes(range(256))}
    made = papers.render("penalty_decision", DECISION, made_at=AT, attachments=attached)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        found = {file.filename: file.get_file().read_bytes() for file in pdf.attachments.values()}
        assert found == attached
        with pdf.open_metadata() as metadata:
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A")


LONG_FIELDS = (
    *("findings", "summary", "confirmation", "detail", "remark", "report", "reason", "contents", "reasons"),
    *("request", "interest", "why", "what", "facts", "content"),
    *("duty", "target", "remedied"),
    *("material", "address"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_text_flows_over_pages_and_nothing_is_lost(kind):
    long = "".join(f"第{n}段事实经过清楚，证据确实充分。\n" for n in range(250))
    fields = {one.name: one for one in papers.form(kind).fields}
    name = next(name for name in LONG_FIELDS if name in fields)
    said = {**EXAMPLES[kind][name], "text": long} if fields[name].shape == "opinion" else long
    made = papers.render(kind, {**EXAMPLES[kind], name: said}, made_at=AT)
    text = text_of(made)
    assert pages_of(made) > 4
    assert all(f"第{n}段事实" in text for n in range(250))


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_of_two_hundred_characters_stays_on_the_page(kind):
    name = "示" * 190 + "有限责任公司某某某某"
    facts = EXAMPLES[kind]
    changed = {k: {**facts[k], "name": name} for k in ("party", "person", "agency") if k in facts}
    made = papers.render(kind, {**facts, **changed, "document_no": "Z" * 120}, made_at=AT)
    for page in pypdfium2.PdfDocument(made):
        width, height = page.get_size()
        boxes = [obj.get_bounds() for obj in page.get_objects()]
        assert all(
            left > -1 and bottom > -1 and right < width + 1 and top < height + 1
            for left, bottom, right, top in boxes
        )


def test_a_first_remedy_of_reconsideration_names_no_direct_suit():
    text = text_of(papers.render("penalty_decision", {**DECISION, "reconsideration_first": True}, made_at=AT))
    assert "不得直接提起行政诉讼" in text
    assert "直接向示例市高新区人民法院" not in text


@pytest.mark.parametrize("amount", [0, 1, 50, 10050, 123456789, 100000000])
def test_a_sum_stands_in_words_and_figures(amount):
    text = text_of(
        papers.render(
            "penalty_decision", {**DECISION, "penalties": [{"kind": "罚款", "amount": amount}]}, made_at=AT
        )
    )
    assert f"罚款人民币{capital(amount)}（¥{amount / 100:,.2f}）" in text


def test_the_digest_of_the_facts_follows_the_facts():
    same = dict(reversed(DECISION.items()))
    assert papers.digest_of_facts("penalty_decision", same) == papers.digest_of_facts(
        "penalty_decision", DECISION
    )
    other = {**DECISION, "court": "另一法院"}
    assert papers.digest_of_facts("penalty_decision", other) != papers.digest_of_facts(
        "penalty_decision", DECISION
    )


def test_the_time_zone_of_the_clock_does_not_change_what_is_printed():
    there = papers.render("penalty_decision", DECISION, made_at=AT, receipt_url="https://log.example.cn/r/1")
    here = papers.render(
        "penalty_decision", DECISION, made_at=AT.astimezone(UTC), receipt_url="https://log.example.cn/r/1"
    )
    assert there == here
