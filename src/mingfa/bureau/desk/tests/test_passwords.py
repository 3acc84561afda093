"""Passwords: given out once by the personnel officer and by nobody else, changed by their owner."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import global_settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from mingfa.bureau import settings as ours
from mingfa.bureau.desk.accounts import passwords, tokens
from mingfa.bureau.desk.tests.conftest import PASSWORD, account
from mingfa.bureau.ledger.reader import size
from mingfa.bureau.people.models import Account
from mingfa.example.bureau import Cast

NEW = "ziji-de-2026"


def shown(page: str) -> str:
    return page.partition('<p class="hash secret">')[2].partition("</p>")[0]


def test_a_password_is_kept_under_a_slow_hash(settings: Any, cast: Cast) -> None:
    """Tests hash quickly (conftest.py); the product says nothing of its own, so Django's choice holds."""
    assert not hasattr(ours, "PASSWORD_HASHERS")
    settings.PASSWORD_HASHERS = global_settings.PASSWORD_HASHERS
    name, iterations, _, _ = make_password(PASSWORD).split("$")
    assert name == "pbkdf2_sha256" and int(iterations) >= 1_000_000


@pytest.mark.clause("2.3.c")
def test_a_first_password_is_shown_once_and_opens_only_its_change(
    at_desk: Callable[[int], Client], cast: Cast
) -> None:
    name, officer = account(cast.head), at_desk(cast.appointer)
    entries = size()
    first = shown(officer.post(f"/people/{cast.head}/password/").content.decode())
    assert len(first) == 14 and size() == entries + 1
    assert shown(officer.get("/people/").content.decode()) == ""
    head = Client()
    assert head.post("/sign-in/", {"username": name, "password": PASSWORD}).status_code == 422
    assert head.post("/sign-in/", {"username": name, "password": first}).status_code == 302
    assert head.get("/")["Location"] == "/account/password/"
    assert head.post("/acts/local.set/")["Location"] == "/account/password/"
    own = {"old_password": first, "new_password1": NEW, "new_password2": NEW}
    assert head.post("/account/password/", own).status_code == 302
    assert head.get("/").status_code == 200, "who changed it stays signed in"
    assert head.post("/sign-out/").status_code == 302
    assert head.post("/sign-in/", {"username": name, "password": NEW}).status_code == 302


@pytest.mark.clause("2.3.c")
def test_only_the_personnel_officer_gives_out_passwords(at_desk: Callable[[int], Client], cast: Cast) -> None:
    account(cast.publicity)
    head, officer = at_desk(cast.head), at_desk(cast.appointer)
    entries = size()
    assert head.post(f"/people/{cast.publicity}/password/").status_code == 403
    assert "发放初始密码" not in head.get("/people/").content.decode()
    assert "发放初始密码" in officer.get("/people/").content.decode()
    assert officer.get(f"/people/{cast.publicity}/password/").status_code == 404
    for person in (cast.archivist, cast.appointer, 10**9):
        assert officer.post(f"/people/{person}/password/").status_code == 422
    assert size() == entries and not Account.objects.filter(must_change=True).exists()


@pytest.mark.parametrize(
    ("own", "said"),
    [
        ({"old_password": "bu-dui-2026"}, "旧密码不正确"),
        ({"new_password2": "bu-yi-yang-1"}, "不一致"),
        ({"new_password1": "duan", "new_password2": "duan"}, "密码太短，至少要有8位。"),
        ({"new_password1": "20260907", "new_password2": "20260907"}, "密码"),
        ({"new_password1": PASSWORD, "new_password2": PASSWORD}, "新密码不得与原密码相同。"),
    ],
)
def test_what_is_wrong_with_a_new_password_is_said(at_desk, cast, own, said):
    head = at_desk(cast.head)
    typed = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW} | own
    answer = head.post("/account/password/", typed)
    assert answer.status_code == 422
    errors = answer.content.decode().partition('<p class="error"')[2].partition("</p>")[0]
    assert said in errors


def test_a_closed_account_ends_its_session(at_desk: Callable[[int], Client], cast: Cast) -> None:
    head, officer = at_desk(cast.head), at_desk(cast.appointer)
    assert head.get("/").status_code == 200
    page = officer.get(f"/acts/account.close/?person={cast.head}").content.decode()
    assert "示例局长" in page
    assert officer.post("/acts/account.close/", {"person": str(cast.head)}).status_code == 302
    assert head.get("/")["Location"].startswith("/sign-in/")


def test_there_is_no_founding_any_more(at_desk: Callable[[int], Client], cast: Cast) -> None:
    entries = size()
    assert Client().get("/set-up/").status_code == 404
    assert at_desk(cast.appointer).post("/set-up/", {"name": "示例另一机关"}).status_code == 404
    assert size() == entries


def test_passwords_given_out_are_not_alike(at_desk: Callable[[int], Client], cast: Cast) -> None:
    account(cast.head)
    assert len({passwords.give_out(cast.head)[1] for _ in range(3)}) == 3


@pytest.mark.clause("2.3.c")
def test_a_changed_or_reset_password_takes_the_keys_of_programs_along(
    at_desk: Callable[[int], Client], cast: Cast
) -> None:
    """Whoever changes a password because it was seen, or loses it, leaves no way in behind."""
    head, officer, program = at_desk(cast.head), at_desk(cast.appointer), Client()

    def key() -> dict[str, str]:
        user = get_user_model().objects.get(account__person=cast.head)
        return {"Authorization": f"Bearer {tokens.make(user, '示例程序', timezone.now())}"}

    def opens(headers: dict[str, str]) -> bool:
        return program.get("/api/v1/cases", headers=headers).status_code == 200

    first = key()
    assert opens(first)
    own = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    changed = head.post("/account/password/", own, follow=True)
    assert "1个程序密钥已经停用" in changed.content.decode()
    assert not opens(first)
    second = key()
    assert opens(second)
    assert officer.post(f"/people/{cast.head}/password/").status_code == 200
    assert not opens(second)


def tries(name: str, times: int, client: Client | None = None, address: str = "192.0.2.9") -> list[int]:
    """Guess a password so many times from an address; return the answers."""
    guessing = client or Client()
    guess = {"username": name, "password": "wrong-2026"}
    return [guessing.post("/sign-in/", guess, REMOTE_ADDR=address).status_code for _ in range(times)]


def enters(name: str, client: Client | None = None, address: str = "192.0.2.1") -> bool:
    right = {"username": name, "password": PASSWORD}
    return (client or Client()).post("/sign-in/", right, REMOTE_ADDR=address).status_code == 302


@pytest.mark.clause("2.3.c")
def test_whoever_guesses_is_locked_out_and_the_owner_is_not(cast: Cast) -> None:
    cache.clear()
    name, own = account(cast.head), Client()
    assert enters(name, own), "this device has signed in before"
    own.post("/sign-out/")
    tries(name, 5)
    assert not enters(name, address="192.0.2.9"), "from where it was guessed nobody gets in"
    assert enters(name, address="192.0.2.2"), "from elsewhere the account is open"
    for at in range(10, 16):
        tries(name, 5, address=f"192.0.2.{at}")
    assert not enters(name, address="192.0.2.3"), "guessed from everywhere, a device nobody knows waits"
    assert enters(name, own, address="192.0.2.9"), "a known device is counted alone"
    own.post("/sign-out/")
    tries(name, 5, own)
    assert not enters(name, own), "and it has five attempts as well"


def test_the_mark_of_another_account_is_no_known_device(cast: Cast) -> None:
    cache.clear()
    head, other = account(cast.head), Client()
    assert enters(account(cast.supervisor), other)
    other.post("/sign-out/")
    for at in range(20, 26):
        tries(head, 5, address=f"192.0.2.{at}")
    assert not enters(head, other, address="192.0.2.4")
    other.cookies["device"] = "forged"
    assert not enters(head, other, address="192.0.2.4")
