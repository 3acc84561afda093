"""The permits room as a Django app."""

from mingfa.bureau.doorway import rooms


class PermitsConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.permits"
    label = "permits"
    heading = "行政许可"
    purpose = "许可"
    place = 8
    page = ("许可", "/permits/")
