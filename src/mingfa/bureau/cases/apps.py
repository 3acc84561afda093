"""The cases room as a Django app."""

from mingfa.bureau.doorway import rooms


class CasesConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.cases"
    label = "cases"
    heading = "案件"
    purpose = "办案"
    place = 1
    page = ("案件", "/cases/")
