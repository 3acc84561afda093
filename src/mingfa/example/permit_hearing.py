"""A hearing of an example application: appointed, told to both sides, held, reported on."""

from datetime import datetime, timedelta
from typing import Any

from mingfa.bureau.doorway.door import Done
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.hearings import reads as hearings
from mingfa.bureau.law.time.terms import term
from mingfa.bureau.people import reads as people
from mingfa.bureau.permits import reads
from mingfa.example.permits import Applying

DAY = timedelta(days=1)
NO_FILM = {"the_hearing_was_recorded_in_sound_and_picture": "示例：录像设备故障，笔录能够全面记录。"}


def first_time(play: Applying) -> datetime:
    """Return half past nine on the first working day that can still be told seven working days ahead."""
    calendar, now = people.calendar(), play.stage.now.astimezone(CHINA)
    day = calendar.next_workday(now.date() + DAY)
    while term("HEAR-04", day, calendar).end < now.date():
        day = calendar.next_workday(day + DAY)
    return datetime(day.year, day.month, day.day, 9, 30, tzinfo=CHINA)


def appoint(play: Applying, invite: bool = True, **over: Any) -> Done:
    """Appoint the hearing and tell the applicant and every third party."""
    cast = play.cast
    named = {
        "starts_at": first_time(play).isoformat(),
        "venue": "本局听证室",
        "chair": cast.reviewers[2],
        "hearers": [cast.review_head],
        "recorder": cast.archivist,
    }
    done = play.act("hearing.schedule", cast.review_head, **{**named, **over})
    play.hand_over(done.index)
    for one in reads.standing(play.view).interested if invite else ():
        told = play.act("permit.invite", cast.review_head, concerned=one.id)
        play.hand_over(told.index)
    return done


def hear(play: Applying, **over: Any) -> Done:
    """Hold the hearing at its time: both sides speak, the participants sign."""
    hearing = hearings.hearings(play.permit)[-1]
    play.stage.now = max(play.stage.now, hearing.starts_at + timedelta(hours=2))
    went = {
        "started_at": hearing.starts_at.isoformat(),
        "ended_at": (hearing.starts_at + timedelta(minutes=80)).isoformat(),
        "attendance": "present",
        "attendee": "马示例（申请人法定代表人）、示例商铺经营者（利害关系人）",
        "rights_told": True,
        "investigators": play.team,
        "case_presented": "经审查和实地核查，拟占用场地留有行人通道，建议准予许可。",
        "defence": "利害关系人请求缩小占用范围；申请人同意缩小至15平方米。",
        "last_words": "双方没有其他意见。",
        "signed": "signed",
        "reasons": NO_FILM,
    }
    return play.act("hearing.hold", hearing.chair, **{**went, **over})


def report(play: Applying, **over: Any) -> Done:
    """Report on the hearing."""
    found = {
        "summary": "听证依法举行，审查人员说明了审查意见的证据和理由，双方进行了申辩和质证。",
        "opinion": "change",
        "words": "双方就缩小占用范围达成一致，建议按15平方米准予许可。",
    }
    return play.act("hearing.report", hearings.hearings(play.permit)[-1].chair, **{**found, **over})
