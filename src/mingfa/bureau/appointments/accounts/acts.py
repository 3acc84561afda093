"""Accounts: who may sign in as whom (plan 2.3.c). Passwords are no matter of record and never come here.

An account opens the door and has no effect in law; but who opened or closed it, for whom and when, is on
record. A person has one account in a lifetime: opened again, it is the same one, so no name means two people.
"""

from typing import Any

from django.contrib.auth import get_user_model

from mingfa.bureau.appointments import rules
from mingfa.bureau.appointments.accounts.inputs import Anchor, NewAccount, TheAccount
from mingfa.bureau.doorway.acts import act
from mingfa.bureau.doorway.door import Door
from mingfa.bureau.doorway.inputs import InvalidInputs
from mingfa.bureau.doorway.look import Look
from mingfa.bureau.people import reads
from mingfa.bureau.people.happenings import ANCHOR
from mingfa.bureau.people.models import Account, Person, Role, Token


def _signing_in(look: Look[Any]) -> rules.SigningIn:
    """Gather whose account it is; nobody, a name taken or an account too many are errors of input."""
    given = look.inputs
    if given is None:
        return rules.SigningIn(look, None)
    if not Person.objects.filter(pk=given.person).exists():
        raise InvalidInputs({"person": "没有这名人员，请从人员名单中选择。"})
    wrong = _not_to_open(given) if isinstance(given, NewAccount) else _not_to_change(given, look.by.id)
    if wrong:
        raise InvalidInputs(wrong)
    return rules.SigningIn(look, reads.named([given.person], look.today)[0])


def _not_to_open(given: NewAccount) -> dict[str, str]:
    wrong = {}
    if given.person in reads.usernames():
        wrong["person"] = "该人员已经有账号，不必重复开立。"
    same = get_user_model().objects.filter(username=given.username).exclude(account__person=given.person)
    if same.exists():
        wrong["username"] = "这一账号名已经使用，请另取一个。"
    return wrong


def _not_to_change(given: TheAccount, by: int) -> dict[str, str]:
    if given.person not in reads.usernames():
        return {"person": "该人员没有正在使用的账号。"}
    if given.person == by:
        return {"person": "不能停用或者重置本人的账号：修改密码请到“我的账号”，停用由另一名人事管理员办理。"}
    return {}


@act(
    "account.open",
    "开立账号",
    who=[Role.APPOINTER],
    inputs=NewAccount,
    see=_signing_in,
    gates=[rules.whoever_signs_in_holds_a_post],
)
def open_account(door: Door, facts: rules.SigningIn, given: NewAccount) -> None:
    """Open a person's account; nobody can sign in with it before a first password is given out."""
    account = Account.objects.filter(person=given.person).select_related("user").first()
    user = account.user if account is not None else get_user_model()()
    user.username, user.is_active = given.username, True
    user.set_unusable_password()
    user.save()
    account = account or Account(user=user, person_id=given.person)
    account.must_change = True
    account.save()


@act("account.close", "停用账号", who=[Role.APPOINTER], inputs=TheAccount, see=_signing_in)
def close_account(door: Door, facts: rules.SigningIn, given: TheAccount) -> None:
    """Close a person's account: nobody signs in with it, and its keys for programs end."""
    user = get_user_model().objects.get(account__person=given.person)
    user.is_active = False
    user.set_unusable_password()
    user.save()
    Token.objects.filter(person=given.person, ended=None).update(ended=door.look.now)


@act("account.reset", "重置密码", who=[Role.APPOINTER], inputs=TheAccount, see=_signing_in)
def reset_password(door: Door, facts: rules.SigningIn, given: TheAccount) -> None:
    """End a person's password: the account waits for a first password to be given out, and changed."""
    account = Account.objects.select_related("user").get(person=given.person)
    account.user.set_unusable_password()
    account.user.save()
    account.must_change = True
    account.save()


@act(ANCHOR, "登记出入记录摘要", who=[Role.SYSTEM], inputs=Anchor, see=lambda look: look)
def anchor(door: Door, facts: Look[Any], given: Anchor) -> None:
    """Put on record how much happened at the door so far, and its hash."""
