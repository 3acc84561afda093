"""Facts of records for law cases, made without a database: lawful but for what is given.

A scene on Monday, 7 September 2026, from 9:00 to 9:30; minutes are counted from its beginning.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.records import inputs as records_inputs
from mingfa.bureau.records.devices import inputs as devices_inputs
from mingfa.bureau.records.devices.rules import Registering
from mingfa.bureau.records.filming import facts as filming_facts
from mingfa.bureau.records.rules import Recording
from mingfa.bureau.records.values import DeviceView, EvidenceView, Recorded, SceneView, Take
from mingfa.bureau.vault.film.found import Measured

BEGAN = datetime(2026, 9, 7, 9, tzinfo=CHINA)
ENDS = 30
PHOTO = {"sha256": "ab" * 32, "size": 900, "media": "image/png", "name": "示例照片.png"}
VIDEO = {"sha256": "cd" * 32, "size": 9000, "media": "video/mp4", "name": "示例录像.mp4"}
PLAIN: dict[str, Any] = {
    "place": "示例路100号",
    "officers": [11, 12],
    "certificate_shown": True,
    "rights_told": True,
    "signed": "signed",
}
Spans = Sequence[Sequence[float]]


def minute(after: float) -> datetime:
    return BEGAN + timedelta(minutes=after)


def officer(pk: int) -> Actor:
    until = date(2030, 12, 31)
    return Actor(
        pk, f"示例{pk}", 1, "市容中队", frozenset({"officer"}), f"示E{pk:04d}", date(2024, 1, 1), until, ""
    )


def measured(runs: float | None, breaks: Spans = (), trouble: str = "") -> dict[str, Any] | None:
    """What was found of each recording, in minutes; without a length or a trouble it was not measured."""
    if runs is None and not trouble:
        return None
    plays = {"milliseconds": round(runs * 60000), "picture": "h264", "sound": "aac"} if runs else {}
    lost = [{"start": round(a * 60000), "end": round(b * 60000)} for a, b in breaks]
    return {"entry": 9, **plays, "breaks": lost, "trouble": trouble}


def _asked(
    act: str,
    kind: type[Any],
    given: dict[str, Any],
    hours: float = 1,
    recordings: Spans = ((0, ENDS),),
    told: bool = True,
    resumed: str = "更换电池",
    content: Sequence[str] = ("scene", "people", "rights", "goods"),
    photo: bool = False,
    media: str = "video/mp4",
    runs: float | None = None,
    breaks: Spans = (),
    trouble: str = "",
    on_file: tuple[SceneView, ...] = (),
    **typed: Any,
) -> Recording:
    video = {**VIDEO, "media": media, "measured": measured(runs, breaks, trouble)}
    takes = [
        {"file": video, "started_at": minute(a), "ended_at": minute(b), "told": told, "resumed": resumed}
        for a, b in recordings
    ]
    filmed = {"recordings": takes, "content": list(content)}
    if "media" in kind.model_fields:
        filmed["media"] = [PHOTO] if photo else []
    inputs = kind.model_validate({**given, **filmed, **typed})
    now = minute(ENDS) + timedelta(hours=hours)
    look = Look(act, officer(11), now, now, inputs, None, example_config(), Calendar())
    return Recording(look, (officer(11), officer(12)), Recorded((), (), on_file))


def inspecting(**over: Any) -> Recording:
    """An inspection recorded from its beginning to its end, entered an hour later."""
    when = {"started_at": minute(0), "ended_at": minute(ENDS), "findings": "占道经营。"}
    return _asked("record.inspect", records_inputs.Inspection, {**PLAIN, **when}, **over)


def questioning(**over: Any) -> Recording:
    """A questioning recorded from its beginning to its end."""
    said = {
        "started_at": minute(0),
        "ended_at": minute(ENDS),
        "person": "示例某",
        "relation": "当事人",
        "identity_answer": "看清了。",
        "rights_answer": "听清了。",
        "questions": [{"q": "是否属实？", "a": "属实。"}],
    }
    return _asked("record.question", records_inputs.Questioning, {**PLAIN, **said}, **over)


def sampling(**over: Any) -> Recording:
    """Samples taken at the beginning of the scene."""
    taken = {
        "sampled_at": minute(0),
        "holder": "示例餐厅",
        "samples": [{"name": "废水", "quantity": 1}],
        "purpose": "油含量",
        "sealing": "当场封样",
        "sealed": True,
    }
    return _asked("record.sample", records_inputs.Sampling, {**PLAIN, **taken}, **over)


def filming(**over: Any) -> Recording:
    """The recordings of a scene that is on record already, handed in an hour after it."""
    return _asked("record.film", records_inputs.Filming, {}, **over)


def scene(
    takes: Spans = ((0, ENDS),),
    lost: Sequence[int] = (),
    required: bool = True,
    incident: bool = False,
    runs: float | None = None,
    breaks: Spans = (),
    trouble: str = "",
) -> SceneView:
    """A scene of which each take has a digest of its own; `lost` counts from one."""
    found = measured(runs, breaks, trouble)
    known = Measured.model_validate(found) if found else None
    made = tuple(
        Take(f"第{n}段", f"{n:064x}", minute(a), minute(b), "", "", True, "", n in lost, known)
        for n, (a, b) in enumerate(takes, 1)
    )
    return SceneView(
        50, 30, "measure.record", required, minute(0), minute(ENDS), minute(60), made, (), 0, False, incident
    )


def piece(at: float, take: int = 0, name: str = "证据") -> EvidenceView:
    """Evidence obtained at a minute of the scene; it may be one of the takes."""
    digest = f"{take:064x}" if take else ""
    return EvidenceView(41, "av", name, "现场", digest, 1, "video/mp4", minute(at), None)


def usable_of(at: float, take: int = 0, **world: Any) -> bool:
    """Say whether evidence of that minute may still be used."""
    return not filming_facts.unusable([piece(at, take)], [scene(**world)])


def kept(at: float | None = None, take: int = 0, **world: Any) -> str:
    """Say how long the recordings are kept; `at` is when some evidence was obtained."""
    evidence = [] if at is None else [piece(at, take)]
    return filming_facts.keeping(scene(**world), evidence, Calendar(), example_config())


def reporting(scene_id: int = 50, number: int = 1, **world: Any) -> Recording:
    """A loss being reported of a scene on file."""
    inputs = records_inputs.Loss(scene=scene_id, number=number, words="存储卡损坏。")
    look = Look(
        "record.report_loss", officer(11), minute(99), minute(99), inputs, None, example_config(), Calendar()
    )
    return Recording(look, (), Recorded((), (), (scene(**world),)))


PLACED: dict[str, Any] = {
    "name": "示例监控01号",
    "place": "示例路口",
    "why_there": "占道经营多发",
    "standard": "示例标准",
    "legal_review": "示法审〔2026〕1号",
    "legal_review_on": date(2026, 8, 1),
    "technical_review": "示技审〔2026〕1号",
    "technical_review_on": date(2026, 8, 2),
    "sign": True,
    "published_in": "示例网站",
    "published_on": date(2026, 8, 3),
    "used_from": date(2026, 9, 1),
}


def registering(**over: Any) -> Registering:
    """A device being registered that is lawful but for what is given."""
    given = devices_inputs.NewDevice(**{**PLACED, **over})
    look = Look("", officer(11), minute(99), minute(99), given, None, example_config(), Calendar())
    return Registering(look)


def device(used_from: date = date(2026, 9, 1), until: date | None = None) -> DeviceView:
    return DeviceView(
        60, "示例监控01号", "示例路口", "示例标准", "示例网站", date(2026, 8, 3), used_from, until
    )


def keeping(
    kind: str = "av", by: int | None = 60, used_from: date = date(2026, 9, 1), until: date | None = None
) -> Recording:
    """A record of a device being kept as evidence; it was obtained on 7 September."""
    given = records_inputs.NewEvidence.model_validate(
        {"kind": kind, "name": "监控", "proves": "占道", "obtained_at": minute(0), "origin": "示例"}
        | {"file": VIDEO, "device": by}
    )
    look = Look("", officer(11), minute(99), minute(99), given, None, example_config(), Calendar())
    return Recording(look, (), Recorded((), ()), (device(used_from, until),))


def reviewing(of_device: bool = True, fit: bool | None = None, evidence: int = 41) -> Recording:
    """What a device recorded being reviewed."""
    given = devices_inputs.DeviceReview(evidence=evidence, words="审核。")
    kept = replace(piece(0), device=60 if of_device else None, fit=fit)
    look = Look("", officer(11), minute(99), minute(99), given, None, example_config(), Calendar())
    return Recording(look, (), Recorded((), (kept,)), (device(),))
