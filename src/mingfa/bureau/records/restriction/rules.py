"""When a matter is restricted, and when that is lifted.

PI-10   secrets, privacy and minors are kept from whoever need not see them
RED-01  restricted matters are not public
"""

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.records.restriction.facts import HEADS, Restricting
from mingfa.bureau.records.restriction.inputs import Restriction


@gate("PI-10", cites="行政处罚法 50", of_inputs=True)
def it_changes_who_may_see_it(f: Restricting) -> Reason | None:
    """What is restricted is not restricted again, and what is open is not lifted."""
    lifts = f.look.given_as(Restriction).ground == "lifted"
    if lifts != f.is_restricted:
        return no("本事项已经是这一知悉范围。", "核对事项页面；不需要变更的，不再办理。")
    return None


@gate("PI-10", cites="行政处罚法 50", of_inputs=True)
def a_head_lifts_it(f: Restricting) -> Reason | None:
    """Who handles a matter may close it to others; to open it again takes a head."""
    if f.look.given_as(Restriction).ground != "lifted" or f.by.roles & HEADS:
        return None
    return no("解除限制由机关负责人或者法制审核机构负责人办理。", "向机关负责人提出。")


@gate("RED-01", cites="行政处罚法 48.1", of_inputs=True)
def nothing_of_it_is_public(f: Restricting) -> Reason | None:
    """What is public is taken down first: a restricted matter has nothing before the public."""
    if f.look.given_as(Restriction).ground == "lifted" or not f.is_public:
        return None
    return no("本事项有正在公示的内容。", "先撤下公示信息，再限制知悉范围。")
