"""The inspections room as a Django app."""

from mingfa.bureau.doorway import rooms


class InspectionsConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.inspections"
    label = "inspections"
    heading = "行政检查"
    purpose = "检查"
    place = 9
    page = ("检查", "/inspections/")
    shows = "/draws/"
