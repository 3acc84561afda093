"""The execution room as a Django app."""

from mingfa.bureau.doorway import rooms


class ExecutionConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.execution"
    label = "execution"
    heading = "执行"
    purpose = "履行"
    place = 10
