"""What may be typed into an act: typed, bounded, with labels the desk shows (one declaration, every face)."""

from datetime import datetime, timedelta, timezone
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError


class Inputs(BaseModel):
    """The base of every act's inputs: nothing unknown gets in, nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class File(Inputs):
    """A file already kept in the vault: its digest is what the act commits to."""

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=1)]
    media: Annotated[str, StringConstraints(max_length=80)]
    name: Annotated[str, StringConstraints(min_length=1, max_length=120)]


def _in_china(at: datetime) -> datetime:
    """Read a time without a zone as Chinese time, the only one people write here."""
    return at if at.tzinfo else at.replace(tzinfo=timezone(timedelta(hours=8)))


Moment = Annotated[datetime, AfterValidator(_in_china)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
Fen = Annotated[int, Field(ge=0, le=10_000_000_000_00)]

_MESSAGES = {
    "missing": "必须填写。",
    "string_too_short": "必须填写。",
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
    "literal_error": "请从列出的选项中选择一项。",
    "enum": "请从列出的选项中选择一项。",
    "greater_than_equal": "不得小于{ge}。",
    "less_than_equal": "不得大于{le}。",
    "string_pattern_mismatch": "格式不正确。",
    "too_short": "至少需要{min_length}项。",
    "too_long": "最多{max_length}项。",
}


class InvalidInputs(ValueError):
    """What was typed cannot be read. `errors` maps a field to a Chinese sentence."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("；".join(f"{field}：{words}" for field, words in errors.items()))
        self.errors = errors


def read_inputs(kind: type[Inputs], given: dict[str, Any]) -> Inputs:
    """Read what was typed, or raise `InvalidInputs` with every error at once."""
    try:
        return kind.model_validate(given)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise InvalidInputs({_place(e["loc"]): _sentence(e) for e in found}) from None


def _place(where: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in where) or "*"


def _sentence(error: Any) -> str:
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    template = _MESSAGES.get(error["type"])
    return template.format(**error.get("ctx", {})) if template else "填写不正确，请核对。"
