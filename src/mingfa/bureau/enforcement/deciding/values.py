"""The bureau's own power to enforce (行政强制法 13, 34): an attribute of the way, and always of a law.

A bureau of urban management has in general none: whoever wants a fine collected by force goes to court
(强制法 13 para 2, 46 para 3, 53). What it may do with its own hand is named here, way by way.
"""

from dataclasses import dataclass

from mingfa.bureau.law.texts.statutes import UnknownArticle, UnknownStatute, cite

# They say how to enforce; that this bureau may, another law says.
HOW_ONLY = frozenset({"行政强制法", "行政处罚法"})


@dataclass(frozen=True, slots=True)
class Power:
    """A power: its words, the article that gives it ("" where another law is to be named), for which ways."""

    zh: str
    law: str
    ways: frozenset[str]


POWERS = {
    "mandate": Power("县级以上地方人民政府依法责成本机关强制拆除", "城乡规划法 68", frozenset({"demolish"})),
    "substitute": Power("法律规定的代履行", "行政强制法 50", frozenset({"substitute"})),
    "auction": Power("拍卖已经查封、扣押的财物抵缴罚款", "行政强制法 46.3", frozenset({"auction"})),
    "law": Power("其他法律明确规定由本机关强制执行", "", frozenset({"demolish", "force"})),
}


def gives_power(written: str) -> bool:
    """Say whether a citation is an article of a law (法律), other than of those that only say how."""
    try:
        found = cite(written)
    except (UnknownStatute, UnknownArticle, ValueError):
        return False
    return found.statute.level == "法律" and found.article is not None and found.short not in HOW_ONLY


def basis_of(power: str, law: str) -> str:
    """Return the article on which the bureau's power stands."""
    return POWERS[power].law or law
