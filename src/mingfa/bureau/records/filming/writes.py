"""Keeping the recordings of a scene: every room that records one leaves them here (plan 2.2)."""

from datetime import timedelta
from typing import Protocol

from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import File
from mingfa.bureau.records.filming.values import Span, broken_off
from mingfa.bureau.records.inputs import AvRecording, OnCamera
from mingfa.bureau.records.models import Scene


class Filmed(Protocol):
    """What is typed of a scene that was photographed or filmed."""

    @property
    def recordings(self) -> list[AvRecording]: ...
    @property
    def media(self) -> list[File]: ...


def keep_scene(door: Door, given: OnCamera, scene: Span | None, *, required: bool) -> None:
    """Keep what was recorded of a scene, whether it was late and where it was broken off.

    A scene that had to be recorded throughout is kept also where nothing was: what rests on it must be known.
    """
    if scene is None or not (given.recordings or required):
        return
    assert door.matter is not None, "a scene is recorded in a matter"
    takes = [
        {
            "name": r.file.name,
            "sha256": r.file.sha256,
            "from": r.started_at.isoformat(),
            "to": r.ended_at.isoformat(),
            **r.model_dump(include={"place", "device", "told", "resumed"}),
            **({"measured": r.file.measured.model_dump()} if r.file.measured else {}),
        }
        for r in given.recordings
    ]
    hours = timedelta(hours=door.look.local("upload_hours"))
    door.add(
        Scene(
            matter=door.matter.pk,
            act=door.look.act,
            required=required,
            started_at=scene[0],
            ended_at=scene[1],
            entered_at=door.look.now,
            takes=takes,
            content=list(given.content),
            breaks=len(broken_off(given.recordings)),
            incident=given.incident,
            late=bool(takes) and door.look.now > scene[1] + hours,
        )
    )


def all_media(given: Filmed) -> list[File]:
    """Return every file of a record: its recordings, then photos and the rest."""
    return [*(r.file for r in given.recordings), *given.media]
