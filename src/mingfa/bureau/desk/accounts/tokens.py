"""Keys for programs: what a program does with one is the act of its owner. Only digests are kept.

Accounts and keys open the door and have no effect in law; they hang on the sign-in, and are asked through it.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.contrib.auth import get_user_model

from mingfa.bureau.people.happenings import note

PREFIX = "mf_"
MOST = 20


@dataclass(frozen=True)
class Key:
    """A key as its owner sees it; the key itself is shown once, when it is made."""

    id: int
    purpose: str
    made: datetime
    ended: datetime | None


def person_with(token: str) -> int | None:
    """Return whose key this is; an ended key and the key of a closed account open nothing."""
    user = (
        get_user_model()
        .objects.filter(
            is_active=True,
            account__person__token__digest=_digest(token),
            account__person__token__ended__isnull=True,
        )
        .values_list("account__person", flat=True)
    )
    return user.first()


def keys_of(user: Any) -> list[Key]:
    """Return a user's keys, the newest first."""
    rows = user.account.person.token_set.order_by("-made")
    return [Key(int(r.pk), r.purpose, r.made, r.ended) for r in rows]


def make(user: Any, purpose: str, now: datetime) -> str:
    """Make a key and return it; it cannot be shown again."""
    token = PREFIX + secrets.token_urlsafe(32)
    user.account.person.token_set.create(digest=_digest(token), purpose=purpose, made=now)
    note("key.made", now, user.account.person_id, key=_digest(token), purpose=purpose)
    return token


def end(user: Any, pk: int, now: datetime) -> None:
    """End one of a user's keys; somebody else's is not there."""
    for one in user.account.person.token_set.filter(pk=pk, ended__isnull=True):
        one.ended = now
        one.save()
        note("key.ended", now, user.account.person_id, key=one.digest)


def end_all(user: Any, now: datetime) -> int:
    """End every key of a user; return how many. A password that is changed or reset takes its keys along."""
    running = [key.id for key in keys_of(user) if key.ended is None]
    for pk in running:
        end(user, pk, now)
    return len(running)


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
