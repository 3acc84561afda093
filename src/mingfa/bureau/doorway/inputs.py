"""What may be typed into an act: typed, bounded, with labels the desk shows (one declaration, every face)."""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)

from mingfa.bureau.lib import folding
from mingfa.bureau.lib.misread import sentence
from mingfa.bureau.lib.received import LARGEST
from mingfa.bureau.papers.printable import unprintable
from mingfa.bureau.vault.film.found import Measured
from mingfa.bureau.vault.names import safe_name
from mingfa.feed.signs import clean

FIRST, LAST = 1900, 2200
OUT_OF_RANGE = f"日期应当在{FIRST}年至{LAST - 1}年之间，请核对。"
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}


def is_in_range(day: date) -> bool:
    """Say whether a day or a moment can be counted with, in any time zone."""
    return FIRST <= day.year < LAST


class Inputs(BaseModel):
    """The base of every act's inputs: nothing unknown gets in, nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @field_validator("*", mode="before")
    @classmethod
    def _can_be_written(cls, value: Any) -> Any:
        """One kind of line end, no signs that nobody sees, no control characters: no paper prints them."""
        if isinstance(value, list):
            return [cls._can_be_written(one) for one in value]
        if not isinstance(value, str) or isinstance(value, Enum):
            return value
        text = clean(value.translate(_LINE_ENDS).replace("\r\n", "\n"))
        if any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in text):
            raise ValueError("含有不可见的控制字符，请删去后重新填写。")
        return text

    @field_validator("*")
    @classmethod
    def _can_be_kept(cls, value: Any) -> Any:
        """No number and no day that no column holds."""
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, int) and abs(one) > LARGEST:
                raise ValueError("数字过大，请核对。")
            if isinstance(one, date) and not is_in_range(one):
                raise ValueError(OUT_OF_RANGE)
        return value


class File(Inputs):
    """A file already kept in the vault: its digest is what the act commits to.

    `measured` is there where the file is a recording and a tool could read it before the act.
    """

    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    size: Annotated[int, Field(ge=1)]
    media: Annotated[str, StringConstraints(max_length=80)]
    name: Annotated[str, StringConstraints(min_length=1, max_length=120), AfterValidator(safe_name)]
    measured: Measured | None = None


def _in_china(at: datetime) -> datetime:
    """Read a time without a zone as Chinese time, the only one people write here."""
    return at if at.tzinfo else at.replace(tzinfo=timezone(timedelta(hours=8)))


def _folded(rule: Callable[[str], str]) -> BeforeValidator:
    """Fold what is typed before its length is asked; what is no text is left for the field to refuse."""
    return BeforeValidator(lambda typed: rule(typed) if isinstance(typed, str) else typed)


Moment = Annotated[datetime, AfterValidator(_in_china)]
FOLDED_NAME, FOLDED_ADDRESS = _folded(folding.name), _folded(folding.address)
FOLDED_PHONE = _folded(folding.phone)
Name = Annotated[str, StringConstraints(min_length=1, max_length=60), FOLDED_NAME]
PartyName = Annotated[str, StringConstraints(min_length=1, max_length=200), FOLDED_NAME]
PartyNameIfKnown = Annotated[str, StringConstraints(max_length=200), FOLDED_NAME]
Address = Annotated[str, StringConstraints(min_length=1, max_length=200), FOLDED_ADDRESS]
AddressIfKnown = Annotated[str, StringConstraints(max_length=200), FOLDED_ADDRESS]
Code = Annotated[str, StringConstraints(max_length=18), _folded(folding.code)]
Phone = Annotated[str, StringConstraints(max_length=40), FOLDED_PHONE]
Number = Annotated[str, StringConstraints(max_length=60), _folded(folding.number)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=5000)]
Fen = Annotated[int, Field(ge=0, le=10_000_000_000_00)]


def as_kept(given: Inputs) -> dict[str, Any]:
    """Return inputs as a row keeps them: without defaults, so that one added later changes no old row."""
    return given.model_dump(mode="json", exclude_defaults=True)


def with_defaults(kind: type[Inputs], kept: dict[str, Any]) -> dict[str, Any]:
    """Return what a row kept of inputs, with what was left out."""
    fields = {n: f for n, f in kind.model_fields.items() if not f.is_required()}
    return {n: f.get_default(call_default_factory=True) for n, f in fields.items()} | kept


class InvalidInputs(ValueError):
    """What was typed cannot be read. `errors` maps a field to a Chinese sentence."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("；".join(f"{field}：{words}" for field, words in errors.items()))
        self.errors = errors


def read_inputs(kind: type[Inputs], given: dict[str, Any]) -> Inputs:
    """Read what was typed, or raise `InvalidInputs` with every error at once."""
    try:
        read = kind.model_validate(given)
    except ValidationError as error:
        found = error.errors(include_url=False)
        raise InvalidInputs({_place(e["loc"]): sentence(e) for e in found}) from None
    # A file's name is not typed, and is no reason against the file.
    if strange := {_place(where): words for where, words in unprintable(read, besides=File)}:
        raise InvalidInputs(strange)
    return read


def _place(where: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in where) or "*"
