"""What happens at the door, each with the hash of what happened before (plan 2.3.c, 2.4.a).

A sign-in, a failure, a pause, a password set, a key made or ended, an act refused: none has effect in law,
and whoever asks later who was at the door must get what was. Once a day an act puts the hash on record.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from mingfa.bureau.ledger.faults import Fault
from mingfa.bureau.ledger.models import RECORD, Leaf, Log
from mingfa.bureau.ledger.reader import inputs, leaves_at
from mingfa.bureau.lib.canonical import canonical_json
from mingfa.bureau.people.models import Account, Happening, Token

ANCHOR = "account.anchor"
FIRST = "0" * 64


def note(kind: str, at: datetime, person: int | None = None, **said: Any) -> None:
    """Write down what happened; two at the same moment come one after the other."""
    with transaction.atomic():
        Log.objects.select_for_update().get(name=RECORD)
        last = Happening.objects.order_by("-i").first()
        one = Happening(i=last.i + 1 if last else 0, at=at, kind=kind, person=person, said=said)
        one.hash = _hash(one, last.hash if last else FIRST)
        one.save(force_insert=True)


def password_set(user: Any, at: datetime) -> None:
    """Note that a password was set: by which hash it is known now, never the password."""
    note("password", at, _person(user), now=_digest(user.password))


def whose(name: str) -> int | None:
    """Return whose account was meant; a name that nobody has is not written down: it may be a password."""
    return Account.objects.filter(user__username=name).values_list("person", flat=True).first()


def stand() -> tuple[int, str]:
    """Return how many happenings there are, and the hash of the last."""
    last = Happening.objects.order_by("-i").first()
    return (int(last.i) + 1, last.hash) if last else (0, FIRST)


def faults() -> Iterator[Fault]:
    """Yield what is not as it was written down: the chain, its anchors, passwords, keys, accounts."""
    before = FIRST
    hashes: list[str] = []
    passwords: dict[int, str] = {}
    keys: dict[str, tuple[int | None, bool]] = {}
    for one in Happening.objects.order_by("i").iterator(chunk_size=1000):
        if one.i != len(hashes) or one.hash != _hash(one, before):
            yield Fault(f"出入记录第{one.i}条", "被改动、增加或者删除")
        before = one.hash
        hashes.append(one.hash)
        if one.kind == "password" and one.person is not None:
            passwords[one.person] = str(one.said.get("now"))
        if one.kind in ("key.made", "key.ended"):
            keys[str(one.said.get("key"))] = (one.person, one.kind == "key.ended")
    for index, count, digest in _anchors():
        if count > len(hashes) or (count and hashes[count - 1] != digest):
            yield Fault("出入记录", f"与执法记录第{index}条登记的摘要（{count}条）不符")
    yield from _accounts(passwords)
    yield from _keys(keys)


def _anchors() -> Iterator[tuple[int, int, str]]:
    rows = Leaf.objects.filter(log=RECORD, act=ANCHOR).values_list("i", flat=True)
    for index, one in leaves_at(rows).items():
        given = inputs(one.entry)
        yield index, int(str(given["count"])), str(given["digest"])


def _accounts(passwords: Mapping[int, str]) -> Iterator[Fault]:
    """Compare accounts with the acts that opened and closed them, and passwords with when they were set."""
    acts = ("account.open", "account.close")
    rows = Leaf.objects.filter(log=RECORD, act__in=acts).order_by("i").values_list("i", flat=True)
    said: dict[int, tuple[str, bool]] = {}
    for one in sorted(leaves_at(rows).values(), key=lambda one: one.index):
        given = inputs(one.entry)
        person = int(str(given["person"]))
        name = str(given.get("username", said.get(person, ("", False))[0]))
        said[person] = (name, one.entry.act == "account.open")
    for account in Account.objects.select_related("user").order_by("person"):
        person, user = int(account.person_id), account.user
        where = f"账号（{user.get_username()}）"
        if said.pop(person, None) != (user.get_username(), user.is_active):
            yield Fault(where, f"与执法记录中的开立、停用不符（人员{person}）")
        if user.has_usable_password() and passwords.get(person) != _digest(user.password):
            yield Fault(where, "密码不是经系统设定的")
        if user.is_staff or user.is_superuser:
            yield Fault(where, "有系统管理标记，任何办理都不会设定它")
    for person, (name, _) in said.items():
        yield Fault(f"账号（{name}）", f"缺失，执法记录中为人员{person}开立")
    for user in get_user_model().objects.filter(account__isnull=True):
        yield Fault(f"账号（{user.get_username()}）", "没有开立依据")


def _keys(keys: Mapping[str, tuple[int | None, bool]]) -> Iterator[Fault]:
    left = dict(keys)
    for token in Token.objects.order_by("pk"):
        known = left.pop(token.digest, None)
        closed = token.ended is not None
        if known is None or known[0] != token.person_id or (known[1] and not closed):
            yield Fault(f"程序密钥（{token.purpose}）", "与出入记录不符，不是经系统生成或者停用的")
    for digest in left:
        yield Fault(f"程序密钥（{digest[:8]}…）", "缺失，出入记录中曾生成")


def _person(user: Any) -> int | None:
    return Account.objects.filter(user=user.pk).values_list("person", flat=True).first()


def _digest(encoded: str) -> str:
    return sha256(encoded.encode()).hexdigest()


def _hash(one: Happening, before: str) -> str:
    at = one.at.astimezone(UTC).isoformat()
    said = {"i": one.i, "at": at, "kind": one.kind, "person": one.person, "said": one.said, "before": before}
    return sha256(canonical_json(said)).hexdigest()
