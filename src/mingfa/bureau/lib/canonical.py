"""One value, one sequence of bytes: the JSON that is hashed and compared."""

import json
from typing import Any


def canonical_json(value: Any) -> bytes:
    """Write sorted keys, no spaces, UTF-8 without escapes.

    Floats are refused (money is integer 分, measures are text), so are NaN, keys that are not text and
    types that JSON does not have: whatever has two spellings could be hashed two ways.
    """
    _refuse_the_ambiguous(value, "$")
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    ).encode()


def _refuse_the_ambiguous(value: Any, place: str) -> None:
    if value is None or isinstance(value, bool | int | str):
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError(f"{place}：键必须是文本，收到{type(key).__name__}")
            _refuse_the_ambiguous(inner, f"{place}.{key}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            _refuse_the_ambiguous(inner, f"{place}[{index}]")
    else:
        raise TypeError(f"{place}：不能写入规范JSON的类型{type(value).__name__}，请改用整数或文本")
