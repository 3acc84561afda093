"""Facts of a case for law cases, made without a database: lawful but for what is given."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from mingfa.bureau.cases.closing import inputs as closing_inputs
from mingfa.bureau.cases.comparison import inputs as comparison_inputs
from mingfa.bureau.cases.conclusion import inputs as conclusion_inputs
from mingfa.bureau.cases.facts import CaseFacts
from mingfa.bureau.cases.filing import inputs as filing_inputs
from mingfa.bureau.cases.hooks import Challenge
from mingfa.bureau.cases.values import CaseView, ComparisonView, Earlier, Proposal
from mingfa.bureau.catalogue.values import Bound, ItemView, Step
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import EvidenceView, Recorded, RecordView, SceneView, Take

TODAY = date(2026, 9, 7)
FAR = date(2035, 12, 31)
STEPS = (
    Step("轻微", "初次违法并当场改正", "none", 0, 0),
    Step("较轻", "初次违法", "warning", 0, 0),
    Step("一般", "责令改正后未改正", "fine", 5_000, 20_000),
)
Row = Mapping[str, Any]
FILE = frozenset(
    [
        "act_on",
        "law",
        "filed_on",
        "found_on",
        "state",
        "source",
        "comparison",
        "born",
        "ordered",
        "proposed",
        "kind",
        "limitation",
        "item_from",
        "item_until",
    ]
)


def challenge(
    effect: str = "",
    since: date | None = None,
    open: bool = False,
    stayed: bool = False,
    ground: str = "reconsideration",
    pk: int = 50,
) -> Challenge:
    """Return a reconsideration of the decision, or what came of it."""
    return Challenge(pk, ground, "行政复议（示复答1号）", open, stayed, effect, "示复决1号", since)


def officer(pk: int = 11, *, unit: int = 1, until: date = FAR, roles: Sequence[str] = ("officer",)) -> Actor:
    """Return somebody with a certificate."""
    number = f"示E{pk:04d}"
    return Actor(pk, f"示例{pk}", unit, "市容中队", frozenset(roles), number, date(2024, 1, 1), until, "")


def item(
    law: str = "市容条例 36(2)",
    breaks: str = "市容条例 14",
    kinds: Sequence[str] = ("warning", "fine", "confiscate_gains"),
    begins: date = date(2020, 1, 1),
    ends: date | None = None,
    pk: int = 21,
) -> ItemView:
    """Return a listed item on this law."""
    return ItemView(
        id=pk,
        code="示例-0001",
        matter_code="09001",
        name="示例事项",
        field="市容秩序",
        office=1,
        office_name="市容中队",
        breaks=(breaks,),
        penalises=(law,),
        kinds=tuple(kinds),
        steps=STEPS,
        conditions="有证据证明。",
        time_limit="九十日",
        correction="立即改正",
        valid_from=begins,
        valid_to=ends,
        listed=1,
    )


def look_of(inputs: Any, on: date = TODAY, by: Actor | None = None) -> Look[Any]:
    """Return the frame of an act at ten o'clock."""
    now = datetime(on.year, on.month, on.day, 10, tzinfo=CHINA)
    return Look("", by or officer(), now, now, inputs, None, example_config(), Calendar())


def party(born: date | None = None, kind: str = "sole_trader") -> Party:
    """Return a party; of a person with a birthday, by an invented number."""
    number = f"650104{born:%Y%m%d}0017" if born else ""
    person = kind == "person"
    return Party.model_validate(
        {"kind": kind, "name": "示例某", "code": number if person else "", "address": "示例路1号"}
    )


def proposal(version: int = 50, **over: Any) -> Proposal:
    """Return a proposal of a fine in the middle step."""
    values: dict[str, Any] = {
        "outcome": "penalty",
        "facts": "经查。",
        "evidence": ({"evidence": 41, "proves": "事实"},),
        "breaks": ("市容条例 14",),
        "penalises": ("市容条例 36(2)",),
        "step": "一般",
        "factors": "无。",
        "kinds": ("fine",),
        "amount": 10_000,
        "gains": 0,
        "deviation": "",
        "mitigation": (),
        "incapable": False,
        "grounds": (),
        "crime": "",
        "education": "",
    }
    return Proposal(version=version, **values | over)


def compared(result: str, old: Sequence[str] = (), on: date = TODAY, pk: int = 45) -> ComparisonView:
    """Return a comparison of old and new law."""
    return ComparisonView(pk, tuple(old), ("生态环境法典 1107",), result, on, "示法比字〔2026〕1号", "示例。")


def case(
    act_on: date = date(2026, 9, 1),
    *,
    law: str = "市容条例 36(2)",
    filed_on: date | None = date(2026, 9, 2),
    found_on: date | None = None,
    state: str = "filed",
    source: str = "patrol",
    comparison: Row | None = None,
    born: date | None = None,
    ordered: bool = True,
    proposed: Proposal | None = None,
    kind: str = "",
    limitation: str = "ordinary",
    item_from: date = date(2020, 1, 1),
    item_until: date | None = None,
) -> CaseView:
    """Return a filed case of a shop, its order to correct made."""
    found = found_on or max(act_on, TODAY - timedelta(days=6))
    return CaseView(
        id=30,
        title="示例案",
        number="示立〔2026〕1号",
        state=state,
        procedure="ordinary",
        unit=1,
        unit_name="市容中队",
        handlers=(11, 12),
        item=item(law, begins=item_from, ends=item_until),
        source=source,
        found_at=datetime(found.year, found.month, found.day, 9, tzinfo=CHINA),
        act_on=act_on,
        place="示例路100号",
        party=party(born, kind or ("person" if born else "sole_trader")),
        filed_on=filed_on,
        proposal=proposed,
        corrections=(("示责改〔2026〕1号", "恢复原状", None),) if ordered else (),
        last_at=datetime(2026, 9, 3, 9, tzinfo=CHINA),
        comparison=compared(**comparison) if comparison else None,
        limitation=limitation,
    )


def recorded(
    shown: bool = True,
    media: int = 1,
    pieces: int = 1,
    excluded: bool = False,
    records: int = 1,
    scenes: tuple[SceneView, ...] = (),
) -> Recorded:
    """Return records and evidence on file."""
    at = datetime(2026, 9, 3, 9, tzinfo=CHINA)
    made = RecordView(40, "inspection", "示检〔2026〕1号", at, at, (11, 12), shown, True, "signed", media)
    kept = [
        EvidenceView(
            41 + n, "documentary", "照片", "现场", "0" * 64, 1, "image/png", at, 99 if excluded else None
        )
        for n in range(pieces)
    ]
    return Recorded((made,) * records, tuple(kept), scenes)


def _facts(inputs: Any, on: date, by: Actor | None = None, **over: Any) -> CaseFacts:
    file: dict[str, Any] = {k: over.pop(k) for k in list(over) if k in FILE}
    filed = case(**file)
    seen: dict[str, Any] = {"recorded": recorded(), "officers": (officer(11), officer(12))}
    return CaseFacts(look_of(inputs, on, by), filed, filed.item, **{**seen, **over})


def registering(
    act_on: date = date(2026, 9, 1),
    law: str = "市容条例 36(2)",
    ends: date | None = None,
    street: str = "650104001",
    today: date = TODAY,
    found_on: date | None = None,
) -> CaseFacts:
    """Return a clue being registered."""
    found = found_on or max(act_on, date(2026, 9, 6))
    given = filing_inputs.Clue.model_validate(
        {
            "item": 21,
            "source": "patrol",
            "found_at": f"{found}T09:00",
            "act_on": act_on,
            "street": street,
            "place": "示例路100号",
            "summary": "巡查发现。",
        }
    )
    begins = date(2015, 1, 1)
    chosen = item(law, breaks=law, begins=begins, ends=ends)
    return CaseFacts(
        look_of(given, today), None, chosen, Recorded((), ()), streets=frozenset({"650104001", "650104002"})
    )


def concluding(today: date = TODAY, given: Row | None = None, **over: Any) -> CaseFacts:
    """Return an investigation being concluded with a fine of a hundred yuan."""
    report: dict[str, Any] = {
        "facts": "经查，当事人店外经营。",
        "evidence": [{"evidence": 41, "proves": "事实"}],
        "outcome": "penalty",
        "step": "一般",
        "factors": "无从轻、从重情节。",
        "kinds": ["fine"],
        "amount": 10_000,
    }
    return _facts(conclusion_inputs.Conclusion.model_validate({**report, **(given or {})}), today, **over)


def proposing(today: date = TODAY, limitation: str = "ordinary", harm: str = "", **over: Any) -> CaseFacts:
    """Return a verified clue being put to the head for filing."""
    given = filing_inputs.FilingProposal.model_validate(
        {
            "party": {"kind": "sole_trader", "name": "示例某", "address": "示例路1号"},
            "handlers": [11, 12],
            "recusal_declared": True,
            "facts": "示例案情。",
            "limitation": limitation,
            "harm": harm,
            "opinion": "建议立案。",
        }
    )
    return _facts(given, today, **{"state": "verified", "filed_on": None, **over})


def filing(today: date = TODAY, **over: Any) -> CaseFacts:
    """Return a filing being approved by a head who handles nothing."""
    given = filing_inputs.Approval(approved=True, opinion="同意立案。")
    return _facts(
        given, today, officer(1, roles=("head",)), **{"state": "proposed", "filed_on": None, **over}
    )


def not_the_first(again: int = 1, **given: Any) -> CaseFacts:
    """Return a conclusion about a party of whom the same was decided before."""
    before = tuple(Earlier(70 + n, "示例前案", "示立〔2025〕1号", date(2025, 3, 1)) for n in range(again))
    return concluding(given=given, earlier=before)


def concluding_on_a_scene(lost: Sequence[int] = (), required: bool = True, takes: int = 1) -> CaseFacts:
    """Conclude on evidence obtained while a scene was recorded by one or more recorders; `lost` of them."""
    at = datetime(2026, 9, 3, 9, tzinfo=CHINA)
    ended = at + timedelta(hours=1)
    made = tuple(
        Take(f"录像{n}", f"{n:064x}", at, ended, "", "", True, "", n in lost) for n in range(1, takes + 1)
    )
    scene = SceneView(50, 30, "measure.record", required, at, ended, ended, made, (), 0, False, False)
    return concluding(recorded=recorded(scenes=(scene,)))


def fining(today: date = TODAY, **given: Any) -> CaseFacts:
    """Return a conclusion whose proposal is given directly."""
    seen = {k: given.pop(k) for k in ("born", "ordered", "kind") if k in given}
    return concluding(today, given, **seen)


def fined(law: str, yuan: float, on: str = "2026-09-07", fixed_by: float = 0, **given: Any) -> CaseFacts:
    """Return a fine of so many yuan on an article, with a deviation that would pass every benchmark.

    `fixed_by` is the most that local law sets, in yuan; `base` of the inputs is in yuan as well.
    """
    seen = {k: given.pop(k) for k in ("ordered", "kind") if k in given}
    if "base" in given:
        given["base"] *= 100
    report = {"amount": round(yuan * 100), "deviation": "示例理由。", **given}
    facts = concluding(date.fromisoformat(on), report, law=law, act_on=date.fromisoformat(on), **seen)
    local = (Bound(law, "示例市实施办法（示例）", 0, round(fixed_by * 100)),) if fixed_by else ()
    assert facts.case is not None
    return replace(facts, case=replace(facts.case, item=replace(facts.case.item, bounds=local)))


def comparing(
    today: date = date(2026, 9, 7),
    act_on: date = date(2026, 8, 1),
    law: str = "大气污染防治法 118",
    new: Sequence[str] = ("生态环境法典 562",),
    new_text: str = "",
    result: str = "old_lighter",
    new_item: Row | None = None,
    **over: Any,
) -> CaseFacts:
    """Return old and new law being compared in a case of before the change."""
    given = comparison_inputs.LawComparison.model_validate(
        {
            "old_text": "旧法原文。",
            "old_source": "公报",
            "new": list(new),
            "new_text": new_text,
            "result": result,
            "item": 22 if new_item else None,
            "why": "幅度较低。",
        }
    )
    chosen = item(**{"pk": 22, "begins": date(2026, 8, 15), **new_item}) if new_item else None
    return _facts(given, today, act_on=act_on, law=law, new_item=chosen, **over)


def closing(challenged: Row | None = None, returned: bool = False) -> CaseFacts:
    """Return a performed case about to be closed, each stage on record."""
    given = filing_inputs.Approval(approved=not returned, opinion="同意结案。")
    against = (challenge(**challenged),) if challenged is not None else ()
    return _facts(
        given, date(2026, 11, 2), officer(60, roles=("deputy",)), state="closing", challenges=against
    )


def proposing_closing(challenged: Row | None = None) -> CaseFacts:
    """Return the same case being put to the head."""
    given = closing_inputs.ClosingProposal(performance="已履行。", remedies="见登记。", opinion="建议结案。")
    against = (challenge(**challenged),) if challenged is not None else ()
    return _facts(given, date(2026, 11, 2), state="performed", challenges=against)
