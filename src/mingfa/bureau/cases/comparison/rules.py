"""When the law changed between act and decision: the old law, unless the new one is lighter (处罚法 37).

TIME-07  the comparison of old and new law is recorded before anything is proposed or decided
TIME-08  since 2026-08-15 the 生态环境法典 is cited, not the ten laws it replaced
JUR-09   the new law is applied by an item that is listed and in force
"""

from datetime import date

from mingfa.bureau.cases.comparison.inputs import LawComparison
from mingfa.bureau.cases.conclusion.inputs import Conclusion
from mingfa.bureau.cases.facts import CaseFacts, OnACase
from mingfa.bureau.cases.filing.inputs import Clue
from mingfa.bureau.cases.values import CaseView
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.law.texts.changes import Change, outdated
from mingfa.bureau.law.texts.statutes import cite


def uncompared(case: CaseView, on: date) -> tuple[Change, ...]:
    """Return the changes of law between the act and a day that no comparison on record covers."""
    covered = case.comparison.old if case.comparison else ()
    return tuple(one for one in case.changes(on) if one.old.short not in covered)


@gate("TIME-07", cites="行政处罚法 37")
def a_change_of_law_was_compared(f: OnACase) -> Reason | None:
    """Where the law cited was replaced after the act, old and new were compared, and it is on record."""
    left = uncompared(f.file, f.today)
    if not left:
        return None
    return no(
        f"违法行为发生于{f.file.act_on}，{'；'.join(map(str, left))}，没有从旧兼从轻的比较记录。",
        "先办理“新旧规定比较”，写明新旧规定的内容、哪一个处罚较轻及理由；已经通过审核的，先撤回法制审核。",
    )


@gate("TIME-07", cites="行政处罚法 37")
def the_proposal_follows_the_comparison(f: OnACase) -> Reason | None:
    """A proposal made before the new law was found to apply is made anew."""
    proposal, found = f.file.proposal, f.file.comparison
    if proposal is None or found is None or not found.is_new_law or proposal.version > found.id:
        return None
    return no("新旧规定比较的结论是适用新规定，处理建议是在此之前按旧规定提出的。", "重新提出处理建议。")


@gate("TIME-07", cites="行政处罚法 37", of_inputs=True)
def what_is_no_longer_unlawful_is_not_penalised(f: CaseFacts) -> Reason | None:
    """Where the new law does not hold the act unlawful any more, there is no penalty."""
    found = f.file.comparison
    if found is None or found.result != "not_unlawful" or f.look.given_as(Conclusion).outcome != "penalty":
        return None
    return no("新的规定不认为是违法的，适用新的规定，不得给予行政处罚。", "处理建议改为不予处罚。")


@gate("TIME-07", cites="行政处罚法 37")
def there_is_a_change_to_compare(f: CaseFacts) -> Reason | None:
    """Only law that was replaced between the act and today is compared."""
    if f.file.changes(f.today):
        return None
    return no(
        "本案所引规定在违法行为发生后没有变更，或者已经适用新的规定。",
        "无需比较；确有变更的，核对违法行为发生日期。",
    )


@gate("TIME-07", cites="行政处罚法 37", of_inputs=True)
def the_new_law_is_named_and_in_force(f: CaseFacts) -> Reason | None:
    """The new provisions are in force today and are of the law that took the old one's place."""
    given = f.look.given_as(LawComparison)
    ended = [str(c) for c in map(cite, given.new) if not c.in_force(f.today)]
    if ended:
        return no(f"{'、'.join(ended)}今天不是现行有效的规定。", "改引现行有效的条文。")
    named = {cite(one).short for one in given.new}
    left = [str(c.new) for c in f.file.changes(f.today) if c.new and c.new.short not in named]
    if not left or given.result == "not_unlawful":
        return None
    return no(
        f"没有写明替代旧规定的{'、'.join(left)}的条款。",
        "填写新规定的条款；新规定不认为是违法的，选择该结论。",
    )


@gate("JUR-09", cites="行政处罚法 39", of_inputs=True)
def the_new_law_is_applied_by_a_listed_item(f: CaseFacts) -> Reason | None:
    """To apply the new law the item of today that stands on it is chosen; otherwise none is."""
    given, item = f.look.given_as(LawComparison), f.new_item
    if given.result != "new_lighter":
        return None if given.item is None else no("适用旧规定的，不更换事项。", "清空“适用新规定的事项”。")
    if item is not None and item.in_force(f.today) and set(item.penalises) & set(given.new):
        return None
    return no(
        "适用新规定，没有选择以该条款为处罚依据的现行事项。",
        "从权责清单中选择以新规定为依据的现行事项；清单缺项的，先编制并审定公布。",
    )


@gate("TIME-08", cites="生态环境法典 1242", of_inputs=True)
def the_law_of_the_item_had_not_been_replaced(f: CaseFacts) -> Reason | None:
    """An act since a law was replaced is judged by what replaced it: for ten laws, the 生态环境法典."""
    given, item = f.look.given_as(Clue), f.item
    old = outdated([*item.breaks, *item.penalises], given.act_on) if item else ()
    if not old:
        return None
    return no(
        f"违法行为发生于{given.act_on}；{'；'.join(map(str, old))}。",
        "选择以现行规定为依据的事项；清单尚未修订的，先修订公布。",
    )


@gate("TIME-07", cites="行政处罚法 37", of_inputs=True)
def the_text_of_the_new_law_is_on_record(f: CaseFacts) -> Reason | None:
    """What is compared can be read: the text of the new law is kept here, or it was typed."""
    given = f.look.given_as(LawComparison)
    unread = [str(c) for c in map(cite, given.new) if c.text is None]
    if not unread or given.new_text:
        return None
    return no(f"系统没有收录{'、'.join(unread)}的条文。", "在“新规定的内容”中照录条文。")
