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
Key = tuple[int | None, str | None, datetime, datetime | None]
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
    account = Account.objects.filter(user=user.pk).first()
    if account is not None:
        note("password", at, account.person_id, now=_digest(user.password), own=not account.must_change)


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
    passwords: dict[int, Mapping[str, Any]] = {}
    keys: dict[str, Key] = {}
    for one in Happening.objects.order_by("i").iterator(chunk_size=1000):
        if one.i != len(hashes) or one.hash != _hash(one, before):
            yield Fault(f"出入记录第{one.i}条", "被改动、增加或者删除")
        before = one.hash
        hashes.append(one.hash)
        if one.kind == "password" and one.person is not None:
            passwords[one.person] = one.said
        if one.kind == "key.made":
            keys[str(one.said.get("key"))] = (one.person, one.said.get("purpose"), one.at, None)
        if one.kind == "key.ended" and (known := keys.get(str(one.said.get("key")))):
            keys[str(one.said.get("key"))] = (*known[:3], one.at)
    for index, count, digest in _anchors():
        if count > len(hashes) or (count and hashes[count - 1] != digest):
            yield Fault("出入记录", f"与执法记录第{index}条登记的摘要（{count}条）不符")
    yield from _accounts(passwords)
    yield from _keys(keys)


def _anchors() -> Iterator[tuple[int, int, str]]:
    rows = Leaf.objects.filter(log=RECORD, act=ANCHOR).values_list("i", flat=True)
    for index, one in leaves_at(rows).items():
        given = inputs(one.entry)
        if "count" not in given:  # lost with the machine (ledger/restored.py)
            continue
        yield index, int(str(given["count"])), str(given["digest"])


def _accounts(passwords: Mapping[int, Mapping[str, Any]]) -> Iterator[Fault]:
    """Compare accounts with the acts that opened and closed them, and passwords with when they were set."""
    acts = ("account.open", "account.close")
    rows = Leaf.objects.filter(log=RECORD, act__in=acts).order_by("i").values_list("i", flat=True)
    said: dict[int, tuple[str, bool]] = {}
    for one in sorted(leaves_at(rows).values(), key=lambda one: one.index):
        given = inputs(one.entry)
        if "person" not in given:  # lost with the machine; what is here is as it was before
            continue
        person = int(str(given["person"]))
        name = str(given.get("username", said.get(person, ("", False))[0]))
        said[person] = (name, one.entry.act == "account.open")
    for account in Account.objects.select_related("user").order_by("person"):
        person, user = int(account.person_id), account.user
        where = f"账号（{user.get_username()}）"
        if said.pop(person, None) != (user.get_username(), user.is_active):
            yield Fault(where, f"与执法记录中的开立、停用不符（人员{person}）")
        set_as = {"now": _digest(user.password), "own": not account.must_change}
        if user.has_usable_password() and passwords.get(person) != set_as:
            yield Fault(where, "密码不是经系统设定的，或者是否须先修改被改动")
        if user.is_staff or user.is_superuser:
            yield Fault(where, "有系统管理标记，任何办理都不会设定它")
    for person, (name, _) in said.items():
        yield Fault(f"账号（{name}）", f"缺失，执法记录中为人员{person}开立")
    for user in get_user_model().objects.filter(account__isnull=True):
        yield Fault(f"账号（{user.get_username()}）", "没有开立依据")


def _keys(keys: Mapping[str, Key]) -> Iterator[Fault]:
    """Compare keys with when they were made and ended; a key also ends when its owner's account is closed."""
    left, closed = dict(keys), set[tuple[int, datetime | None]]()
    rows = Leaf.objects.filter(log=RECORD, act="account.close").values_list("i", flat=True)
    for one in leaves_at(rows).values():
        if "person" in (given := inputs(one.entry)):
            closed.add((int(str(given["person"])), one.entry.entered))
    for token in Token.objects.order_by("pk"):
        known = left.pop(token.digest, None)
        made = (token.person_id, token.purpose, token.made)
        ends = known is not None and (token.ended == known[3] or (token.person_id, token.ended) in closed)
        if known is None or known[:3] != made or not ends:
            yield Fault(f"程序密钥（{token.purpose}）", "与出入记录不符，不是经系统生成或者停用的")
    for digest in left:
        yield Fault(f"程序密钥（{digest[:8]}…）", "缺失，出入记录中曾生成")


def _digest(encoded: str) -> str:
    return sha256(encoded.encode()).hexdigest()


def _hash(one: Happening, before: str) -> str:
    at = one.at.astimezone(UTC).isoformat()
    said = {"i": one.i, "at": at, "kind": one.kind, "person": one.person, "said": one.said, "before": before}
    return sha256(canonical_json(said)).hexdigest()
