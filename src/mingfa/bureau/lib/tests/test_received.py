"""What comes from outside: numbers of any script and size, JSON of any depth, folders named by mistake."""

from pathlib import Path

import pytest

from mingfa.bureau.lib.received import LARGEST, is_ours, read_json, whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), (" ７ ", 7), ("", None), ("²", None), ("-1", None), ("1e3", None), ("1_0", None),
        (str(LARGEST), LARGEST), (str(LARGEST + 1), None), ("9" * 5000, None),
    ],
)  # fmt: skip
def test_a_number_is_read_or_there_is_none(text: str, number: int | None) -> None:
    assert whole(text) == number


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b"[" * 200_000 + b"]" * 200_000,
        b'{"a":' * 30 + b"1" + b"}" * 30,
        b"NaN",
        b'"\\ud800"',
        b'{"\\u0000": 1}',
    ],
)
def test_json_that_cannot_be_kept_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_json(data)


def test_json_is_read() -> None:
    assert read_json('{"a": [1, {"b": "示例"}]}'.encode()) == {"a": [1, {"b": "示例"}]}


def test_a_folder_is_a_bureaus_when_it_holds_one_or_nothing(tmp_path: Path) -> None:
    assert not is_ours(tmp_path / "typed-wrong")
    assert is_ours(tmp_path)
    (tmp_path / "photo.jpg").touch()
    assert not is_ours(tmp_path)
    (tmp_path / "db.sqlite3").touch()
    assert is_ours(tmp_path)
