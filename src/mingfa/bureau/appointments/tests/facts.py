"""Facts of an appointment for law cases: lawful but for what is given."""

from datetime import date, datetime

from mingfa.bureau.appointments.inputs import Certificate, NewPost
from mingfa.bureau.appointments.rules import Appointing
from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.config import Config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor

NOW = datetime(2026, 9, 7, 9, 0, tzinfo=CHINA)
APPOINTER = Actor(2, "示例人事员", 1, "综合办公室", frozenset({"appointer"}), "", None, None, "")


def appointing(
    role: str,
    since: date = date(2026, 9, 7),
    certificate: bool = True,
    first: date = date(2024, 1, 1),
    last: date = date(2028, 12, 31),
    qualified: bool = True,
    reviewers: int = 5,
    officers: int = 24,
) -> Appointing:
    """Appoint a certified and qualified person where reviewers are enough."""
    given = NewPost.model_validate(
        {"person": 3, "role": role, "since": since, "document": "示例任〔2026〕2号"}
    )
    card, days = ("示E0001", (first, last)) if certificate else ("", (None, None))
    person = Actor(3, "赵示例", 1, "市容中队", frozenset(), card, *days, "示A1" if qualified else "")
    look = Look("person.appoint", APPOINTER, NOW, NOW, given, None, Config(), Calendar())
    return Appointing(look, person, reviewers, officers)


def certifying(
    certificate: str = "示E0001", first: date | None = None, last: date | None = None
) -> Appointing:
    """Register a certificate."""
    typed = {"person": 3, "certificate": certificate, "certificate_from": first, "certificate_to": last}
    given = Certificate.model_construct(**typed)
    look = Look("person.certify", APPOINTER, NOW, NOW, given, None, Config(), Calendar())
    return Appointing(look, None, 0, 0)
