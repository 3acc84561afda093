"""Confiscated sums and things, licences and business: collected and carried out before a case is finished."""

from typing import Any

from mingfa.example.cases import Play

LICENCE = {"what": "示例许可证（示许字第1号）", "issuer": "示例市审批局"}
THING = {"name": "示例三轮车", "quantity": "1辆", "mark": "蓝色"}
CARRIED = {
    "kind": "suspend_permit",
    "on": "2026-09-22",
    "words": "收存许可证件。",
    "told_by": "示函〔2026〕1号",
}


def decided_on(play: Play, **over: Any) -> Play:
    """Bring a case with other penalties to its decision, served, and paid and corrected but for what is asked."""
    play.to_filed()
    play.inspect()
    play.question()
    play.order()
    play.conclude(**over)
    play.tell()
    play.submit()
    play.later(days=1)
    play.review()
    play.discuss()
    play.decision = play.decide().index  # type: ignore[attr-defined]
    play.serve(play.decision)  # type: ignore[attr-defined]
    play.later(hours=1)
    play.correct()
    return play
