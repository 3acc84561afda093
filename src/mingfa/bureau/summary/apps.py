"""The summary room as a Django app."""

from mingfa.bureau.doorway import rooms


class SummaryConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.summary"
    label = "summary"
    heading = "简易程序"
    purpose = "当场处罚"
    place = 7
    page = ("当场处罚", "/spot/")
