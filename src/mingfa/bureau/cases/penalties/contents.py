"""What each penalty of a proposal consists of, in the words of papers (行政处罚法 44, 59). Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from mingfa.bureau.cases.conclusion.inputs import Conclusion
from mingfa.bureau.cases.values import Proposal
from mingfa.bureau.lib.chinese import long_date
from mingfa.bureau.lib.money import capital, yuan


def typed_details(given: Conclusion) -> dict[str, str]:
    """Return what the penalties consist of, as they are typed."""
    typed = given.model_dump(mode="json")
    return _details(sum_words(given.kinds, given.gains, given.returned), typed["things"], typed["measures"])


def details(one: Proposal) -> dict[str, str]:
    """Return what the penalties of a proposal consist of, by kind."""
    return _details(sum_words(one.kinds, one.gains, one.returned), one.things, one.measures)


def sum_words(kinds: Iterable[str], gains: int, returned: int) -> str:
    """Say which sum is confiscated, and what of the gains is returned."""
    if "confiscate_gains" not in kinds or not gains:
        return ""
    back = f"（违法所得{yuan(gains)}元，依法退赔{yuan(returned)}元）" if returned else ""
    return f"人民币{capital(gains - returned)}（¥{yuan(gains - returned)}）{back}"


def gains_words(one: Proposal) -> str:
    """Say how the gains were computed and to whom what is returned."""
    if "confiscate_gains" not in one.kinds or not one.gains_words:
        return ""
    back = f"退赔情况：{one.returned_words}" if one.returned_words else ""
    return f"违法所得的计算：{one.gains_words}{back}"


def _details(
    gains: str, things: Iterable[Mapping[str, object]], measures: Iterable[Mapping[str, object]]
) -> dict[str, str]:
    listed = "、".join(f"{t['name']}{_in_brackets(t.get('mark'))}{t['quantity']}" for t in things)
    found = {"confiscate_gains": gains, "confiscate_property": listed}
    for row in measures:
        until = f"，至{long_date(date.fromisoformat(str(row['until'])))}止" if row.get("until") else ""
        issuer = f"，发证机关{row['issuer']}" if row.get("issuer") else ""
        found[str(row["kind"])] = f"{row['what']}{issuer}{until}"
    return {kind: words for kind, words in found.items() if words}


def _in_brackets(words: object) -> str:
    return f"（{words}）" if words else ""
