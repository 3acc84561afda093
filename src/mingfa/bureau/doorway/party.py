"""The party of a case: a person, a sole trader or a unit, as typed once and used everywhere."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mingfa.bureau.doorway.inputs import FOLDED_NAME, Address, Code, Inputs, PartyName, Phone
from mingfa.bureau.lib.folding import same_name
from mingfa.bureau.lib.identity import resident_id_fault, unified_code_fault

PARTY_KINDS = {"person": "自然人", "sole_trader": "个体工商户", "unit": "法人或者其他组织"}


class Party(Inputs):
    """The party's block as law.md §3 lists it. `code` is the ID number of a person, else the credit code.

    A sole trader is named by the shop's name with the operator beside it; `representative` is the legal
    representative, the head, or the operator.
    """

    kind: Literal["person", "sole_trader", "unit"] = Field(title="当事人类别")
    name: PartyName = Field(title="姓名或者名称")
    code: Code = Field(title="证件号码或者统一社会信用代码", default="")
    representative: Annotated[str, StringConstraints(max_length=60), FOLDED_NAME] = Field(
        title="法定代表人（负责人、经营者）", default=""
    )
    representative_code: Code = Field(title="经营者身份证号", default="")
    address: Address = Field(title="住址（住所）")
    phone: Phone = Field(title="联系电话", default="")

    def is_same(self, other: "Party") -> bool:
        """Say whether both are one party: by their codes where both are known, else by their names folded.

        One code is one party under any name, two codes are two parties under one name (处罚法 29, 33).
        """
        if self.code and other.code:
            return self.code == other.code
        return self.has_name(other.name)

    def has_name(self, name: str) -> bool:
        """Say whether this is its name, in any spelling."""
        return bool(name) and same_name(self.name) == same_name(name)

    def born(self) -> date | None:
        """Return the birthday of the natural person who answers, where an ID number tells it."""
        number = self.code if self.kind == "person" else self.representative_code
        try:
            return datetime.strptime(number[6:14], "%Y%m%d").date() if len(number) == 18 else None
        except ValueError:
            return None

    def age_on(self, day: date) -> int | None:
        """Return the age in full years on a day, or None where no birthday is known."""
        born = self.born() if self.kind != "unit" else None
        if born is None:
            return None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def doubt(self, today: date) -> str | None:
        """Say what looks wrong in its number; numbers of other papers (a passport) are not checked."""
        if not self.code:
            return None
        if self.kind != "person":
            return unified_code_fault(self.code)
        return resident_id_fault(self.code, today) if self.code.strip()[:17].isdecimal() else None

    def facts(self) -> dict[str, str]:
        """Return the block as papers print it."""
        return {**self.model_dump(), "kind_zh": PARTY_KINDS[self.kind]}
