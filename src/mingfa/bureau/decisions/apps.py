"""The decisions room as a Django app."""

from mingfa.bureau.doorway import rooms


class DecisionsConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.decisions"
    label = "decisions"
    heading = "决定"
    purpose = "决定"
    place = 6
