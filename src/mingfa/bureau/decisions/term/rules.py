"""Making the ninety days longer (处罚法 60: unless a law, regulation or rule says otherwise).

DEC-02  only where a local value with its basis allows it; once by the head, once more collectively
DEC-03  asked for before the term is over; hearing, test and public notice do not count, if they were told of
"""

from mingfa.bureau.decisions.inputs import Excluded
from mingfa.bureau.decisions.rules import Deciding
from mingfa.bureau.law.gates import Reason, gate, no

# Papers that tell of days which may be taken out; of others only a public notice does.
TELLING = frozenset({"hearing_notice", "hearing_postponement", "testing_notice"})


def days_allowed(f: Deciding, again: bool) -> tuple[int, str]:
    """Return the local number of days on the day of the filing, and its basis; "" where none is recorded."""
    name = "extension_again_days" if again else "extension_days"
    found = f.look.config.recorded(name, f.case.filed_on or f.today)
    return (int(found.value), found.citation) if found else (0, "")


def _allowed(f: Deciding, again: bool) -> Reason | None:
    days, basis = days_allowed(f, again)
    if days > 0:
        return None
    if basis:
        return no(f"按照{basis}，本机关不允许延长办案期限。", "在九十日内作出决定；逾期的，不得给予处罚。")
    return no(
        "延长办案期限的地方取值尚未录入。", "由法制机构录入取值和依据；没有法律、法规、规章规定的，录入0。"
    )


@gate("DEC-02", cites="行政处罚法 60")
def the_first_extension_has_its_basis(f: Deciding) -> Reason | None:
    """The term is made longer only where a law, regulation or rule allows it."""
    return _allowed(f, again=False)


@gate("DEC-02", cites="行政处罚法 60")
def the_second_extension_has_its_basis(f: Deciding) -> Reason | None:
    """And once more only where that, too, is allowed."""
    return _allowed(f, again=True)


@gate("DEC-02", cites="行政处罚法 60")
def it_was_not_extended_yet(f: Deciding) -> Reason | None:
    """The head makes the term longer once."""
    if not f.time.has("extend"):
        return None
    return no("办案期限已经由负责人批准延长过一次。", "仍需延长的，由负责人集体讨论决定再次延长。")


@gate("DEC-02", cites="行政处罚法 60")
def it_was_extended_once(f: Deciding) -> Reason | None:
    """Collectively it is made longer once more, after the head did."""
    if f.time.has("extend") and not f.time.has("extend_again"):
        return None
    return no("办案期限尚未由负责人批准延长，或者已经再次延长。", "先由负责人批准延长；再次延长只能一次。")


@gate("DEC-03", cites="行政处罚法 60", warns=True)
def the_term_still_runs(f: Deciding) -> Reason | None:
    """A term is made longer before it is over."""
    if f.time.end is None or f.today <= f.time.end:
        return None
    return no(f"办案期限已于{f.time.end}届满。", "写明未在届满前办理延长的原因。")


@gate("DEC-02", cites="行政处罚法 60", of_inputs=True)
def the_days_taken_out_were_told_of(f: Deciding) -> Reason | None:
    """Only days that a served paper told of are taken out, from its service on, and when they are over."""
    given, told = f.look.given_as(Excluded), f.told_by
    fits = told is not None and (told.paper_kind in TELLING or told.method == "public_notice")
    # A public notice is itself the days: they run until the day on which it counts as served.
    begins = told is not None and (told.method == "public_notice" or told.served_on <= given.first)
    if fits and begins and given.first <= given.last <= f.today:
        return None
    return no(
        "所填期间没有已经送达的听证通知书、检测期间告知书或者公告送达为据，或者起止日期不对。",
        "选择已经送达的文书，填写送达以后、今天以前的期间。",
    )


@gate("DEC-02", cites="行政处罚法 60", of_inputs=True)
def the_days_taken_out_name_their_basis(f: Deciding) -> Reason | None:
    """Days are taken out only where a provision says so."""
    if "条" in f.look.given_as(Excluded).basis:
        return None
    return no("没有写明不计入办案期限的法律、法规、规章条款。", "填写名称和条款；没有依据的，不得扣除。")
