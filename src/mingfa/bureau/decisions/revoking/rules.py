"""Taking a decision back (处罚法 75, 48; 复议法 77; 行诉法 94).

PUB-05   a revocation names its ground; a ruling is carried out as it is on record
"""

from mingfa.bureau.decisions.inputs import RevocationWord
from mingfa.bureau.decisions.rules import Deciding
from mingfa.bureau.decisions.values import RULED
from mingfa.bureau.law.gates import Reason, gate, no


@gate("PUB-05", cites="行政处罚法 48.2", of_inputs=True)
def an_outside_ground_names_its_document(f: Deciding) -> Reason | None:
    """A revocation a superior orders names the document it follows."""
    given = f.look.given_as(RevocationWord)
    if given.ground != "superior" or given.document:
        return None
    return no("上级机关责令纠正的，没有写明依据文书。", "填写上级机关文书的文号。")


@gate("PUB-05", cites="行政复议法 77、行政诉讼法 94", of_inputs=True)
def a_ruling_is_carried_out_as_it_is_on_record(f: Deciding) -> Reason | None:
    """A ruling on record is carried out by its name and effect, and nothing else in its place."""
    given = f.look.given_as(RevocationWord)
    waits = [c for c in f.challenges if c.effect]
    if given.ground not in RULED:
        if not waits and given.ruling is None:
            return None
        named = waits[0].document if waits else "所选的复议决定、裁判"
        return no(f"{named}是复议机关、人民法院的处理，原因应当据此填写。", "按该文书选择原因和处理结果。")
    if any((c.id, c.ground, c.effect) == (given.ruling, given.ground, given.effect) for c in waits):
        return None
    return no(
        "所选复议决定、裁判没有登记，或者与登记的种类、结果不一致。",
        "先登记复议、诉讼结果，再按登记的文书选择原因和处理结果。",
    )
