"""The remedies room as a Django app."""

from mingfa.bureau.doorway import rooms


class RemediesConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.remedies"
    label = "remedies"
    heading = "复议和诉讼"
    purpose = "复议和诉讼"
    place = 13
