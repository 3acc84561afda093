"""What the public may see, as types: the notice of a decision, its text, an item's page, the agency's page.

国办发〔2018〕118号 (plan 1.2, 1.4) says what must be public; 处罚法 50 and 个人信息保护法 28 what must not.
A value that is masked is absent and leaves only its label behind; it is never painted over.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from mingfa.feed.personal import LeaksPersonalData, looks_like_id_number, may_stand_as_uscc

STRICT = ConfigDict(extra="forbid", strict=True)
Line = Annotated[str, Field(min_length=1, max_length=500)]
Prose = Annotated[str, Field(min_length=1, max_length=20_000)]
_AS_ADDRESS = r"^[^/\\\x00-\x20?#%.][^/\\\x00-\x20?#%]*$"
Number = Annotated[str, Field(max_length=60, pattern=_AS_ADDRESS)]
"""A number that can also stand as one part of a web address."""
_UNSAFE_SVG = re.compile(
    r"<!|<\?(?!xml )|<\s*(script|foreignObject|iframe|image|use|a)\b|\bon\w+\s*=|href\s*=", re.IGNORECASE
)


def _strings(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part, where)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name), field.name)


def _refuse_id_numbers(value: Any) -> None:
    for where, text in _strings(value, ""):
        if where != "uscc" and looks_like_id_number(text):
            raise LeaksPersonalData(where, "疑似居民身份证号码")


@dataclass(frozen=True, config=STRICT)
class Index:
    """The head of a government information page (国办发〔2017〕47号; 政府信息公开条例 12)."""

    index_number: Line | None = None
    """索引号"""
    subject: Line | None = None
    """主题分类"""
    genre: Line | None = None
    """体裁分类"""
    made_on: date | None = None
    """成文日期"""
    keywords: tuple[Line, ...] = ()


@dataclass(frozen=True, config=STRICT)
class Notice:
    """One enforcement decision as everyone may read it."""

    number: Number
    agency: Line
    unit: Line
    title: Line
    """Without any person's name."""
    party: Line
    """Already masked: a natural person is 王某."""
    party_kind: Literal["unit", "sole_trader", "person"]
    category: Line
    """行政处罚（普通程序）"""
    cause: Line
    facts: Prose
    basis: tuple[Prose, ...]
    conclusion: Prose
    decided_on: date
    due_on: date
    """Last day of the term for publication."""
    published_on: date
    workday_of_publication: Annotated[int, Field(ge=0)]
    """On which working day after the decision it was published."""
    responsible_unit: Line
    uscc: Annotated[str, Field(min_length=18, max_length=18)] | None = None
    """Units only."""
    step: Prose | None = None
    """裁量档次"""
    penalty_kinds: tuple[Line, ...] = ()
    amount: Annotated[int, Field(ge=0)] | None = None
    """In 分."""
    reviewed_on: date | None = None
    served_on: date | None = None
    until: date | None = None
    """公示截止; None while the term is not set."""
    workdays_allowed: Annotated[int, Field(ge=1)] = 7
    """7 for penalties and permits, 20 for the others (118号)."""
    item_code: Number | None = None
    """The item of the list of powers and duties that was applied."""
    index: Index = Field(default_factory=Index)

    def __post_init__(self) -> None:
        _refuse_id_numbers(self)
        if self.uscc is not None and (self.party_kind != "unit" or not may_stand_as_uscc(self.uscc)):
            raise LeaksPersonalData("uscc", "不属于单位统一社会信用代码的号码")
        if self.party_kind == "person" and len(self.party) > 1 and "某" not in self.party:
            raise LeaksPersonalData("party", "未作处理的自然人姓名（应为姓氏加“某”）")


@dataclass(frozen=True, config=STRICT)
class Masked:
    """Where a value was taken out; says what it was, holds nothing of it."""

    masked: Line
    """法定代表人姓名"""


@dataclass(frozen=True, config=STRICT)
class PublicText:
    """The decision's text for the public: the served text with what the law protects taken out."""

    title: Line
    number: Number
    paragraphs: tuple[tuple[Prose | Masked, ...], ...]
    """Each paragraph a run of words and of places where a value was taken out."""
    signature: Line
    date: date

    def __post_init__(self) -> None:
        _refuse_id_numbers(self)


@dataclass(frozen=True, config=STRICT)
class BasisText:
    """One article that an item rests on."""

    citation: Line
    text: Prose
    valid_from: date | None = None


@dataclass(frozen=True, config=STRICT)
class Step:
    """One step of the discretion standard: 轻微, 一般, 较重 …"""

    name: Line
    when: Prose
    result: Prose


@dataclass(frozen=True, config=STRICT)
class Guide:
    """The service guide of an item (plan 1.2.d: name, accepting office, conditions, time limit)."""

    accepting_office: Line
    conditions: tuple[Prose, ...]
    time_limit: Line
    materials: tuple[Line, ...] = ()


@dataclass(frozen=True, config=STRICT)
class ItemPage:
    """One item of the list of powers and duties with the seven contents of the national catalogue."""

    code: Number
    name: Line
    kind: Line
    """行政处罚、行政强制 …"""
    area: Line
    """市容环境卫生管理 …"""
    agency: Line
    unit: Line
    duties: Prose
    """1: what the agency is and may do."""
    flow: tuple[Line, ...]
    """2: the procedure in words."""
    flow_svg: Annotated[str, Field(max_length=200_000)] | None
    """2: the same as a picture; plain shapes and words only."""
    basis: tuple[BasisText, ...]
    """3"""
    steps: tuple[Step, ...]
    """4"""
    contacts: tuple[Line, ...]
    """5: consultation, supervision, complaints; 6 is the live list of decisions."""
    remedies: tuple[Prose, ...]
    """7"""
    guide: Guide
    valid_from: date
    random_inspection: bool = False
    index: Index = Field(default_factory=Index)

    def __post_init__(self) -> None:
        _refuse_id_numbers(self)
        if self.flow_svg is not None and (_UNSAFE_SVG.search(self.flow_svg) or "<svg" not in self.flow_svg):
            raise ValueError("流程图只能是不含脚本、外部引用的 SVG 图形")


@dataclass(frozen=True, config=STRICT)
class Officer:
    """One line of the public list of officers (118号: 执法人员名单)."""

    name: Line
    unit: Line
    certificate: Line
    state: Literal["valid", "suspended", "expired", "revoked"]
    valid_until: date | None = None


@dataclass(frozen=True, config=STRICT)
class Channel:
    """Where one may turn to: a remedy, a hotline, an office."""

    name: Line
    details: Prose
    term: Line | None = None
    """Within what time, with its citation."""


@dataclass(frozen=True, config=STRICT)
class AgencyPage:
    """Who enforces: the agency, its duties, its officers, and where to complain."""

    agency: Line
    duties: tuple[Prose, ...]
    officers: tuple[Officer, ...]
    remedies: tuple[Channel, ...]
    complaints: tuple[Channel, ...]
    address: Line | None = None
    hours: Line | None = None
    site_name: Line | None = None
    site_code: Line | None = None
    """网站标识码"""
    site_domain: Line | None = None
    index: Index = Field(default_factory=Index)

    def __post_init__(self) -> None:
        _refuse_id_numbers(self)


Content = Notice | PublicText | ItemPage | AgencyPage
