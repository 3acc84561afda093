"""The papers of a case before it goes on: to review, to its decision, to its closing.

AV-01  the papers agree with each other and with the law of their day
"""

from typing import Protocol

from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.papers.lints import Finding

SHOWN = 6


class WithPapers(Protocol):
    """Facts of any act before which the papers are checked against each other."""

    @property
    def findings(self) -> tuple[Finding, ...]: ...


@gate("AV-01", cites="行政处罚法 47", of_inputs=True, warns=True)
def the_papers_agree(f: WithPapers) -> Reason | None:
    """Names, numbers, addresses, places, sums and periods are the same in all papers, and the law's."""
    if not f.findings:
        return None
    said = "；".join(f"{one.number}{one.words.rstrip('。')}" for one in f.findings[:SHOWN])
    more = f"；等共{len(f.findings)}处" if len(f.findings) > SHOWN else ""
    return no(f"本案文书有不一致之处：{said}{more}。", "核对并更正；确属正常的（如地址变更），写明理由。")
