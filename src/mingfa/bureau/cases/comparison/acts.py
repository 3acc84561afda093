"""Comparing old and new law where the law changed after the act (处罚法 37: 从旧兼从轻)."""

from mingfa.bureau.cases import facts as seen
from mingfa.bureau.cases.comparison import inputs, rules
from mingfa.bureau.cases.gather import OFFICER, WHOSE, case_row, its_handler, the_case
from mingfa.bureau.cases.models import Comparison
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.law.texts.statutes import cite
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.people.rules import the_certificate_is_valid
from mingfa.bureau.records.contents import officers_block, party_block


@act(
    "case.compare",
    "新旧规定比较",
    who=OFFICER,
    inputs=inputs.LawComparison,
    see=the_case,
    gates=[
        the_certificate_is_valid,
        rules.there_is_a_change_to_compare,
        rules.the_new_law_is_named_and_in_force,
        rules.the_text_of_the_new_law_is_on_record,
        rules.the_new_law_is_applied_by_a_listed_item,
    ],
    matter=the_matter,
    paper="law_comparison",
    mine=its_handler,
    whose=WHOSE,
)
def compare(door: Door, facts: seen.CaseFacts, given: inputs.LawComparison) -> None:
    """Compare the law of the day of the act with the law that replaced it; the lighter one applies."""
    case, before = case_row(door), facts.file.item
    paper = door.paper("law_comparison", comparison_facts(facts, given), f"{case.title}新旧规定比较说明")
    if given.item is not None:
        case.item_id = given.item
    door.add(
        Comparison(
            case=case,
            old=[one.old.short for one in facts.file.changes(facts.today)],
            new=list(given.new),
            result=given.result,
            item=before.id if given.item is not None else None,
            compared_on=facts.today,
            number=paper.number,
        )
    )


def comparison_facts(f: seen.CaseFacts, given: inputs.LawComparison) -> dict[str, object]:
    """Return what the 新旧规定比较说明 says."""
    case = f.file
    texts = [f"{c}：{c.text}" for c in map(cite, given.new) if c.text]
    return {
        "cause": case.item.name,
        "party": party_block(case.party),
        "happened_on": long_date(case.act_on),
        "changes": "；".join(map(str, case.changes(f.today))),
        "old_text": given.old_text,
        "old_source": given.old_source,
        "new_law": "、".join(str(cite(one)) for one in given.new) or "无",
        "new_text": "\n".join([*texts, *([given.new_text] if given.new_text else [])]) or "无",
        "result": f"{inputs.COMPARED[given.result]}。",
        "reason": given.why,
        "basis": str(cite("行政处罚法 37")),
        "officers": officers_block(f.officers),
    }
