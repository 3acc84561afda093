"""How a leading post is given (plan 2.3.c: what one may do follows from the post).

PI-10    rights are given by more than one hand
QUAL-09  a legal reviewer holds the national legal qualification, also on the day of confirmation
"""

from mingfa.bureau.appointments.nominations.facts import Confirming
from mingfa.bureau.appointments.nominations.inputs import Confirmation
from mingfa.bureau.law.gates import Reason, gate, no

ANOTHER = "由主要负责人、分管负责人、执法监督人员或者另一名人事管理员确认。"


@gate("PI-10", cites="方案 2.3.c")
def a_nomination_waits_to_be_confirmed(f: Confirming) -> Reason | None:
    """A nomination is confirmed once."""
    if f.chosen is not None or (f.look.inputs is None and f.waiting):
        return None
    return no("没有等待确认的任命，或者所选的已经确认。", "先由人事管理员提请任命。")


@gate("PI-10", cites="方案 2.3.c", of_inputs=True)
def a_second_hand_confirms_it(f: Confirming) -> Reason | None:
    """Neither who nominated nor who is nominated confirms; and whoever does compared it with its document."""
    if f.chosen is not None and f.by.id == f.chosen.nominated_by:
        return no("提请任命的人不得自行确认。", ANOTHER)
    if f.chosen is not None and f.by.id == f.chosen.person:
        return no("不得确认对本人的任命。", ANOTHER)
    if f.look.given_as(Confirmation).compared:
        return None
    return no("没有确认已经与任命文件核对。", "与任命文件核对一致后勾选。")


@gate("QUAL-09", cites="行政处罚法 58.2", of_inputs=True)
def the_nominee_is_still_qualified(f: Confirming) -> Reason | None:
    """Whoever reviews penalties for the first time has passed the national legal qualification."""
    if f.chosen is None or f.chosen.role not in ("reviewer", "review_head"):
        return None
    if f.person is None or f.person.legal_qualification:
        return None
    return no(f"{f.person.name}没有登记法律职业资格，不得从事行政处罚决定法制审核。", "先补录法律职业资格。")
