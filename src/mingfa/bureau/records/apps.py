"""The records room as a Django app."""

from mingfa.bureau.doorway import rooms


class RecordsConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.records"
    label = "records"
    heading = "记录与证据"
    purpose = "调查取证"
    place = 2
    page = ("音像记录事项清单", "/recordings/")
