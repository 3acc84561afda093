"""The review room as a Django app."""

from mingfa.bureau.doorway import rooms


class ReviewConfig(rooms.RoomConfig):
    """Labels the room."""

    name = "mingfa.bureau.review"
    label = "review"
    heading = "法制审核"
    purpose = "法制审核"
    place = 5
