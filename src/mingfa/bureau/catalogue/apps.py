"""The catalogue room as a Django app."""

from mingfa.bureau.doorway import rooms


class CatalogueConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.catalogue"
    label = "catalogue"
    heading = "执法事项"
    page = ("执法事项", "/items/")
