"""The enforcement room as a Django app."""

from mingfa.bureau.doorway import rooms


class EnforcementConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.enforcement"
    label = "enforcement"
    heading = "强制执行"
    purpose = "强制执行"
    place = 11
    page = ("强制执行", "/enforcements/")
