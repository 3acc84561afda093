"""The service room as a Django app."""

from mingfa.bureau.doorway import rooms


class ServiceConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.service"
    label = "service"
    heading = "送达"
    purpose = "文书送达"
    place = 12
