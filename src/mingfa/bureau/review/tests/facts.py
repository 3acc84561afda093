"""Facts of a legal review for law cases: lawful but for what is given."""

from datetime import date, datetime

from mingfa.bureau.doorway.look import CHINA, Look
from mingfa.bureau.law.config import example_config
from mingfa.bureau.law.time.calendar import Calendar
from mingfa.bureau.people.actors import Actor
from mingfa.bureau.review.inputs import Opinion
from mingfa.bureau.review.rules import Reviewing
from mingfa.bureau.review.values import POINTS, RequestView, Subject

REQUESTED = date(2026, 9, 7)
REVIEWER = 9


def moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 9, 0, tzinfo=CHINA)


def reviewing(
    by_handler: bool = False,
    qualified: bool = True,
    requested_on: date = REQUESTED,
    today: date = REQUESTED,
    wanting: tuple[str, ...] = (),
    unanswered: tuple[str, ...] = (),
    twice: tuple[str, ...] = (),
    not_ok: tuple[str, ...] = (),
    note: str = "",
    opinion: str = "pass",
    words: str = "同意承办机构的处理建议。",
    extended: bool = False,
) -> Reviewing:
    """Give an opinion in which each of the eight points is answered once, and all are in order."""
    answered = [p for p in POINTS if p not in unanswered] + list(twice)
    points = [{"point": p, "ok": p not in not_ok, "note": note} for p in answered]
    given = Opinion.model_validate({"points": points, "opinion": opinion, "words": words})
    card = "示A1" if qualified else ""
    by = Actor(REVIEWER, "示例审核员", 2, "法制室", frozenset({"reviewer"}), "", None, None, card)
    at = moment(today)
    calendar = Calendar(example_config().local_festivals())
    look = Look("review.opine", by, at, at, given, None, example_config(), calendar)
    answers = {p: (p not in wanting, "系统核对") for p in POINTS}
    handlers = (3, REVIEWER) if by_handler else (3, 4)
    subject = Subject(7, "示例案", 40, "市容中队", handlers, (), (), answers)
    return Reviewing(look, subject, (RequestView(41, 40, 1, moment(requested_on)),), ())
