"""Questions about people: who is who on a day, who holds which post, which local numbers are set."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from django.db.models import Q

from mingfa.bureau.law.config import Config, Recorded
from mingfa.bureau.law.time.calendar import Calendar, first_years
from mingfa.bureau.law.time.holiday_notice import NATIONAL, Notice, NoticeDay
from mingfa.bureau.ledger.reader import check_rows, last_hash
from mingfa.bureau.ledger.restored import RESTORE
from mingfa.bureau.lib.reading import kept, once
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.people.models import (
    Account,
    Appointment,
    Bureau,
    HolidayNotice,
    LocalValue,
    Nomination,
    Person,
    Restoration,
    Role,
    Unit,
)
from mingfa.bureau.people.values import NominationView

FOUNDER = Actor(0, "设立人", 0, "", frozenset({Role.FOUNDER}), "", None, None, "")


class NobodyAppointed(LookupError):
    """A post that an act needs is held by nobody."""


@once
def bureau() -> Bureau:
    """Return the bureau; there is exactly one."""
    found = Bureau.objects.get()
    check_rows([found])
    return found


@once
def actor(person: int, on: date) -> Actor:
    """Return a person with the posts held on a day; rows that were tampered with raise `Altered`.

    Before the bureau is founded there is nobody: whoever comes then is the founder, and only once.
    """
    if person == FOUNDER.id and not Person.objects.exists():
        return FOUNDER
    running = Appointment.objects.filter(person=person, since__lte=on).filter(_running(on))
    posts = list(running.select_related("person__unit"))
    row = posts[0].person if posts else Person.objects.select_related("unit").get(pk=person)
    check_rows([row, row.unit, *posts])
    return _actor(row, [p.role for p in posts])


@once
def actors(role: str, on: date) -> list[Actor]:
    """Return everybody who holds a post on a day, in the order of appointment."""
    running = Appointment.objects.filter(role=role, since__lte=on).filter(_running(on))
    posts = list(running.select_related("person__unit").order_by("pk"))
    people = {p.person_id: p.person for p in posts}
    check_rows([*posts, *people.values(), *{p.unit_id: p.unit for p in people.values()}.values()])
    return [_actor(person, [role]) for person in people.values()]


@once
def named(ids: list[int], on: date) -> list[Actor]:
    """Return several people with their posts on a day, in the order asked."""
    if not ids:
        return []
    known = kept(f"people on {on}")
    found: dict[int, Actor | None] = {} if known is None else known
    if asked := [i for i in ids if i not in found]:
        found.update(_named(asked, on))
    return [one for i in ids if (one := found[i]) is not None]


def _named(ids: list[int], on: date) -> dict[int, Actor | None]:
    rows = Person.objects.select_related("unit").in_bulk(ids)
    posts: dict[int, list[str]] = {}
    running = list(Appointment.objects.filter(person__in=ids, since__lte=on).filter(_running(on)))
    check_rows([*running, *rows.values(), *{p.unit_id: p.unit for p in rows.values()}.values()])
    for post in running:
        posts.setdefault(post.person_id, []).append(post.role)
    return {i: _actor(rows[i], posts.get(i, [])) if i in rows else None for i in ids}


@once
def everybody(on: date) -> list[Actor]:
    """Return all people with their posts on a day, in the order they were enrolled."""
    return named(list(Person.objects.order_by("pk").values_list("pk", flat=True)), on)


@once
def system() -> int:
    """Return the person that automatic acts are done by."""
    found = Appointment.objects.filter(role=Role.SYSTEM).values_list("person", flat=True).first()
    if found is None:
        raise NobodyAppointed("没有任命“自动处理”人员，系统不能自动办理。请人事管理员办理任命。")
    return int(found)


def times_lost(year: int) -> int:
    """Return how often entries were lost in which papers of a year may have been numbered (ADR 0034)."""
    if not last_hash(RESTORE):
        return 0
    rows = list(Restoration.objects.filter(year__gte=year))
    check_rows(rows)
    return len(rows)


def nominations() -> tuple[NominationView, ...]:
    """Return the nominations that wait to be confirmed; of several for one post of a person the last."""
    rows = list(Nomination.objects.filter(confirmed=None).select_related("person__unit").order_by("pk"))
    check_rows([*rows, *{row.person_id: row.person for row in rows}.values()])
    held = set(Appointment.objects.filter(until=None).values_list("person", "role"))
    newest = {(row.person_id, row.role): row for row in rows if (row.person_id, row.role) not in held}
    return tuple(
        NominationView(
            id=int(row.pk),
            person=int(row.person_id),
            name=row.person.name,
            role=row.role,
            title=row.get_role_display(),
            since=row.since,
            document=row.document,
            nominated_by=int(row.nominated_by),
        )
        for row in newest.values()
    )


@once
def config() -> Config:
    """Return the local values with their history; read again only when one was added."""
    return _config(last_hash("local.set"))


@lru_cache(maxsize=4)
def _config(last: bytes) -> Config:
    """Read the local values up to the act with this hash: no two databases share it, whatever their keys."""
    rows = list(LocalValue.objects.order_by("pk"))
    check_rows(rows)
    return Config(recorded(r.config_id, r.value, r.citation, r.valid_from) for r in rows)


@once
def calendar(values: Config | None = None) -> Calendar:
    """Return the working days of this place, by the notices confirmed so far; read again only after another.

    A rebuild comes to each entry with the notices confirmed before it, and with no later one.
    """
    return _calendar(values or config(), last_hash("calendar.confirm"))


@lru_cache(maxsize=4)
def _calendar(config: Config, last: bytes) -> Calendar:
    """Lay the notices over the first years; of each year, the latest confirmed stands."""
    years, places = dict(first_years()), dict(config.festivals_by_year())
    for one in notices():
        if one.confirmed is not None:
            (years if one.scope == NATIONAL else places)[one.year] = one.listed
    festivals = [day for days in places.values() for day in days]
    return Calendar(festivals, years, places)


def notices() -> tuple[Notice, ...]:
    """Return the holiday notices on record: in the order of confirmation; then those not confirmed."""
    rows = list(HolidayNotice.objects.order_by("pk"))
    check_rows(rows)
    found = [_notice(row) for row in rows]
    return tuple(sorted(found, key=lambda one: (one.confirmed is None, one.confirmed or one.id)))


def _notice(row: HolidayNotice) -> Notice:
    days = tuple(
        NoticeDay(date.fromisoformat(day["date"]), bool(day["works"]), str(day["name"])) for day in row.days
    )
    return Notice(
        id=int(row.pk),
        scope=row.scope,
        year=int(row.year),
        number=row.number,
        issued_on=row.issued_on,
        days=days,
        announced_by=int(row.announced_by),
        confirmed=None if row.confirmed is None else int(row.confirmed),
    )


@once
def recorded(config_id: str, value: object, citation: str, valid_from: date) -> Recorded:
    """Return a local value as the law reads it: the days of a table are dates."""
    if isinstance(value, list):
        value = [_festival(day) for day in value]
    return Recorded(config_id, value, citation, valid_from)


def _festival(day: object) -> dict[str, object]:
    try:
        if isinstance(day, Mapping):
            return {**day, "date": date.fromisoformat(str(day.get("date")))}
    except ValueError:
        pass
    raise ValueError("节日应逐日填写日期（如 2026-03-20）和名称。")


@once
def account_of(user_id: int) -> Account | None:
    """Return which person a sign-in is, and whether its password is still the one given out."""
    return Account.objects.filter(user=user_id).first()


@once
def usernames() -> dict[int, str]:
    """Return the names of the accounts that are open, by person."""
    rows = Account.objects.filter(user__is_active=True).values_list("person", "user__username")
    return dict(rows)


@once
def reviewer_ratio(on: date) -> tuple[int, int]:
    """Return (legal reviewers, enforcement officers) on a day: 3.1.b wants at least one in twenty."""
    return len(actors(Role.REVIEWER, on)), len(actors(Role.OFFICER, on))


@once
def units() -> list[Unit]:
    """Return all units in the order they were set up."""
    found = list(Unit.objects.order_by("pk"))
    check_rows(found)
    return found


def _running(on: date) -> Q:
    return Q(until__isnull=True) | Q(until__gte=on)


def _actor(row: Person, roles: list[str]) -> Actor:
    return Actor(
        id=int(row.pk),
        name=row.name,
        unit=int(row.unit_id),
        unit_name=row.unit.name,
        roles=frozenset(roles),
        certificate=row.certificate,
        certificate_from=row.certificate_from,
        certificate_to=row.certificate_to,
        legal_qualification=row.legal_qualification,
    )
