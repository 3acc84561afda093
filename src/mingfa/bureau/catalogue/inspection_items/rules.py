"""What an inspection item must have before it can be listed (国办发〔2024〕54号).

INSP-01  an inspection needs a basis in law, in a regulation or in a rule
TIME-07  what an item cites is in force
"""

from mingfa.bureau.catalogue.inspection_items.inputs import NewInspectionItem
from mingfa.bureau.catalogue.rules import Listing, stale
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.texts.statutes import cite

BASES = frozenset({"法律", "行政法规", "地方性法规", "部门规章", "地方政府规章"})


@gate("TIME-07", cites="行政处罚法 37", of_inputs=True)
def the_basis_is_in_force(f: Listing) -> Reason | None:
    """Every article an inspection item stands on is in force on the item's first day."""
    given = f.look.given_as(NewInspectionItem)
    old = stale(given.basis, given.valid_from)
    if not old:
        return None
    return no(f"{'、'.join(old)}在{given.valid_from}不是现行有效的规定。", "改引现行有效的条文。")


@gate("INSP-01", cites="国办发〔2024〕54号", of_inputs=True)
def a_law_a_regulation_or_a_rule_is_its_basis(f: Listing) -> Reason | None:
    """An inspection has a basis in a law, a regulation or a rule, by its article; a paper below is none."""
    read = [cite(one) for one in f.look.given_as(NewInspectionItem).basis]
    wrong = [str(c) for c in read if c.statute.level not in BASES or c.article is None]
    if not wrong:
        return None
    return no(
        f"{'、'.join(wrong)}不能作为行政检查的依据。",
        "引用法律、法规或者规章的具体条款；规范性文件不得设定行政检查。",
    )
