"""A decision made on the spot as gates, pages and later rooms see it: plain values, and its words."""

from dataclasses import dataclass
from datetime import date

# The limits of 处罚法 51, and what may be collected on the spot without more (68), in 分.
CITIZEN_FEN, UNIT_FEN, SMALL_FEN = 200_00, 3_000_00, 100_00
# The way on where the street is no place to decide.
ORDINARY = "立案，适用普通程序。"
PAYMENTS = {
    "bank": "到指定的银行或者通过电子支付系统缴纳",
    "small": "当场收缴（一百元以下罚款）",
    "hard": "当场收缴（不当场收缴事后难以执行）",
    "remote": "当场收缴（边远、水上、交通不便地区，当事人提出）",
}
ON_THE_SPOT = frozenset({"small", "hard", "remote"})
RECEIPTS = {"central": "国务院财政部门", "provincial": "省、自治区、直辖市人民政府财政部门"}


@dataclass(frozen=True, slots=True)
class CollectionView:
    """A fine collected on the spot: when it was collected, handed in, and paid in at the bank."""

    id: int
    decision: int
    amount: int
    receipt_no: str
    collected_on: date
    handed_on: date | None
    banked_on: date | None


@dataclass(frozen=True, slots=True)
class SpotDecisionView:
    """A decision made on the spot; amounts in 分; `reported` and `revoked` are the acts that did so."""

    id: int
    case: int
    number: str
    kinds: tuple[str, ...]
    amount: int
    is_unit: bool
    payment: str
    decided_on: date
    decided_by: int
    head: int
    reported: int | None
    revoked: int | None
    collection: CollectionView | None
