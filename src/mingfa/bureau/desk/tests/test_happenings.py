"""What happened at the door is kept as it was: sign-ins, passwords, keys, refusals (2.3.c, 2.4.a)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from mingfa.bureau.appointments.accounts.follow import to_anchor
from mingfa.bureau.desk.accounts import passwords, tokens
from mingfa.bureau.doorway.enter import do
from mingfa.bureau.doorway.models import RefusedAttempt
from mingfa.bureau.doorway.reads import refused_faults
from mingfa.bureau.doorway.refusals import Refused
from mingfa.bureau.ledger.verify import verify
from mingfa.bureau.lib.tests.doing import do_all
from mingfa.bureau.people.happenings import faults
from mingfa.bureau.people.models import Account, Happening, Token
from mingfa.example.bureau import Cast, Stage

pytestmark = [pytest.mark.clause("2.3.c"), pytest.mark.clause("2.4.a")]
WORD = "示例密码-2026-9"


@pytest.fixture
def door(stage: Stage, cast: Cast) -> Cast:
    """Open two accounts, sign in to one of them, fail, make a key, be refused."""
    for name, person in (("juzhang", cast.head), ("renshi", cast.appointer)):
        stage.act("account.open", cast.appointer, person=person, username=name)
        passwords.choose(person, WORD)
    assert Client().post("/sign-in/", {"username": "juzhang", "password": "不是"}).status_code == 422
    assert Client().post("/sign-in/", {"username": "juzhang", "password": WORD}).status_code == 302
    tokens.make(get_user_model().objects.get(username="juzhang"), "示例", stage.now)
    with pytest.raises(Refused):
        do("bureau.clock", by=cast.head, inputs={"reason": "示例"}, now=stage.now)
    return cast


def named() -> str:
    return "\n".join(str(fault) for fault in (*faults(), *refused_faults()))


def unguarded() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TRIGGER happening_never_changes ON people_happening")
        else:
            cursor.execute("DROP TRIGGER happening_never_changes")
            cursor.execute("DROP TRIGGER happening_never_goes")


def test_what_happened_is_there_and_fits(door: Cast) -> None:
    kinds = list(Happening.objects.order_by("i").values_list("kind", flat=True))
    assert kinds == ["password", "password", "failed", "signed_in", "password", "key.made", "refused"]
    assert named() == "" and [str(f) for f in verify()] == []


def test_a_pause_is_written_down_and_no_name_that_nobody_has(door: Cast) -> None:
    for _ in range(6):
        Client().post("/sign-in/", {"username": "nobody-here", "password": "x"})
    said = list(Happening.objects.filter(kind__in=("failed", "paused")).order_by("-i")[:6])
    assert [one.kind for one in said].count("paused") == 1
    assert all(one.person is None and one.said == {} for one in said)


def test_the_table_only_grows(door: Cast) -> None:
    for change in (lambda: Happening.objects.update(kind="x"), lambda: Happening.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize(
    "change",
    [
        lambda: Happening.objects.filter(kind="failed").delete(),
        lambda: Happening.objects.filter(kind="failed").update(person=None),
        lambda: Happening.objects.filter(kind="signed_in").update(kind="failed"),
        lambda: Happening.objects.filter(kind="refused").update(said={}),
    ],
    ids=["a failure gone", "another's failure", "a sign-in made a failure", "what was refused"],
)
def test_what_happened_is_not_changed_unseen(door: Cast, change: Callable[[], object]) -> None:
    unguarded()
    change()
    assert "出入记录第" in named()


def test_the_last_of_it_is_not_cut_off_once_it_is_on_record(door: Cast, stage: Stage) -> None:
    stage.now += timedelta(seconds=1)
    assert len(do_all(to_anchor(stage.now))) == 1 and to_anchor(stage.now) == []
    unguarded()
    Happening.objects.filter(i__gte=4).delete()
    assert "登记的摘要（7条）不符" in named()


def test_it_is_put_on_record_once_a_day(door: Cast, stage: Stage) -> None:
    do_all(to_anchor(stage.now))
    Client().post("/sign-in/", {"username": "juzhang", "password": "不是"})
    assert to_anchor(stage.now + timedelta(hours=23)) == []
    assert len(to_anchor(stage.now + timedelta(hours=24))) == 1


def swapped() -> None:
    one, other = Account.objects.order_by("pk")
    person = one.person_id
    one.delete()
    Account.objects.filter(pk=other.pk).update(person=person)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (swapped, "与执法记录中的开立、停用不符"),
        (lambda: get_user_model().objects.filter(username="juzhang").update(username="x"), "不符"),
        (lambda: get_user_model().objects.filter(username="juzhang").update(is_active=False), "不符"),
        (lambda: get_user_model().objects.filter(username="juzhang").update(is_superuser=True), "管理标记"),
        (lambda: get_user_model().objects.update(password=make_password("x")), "密码不是经系统设定的"),
        (lambda: get_user_model().objects.create_user("nobody"), "没有开立依据"),
        (lambda: Account.objects.update(must_change=True), "是否须先修改"),
        (lambda: Token.objects.update(person=0), "程序密钥"),
        (lambda: Token.objects.update(purpose="x"), "程序密钥"),
        (lambda: Token.objects.update(ended=timezone.now()), "程序密钥"),
        (lambda: Token.objects.all().delete(), "程序密钥"),
        (lambda: RefusedAttempt.objects.all().delete(), "被拒绝的办理"),
        (lambda: RefusedAttempt.objects.update(refusals=[]), "被拒绝的办理"),
    ],
)
def test_accounts_keys_and_refusals_are_what_was_done(
    door: Cast, change: Callable[[], object], said: str
) -> None:
    change()
    assert said in named()


def test_a_key_written_for_somebody_is_found(door: Cast, stage: Stage) -> None:
    Token.objects.create(digest="0" * 64, person_id=door.head, purpose="伪造", made=stage.now)
    assert "程序密钥（伪造）" in named()


def test_a_key_ends_by_its_owner_or_with_the_account(door: Cast, stage: Stage) -> None:
    head = get_user_model().objects.get(username="juzhang")
    tokens.end(head, Token.objects.get().pk, stage.now)
    tokens.make(head, "又一个", stage.now)
    assert named() == ""
    stage.act("account.close", door.appointer, person=door.head)
    assert Token.objects.filter(ended=None).count() == 0 and named() == ""
