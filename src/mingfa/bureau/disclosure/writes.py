"""Making a content and putting it into the public log or out of it: what the acts of disclosure share."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from mingfa.bureau.disclosure import inputs as disclosure_inputs
from mingfa.bureau.disclosure import reads, rules
from mingfa.bureau.disclosure.contents import as_json, released
from mingfa.bureau.disclosure.models import Publication
from mingfa.bureau.disclosure.redaction.facts import leaks
from mingfa.bureau.disclosure.redaction.gather import masking_of
from mingfa.bureau.disclosure.sources.hooks import OF_KIND, disclosable
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.config import LocalValueMissing
from mingfa.bureau.law.gates import Refusal
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.ledger.models import DISCLOSURE
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.feed.notice import AgencyPage, ItemPage
from mingfa.feed.operations import WITHDRAWAL_REASONS, from_entry
from mingfa.feed.personal import LeaksPersonalData
from mingfa.feed.value import to_value

ITEM_CATEGORY = {"item": "权责清单事项", "agency": "执法机关信息"}


def collected(
    door: Door, facts: rules.Disclosing, given: disclosure_inputs.Content
) -> tuple[dict[str, Any], str]:
    """Build the masked content from the served paper's facts and commit to it; return it with their digest.

    Refuses what the feed's own types would not take.
    """
    one, term = facts.of, facts.term
    assert one is not None and one.party is not None and term is not None, "the gate on decisions has passed"
    masking = masking_of(one.matter, one.party, [r.model_dump() for r in given.removals])
    try:
        made, words, digest = OF_KIND[one.kind].content(one, masking, term, given.full_text)
    except (LeaksPersonalData, ValidationError) as error:
        door.refuse(_unfit(error))
        raise
    notice, text = as_json(made), as_json(words) if words is not None else None
    draft: dict[str, Any] = {"notice": notice, "text": text}
    door.outputs["draft"] = draft
    return draft, digest


def put_in_public(door: Door, facts: rules.Disclosing, row: Publication) -> None:
    """Append publish, or replace where it was public before, to the public log and note it on the row."""
    look, one = door.look, facts.of
    assert one is not None and facts.publication is not None
    draft = reads.draft(facts.publication)
    if row.published_on is None:
        row.published_on = look.today
        row.workday_no = rules.workdays_after(one.decided_on, look.today, look.calendar)
        row.until = until(look, look.today)
    served_on = facts.served_on if facts.served_on and facts.served_on <= look.today else None
    notice = released(row.kind, draft["notice"], row.published_on, row.workday_no or 0, served_on, row.until)
    values: dict[str, object] = {"notice": as_json(notice)}
    if draft["text"] is not None:
        values["text"] = draft["text"]
    reason = str(inputs(leaf(row.draft or 0).entry).get("reason", "")) if row.index is not None else ""
    row.index = append(door, row, values, reason)
    row.state, row.shown = "published", row.draft
    door.save(row)


def append(door: Door, row: Publication, values: Mapping[str, object], reason: str) -> int:
    """Append publish, or with a reason replace, to the public log; return its index there."""
    operation: dict[str, object] = {
        "op": "replace" if reason else "publish",
        "ref": row.ref,
        "kind": row.kind,
        "record": door.index,
        "due": row.due_on.isoformat() if row.due_on else None,
        "at": door.look.at.astimezone(CHINA).isoformat(),
    }
    if reason:
        operation["reason"] = {"code": "error" if row.kind in OF_KIND else "changed", "text": reason}
    return _readable(door.disclose(operation, values))


def show_page(door: Door, row: Publication, page: ItemPage | AgencyPage, reason: str) -> None:
    """Show a page that needs no review of its own: others listed the item, appointed the people."""
    look = door.look
    row.index = append(door, row, {"notice": json.loads(to_value(page))}, reason)
    row.state, row.published_on = "published", look.today
    if row.pk is None:
        door.add(row)
    else:
        door.save(row)


def public_words(facts: rules.Disclosing, code: str, words: str) -> str:
    """Return why a content is taken down as the public reads it: masked where it names what is protected.

    Where masking does not take everything out, only the ground of the law is said.
    """
    p = facts.publication
    if not facts.said or p is None:
        return words
    masking = reads.masking(p)
    masked = masking.words(words)
    if any(not found.unsure for found in leaks([("理由说明", masked)], masking)):
        return f"{WITHDRAWAL_REASONS[code]}。"
    return masked


def taken_down(door: Door, row: Publication, code: str, words: str) -> None:
    """Append the withdrawal to the public log; the content's file goes as soon as the feed is written."""
    one = disclosable(row.decision) if row.decision else None
    decided_on = one.decided_on if one else row.published_on
    assert row.published_on is not None and decided_on is not None, "the gate on the step has passed"
    category = one.category if one else ITEM_CATEGORY[row.kind]
    operation: dict[str, object] = {
        "op": "withdraw",
        "ref": row.ref,
        "reason": {"code": code, "text": words},
        "stays": {
            "number": row.number,
            "decided_on": decided_on.isoformat(),
            "published_on": row.published_on.isoformat(),
            "category": category,
        },
        "at": door.look.at.astimezone(CHINA).isoformat(),
    }
    _readable(door.disclose(operation, {}))
    row.state, row.withdrawn_on, row.reason = "withdrawn", door.look.today, code
    door.save(row)


def anchored(door: Door, head: str) -> None:
    """Append the record log's signed head and the counts of each kind to the public log."""
    tallies = reads.counts(door.look.today)
    counts = {
        kind: {n: getattr(t, n) for n in ("decided", "published", "withdrawn", "exempt")}
        for kind, t in tallies.items()
    }
    at = door.look.at.astimezone(CHINA).isoformat()
    _readable(door.disclose({"op": "anchor", "head": head, "counts": counts, "at": at}, {}))


def until(look: Look[Any], start: date) -> date | None:
    """Return the last day of the display; None while no local value is set (PUB-15)."""
    try:
        return term("PUB-15", start, look.calendar, look.config).end
    except LocalValueMissing:
        return None


def _readable(index: int) -> int:
    """Raise UnknownOperation, and so undo the act, for an entry the public could not read."""
    from_entry(leaf(index, DISCLOSURE).data)
    return index


def _unfit(error: LeaksPersonalData | ValidationError) -> Refusal:
    because = (
        str(error)
        if isinstance(error, LeaksPersonalData)
        else "公示内容不符合规定的格式（内容过长或者缺项）。"
    )
    todo = "在“另需隐去的内容”中补充后重新采集；决定书内容有误的，依法更正。"
    return Refusal("RED-06", "the_content_fits_the_public_form", because, "行政处罚法 50", todo)
