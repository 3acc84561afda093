"""The measures room as a Django app."""

from mingfa.bureau.doorway import rooms


class MeasuresConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.measures"
    label = "measures"
    heading = "登记保存与查封扣押"
    purpose = "保存和强制措施"
    place = 3
