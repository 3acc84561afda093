"""What is asked of the recordings of any scene, whichever room records it (plan 2.2.a, 2.2.b).

AV-01  each recording is one, ends after it begins, runs as long as is said, and lies before it is entered
AV-06  the key content was filmed
AV-07  a recording taken up again says why it was broken off
AV-08  whoever is seen was told
AV-09  recordings are uploaded within the local hours
AV-12  what cannot be played, or breaks off, shows nothing of that time

But for the times, only local rules say these things in so many words: each may be passed with a reason, which
supervisors see.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Protocol

from mingfa.bureau.doorway.look import Look
from mingfa.bureau.law.gates import Gate, Reason, gate, no
from mingfa.bureau.records.filming.values import MOST, Span, broken_off, clock, faults, length
from mingfa.bureau.records.inputs import AvRecording, OnCamera
from mingfa.bureau.records.values import CONTENT
from mingfa.bureau.vault.kinds import is_recording

WHOLE = tuple(CONTENT)
# What the recordings of a record must at least show; of a measure or an enforcement: all of it.
SHOWN = {
    "record.inspect": ("scene", "people", "rights"),
    "record.question": ("people", "rights"),
    "hearing.hold": ("people", "rights"),
    "record.sample": ("people", "rights", "goods"),
    "inspection.enter": ("people", "rights", "delivery"),
    "inspection.recheck": ("scene", "people", "rights"),
    "record.film": ("scene", "people", "rights"),
    "permit.check": ("scene", "people"),
    "permit.supervise": ("scene", "people"),
}


class OfAScene(Protocol):
    """What these gates may see: the frame, and from when to when the scene went on."""

    @property
    def look(self) -> Look[Any]: ...
    @property
    def scene(self) -> Span | None: ...


@gate(
    "AV-01",
    cites="行政处罚法 47",
    of_inputs=True,
    cites_in={"inspection": "方案 2.1.a", "permit": "方案 2.1.a"},
)
def its_recordings_end_before_they_are_entered(f: OfAScene) -> Reason | None:
    """Where a scene has no hours of its own, its recordings still begin, end later, and lie in the past."""
    if all(r.started_at < r.ended_at <= f.look.now for r in f.look.given_as(OnCamera).recordings):
        return None
    return no("音像记录的开始、结束时间前后不一致，或者晚于录入时间。", "核对音像记录的起止时间。")


@gate("AV-01", cites="方案 2.2.a", of_inputs=True)
def what_is_handed_in_is_a_recording(f: OfAScene) -> Reason | None:
    """A recording is sound or moving pictures, by its bytes; a text or a photo under its name is none."""
    others = [r.file.name for r in f.look.given_as(OnCamera).recordings if not is_recording(r.file.media)]
    if not others:
        return None
    return no(
        f"{_named(others)}不是录音、录像，不能作为现场音像记录。",
        "选择录音、录像文件；照片和其他材料在“照片、音像记录”中上传。",
    )


@gate("AV-01", cites="方案 2.2.a", of_inputs=True)
def its_hours_are_no_longer_than_it_runs(f: OfAScene) -> Reason | None:
    """The hours of a recording are measured: none is said to show more than it runs."""
    short = [words for r in f.look.given_as(OnCamera).recordings if (words := _too_long(r))]
    if not short:
        return None
    return no(
        f"填写的时段比音像文件长：{'；'.join(short)}。", "按实测时长更正起止时间；没有记录的时段不得填写。"
    )


@gate("AV-12", cites="方案 2.2.a", of_inputs=True, warns=True)
def each_recording_is_whole(f: OfAScene) -> Reason | None:
    """What cannot be played, or breaks off, is said when it is handed in; it shows none of that time."""
    files = [r.file for r in f.look.given_as(OnCamera).recordings]
    found = [f"“{file.name}”{trouble}" for file in files if (trouble := faults(file.measured))]
    if not found:
        return None
    return no(
        f"音像文件有下列问题，相应时段视为没有记录：{'；'.join(found)}。",
        "有完整原件的，重新上传原件；没有的，写明原因（原文件照样保存）。",
    )


def _named(names: Iterable[str]) -> str:
    return "、".join(f"“{name}”" for name in names)


def _too_long(one: AvRecording) -> str:
    """Say what the hours of a recording should be, where they are longer than it was measured to run."""
    found = one.file.measured
    if found is None or not found.plays:
        return ""
    runs = timedelta(milliseconds=found.milliseconds or 0)
    if one.ended_at - one.started_at <= runs + MOST:
        return ""
    return (
        f"“{one.file.name}”实测时长{length(found.milliseconds)}，"
        f"自{clock(one.started_at)}开始的，结束时间应为{clock(one.started_at + runs)}"
    )


@gate("AV-08", cites="方案 2.2.b", of_inputs=True, warns=True)
def everyone_recorded_was_told(f: OfAScene) -> Reason | None:
    """Each recording begins with telling those present, and with time, place and officers."""
    silent = [clock(r.started_at) for r in f.look.given_as(OnCamera).recordings if not r.told]
    if not silent:
        return None
    return no(
        f"{'、'.join(silent)}开始的音像记录没有告知在场人员正在记录。",
        "开始时告知并口述时间、地点和执法人员后勾选；没有告知的，写明原因。",
    )


@gate("AV-07", cites="方案 2.2.a", of_inputs=True, warns=True)
def an_interruption_names_its_reason(f: OfAScene) -> Reason | None:
    """A recording that takes up a broken one says why that one was broken off."""
    bare = [
        f"{clock(ended)}至{clock(after.started_at)}"
        for ended, after in broken_off(f.look.given_as(OnCamera).recordings)
        if not after.resumed.strip()
    ]
    if not bare:
        return None
    return no(
        f"音像记录在{'、'.join(bare)}中断，恢复时没有说明原因。",
        "在恢复后的记录中填写中断原因（设备故障、天气、电量、存储、转换地点等）。",
    )


@gate("AV-06", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_key_content_was_recorded(f: OfAScene) -> Reason | None:
    """What the recordings of such a scene should show is ticked off."""
    given = f.look.given_as(OnCamera)
    if not given.recordings:
        return None
    lacking = [CONTENT[c] for c in SHOWN.get(f.look.act, WHOLE) if c not in given.content]
    if not lacking:
        return None
    return no(
        f"音像记录没有摄录：{'、'.join(lacking)}。",
        "核对重点摄录内容后勾选；现场没有该项内容或者没有摄录的，写明原因。",
    )


@gate("AV-09", cites="方案 2.2.b", of_inputs=True, warns=True)
def the_recordings_are_uploaded_in_time(f: OfAScene) -> Reason | None:
    """Recordings are handed in within the local hours from the end of the scene, by the server's clock."""
    if f.scene is None or not f.look.given_as(OnCamera).recordings:
        return None
    hours = f.look.local("upload_hours")
    if f.look.now <= f.scene[1] + timedelta(hours=hours):
        return None
    return no(f"音像记录应当在执法活动结束后{hours}小时内上传，已经超过。", "写明逾期上传的原因。")


ON_CAMERA: tuple[Gate[OfAScene], ...] = (
    what_is_handed_in_is_a_recording,
    its_hours_are_no_longer_than_it_runs,
    each_recording_is_whole,
    everyone_recorded_was_told,
    an_interruption_names_its_reason,
    the_key_content_was_recorded,
    the_recordings_are_uploaded_in_time,
)
# Asked where the form asks for the recordings of a scene without its hours.
BESIDE: tuple[Gate[OfAScene], ...] = (its_recordings_end_before_they_are_entered, *ON_CAMERA)
