"""Taking samples.

EVID-05  what is sampled is listed, and sealed before the party or a witness
AV-01    samples were taken before the record of it is made
"""

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.records.inputs import Sampling
from mingfa.bureau.records.rules import Recording


@gate("EVID-05", cites="行政处罚法 56", of_inputs=True)
def the_samples_were_sealed_before_the_party(f: Recording) -> Reason | None:
    """Samples are sealed on the spot, before the party or a witness: later nobody can tell them apart."""
    if f.look.given_as(Sampling).sealed:
        return None
    return no("样品没有当场封样。", "由执法人员和当事人（见证人）当场封样、在封签上签名，并写明封样情况。")


@gate("AV-01", cites="行政处罚法 47", of_inputs=True, cites_in={"inspection": "方案 2.1.a"})
def the_sampling_lies_in_the_past(f: Recording) -> Reason | None:
    """Samples were taken before this is entered."""
    if f.look.given_as(Sampling).sampled_at <= f.look.at:
        return None
    return no("抽样时间晚于办理时间。", "核对抽样时间。")
