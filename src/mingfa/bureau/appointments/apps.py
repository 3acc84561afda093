"""The appointments room as a Django app."""

from mingfa.bureau.doorway import rooms


class AppointmentsConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.appointments"
    label = "appointments"
    heading = "机构与人员"
    page = ("机构人员", "/people/")
