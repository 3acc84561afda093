"""What a reconsideration or a suit means for enforcement.

EXEC-08  a pending remedy does not stop it, unless somebody says so
REM-04   what a ruling ended is not enforced
"""

from mingfa.bureau.enforcement.facts import Enforcing
from mingfa.bureau.law.gates import Reason, gate, no


@gate("EXEC-08", cites="行政复议法 42、行政诉讼法 56")
def nobody_stopped_its_execution(f: Enforcing) -> Reason | None:
    """A remedy does not stop the execution; a reconsideration body or a court that says so does."""
    if not f.stayed:
        return None
    return no("复议机关或者人民法院已经决定（裁定）停止执行。", "停止执行期间不得强制执行。")


@gate("REM-04", cites="行政复议法 77、行政诉讼法 94")
def no_ruling_ended_what_is_enforced(f: Enforcing) -> Reason | None:
    """A decision or an order to enforce that was revoked or found void is enforced no more."""
    if not f.fallen:
        return None
    return no(
        f"据以执行的决定或者强制执行决定已由{f.fallen}撤销或者确认无效，不得强制执行。",
        "办理“撤销决定”“终结执行”。",
    )


GOES_ON = (nobody_stopped_its_execution, no_ruling_ended_what_is_enforced)
