"""What pydantic says of a field that cannot be read, as a Chinese sentence for whoever typed it."""

from typing import Any

_MESSAGES = {
    "missing": "必须填写。",
    "string_too_short": "至少填写{min_length}个字。",
    "string_type": "必须填写文字。",
    "string_unicode": "含有无法识别的字符，请删去后重新填写。",
    "string_too_long": "超过{max_length}个字，请精简。",
    "extra_forbidden": "没有这一栏，请删去。",
    "int_parsing": "请填写整数。",
    "int_type": "请填写整数。",
    "date_from_datetime_parsing": "请按 2026-03-12 的格式填写日期。",
    "date_parsing": "请按 2026-03-12 的格式填写日期。",
    "date_type": "请按 2026-03-12 的格式填写日期。",
    "datetime_parsing": "请按 2026-03-12 10:20 的格式填写时间。",
    "datetime_type": "请按 2026-03-12 10:20 的格式填写时间。",
    "datetime_from_date_parsing": "请按 2026-03-12 10:20 的格式填写时间。",
    "bool_parsing": "请选择是或者否。",
    "bool_type": "请选择是或者否。",
    "int_from_float": "请填写整数。",
    "list_type": "请逐项填写。",
    "model_type": "请逐栏填写。",
    "model_attributes_type": "请逐栏填写。",
    "date_from_datetime_inexact": "请按 2026-03-12 的格式填写日期。",
    "literal_error": "请从列出的选项中选择一项。",
    "enum": "请从列出的选项中选择一项。",
    "greater_than_equal": "不得小于{ge}。",
    "less_than_equal": "不得大于{le}。",
    "string_pattern_mismatch": "格式不正确。",
    "too_short": "至少需要{min_length}项。",
    "too_long": "最多{max_length}项。",
}


def sentence(error: Any) -> str:
    """Say one error of a `ValidationError` in Chinese."""
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    kind, context = error["type"], error.get("ctx", {})
    if kind == "string_too_short" and context["min_length"] == 1:
        kind = "missing"
    template = _MESSAGES.get(kind)
    return template.format(**context) if template else "填写不正确，请核对。"
