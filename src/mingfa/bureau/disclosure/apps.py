"""The disclosure room as a Django app."""

from mingfa.bureau.doorway import rooms


class DisclosureConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.disclosure"
    label = "disclosure"
    heading = "公示"
    page = ("公示", "/publications/")
