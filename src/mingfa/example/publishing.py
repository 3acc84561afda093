"""Publishing in the demo: the four acts of disclosure, by their four hands (plan 1.1.a, 1.1.b)."""

from collections.abc import Generator
from datetime import timedelta

from mingfa.example.bureau import Cast, Stage

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
INTEREST = "案件发生在公共场所，群众反映集中，公开有利于规范市容秩序。"


def published(
    stage: Stage, cast: Cast, by: int, decision: int, *, full_text: bool = False
) -> Generator[timedelta, None, None]:
    """Collect, hand over, review and publish what an act decided; `by` is its handler."""
    given = {"decision": decision, "full_text": full_text, "public_interest": INTEREST}
    collected = stage.act("disclosure.collect", by, **given).index
    yield HOUR
    leader = next(lead for lead, team in zip(cast.leaders, cast.officers, strict=True) if by in team)
    stage.act("disclosure.hand_over", leader, publication=collected, opinion="内容真实完整，同意公示。")
    yield DAY
    stage.act(
        "disclosure.review",
        cast.publicity_head,
        publication=collected,
        passed=True,
        opinion="经审核，不涉及国家秘密、商业秘密和个人隐私，可以公开。",
    )
    yield HOUR
    stage.act("disclosure.publish", cast.publicity, publication=collected)
    yield HOUR
