"""The hearings room as a Django app."""

from mingfa.bureau.doorway import rooms


class HearingsConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.hearings"
    label = "hearings"
    heading = "告知与听取意见"
    purpose = "告知和听证"
    place = 4
