"""Whom a penalty is about, asked wherever the party of a case is named (处罚法 40, 59).

DEC-04  the party is who the paper names: a number whose check digit is wrong has its reason
"""

from datetime import date
from typing import Any, Protocol

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Reason, gate, no


class NamingAParty(Protocol):
    """Facts of an act whose inputs name a party."""

    @property
    def look(self) -> Look[Any]: ...
    @property
    def today(self) -> date: ...


@gate("DEC-04", cites="行政处罚法 59.1(1)", of_inputs=True, warns=True)
def its_number_has_the_right_check_digit(f: NamingAParty) -> Reason | None:
    """The credit code or ID number typed fits its own check digit; a real card may still be printed wrong."""
    fault = f.look.given.party.doubt(f.today)
    if fault is None:
        return None
    return no(f"{fault}。", "按营业执照、身份证件改正；证件上确实如此的，写明核对情况。")
