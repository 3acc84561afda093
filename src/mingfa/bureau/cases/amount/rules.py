"""A fine lies within what the law lets one impose, whatever the benchmark and its deviations say.

DEC-14  what is above the law's most has no basis
DEC-07  what is below its least is mitigated, on a ground of the law
DEC-09  a fine that is a share or a multiple names its base
NOTI-07 where the law fines only who did not obey an order, there was an order
"""

from collections.abc import Collection, Iterable
from typing import Protocol

from mingfa.bureau.cases.conclusion.inputs import Conclusion
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.catalogue.values import Allowed, ItemView
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.penalty.fines import Measured, whose
from mingfa.bureau.lib.money import yuan

# Grounds of 处罚法 30 and 32; a first and minor violation (33) is a ground to spare, not to go below.
GROUNDS = frozenset({"removed_harm", "coerced", "confessed", "helped", "under_18"})


def above(fine: int, allowed: Collection[Allowed]) -> Reason | None:
    """Refuse a fine that is above everything the law allows; `fine` in 分."""
    if not allowed or any(fine <= one.range.high for one in allowed):
        return None
    return no(f"罚款{yuan(fine)}元，超过{_named(allowed)}，没有法定依据。", "将罚款金额调整到法定幅度之内。")


def below(fine: int, allowed: Collection[Allowed], grounds: Iterable[str]) -> Reason | None:
    """Refuse a fine below everything the law allows, unless a ground of mitigation is named."""
    if not allowed or GROUNDS & set(grounds) or any(fine >= (one.range.low or 0) for one in allowed):
        return None
    return no(
        f"罚款{yuan(fine)}元，低于{_named(allowed)}，属于减轻处罚，没有法定的减轻情节。",
        "在“从轻、减轻情节”中选择行政处罚法第三十条、第三十二条规定的情节并写明事实，或者调整金额。",
    )


def _named(allowed: Collection[Allowed]) -> str:
    return "、".join(map(str, allowed))


def _fines(f: CaseFacts) -> bool:
    given = f.look.given_as(Conclusion)
    return given.outcome == "penalty" and "fine" in given.kinds and f.file.party is not None


def _measured(f: CaseFacts) -> Measured:
    given = f.look.given_as(Conclusion)
    kind = f.file.party.kind if f.file.party else "person"
    return Measured(whose(kind), given.base, given.days, given.second)


def _applied(f: CaseFacts) -> tuple[ItemView, Measured]:
    return f.file.item, _measured(f)


@gate("DEC-14", cites="行政处罚法 38.1", of_inputs=True)
def the_fine_is_not_above_the_law(f: CaseFacts) -> Reason | None:
    """No benchmark, no deviation and no discussion makes a fine lawful that is above the law's most."""
    if not _fines(f):
        return None
    item, by = _applied(f)
    return above(f.look.given_as(Conclusion).amount, item.allowed(by))


@gate("DEC-07", cites="行政处罚法 32", of_inputs=True)
def a_fine_below_the_least_is_mitigated(f: CaseFacts) -> Reason | None:
    """Below the law's least is only who has a ground of mitigation on record."""
    if not _fines(f):
        return None
    item, by = _applied(f)
    given = f.look.given_as(Conclusion)
    return below(given.amount, item.allowed(by), given.mitigation)


@gate("DEC-09", cites="行政处罚法 34", of_inputs=True)
def what_the_fine_is_measured_by_is_stated(f: CaseFacts) -> Reason | None:
    """A share or a multiple names its base; days are counted only where the law fines day by day."""
    if not _fines(f):
        return None
    given, fines = f.look.given_as(Conclusion), f.file.item.fines
    bases = list(dict.fromkeys(fine.base for fine in fines if fine.has_base))
    if bases and not (given.base and given.base_words):
        return no(f"罚款按{'、'.join(bases)}计算，没有填写计罚基数及其依据。", "填写计罚基数和认定的依据。")
    if given.days > 1 and not any(fine.daily for fine in fines):
        return no("该事项的处罚依据没有规定按日连续处罚。", "清空按日连续处罚的天数。")
    if given.second and fines and not any(fine.second_when for fine in fines):
        return no("该事项的处罚依据没有规定第二档幅度。", "取消“适用条文的第二档幅度”。")
    return None


@gate("NOTI-07", cites="行政处罚法 28.1", of_inputs=True)
def a_fine_for_not_correcting_follows_an_order(f: CaseFacts) -> Reason | None:
    """Where the law fines only who did not correct, correction was ordered and its term has passed."""
    if not _fines(f):
        return None
    fines = f.file.item.fines
    if not fines or not all(fine.after_order for fine in fines):
        return None
    if any(due is None or due < f.today for _, _, due in f.file.corrections):
        return None
    return no(
        "该事项只对责令改正后逾期不改正（拒不改正）的处罚款；没有责令改正，或者改正期限尚未届满。",
        "先责令限期改正，期满复查仍未改正的，再提出罚款。",
    )


class HasCase(Protocol):
    """What a gate sees that asks about a proposal on file."""

    @property
    def file(self) -> CaseView: ...


@gate("DEC-14", cites="行政处罚法 38.1")
def the_fine_put_forward_is_not_above_the_law(f: HasCase) -> Reason | None:
    """What was proposed is asked once more when it is decided."""
    proposal, party = f.file.proposal, f.file.party
    if proposal is None or party is None or "fine" not in proposal.kinds:
        return None
    by = Measured(whose(party.kind), proposal.base, proposal.days, proposal.second)
    return above(proposal.amount, f.file.item.allowed(by))


WITHIN_THE_LAW = (
    the_fine_is_not_above_the_law,
    a_fine_below_the_least_is_mitigated,
    what_the_fine_is_measured_by_is_stated,
    a_fine_for_not_correcting_follows_an_order,
)
