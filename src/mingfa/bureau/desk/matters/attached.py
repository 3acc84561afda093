"""The files that the acts of a matter committed to, as its page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from mingfa.bureau.desk.matters.timeline import Event
from mingfa.bureau.records.filming.values import told
from mingfa.bureau.records.retrieval.reads import named_files
from mingfa.bureau.vault.film.found import Measured
from mingfa.bureau.vault.kinds import is_recording, shown_inline

# Browsers here have no decoder for these (recording.md §3.2): the original is there to be downloaded.
UNPLAYED = frozenset({"hevc", "mpeg4", "mpeg1video", "mpeg2video", "wmv3", "vc1"})


@dataclass(frozen=True)
class FileLine:
    """A file that an act of the matter committed to."""

    sha256: str
    name: str
    media: str
    size: int
    act: int
    act_title: str
    measured: Measured | None = None

    @property
    def shape(self) -> str:
        """Return image, video, audio or file: how a page shows it; what no browser plays is a file."""
        kind = self.media.partition("/")[0]
        plays = self.measured is None or (self.measured.plays and self.measured.picture not in UNPLAYED)
        return kind if kind in ("image", "video", "audio") and shown_inline(self.media) and plays else "file"

    def as_json(self) -> dict[str, object]:
        """Return the API's shape of a file."""
        return {**vars(self), "measured": self.measured.model_dump() if self.measured else None}

    @property
    def recording(self) -> bool:
        """Whether it is sound or film: then nobody sees it who has not opened it on record."""
        return is_recording(self.media)

    @property
    def found(self) -> str:
        """Say what was measured of it, in words."""
        return told(self.measured)


def files(events: Iterable[Event]) -> list[FileLine]:
    """Return every file the acts committed to, each once."""
    found: dict[str, FileLine] = {}
    for event in events:
        for file in named_files(event.inputs):
            known = file.get("measured")
            line = FileLine(
                file["sha256"],
                file["name"],
                file["media"],
                int(file["size"]),
                event.index,
                event.title,
                Measured.model_validate(known) if known else None,
            )
            found.setdefault(line.sha256, line)
    return list(found.values())
