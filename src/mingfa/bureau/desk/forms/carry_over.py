"""The way on from the street: what was typed for a penalty there begins a case of the ordinary procedure."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from mingfa.bureau.desk.forms.reading import shown_moment
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.gates import Refusal

# What the law does not let decide on the spot (处罚法 51): too much, not beyond doubt, or off the steps.
BEYOND = frozenset(
    {"it_stays_within_the_limits", "the_facts_are_beyond_doubt", "its_amount_lies_within_its_step"}
)


def way_on(act: str, typed: Mapping[str, Any], refusals: Iterable[Refusal], now: datetime) -> str:
    """Return the address of the form that registers the case with what was typed; empty where none is due.

    It was found now, and unless another day was typed it was also done today.
    """
    if act != "summary.decide" or not BEYOND & {r.code for r in refusals}:
        return ""
    party = typed.get("party", {})
    known = {
        "item": typed.get("item", ""),
        "source": "patrol",
        "found_at": shown_moment(now),
        "act_on": typed.get("act_on", "") or f"{now.astimezone(CHINA):%Y-%m-%d}",
        "street": typed.get("street", ""),
        "place": typed.get("place", ""),
        "party_name": party.get("name", ""),
        "summary": typed.get("findings", ""),
    }
    return "/acts/case.register/?" + urlencode({name: words for name, words in known.items() if words})
