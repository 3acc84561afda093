"""A room as its app declares it: what its acts are called together, what for, and where they show."""

from dataclasses import dataclass
from functools import cache

from django.apps import AppConfig, apps


class RoomConfig(AppConfig):
    """The app of a room that has acts; the desk reads nothing of a room but this and its acts.

    `heading` stands over its acts in the table of all acts. `purpose` groups them on a matter's page, in the
    order of `place`; a room whose acts are not about a matter has none. `page` is where they begin and show:
    (word, address). `shows` is another address for what its acts leave, if there is one.
    """

    heading: str
    purpose: str = ""
    place: int = 100
    page: tuple[str, str] = ("行为表", "/acts/")
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """What a room says of itself."""

    label: str
    heading: str
    purpose: str
    place: int
    page: tuple[str, str]
    shows: str


@cache
def rooms() -> dict[str, Room]:
    """Return the rooms that have acts, by label, in the order of the house."""
    found = (app for app in apps.get_app_configs() if isinstance(app, RoomConfig))
    return {
        a.label: Room(a.label, a.heading, a.purpose, a.place, a.page, a.shows or a.page[1]) for a in found
    }
