"""How names are masked and what may not be read: tables for a lawyer (plan 1.1.d; RED-02, RED-03, RED-06)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingfa.bureau.disclosure.redaction.facts import Masking, Secret, leaks, masked_name, masked_names
from mingfa.bureau.disclosure.redaction.gather import masking_of, names_in, public_name
from mingfa.bureau.doorway.party import Party
from mingfa.feed.notice import Masked

from .conftest import PARTIES


@pytest.mark.rule("RED-03")
@pytest.mark.clause("1.1.d")
@pytest.mark.parametrize(
    ("name", "mask"),
    [
        pytest.param("王小明", "王某", id="surname and 某"),
        pytest.param("李四", "李某", id="a name of two signs"),
        pytest.param("欧阳示例", "欧阳某", id="a compound surname is kept whole"),
        pytest.param("司马示", "司马某", id="a compound surname with one sign"),
        pytest.param("欧阳", "欧某", id="two signs are surname and name"),
        pytest.param("买买提·示例", "买某", id="a minority name keeps its first sign"),
        pytest.param("古丽•示例", "古某", id="with another middle dot"),
        pytest.param("约翰·示例", "约某", id="a foreigner's translated name likewise"),
        pytest.param("John Smith", "J某", id="a foreigner's name in letters"),
        pytest.param(" 王小明 ", "王某", id="blanks around it"),
    ],
)
def test_a_name_is_masked(name: str, mask: str) -> None:
    assert masked_name(name) == mask


@pytest.mark.rule("RED-03", "RED-06")
def test_names_that_would_look_alike_are_told_apart() -> None:
    assert masked_names(["王小明", "李四", "王大力", "王小明"]) == {
        "王小明": "王某甲",
        "李四": "李某",
        "王大力": "王某乙",
    }


TRADER = Party(
    kind="sole_trader",
    name="示例区王小明便利店",
    code="92650104MA0000000X",
    representative="王小明",
    representative_code="110101199003077571",
    address="示例市高新区示例路1号",
    phone="13800000000",
)


@pytest.mark.rule("RED-03", "RED-06")
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("party", "shown"),
    [
        pytest.param(Party(**PARTIES["person"]), "王某", id="a person"),
        pytest.param(Party(**PARTIES["unit"]), "示例餐饮有限公司", id="a unit by its name"),
        pytest.param(Party(**PARTIES["sole_trader"]), "高新区示例小吃店", id="a trader by the shop's name"),
        pytest.param(TRADER, "示例区王某便利店", id="a shop that bears its owner's name"),
        pytest.param(
            TRADER.model_copy(update={"name": "王小明"}), "王某", id="a trader without a shop's name"
        ),
        pytest.param(
            TRADER.model_copy(update={"name": "王小明", "representative": ""}), "王某", id="nor an operator"
        ),
    ],
)
def test_a_party_is_called(party: Party, shown: str) -> None:
    assert public_name(party, masking_of(-1, party)) == shown


MASKING = Masking(
    [
        Secret("王小明", "当事人姓名", "王某", is_name=True),
        Secret("买买提·示例", "其他自然人姓名", "买某", is_name=True),
        Secret("示例市示例路1号101室", "住址"),
        Secret("13800000000", "联系电话"),
        Secret("张示例", "法定代表人（负责人）姓名", "张某", is_name=True),
        Secret("示例配方", "商业秘密"),
    ],
    kept=["张示例餐饮有限公司", "914401011111111111"],
)


@pytest.mark.rule("RED-02", "RED-06")
@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param("王小明承认，王小明签名", "王某承认，王某签名", id="every occurrence alike"),
        pytest.param("王 小 明", "王某", id="a name with blanks"),
        pytest.param("买买提•示例在场", "买某在场", id="another kind of middle dot"),
        pytest.param("住示例市示例路1号101室", "住（住址略）", id="an address leaves its label"),
        pytest.param("电话138-0000-0000", "电话（联系电话略）", id="a number with hyphens"),
        pytest.param("另一号码13912345678", "另一号码（电话号码略）", id="anybody's mobile number"),
        pytest.param("座机0991-2345678", "座机（电话号码略）", id="a fixed line"),
        pytest.param("证号110101199003077571", "证号（公民身份号码略）", id="anybody's ID number"),
        pytest.param("旧证110101900307757", "旧证（公民身份号码略）", id="an old ID number"),
        pytest.param("卡号6222 0000 0000 0000 000", "卡号（银行账号略）", id="a bank card"),
        pytest.param("车牌新A·12345", "车牌（车牌号码略）", id="a number plate"),
        pytest.param("护照E12345678", "护照（护照号码略）", id="a passport"),
        pytest.param("使用示例配方", "使用（商业秘密略）", id="a trade secret that was named"),
        pytest.param("张示例餐饮有限公司的张示例", "张示例餐饮有限公司的张某", id="a unit keeps its name"),
        pytest.param("代码914401011111111111", "代码914401011111111111", id="a unit keeps its code"),
        pytest.param("罚款人民币伍佰元整（¥500.00）", "罚款人民币伍佰元整（¥500.00）", id="an amount"),
        pytest.param("2026年9月5日10时20分", "2026年9月5日10时20分", id="a time"),
        pytest.param("示城管罚决字〔2026〕第18号", "示城管罚决字〔2026〕第18号", id="a number of a paper"),
    ],
)
def test_what_the_public_reads(text: str, read: str) -> None:
    assert MASKING.words(text) == read
    assert leaks([("正文", MASKING.words(text))], MASKING) == ()


@pytest.mark.rule("RED-02")
@pytest.mark.clause("1.1.d")
def test_what_is_taken_out_is_absent_and_leaves_its_label() -> None:
    assert MASKING.runs("王小明，住示例市示例路1号101室。") == ("王某，住", Masked("住址"), "。")


@pytest.mark.rule("RED-06")
@pytest.mark.parametrize(
    ("text", "what"),
    [
        pytest.param("王小明", "当事人姓名", id="a name in clear"),
        pytest.param("１３８００００００００", "联系电话", id="full-width digits"),
        pytest.param("1 3 8 0 0 0 0 0 0 0 0", "联系电话", id="digits spaced out"),
        pytest.param(
            "身份证１１０１０１１９９００３０７７５７１", "公民身份号码", id="a full-width ID number"
        ),
        pytest.param("新Ａ１２３４５", "车牌号码", id="a full-width plate"),
        pytest.param("示例市示例路1号 101室", "住址", id="an address with a blank"),
        pytest.param("张示例", "法定代表人（负责人）姓名", id="the head of a unit outside its name"),
    ],
)
def test_a_leak_is_found(text: str, what: str) -> None:
    found = leaks([("正文", text)], MASKING)
    assert what in {f.what for f in found if not f.unsure}
    assert all(text not in str(f) for f in found), "a finding does not repeat what it found"


@pytest.mark.rule("RED-06")
def test_a_given_name_alone_is_for_a_person_to_judge() -> None:
    (found,) = leaks([("正文", "小明到场")], MASKING)
    assert found.unsure and str(found) == "正文中可能含有当事人姓名的一部分"


@given(st.text(alphabet="王小明示例路1号室0138 -·、，\n", max_size=60))
@pytest.mark.rule("RED-06")
def test_masking_leaves_nothing_that_the_scan_finds(text: str) -> None:
    """Whatever the words around a name, a phone or an address: what comes out holds none of them."""
    masked = MASKING.words(f"{text}王小明{text}13800000000，{text}")
    assert "王小明" not in masked and "13800000000" not in masked


@pytest.mark.rule("RED-02")
@pytest.mark.parametrize(
    ("present", "names"),
    [
        ("见证人：李示例（店员）", ["李示例"]),
        ("李示例、张某某，阿依古丽·示例", ["李示例", "张某某", "阿依古丽·示例"]),
        ("示例某（经营者）、李示例（现场负责人）", ["示例某", "李示例"]),
        ("当事人在场", []),
        ("无", []),
        ("示例社区居委会", []),
        ("过路群众", []),
    ],
)
def test_witnesses_are_found_where_those_present_are_listed(present: str, names: list[str]) -> None:
    assert names_in(present) == names
