"""One party is one party however it is spelled; what cannot be printed is refused where it is typed."""

from typing import Any

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.lib.identity import resident_id_mark
from mingfa.example.asking import misread, refused
from mingfa.example.cases import SHOP, Play
from mingfa.example.codes import credit_code

TWICE = {"the_same_act_is_not_on_file_already": "FILE-05"}
UNIT = {
    "kind": "unit",
    "name": "示例（新疆）餐饮有限公司",
    "code": credit_code(12, unit=True),
    "representative": "王示例",
    "address": "示例市高新区示例路12号",
}


def id_number(body: str) -> str:
    return body + resident_id_mark(body)


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in text)


def person(code: str) -> dict[str, str]:
    return {"kind": "person", "name": "张示例", "code": code, "address": "示例市高新区示例街9号"}


def verified(stage: Any, cast: Any, **clue: Any) -> Play:
    play = Play(stage, cast)
    play.register(**clue)
    play.keep()
    play.verify()
    return play


OLD, YOUNG = id_number("65010319800101001"), id_number("65010319920202002")


@pytest.mark.rule("FILE-05")
@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param(UNIT, {"name": "示例(新疆)餐饮有限公司"}, True, id="半角括号"),
        pytest.param(UNIT, {"name": "示例〔新疆〕 餐饮有限公司", "code": ""}, True, id="没有代码，写法不同"),
        pytest.param(UNIT, {"name": "示例餐饮管理有限公司"}, True, id="同一代码，另一名称"),
        pytest.param(UNIT, {"code": credit_code(12, unit=True).lower()}, True, id="小写代码"),
        pytest.param(UNIT, {"code": wide(credit_code(12, unit=True))}, True, id="全角代码"),
        pytest.param(UNIT, {"code": credit_code(13, unit=True)}, False, id="同名，另一代码"),
        pytest.param(person(OLD), person(YOUNG), False, id="同名，另一人"),
        pytest.param(person(OLD), person(wide(OLD)), True, id="同一人，全角号码"),
    ],
)
def test_the_code_says_who_is_the_same(
    stage: Any, cast: Any, first: dict[str, str], second: dict[str, str], same: bool
) -> None:
    verified(stage, cast).propose(party=first)
    other = verified(stage, cast)
    if same:
        assert refused(other.propose, party={**first, **second}) == TWICE
    else:
        other.propose(party={**first, **second})
        assert other.file().number


def test_two_of_one_name_are_both_filed(stage: Any, cast: Any) -> None:
    """FILE-05 is asked again at the approval: of the party on record, not of its name."""
    one, two = verified(stage, cast), verified(stage, cast)
    one.propose(party=person(OLD))
    two.propose(party=person(YOUNG))
    assert one.file().number != two.file().number


def test_a_birthday_is_not_lost_by_wide_digits(stage: Any, cast: Any) -> None:
    play = verified(stage, cast)
    play.propose(party=person(wide(id_number("65010320130101001"))))
    case = reads.case(play.case)
    assert case is not None and case.party is not None
    assert case.party.code == id_number("65010320130101001")
    assert case.party.age_on(case.act_on) == 13


def test_what_nobody_sees_does_not_stop_a_case(stage: Any, cast: Any) -> None:
    play = verified(stage, cast, place="示例路\u200b１００号(门前)", party_name="\u2f3e示例\ufeff店")
    found = reads.case(play.case)
    assert found is not None and (found.place, found.suspect) == ("示例路100号（门前）", "户示例店")
    play.propose(party=SHOP | {"phone": "\u202d138 0000 0000\u202c"})
    assert play.file().number
    case = reads.case(play.case)
    assert case is not None and case.party is not None and case.party.phone == "13800000000"


def test_what_cannot_be_printed_is_refused_when_it_is_typed(stage: Any, cast: Any) -> None:
    play = verified(stage, cast)
    said = misread(play.propose, party=SHOP | {"name": "示例\U0010fffe店"}, facts="门头标注\U0001f600字样。")
    assert set(said) == {"party.name", "facts"}
    assert "第3个字U+10FFFE" in said["party.name"]
    assert "第5个字“\U0001f600”（U+1F600）" in said["facts"] and "附照片" in said["facts"]
    play.propose()
    assert play.file().number, "the case goes on once the sign is gone"
