"""Checking the correction, and confirming that a decision is performed (行政处罚法 28, 66)."""

from datetime import timedelta
from typing import Any

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.execution import reads
from mingfa.example.cases import Play

from .conftest import Codes

FORGIVEN = {"the_surcharge_is_paid_or_forgiven": "示例：已达成执行协议，减免加处罚款（示执协〔2026〕1号）。"}


def state(play: Play) -> str:
    case = cases.case(play.case)
    assert case is not None
    return case.state


@pytest.mark.rule("NOTI-07", "QUAL-01")
def test_two_officers_check_the_correction(served: Play) -> None:
    served.later(hours=1)
    served.correct()
    check = reads.checks(served.case)[0]
    assert check.corrected and check.checked_on == served.stage.now.date()


REFUSED: list[Any] = [
    pytest.param({"one": True}, "two_certified_officers_checked_it", id="one officer alone"),
    pytest.param(
        {"checked_at": "2026-09-20T10:00:00"},
        "the_check_lies_between_decision_and_now",
        id="before the decision",
    ),
    pytest.param(
        {"checked_at": "2026-12-01T10:00:00"}, "the_check_lies_between_decision_and_now", id="ahead"
    ),
    pytest.param({"reasons": {}}, "the_check_was_recorded_in_picture", id="no picture and no reason"),
]


@pytest.mark.rule("QUAL-01", "AV-01", "AV-03")
@pytest.mark.clause("2.2.b")
@pytest.mark.parametrize(("over", "code"), REFUSED)
def test_a_check_is_refused(served: Play, refused: Codes, over: dict[str, Any], code: str) -> None:
    served.later(hours=1)
    if over.pop("one", False):
        over["officers"] = served.team[:1]
    assert refused(served.correct, **over) == {code}


@pytest.mark.rule("EXEC-01", "SERV-02", "NOTI-07")
def test_served_paid_and_corrected_is_performed(served: Play) -> None:
    served.later(hours=1)
    served.pay(17_500)
    served.correct()
    served.finish()
    assert state(served) == "performed"


@pytest.mark.rule("EXEC-01", "NOTI-07", "SERV-02")
def test_what_is_missing_is_said_all_at_once(decided: Play, refused: Codes) -> None:
    assert refused(decided.finish) == {
        "the_decision_has_reached_the_party",
        "the_fine_is_paid",
        "what_was_ordered_is_corrected",
    }


@pytest.mark.rule("NOTI-07")
def test_a_check_that_found_nothing_corrected_does_not_do(served: Play, refused: Codes) -> None:
    served.later(hours=1)
    served.pay(17_500)
    served.correct()
    served.correct(corrected=False, findings="复查时再次占用。")
    assert refused(served.finish) == {"what_was_ordered_is_corrected"}


@pytest.mark.rule("EXEC-06", "EXEC-20")
def test_a_surcharge_is_paid_or_forgiven_on_record(served: Play, refused: Codes) -> None:
    served.stage.now += timedelta(days=20)
    served.pay(17_500)
    served.correct()
    assert refused(served.finish) == {"the_surcharge_is_paid_or_forgiven"}
    served.finish(reasons=FORGIVEN)
    assert state(served) == "performed"
