"""Passwords: chosen by oneself, or given out once by the personnel officer and then changed (plan 2.3.c).

They live with the sign-in alone, as digests; the ledger knows who opened or reset an account and no password.
"""

import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.password_validation import MinimumLengthValidator, validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from mingfa.bureau.desk.accounts import tokens
from mingfa.bureau.people.happenings import password_set

# Read aloud and copied by hand: nothing that looks like something else.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


class LongEnough(MinimumLengthValidator):
    """Django's own check, whose sentence has no Chinese since its version 5.2."""

    def get_error_message(self) -> str:
        return f"密码太短，至少要有{self.min_length}位。"


class OwnPassword(PasswordChangeForm):
    """The old password, and a new one twice; what was given out is not kept."""

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or self.cleaned_data
        if typed.get("old_password") and typed.get("old_password") == typed.get("new_password1"):
            self.add_error("new_password2", "新密码不得与原密码相同。")
        return typed


def give_out(person: int) -> tuple[str, str]:
    """Set a random password that must be changed; return (account name, password), to be shown once."""
    user = get_user_model().objects.get(account__person=person)
    tokens.end_all(user, timezone.now())
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    user.set_password(password)
    user.save()
    password_set(user, timezone.now())
    return user.get_username(), password


def choose(person: int, password: str) -> Any:
    """Set a password its owner has chosen; return whose sign-in it is."""
    user: Any = get_user_model().objects.get(account__person=person)
    user.set_password(password)
    user.save()
    chosen(user)
    return user


def chosen(user: Any) -> None:
    """Remember that the password is its owner's own."""
    user.account.must_change = False
    user.account.save()
    password_set(user, timezone.now())


def faults(password: str, again: str, username: str) -> dict[str, str]:
    """Return what is wrong with a new password, by the field it was typed in."""
    if not password:
        return {"password": "必须填写。"}
    if password != again:
        return {"again": "两次输入的密码不一致，请重新输入。"}
    try:
        validate_password(password, get_user_model()(username=username))
    except ValidationError as error:
        return {"password": "".join(error.messages)}
    return {}
