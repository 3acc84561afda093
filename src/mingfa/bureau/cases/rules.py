"""What a reconsideration or a suit means for the case it is about.

REM-04   a decision lost is taken back: nothing else is done with it, and its case is not closed before
EXEC-08  remedies stop nothing by themselves, a stay does; closing a case meanwhile has its reason


Whom a penalty is about, asked wherever the party of a case is named (处罚法 40, 59).

DEC-04  the party is who the paper names: a number whose check digit is wrong has its reason

The papers of a case before it goes on: to review, to its decision, to its closing.

AV-01  the papers agree with each other and with the law of their day
"""

from datetime import date
from typing import Any, Protocol

from mingfa.bureau.cases.hooks import Challenge, Challenged
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.papers.lints import Finding


class Paid(Protocol):
    """Inputs that say on which day was paid."""

    @property
    def paid_on(self) -> date: ...


class Paying(Challenged, Protocol):
    """Facts of an act that enters a payment."""

    @property
    def look(self) -> Any: ...


def fallen(f: Challenged, on: date | None = None) -> Challenge | None:
    """Return the ruling that ended the decision, on or before a day."""
    found = (c for c in f.challenges if c.fell and (on is None or c.since is None or c.since <= on))
    return next(found, None)


@gate("REM-04", cites="行政复议法 77、行政诉讼法 94")
def every_ruling_was_carried_out(f: Challenged) -> Reason | None:
    """No case is closed over a ruling against its decision that nobody carried out."""
    waits = [c for c in f.challenges if c.effect]
    if not waits:
        return None
    return no(
        f"{waits[0].document}对本案决定作出的处理尚未落实，不得结案、归档。",
        "由主要负责人按该文书办理“撤销决定”。",
    )


@gate("EXEC-08", cites="行政处罚法 73.1", warns=True)
def no_remedy_is_under_way(f: Challenged) -> Reason | None:
    """A remedy does not stop execution; whoever closes the case meanwhile says why."""
    still = [c for c in f.challenges if c.is_open]
    if not still:
        return None
    return no(
        f"{still[-1].words}尚未终结。",
        "待登记结果后办理；确需先行结案、归档的，写明理由。",
    )


@gate("REM-04", cites="行政复议法 77、行政诉讼法 94")
def what_fell_is_not_executed(f: Challenged) -> Reason | None:
    """What a ruling revoked or found void is not executed."""
    fell = fallen(f)
    if fell is None:
        return None
    return no(
        f"本案决定已由{fell.document}撤销或者确认无效，不得继续执行。",
        "由主要负责人办理“撤销决定”；已经缴纳的罚款依法退还。",
    )


@gate("REM-04", cites="行政复议法 77、行政诉讼法 94", of_inputs=True)
def nothing_is_paid_on_what_fell(f: Paying) -> Reason | None:
    """No fine is taken from the day a ruling ended it; what was paid before is entered, and given back."""
    paid: Paid = f.look.given
    fell = fallen(f, paid.paid_on)
    if fell is None:
        return None
    return no(
        f"本案决定自{fell.since}起已由{fell.document}撤销或者确认无效，不得再收缴罚款。",
        "核对缴款日期；误缴的依法退还。",
    )


@gate("EXEC-08", cites="行政复议法 42、行政诉讼法 56")
def its_execution_is_not_stopped(f: Challenged) -> Reason | None:
    """While execution is stopped nobody collects."""
    stopped = [c for c in f.challenges if c.is_stayed]
    if not stopped:
        return None
    return no(f"{stopped[0].words}期间已经停止执行。", "停止执行期间不得收缴；恢复执行后再办理。")


class NamesAParty(Protocol):
    """Inputs that name a party."""

    @property
    def party(self) -> Party: ...


class NamingAParty(Protocol):
    """Facts of an act whose inputs name a party."""

    @property
    def look(self) -> Look[Any]: ...
    @property
    def today(self) -> date: ...


@gate("DEC-04", cites="行政处罚法 59.1(1)", of_inputs=True, warns=True)
def its_number_has_the_right_check_digit(f: NamingAParty) -> Reason | None:
    """The credit code or ID number typed fits its own check digit; a real card may still be printed wrong."""
    named: NamesAParty = f.look.given
    fault = named.party.doubt(f.today)
    if fault is None:
        return None
    return no(f"{fault}。", "按营业执照、身份证件改正；证件上确实如此的，写明核对情况。")


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
