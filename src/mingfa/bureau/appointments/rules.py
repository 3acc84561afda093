"""Who may be appointed to what.

QUAL-04  an enforcement officer holds a certificate
QUAL-07  a certificate has a term
QUAL-09  a legal reviewer holds the national legal qualification
DEC-11   reconsideration goes to the people's government of the same level
PI-10    whoever signs in holds a post; leading posts are given by two hands, by a document, and to no oneself
TIME-06  local festivals are announced by one and confirmed by another
QUAL-10  reviewers are at least one in twenty of the officers (warned, shown)
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.gates import Reason, gate, no
from mingfa.bureau.people.actors import LEADING, Actor

# From this day local festivals are announced like the nation's holidays; what was set before stands.
ANNOUNCED_SINCE = date(2026, 12, 1)


# What these gates read of the inputs, which themselves name posts by a model that no rule imports.
class Post(Protocol):
    """A post given from a day on."""

    @property
    def person(self) -> int: ...
    @property
    def role(self) -> str: ...
    @property
    def since(self) -> date: ...
    @property
    def document(self) -> str: ...


class Certified(Protocol):
    """A certificate with its term."""

    @property
    def certificate(self) -> str: ...
    @property
    def certificate_from(self) -> date | None: ...
    @property
    def certificate_to(self) -> date | None: ...


class Agency(Protocol):
    """The bureau's particulars."""

    @property
    def government(self) -> str: ...


class Valued(Protocol):
    """A local value, by its name."""

    @property
    def config_id(self) -> str: ...


@dataclass(frozen=True)
class Appointing:
    """What the gates of an appointment may see; the counts are those before the act.

    A bureau is `founding` until its first matter is begun.
    """

    look: Look[Any]
    person: Actor | None
    reviewers: int
    officers: int
    clock_is_behind: bool = False
    founding: bool = True

    @property
    def by(self) -> Actor:
        return self.look.by

    @property
    def today(self) -> date:
        return self.look.today


@dataclass(frozen=True)
class SigningIn:
    """What the gates of an account may see: the person with the posts held on the day."""

    look: Look[Any]
    person: Actor | None


@gate("PI-10", cites="方案 2.3.c", of_inputs=True)
def leading_posts_take_two_hands(f: Appointing) -> Reason | None:
    """Once the bureau works, no single hand gives a post that decides who may do what, or watches over it."""
    given: Post = f.look.given
    if f.founding or given.role not in LEADING:
        return None
    return no(
        "主要负责人、分管负责人、人事管理员、执法监督和法制审核人员的任命由两人办理。",
        "以“提请任命”录入，由另一人以“确认任命”确认。",
    )


@gate("PI-10", cites="方案 2.3.c", of_inputs=True)
def the_grant_names_its_document(f: Appointing) -> Reason | None:
    """A leading post is given by a document of whoever may give it."""
    given: Post = f.look.given
    if given.role not in LEADING or given.document:
        return None
    return no("这一职务的任命没有写明任命文件。", "填写任免机关任命文件的文号。")


@gate("PI-10", cites="方案 2.3.c", of_inputs=True)
def nobody_appoints_themselves(f: Appointing) -> Reason | None:
    """Nobody gives a leading post to themselves, nor enters it for themselves."""
    given: Post = f.look.given
    if given.role not in LEADING or given.person != f.by.id:
        return None
    return no("不得任命本人担任这一职务。", "由另一名人事管理员办理。")


@gate("QUAL-09", cites="行政处罚法 58.2", of_inputs=True)
def a_reviewer_is_legally_qualified(f: Appointing) -> Reason | None:
    """Whoever reviews penalties for the first time has passed the national legal qualification."""
    given: Post = f.look.given
    if given.role not in ("reviewer", "review_head") or f.person is None or f.person.legal_qualification:
        return None
    return no(
        f"{f.person.name}没有登记法律职业资格，不得从事行政处罚决定法制审核。",
        "先在人员登记中补录国家统一法律职业资格证书编号，或者任命其他有资格的人员。",
    )


@gate("QUAL-04", cites="行政处罚法 42", of_inputs=True)
def an_officer_holds_a_certificate(f: Appointing) -> Reason | None:
    """Nobody is an enforcement officer without a certificate valid on the first day."""
    given: Post = f.look.given
    if given.role != "officer" or f.person is None or f.person.holds_certificate(given.since):
        return None
    return no(f"{f.person.name}没有有效的行政执法证件，不得任命为执法人员。", "先登记有效的行政执法证件。")


@gate("QUAL-10", cites="方案 3.1.b", of_inputs=True, warns=True)
def reviewers_are_one_in_twenty(f: Appointing) -> Reason | None:
    """Appointing one more officer keeps the legal reviewers at 5% or more of the officers."""
    given: Post = f.look.given
    if given.role != "officer" or f.reviewers * 20 >= f.officers + 1:
        return None
    return no(
        f"任命后执法人员{f.officers + 1}人，法制审核人员{f.reviewers}人，不足执法人员总数的5%。",
        "先配备法制审核人员；确需先任命的，写明理由。",
    )


@gate("QUAL-07", cites="行政处罚法 42", of_inputs=True)
def the_certificate_has_a_term(f: Appointing) -> Reason | None:
    """A certificate is registered with the first and the last day of its validity."""
    given: Certified = f.look.given
    if not given.certificate or (
        given.certificate_from and given.certificate_to and given.certificate_from <= given.certificate_to
    ):
        return None
    return no("登记执法证号时，必须同时写明有效期的起止日期。", "补填有效期自、有效期至，且起日不晚于止日。")


@gate("TIME-06", cites="放假办法 4", of_inputs=True)
def festivals_are_announced_and_not_set(f: Appointing) -> Reason | None:
    """The days of local festivals move the terms of every matter: no single hand sets them."""
    entered = f.look.now.astimezone(CHINA).date()
    given: Valued = f.look.given
    if given.config_id != "local_festivals" or entered < ANNOUNCED_SINCE:
        return None
    return no("民族节日放假日期不再作为本地参数设定。", "以“录入放假安排”录入，由另一人确认。")


@gate("DEC-11", cites="行政复议法 24.1", of_inputs=True)
def reconsideration_goes_to_the_government(f: Appointing) -> Reason | None:
    """The body to which every paper sends the party is the people's government of the same level."""
    given: Agency = f.look.given
    if given.government.endswith("人民政府"):
        return None
    return no("行政复议机关是本级人民政府。", "填写本级人民政府的全称。")


@gate("PI-10", cites="行政处罚法 50、方案 2.3.c", of_inputs=True)
def whoever_signs_in_holds_a_post(f: SigningIn) -> Reason | None:
    """Only whoever holds a post has an account: what one may see follows from the post."""
    if f.person is None or f.person.roles:
        return None
    return no(f"{f.person.name}目前没有任何职务，不能开立账号。", "先办理任命，再开立账号。")


@gate("AV-01", cites="行政处罚法 47")
def the_clock_stands_before_the_last_entry(f: Appointing) -> Reason | None:
    """A clock is put right on record only where it was put back behind an entry."""
    if f.clock_is_behind:
        return None
    return no("服务器时钟不早于最后一条记录，不需要校正。", "照常办理各项事项即可。")
