"""Facts of measures for law cases, made without a database: lawful but for what is given.

Taken on Monday, 7 September 2026, at 9:30, after an arrival at 9:00; asked a minute later, or `day` days and
`hours` hours after that. What is no input of the act says how the world is.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.doorway.party import Party
from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.measures import inputs
from mingfa.bureau.measures.facts import Holding
from mingfa.bureau.measures.values import Approval, Held, Measure, Preservation, Release, Sale
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records.values import CONTENT

TAKEN = datetime(2026, 9, 7, 9, 30, tzinfo=CHINA)
ARRIVED = TAKEN - timedelta(minutes=30)
FILE = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例录像.mp4"}
PARTY = Party(kind="person", name="王示例", address="示例市示例路1号")
THINGS: tuple[dict[str, object], ...] = (
    {"name": "烧烤炉", "spec": "", "quantity": 1, "per": "台", "condition": ""},
    {"name": "活鱼", "spec": "", "quantity": 9, "per": "条", "condition": ""},
)
STOVE = {"name": "烧烤炉", "quantity": 1, "per": "台", "relation": "违法经营的工具"}


def person(pk: int, roles: Sequence[str] = ("officer",), until: str = "2030-12-31") -> Actor:
    """Return somebody with a certificate."""
    return Actor(
        id=pk,
        name=f"示例{pk}",
        unit=1,
        unit_name="市容中队",
        roles=frozenset(roles),
        certificate=f"示E{pk:04d}",
        certificate_from=date(2024, 1, 1),
        certificate_to=date.fromisoformat(until),
        legal_qualification="",
    )


def clock(minutes: float) -> str:
    """Return a moment, in minutes since the arrival."""
    return (ARRIVED + timedelta(minutes=minutes)).isoformat()


def measure_of(
    *,
    state: str = "held",
    taken_as: str = "seize",
    days: int = 30,
    extended: int = 0,
    testing: Sequence[Sequence[date]] = (),
    ended: Sequence[int] = (),
    sales: Sequence[Sequence[int]] = (),
    excused: Sequence[Sequence[float]] = (),
    present: bool = True,
    recorded: bool = False,
) -> Measure:
    """Return what was taken; `excused` in minutes since the arrival, `sales` as row, proceeds, worth."""
    return Measure(
        id=1,
        state=state,
        kind=taken_as,
        number="示查扣1号",
        place="示例路",
        things=THINGS,
        ended=dict.fromkeys(ended, "released"),
        kept_at="仓库",
        keeper="钱某",
        taken_at=TAKEN,
        started_at=ARRIVED,
        officers=(11, 12),
        party_present=present,
        witness="" if present else "赵某",
        days=days,
        extended_by=extended,
        testing=tuple((a, b) for a, b in testing),
        record=9 if recorded else None,
        excused=tuple((ARRIVED + timedelta(minutes=a), ARRIVED + timedelta(minutes=b)) for a, b in excused),
        sales=tuple(Sale((n,), got, worth) for n, got, worth in sales),
    )


def _word(pk: int, kind: str, word: str, by: int) -> Approval:
    """Return what was put to the head: `word` is approved, refused, used, or blank while it waits."""
    said = "approved" if word == "used" else word
    return Approval(pk, kind, "物", TAKEN.date(), by, said, TAKEN.date(), word == "used")


def held_in(
    *,
    by: str = "officer",
    day: int = 0,
    hours: float = 0,
    filed: bool = True,
    case: str = "filed",
    known: bool = True,
    approvals: Sequence[Sequence[Any]] = (("seize", "approved"),),
    team: Sequence[Sequence[Any]] = ((11, ["officer"]), (12, ["officer"])),
    certificate: str = "2030-12-31",
    released: Sequence[int] = (),
    returned: bool = False,
    confiscating: bool = False,
    empty: bool = False,
    given: Any = None,
    **of_measure: Any,
) -> Holding:
    """Return a case in which something was taken, and the frame in which an act asks."""
    at = TAKEN + timedelta(days=day, hours=hours, minutes=1)
    measure = measure_of(**of_measure)
    asker = 21 if by == "asking_head" else 11
    words = tuple(_word(n, *one, by=asker) for n, one in enumerate(approvals, 101))
    kept = Preservation(2, "preserved", "示登保1号", TAKEN.date(), THINGS, "示例路", "钱某", "")
    release = Release(3, 1, "示查解1号", tuple(released), at.date(), 8 if returned else None)
    held = Held(words, (kept,), () if empty else (measure,), (release,) if released else ())
    actor = person(21, ("head",)) if "head" in by else person(11, ("officer",), certificate)
    look = Look("", actor, at, at, given, None, example_config(), Calendar())
    return Holding(
        look=look,
        case=SimpleNamespace(  # type: ignore[arg-type]
            id=5,
            state=case,
            handlers=(11, 21) if by == "handling_head" else (11, 12),
            party=PARTY if known else None,
            filed_on=TAKEN.date() if filed else None,
            proposal=None,
        ),
        party=getattr(given, "party", None) or (PARTY if known else None),
        held=held,
        officers=tuple(person(pk, roles, certificate) for pk, roles in team),
        asker="示例11",
        approval=next((a for a in words if a.id == getattr(given, "approval", None)), None),
        preservation=kept if getattr(given, "preservation", None) == 2 else None,
        measure=measure if not empty and getattr(given, "measure", None) == 1 else None,
        release=release if released and getattr(given, "release", None) == 3 else None,
        confiscating=confiscating,
        why=given if isinstance(given, inputs.Why) else None,
    )


def _asked(kind: type[Any], defaults: dict[str, Any], over: dict[str, Any], **world: Any) -> Holding:
    """Sort what is given into what was typed and how the world is."""
    typed = {k: v for k, v in over.items() if k in kind.model_fields}
    around = {**world, **{k: v for k, v in over.items() if k not in kind.model_fields}}
    return held_in(given=kind.model_validate({**defaults, **typed}), **around)


def _moments(over: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {k: clock(v) if k in names and v is not None else v for k, v in over.items()}


WHY: dict[str, Any] = {"kind": "seize", "reason": "可能转移工具。", "basis": ["生态环境法典 562"]}
SPOT: dict[str, Any] = {
    "place": "示例路",
    "officers": [11, 12],
    "started_at": clock(0),
    "shown_at": clock(1),
    "notified_at": clock(2),
    "party_present": True,
    "told_at": clock(5),
    "heard_at": clock(10),
    "things": [STOVE],
    "kept_at": "仓库",
    "keeper": "钱某",
    "handed_over_at": clock(29),
}
POINTS = ("started_at", "shown_at", "notified_at", "told_at", "heard_at", "handed_over_at")


def requesting(**over: Any) -> Holding:
    return _asked(inputs.MeasureRequest, {**WHY, "things": "烧烤炉"}, over, approvals=())


def approving(**over: Any) -> Holding:
    lawful = {"approval": 101, "approved": True, "opinion": "同意"}
    return _asked(inputs.MeasureWord, lawful, over, by="head", approvals=(("seize", ""),))


def approving_preservation(**over: Any) -> Holding:
    lawful = {"approval": 101, "approved": True, "opinion": "同意"}
    return _asked(inputs.PreservationWord, lawful, over, by="head", approvals=(("preserve", ""),))


def seizing(**over: Any) -> Holding:
    """Times in minutes since the arrival; `thing` changes the one row of the list."""
    thing = {**STOVE, **over.pop("thing", {})}
    lawful = {**SPOT, "things": [thing], "approval": 101}
    return _asked(inputs.Seizing, lawful, _moments(over, POINTS), empty=True)


def seizing_at_once(**over: Any) -> Holding:
    lawful = {**SPOT, **WHY, "emergency": "当事人正在转移工具。"}
    return _asked(inputs.SeizingAtOnce, lawful, _moments(over, POINTS), empty=True, approvals=())


def recording_scene(**over: Any) -> Holding:
    """`recordings` in minutes since the arrival; the scene ends after 31 minutes."""
    spans = over.pop("recordings", [[0, 31]])
    made = [
        {"file": FILE, "started_at": clock(a), "ended_at": clock(b), "told": True, "resumed": "更换电池"}
        for a, b in spans
    ]
    lawful = {"measure": 1, "ended_at": clock(31), "findings": "略", "signed": "signed", "recordings": made}
    lawful["content"] = [*CONTENT]
    return _asked(inputs.SceneRecord, lawful, _moments(over, ("ended_at",)), state="taken", hours=1)


def excusing(**over: Any) -> Holding:
    lawful = {"measure": 1, "cause": "battery", "from_at": clock(3), "to_at": clock(6), "words": "电量耗尽"}
    typed = _moments(over, ("from_at", "to_at"))
    return _asked(inputs.Excuse, {**lawful, "opinion": "同意"}, typed, by="head", state="taken", hours=1)


def making_up(**over: Any) -> Holding:
    lawful = {"measure": 1, "approved": True, "opinion": "同意"}
    return _asked(inputs.MakeUp, lawful, over, by="head", state="pending")


def extending(**over: Any) -> Holding:
    lawful = {"measure": 1, "days": 30, "reason": "情况复杂"}
    return _asked(inputs.Extension, lawful, over, by="head", day=10)


def testing(**over: Any) -> Holding:
    lawful = {
        "measure": 1,
        "what": "油烟",
        "by": "示例中心",
        "from_on": "2026-09-08",
        "until_on": "2026-09-17",
    }
    return _asked(inputs.Testing, lawful, {k: v for k, v in over.items() if k != "by"})


def keeping(**over: Any) -> Holding:
    return _asked(inputs.CustodyEntry, {"measure": 1, "kind": "stored", "words": "入库"}, over)


def releasing(**over: Any) -> Holding:
    lawful = {"measure": 1, "ground": "other", "reason": "不再需要"}
    return _asked(inputs.ReleaseWord, lawful, over, by="head")


def handing_back(**over: Any) -> Holding:
    lawful = {
        "release": 3,
        "returned_at": TAKEN.isoformat(),
        "where": "仓库",
        "officers": [11, 12],
        "receiver": "王示例",
        "signed": True,
        "media": [FILE],
    }
    return _asked(inputs.HandingBack, lawful, over, released=(1, 2), ended=(1, 2), state="released")


def disposing(**over: Any) -> Holding:
    lawful = {
        "measure": 1,
        "how": "destroyed",
        "basis": "生态环境法典 562",
        "document": "示1号",
        "words": "销毁",
        "officers": [11, 12],
        "media": [FILE],
    }
    return _asked(inputs.Disposal, lawful, over, by="head")


def preserving(**over: Any) -> Holding:
    lawful = {
        "approval": 101,
        "place": "示例路",
        "officers": [11, 12],
        "certificate_shown": True,
        "things": [{"name": "烧烤炉", "quantity": 1}],
        "keeping": "away",
        "keeper": "钱某",
        "handed_over": True,
        "signed": "signed",
        "media": [FILE],
    }
    return _asked(inputs.Preserving, lawful, over, approvals=(("preserve", "approved"),))


def ending_preservation(**over: Any) -> Holding:
    lawful = {"preservation": 2, "how": "copied", "reason": "已经固定"}
    return _asked(inputs.PreservationEnd, lawful, over, by="head")


def must_go(state: str, day: int = 0, hours: float = 0, ended: Sequence[int] = ()) -> str:
    """Say why a measure must be released at once."""
    facts = held_in(state=state, day=day, hours=hours, ended=ended)
    return facts.held.measures[0].must_go(facts.look.at)
