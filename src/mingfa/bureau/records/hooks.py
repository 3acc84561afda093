"""What is public of a matter. Hook: `disclosure` registers here; so an earlier room can ask."""

from collections.abc import Callable

PUBLIC: list[Callable[[int], bool]] = []


def public_in(known: Callable[[int], bool]) -> Callable[[int], bool]:
    """Register who knows whether something of a matter is public; the function gets the matter's key."""
    PUBLIC.append(known)
    return known


def is_public(matter: int) -> bool:
    """Say whether something of a matter is before the public."""
    return any(known(matter) for known in PUBLIC)
