"""The doorway room as a Django app."""

from mingfa.bureau.doorway import rooms


class DoorwayConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.doorway"
    label = "doorway"
    heading = "文书制作"
