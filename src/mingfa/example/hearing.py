"""A hearing in an example case: asked for, appointed, told, held, reported on, by the hands it belongs to."""

from collections.abc import Generator
from datetime import datetime, timedelta
from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.people import reads as people
from mingfa.example.cases import Play

DAY = timedelta(days=1)
NO_FILM = {"the_hearing_was_recorded_in_sound_and_picture": "示例：录像设备故障，笔录能够全面记录。"}


def ask_for_it(play: Play, **over: Any) -> Done:
    """Record that the party asks for a hearing."""
    today = play.stage.now.astimezone(CHINA).date().isoformat()
    asked = {"made_on": today, "by": "当事人本人", "form": "written", "hearing_requested": True}
    return play.act("statement.hear", **{**asked, **over})


def first_time(play: Play) -> datetime:
    """Return half past nine on the first working day that can still be told seven working days ahead."""
    calendar, now = people.calendar(), play.stage.now.astimezone(CHINA)
    day = calendar.next_workday(now.date() + DAY)
    while term("HEAR-04", day, calendar).end < now.date():
        day = calendar.next_workday(day + DAY)
    return datetime(day.year, day.month, day.day, 9, 30, tzinfo=CHINA)


def appoint(play: Play, **over: Any) -> Done:
    """Appoint the hearing and serve its notice."""
    cast = play.cast
    named = {
        "starts_at": first_time(play).isoformat(),
        "venue": "本局听证室",
        "chair": cast.reviewers[2],
        "hearers": [cast.review_head],
        "recorder": cast.archivist,
    }
    done = play.act("hearing.schedule", cast.review_head, **{**named, **over})
    play.serve(done.index)
    return done


def hold(play: Play, **over: Any) -> Done:
    """Hold the hearing at its time: both sides speak, the party signs."""
    hearing = hearings.hearings(play.case)[-1]
    went = {
        "started_at": hearing.starts_at.isoformat(),
        "ended_at": (hearing.starts_at + timedelta(minutes=80)).isoformat(),
        "attendance": "present",
        "attendee": "王示例",
        "rights_told": True,
        "investigators": play.team,
        "case_presented": f"当事人{play.item}，有笔录、照片等证据证明，建议按照告知的内容处罚。",
        "defence": "当事人承认事实，认为已经及时整改，请求从轻处罚。",
        "last_words": "请求从轻处罚。",
        "signed": "signed",
        "reasons": NO_FILM,
    }
    return play.act("hearing.hold", hearing.chair, **{**went, **over})


def report(play: Play, **over: Any) -> Done:
    """Report on the hearing; by default the proposal is upheld."""
    found = {
        "summary": "听证依法举行，调查人员陈述了事实和证据，当事人进行了申辩和质证。",
        "opinion": "uphold",
        "words": "整改发生在责令改正期限届满以后，不属于从轻情节，拟处罚的数额适当。",
    }
    return play.act("hearing.report", hearings.hearings(play.case)[-1].chair, **{**found, **over})


def heard(play: Play) -> Generator[timedelta, None, None]:
    """Tell how the party asks for a hearing and is heard."""
    ask_for_it(play)
    yield DAY
    appoint(play)
    held_at = hearings.hearings(play.case)[-1].starts_at + timedelta(hours=2)
    yield held_at - play.stage.now
    hold(play)
    yield DAY
    report(play)
