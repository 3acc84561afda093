"""Facts of the acts that end a case in which something is kept: lawful but for what is given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.hooks import Kept
from mingfa.bureau.cases.tests.facts import TODAY, case, look_of, officer, recorded
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.look import CHINA

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=CHINA)
HEAD = officer(60, roles=("head", "deputy"))
# Per act: where the case stands, who acts, what is typed.
LAWFUL: Mapping[str, tuple[str, Any, Mapping[str, Any]]] = {
    "case.file": ("proposed", HEAD, {"approved": False, "opinion": "违法事实不能成立，依法不予立案。"}),
    "case.refuse_filing": ("unfiled", HEAD, {"agreed": True, "opinion": "同意，不予立案。"}),
    "case.merge": ("verified", officer(), {"into": 6, "reason": "同一违法行为。"}),
    "case.refer": ("filed", HEAD, {"ground": "designated"}),
    "crime.hand_over": ("handing_over", officer(), {"handed_at": NOW, "goods": ["车辆一台"]}),
    "case.close": ("closing", HEAD, {"approved": True, "opinion": "同意结案。"}),
    "case.propose_closing": (
        "performed",
        officer(),
        {"performance": "已履行。", "remedies": "没有。", "opinion": "建议结案。"},
    ),
}


def ending(act: str, kept: Sequence[str] = (), **given: Any) -> CaseFacts:
    """Return a case about to end by an act; `kept` says how what is kept is kept."""
    state, by, typed = LAWFUL[act]
    inputs = REGISTER[act].inputs.model_construct(**{**typed, **given})
    before = replace(look_of(inputs, TODAY, by), act=act)
    found = case(state=state)
    return CaseFacts(
        before,
        found,
        found.item,
        recorded(),
        (officer(11), officer(12)),
        other=replace(found, id=6),
        kept=tuple(Kept(how, "示例") for how in kept),
    )


file, refuse_filing, merge, refer, close, propose_closing, hand_over = (
    partial(ending, act)
    for act in (
        "case.file",
        "case.refuse_filing",
        "case.merge",
        "case.refer",
        "case.close",
        "case.propose_closing",
        "crime.hand_over",
    )
)
