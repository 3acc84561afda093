"""Making the term of a case longer, or taking days out of it: only on a recorded basis (处罚法 60)."""

from mingfa.bureau.cases.filing.rules import the_approver_is_not_a_handler
from mingfa.bureau.decisions import inputs, rules
from mingfa.bureau.decisions.gather import HEADS, the_decision
from mingfa.bureau.decisions.models import TermChange
from mingfa.bureau.decisions.term import rules as allowed
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.records.contents import open_end, opinion


@act(
    "term.extend",
    "延长办案期限",
    who=HEADS,
    inputs=inputs.Extension,
    see=the_decision,
    gates=[
        the_approver_is_not_a_handler,
        allowed.the_first_extension_has_its_basis,
        allowed.it_was_not_extended_yet,
        allowed.the_term_still_runs,
    ],
    matter=the_matter,
    paper="term_extension",
)
def extend(door: Door, facts: rules.Deciding, given: inputs.Extension) -> None:
    """Make the ninety days longer by the days that the local rule allows the head."""
    _lengthen(door, facts, "extend", given.reason)


@act(
    "term.extend_again",
    "再次延长办案期限",
    who=HEADS,
    inputs=inputs.ExtensionMeeting,
    see=the_decision,
    gates=[
        allowed.the_second_extension_has_its_basis,
        allowed.it_was_extended_once,
        allowed.the_term_still_runs,
        rules.the_heads_discuss,
        rules.the_vote_fits_its_conclusion,
        rules.the_discussion_agreed,
    ],
    matter=the_matter,
    paper="term_extension",
)
def extend_again(door: Door, facts: rules.Deciding, given: inputs.ExtensionMeeting) -> None:
    """Make the term longer once more, by the heads together."""
    _lengthen(door, facts, "extend_again", f"{given.reason}集体讨论结论：{given.conclusion}")


@act(
    "term.exclude",
    "扣除不计入的期间",
    who=HEADS,
    inputs=inputs.Excluded,
    see=the_decision,
    gates=[
        the_approver_is_not_a_handler,
        allowed.the_days_taken_out_were_told_of,
        allowed.the_days_taken_out_name_their_basis,
    ],
    matter=the_matter,
)
def exclude(door: Door, facts: rules.Deciding, given: inputs.Excluded) -> None:
    """Take the days of a hearing, a test or a public notice out of the ninety."""
    door.add(
        TermChange(
            case_id=facts.case.id,
            kind="exclude",
            granted_on=facts.today,
            **given.model_dump(include={"basis", "first", "last"}),
        )
    )


def _lengthen(door: Door, f: rules.Deciding, kind: str, reason: str) -> None:
    days, basis = allowed.days_allowed(f, again=kind == "extend_again")
    filed = f.case.filed_on or f.today
    name = "DEC-02.extended_again" if kind == "extend_again" else "DEC-02.extended"
    longer = term(name, filed, f.look.calendar, f.look.config)
    words = {
        "filing_no": f.case.number,
        "cause": f"{f.case.item.name}案",
        "filed_on": filed.isoformat(),
        "days": f"{days}日",
        "until": longer.end.isoformat(),
        **open_end(longer),
        "reason": reason,
        "basis": f"{cite('行政处罚法 60')}；{basis}",
        "opinions": {"head": opinion("同意延长。", [f.by.name], f.today)},
    }
    door.paper("term_extension", words, f"{f.look.matter.title}延长办案期限审批表")
    door.add(TermChange(case_id=f.case.id, kind=kind, basis=basis, granted_on=f.today))
