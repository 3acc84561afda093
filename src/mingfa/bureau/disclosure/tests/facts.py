"""Facts of a publication for law cases: a fine on a shop on its lawful way, but for what is given."""

from datetime import date, datetime
from typing import Any

from mingfa.bureau.disclosure import inputs as disclosure_inputs
from mingfa.bureau.disclosure.redaction.facts import Finding
from mingfa.bureau.disclosure.rules import Disclosing
from mingfa.bureau.disclosure.values import Disclosable, Fall, PublicationView
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.people.actors import Actor

DECIDED = date(2026, 9, 7)
AUTHOR, HANDED, REVIEWER = 5, 6, 7
NEXT = {
    "collect": None, "hand_over": "collected", "review": "handed_over", "publish": "reviewed",
    "revise": "published", "replace": "revised", "withdraw": "published", "exempt": None,
}  # fmt: skip
TYPED: dict[str, tuple[Any, dict[str, Any]]] = {
    "collect": (disclosure_inputs.Collection, {"decision": 40, "public_interest": "涉及公共利益。"}),
    "hand_over": (disclosure_inputs.HandOver, {"publication": 50, "opinion": "属实。"}),
    "review": (disclosure_inputs.Examination, {"publication": 50, "passed": True, "opinion": "同意。"}),
    "publish": (disclosure_inputs.Release, {"publication": 50}),
    "revise": (disclosure_inputs.Revision, {"publication": 50, "reason": "示例更正。"}),
    "replace": (disclosure_inputs.Examination, {"publication": 50, "passed": True, "opinion": "同意。"}),
    "withdraw": (disclosure_inputs.Withdrawal, {"publication": 50, "code": "error", "words": "示例。"}),
    "exempt": (disclosure_inputs.Exempting, {"decision": 40, "reason": "privacy", "words": "经审查。"}),
}


def publication(
    state: str, author: int, reviewer: int | None, until: date | None, reason: str
) -> PublicationView:
    return PublicationView(
        50, "示例", "penalty", 40, None, 1, state, "示例决定", "示罚〔2026〕1号", 51, None, False, None,
        until, author, HANDED, reviewer, None, None, None, "", None, reason,
    )  # fmt: skip


def disclosing(
    step: str, by: int = 8, today: date = DECIDED, decided_on: date = DECIDED, kind: str = "penalty",
    rule: str = "PUB-02", state: str = "", reason_down: str = "", party: str = "sole_trader",
    age: int | None = None, fell: str = "", fell_on: date = DECIDED, ill: bool = False, impact: bool = False,
    restricted: bool = False, public: bool = True, served_on: date | None = DECIDED, leak: bool = False,
    unsure_leak: bool = False, said_leak: bool = False, author: int = AUTHOR, reviewer: int | None = REVIEWER,
    until: date | None = None, **typed: Any,
) -> Disclosing:  # fmt: skip
    """Take one step with a decision that may be shown, by somebody who has not touched it yet."""
    at = datetime(today.year, today.month, today.day, 9, 0, tzinfo=CHINA)
    inputs, lawful = TYPED[step]
    who = Actor(by, "示例公示员", 3, "公示档案室", frozenset({"publicity"}), "", None, None, "")
    given = inputs.model_validate(lawful | typed)
    look = Look(f"disclosure.{step}", who, at, at, given, None, Config(), Calendar())
    stands = state or NEXT[step]
    found = Finding("电话号码", "正文", unsure=unsure_leak) if leak or unsure_leak else None
    said = (Finding("电话号码", "正文"),) if said_leak else ()
    of = Disclosable(
        kind, 40, 7, "示例决定", "示罚〔2026〕1号", 1, "市容中队", decided_on, rule, "行政处罚", "店外经营",
        Party(kind=party, name="示例店", address="示例路1号"), None, for_the_public=public,
        fall=Fall(fell, "示例", fell_on) if fell else None, age=age, tells_of_illness=ill, has_impact=impact,
    )  # fmt: skip
    return Disclosing(
        look=look,
        publication=publication(stands, author, reviewer, until, reason_down) if stands else None,
        of=of,
        term=term(rule, decided_on, Calendar()),
        served_on=served_on,
        is_restricted=restricted,
        findings=(found,) if found else (),
        said=said,
    )
