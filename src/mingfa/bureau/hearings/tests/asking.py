"""Cases whose party asked for a hearing, brought by real acts to each step of it."""

from typing import Any

from mingfa.bureau.service.tests.making import FILE, PERSON, VIDEO, Play, by_hand, noticed
from mingfa.example.bureau import Cast, Stage

ON_THE_DAY = "2026-09-21"


def asked(stage: Stage, cast: Cast) -> Play:
    """Told and served on Monday, 7 September 2026; a hearing is asked for on Wednesday; it is Thursday."""
    play = noticed(stage, cast, PERSON, amount=600_000, deviation="情节特别严重")
    play.act("service.serve", **by_hand(play))
    play.go("2026-09-09")
    request: dict[str, Any] = {"made_on": "2026-09-09", "by": "张示例", "form": "written"}
    play.act("statement.hear", **request, hearing_requested=True)
    play.go("2026-09-10")
    return play


def appointment(play: Play, **changed: Any) -> dict[str, Any]:
    """Return the inputs of appointing a hearing: on the first day that may be told on 10 September."""
    return {
        "starts_at": f"{ON_THE_DAY}T09:30:00+08:00",
        "venue": "本局听证室",
        "chair": play.cast.reviewers[1],
        "hearers": [play.cast.review_head],
        "recorder": play.cast.reviewers[2],
        **changed,
    }


def schedule(play: Play, **changed: Any) -> None:
    play.act("hearing.schedule", play.cast.review_head, **appointment(play, **changed))


def appointed(stage: Stage, cast: Cast) -> Play:
    """Appointed and told on 10 September; it is noon of the day of the hearing."""
    play = asked(stage, cast)
    schedule(play)
    play.act("service.serve", **by_hand(play, "hearing_notice"))
    play.go(ON_THE_DAY, hour=12)
    return play


def proceedings(play: Play, **changed: Any) -> dict[str, Any]:
    """Return the inputs of a hearing at which both sides spoke and the party signed."""
    return {
        "started_at": f"{play.today}T09:30:00+08:00",
        "ended_at": f"{play.today}T11:00:00+08:00",
        "attendance": "present",
        "attendee": "张示例（当事人本人）",
        "agents": [{"name": "何示例", "relation": "律师", "authorised": True}],
        "rights_told": True,
        "investigators": play.handlers,
        "case_presented": "当事人堆放物料，建议罚款六千元。",
        "defence": "堆放时间很短，请求从轻处罚。",
        "examined": [{"evidence": play.evidence, "opinion": "对真实性没有异议。"}],
        "last_words": "请求从轻处罚。",
        "signed": "signed",
        "media": [VIDEO],
        **changed,
    }


def hold(play: Play, **changed: Any) -> None:
    play.act("hearing.hold", play.cast.reviewers[1], **proceedings(play, **changed))


def stay_away(play: Play) -> None:
    hold(
        play, attendance="absent", absence_note="经依法送达通知书，当事人未到场，没有说明理由。", signed=None
    )


def report(play: Play, opinion: str = "uphold") -> None:
    words = {"summary": "听证依法举行，双方充分发表意见。", "words": "当事人的理由不影响违法事实的认定。"}
    play.act("hearing.report", play.cast.reviewers[1], opinion=opinion, **words)


def held(stage: Stage, cast: Cast) -> Play:
    """Held on 21 September and not reported on yet."""
    play = appointed(stage, cast)
    hold(play)
    return play


def take_back(play: Play) -> None:
    today = play.today.isoformat()
    play.act("statement.waive", made_on=today, by="张示例", rights=["hearing"], signed=True, file=FILE)
