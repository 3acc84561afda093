"""What is typed is read strictly; what cannot be read is said in Chinese, all at once."""

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict, Field

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.inputs import Fen, File, Inputs, InvalidInputs, Line, Moment, Words, read_inputs
from mingfa.bureau.ledger.compare import sealed_models
from mingfa.example.asking import misread


class Visit(Inputs):
    """A made-up form with one field of each kind."""

    who: Line = Field(title="姓名")
    words: Words = Field(title="情况")
    on: date = Field(title="日期")
    at: Moment = Field(title="时间")
    fine: Fen = Field(title="金额")
    signed: bool = Field(title="签名")
    officers: list[int] = Field(title="人员", min_length=1, max_length=3)
    file: File | None = Field(title="文件", default=None)
    notes: list[Line] = Field(title="备注", default_factory=list)


GOOD = {
    "who": "示例某",
    "words": "经核查，情况属实。",
    "on": "2026-09-07",
    "at": "2026-09-07 10:20",
    "fine": 30000,
    "signed": True,
    "officers": [7, 8],
}
FILE = {"sha256": "a" * 64, "size": 1, "media": "image/jpeg", "name": "示例.jpg"}


def test_what_is_typed_is_read():
    read = read_inputs(Visit, GOOD)
    assert isinstance(read, Visit)
    assert read.at == datetime.fromisoformat("2026-09-07T10:20:00+08:00")
    assert (read.on, read.officers, read.file) == (date(2026, 9, 7), [7, 8], None)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("who", "", "必须填写。"),
        ("who", " 　 ", "必须填写。"),
        ("who", None, "必须填写文字。"),
        ("who", "长" * 201, "超过200个字，请精简。"),
        ("who", "张\x00三", "含有不可见的控制字符，请删去后重新填写。"),
        ("who", "张\ud800", "含有无法识别的字符，请删去后重新填写。"),
        ("words", "第一行\x1b[31m", "含有不可见的控制字符，请删去后重新填写。"),
        ("notes", ["好", "坏\x07"], "含有不可见的控制字符，请删去后重新填写。"),
        ("on", "9月7日", "请按 2026-03-12 的格式填写日期。"),
        ("on", "2026-02-30", "请按 2026-03-12 的格式填写日期。"),
        ("at", "上午", "请按 2026-03-12 10:20 的格式填写时间。"),
        ("fine", "三百", "请填写整数。"),
        ("fine", 0.5, "请填写整数。"),
        ("fine", -1, "不得小于0。"),
        ("fine", 10**15, "不得大于1000000000000。"),
        ("signed", "大概", "请选择是或者否。"),
        ("officers", [], "至少需要1项。"),
        ("officers", [1, 2, 3, 4], "最多3项。"),
        ("officers", "7", "请逐项填写。"),
        ("file", "照片.jpg", "请逐栏填写。"),
    ],
)
def test_what_cannot_be_read_is_said_in_chinese(field, typed, sentence):
    assert misread(read_inputs, Visit, GOOD | {field: typed}) == {field: sentence}


@pytest.mark.parametrize(
    ("file", "at", "sentence"),
    [
        ({"sha256": "A" * 64}, "file.sha256", "格式不正确。"),
        ({"sha256": "../../etc"}, "file.sha256", "格式不正确。"),
        ({"size": 0}, "file.size", "不得小于1。"),
        ({"name": ""}, "file.name", "必须填写。"),
        ({"path": "/"}, "file.path", "没有这一栏，请删去。"),
    ],
)
def test_a_file_is_a_digest_and_nothing_else(file, at, sentence):
    assert misread(read_inputs, Visit, GOOD | {"file": FILE | file}) == {at: sentence}


def test_all_errors_come_at_once():
    errors = misread(read_inputs, Visit, {"who": "", "on": "昨天", "extra": 1, "officers": ["甲"]})
    assert set(errors) == {"who", "words", "on", "at", "fine", "signed", "officers.0", "extra"}
    assert errors["words"] == errors["who"] == "必须填写。"
    with pytest.raises(InvalidInputs, match="who：必须填写。"):
        read_inputs(Visit, {})


def test_lines_end_alike_wherever_they_were_typed():
    read = read_inputs(Visit, GOOD | {"words": "第一段\r\n第二段\n\t第三段"})
    assert isinstance(read, Visit) and read.words == "第一段\n第二段\n\t第三段"


def test_once_read_nothing_changes():
    read = read_inputs(Visit, GOOD)
    with pytest.raises(ValueError, match="frozen"):
        read.who = "别人"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
ENGLISH = re.compile(r"[A-Za-z]{3}")


@given(st.sampled_from(sorted(GOOD)), json_values)
def test_whatever_is_typed_is_read_or_refused_in_chinese(field, typed):
    try:
        read_inputs(Visit, GOOD | {field: typed})
    except InvalidInputs as refused:
        sentences = list(refused.errors.values())
        assert sentences and all(s.endswith("。") and not ENGLISH.search(s) for s in sentences)


def test_no_input_is_longer_than_the_column_that_keeps_it():
    """PostgreSQL refuses what is too long only when the act is performed; the form must say so before.

    An input and a column are the same thing where they share room, name and Chinese title.
    """
    columns: dict[tuple[str, str, str], int] = {}
    for model in sealed_models():
        for field in model._meta.concrete_fields:
            if length := getattr(field, "max_length", None):
                columns[model._meta.app_label, field.attname, str(field.verbose_name)] = length
    too_long, checked = [], 0
    for act in REGISTER.values():
        room = "people" if act.room == "appointments" else act.room
        for name, shape in act.inputs.model_json_schema()["properties"].items():
            longest = columns.get((room, name, shape.get("title", "")))
            free = shape.get("type") == "string" and not {"enum", "format", "pattern"} & set(shape)
            if longest and free:
                checked += 1
                if shape.get("maxLength", 10**9) > longest:
                    too_long.append(f"{act.name}.{name}: {shape.get('maxLength')} > {longest}")
    assert too_long == [] and checked > 20


def test_what_nobody_sees_is_not_kept():
    """Pasted signs of direction and zero width go, as they go from the names of uploads."""
    read = read_inputs(
        Visit, GOOD | {"who": "\u202e\ufeff示例\u200b某", "file": FILE | {"name": "../\u202e示 例?.jpg"}}
    )
    assert isinstance(read, Visit)
    assert (read.who, read.file and read.file.name) == ("示例某", "示 例_.jpg")


@pytest.mark.parametrize(
    ("field", "typed"),
    [("who", "\u200b"), ("on", "0001-01-01"), ("at", "9999-12-31T23:59:59Z"), ("officers", [2**63])],
)
def test_what_no_column_holds_is_refused(field: str, typed: object):
    with pytest.raises(InvalidInputs):
        read_inputs(Visit, GOOD | {field: typed})


class Note(Inputs):
    """A text of which every character counts, as a signed note."""

    model_config = ConfigDict(str_strip_whitespace=False)

    text: str


def test_a_signed_text_is_kept_to_its_last_line_end():
    read = read_inputs(Note, {"text": "示例\n1\n\n— 示例 AAAA\n"})
    assert isinstance(read, Note)
    assert read.text == "示例\n1\n\n— 示例 AAAA\n"
