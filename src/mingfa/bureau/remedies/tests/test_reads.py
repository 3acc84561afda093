"""What other rooms ask: when no additional fine runs, what is open, whether enforcement stands still."""

from datetime import date

import pytest

from mingfa.bureau.remedies import reads


@pytest.mark.rule("EXEC-07", "REM-01")
def test_a_remedy_pauses_from_the_application_to_its_effective_end(served):
    assert reads.pauses(served.decision) == []
    served.accept()
    assert reads.pauses(served.decision) == [(date(2026, 9, 24), None)]
    assert reads.is_open(served.decision)
    served.conclude_remedy()
    assert reads.pauses(served.decision) == [(date(2026, 9, 24), date(2026, 10, 30))]
    assert not reads.is_open(served.decision)


@pytest.mark.rule("EXEC-08")
def test_enforcement_stands_still_only_where_it_was_stopped(served):
    served.accept()
    assert not reads.suspended(served.decision)
    served.suspend()
    assert reads.suspended(served.decision)
    served.resume()
    assert not reads.suspended(served.decision)


@pytest.mark.rule("EXEC-08")
def test_no_stay_outlives_its_remedy(served):
    served.accept()
    served.suspend()
    served.conclude_remedy()
    assert not reads.suspended(served.decision)


def test_remedies_of_another_decision_are_not_asked(served):
    served.accept()
    assert reads.pauses(served.decision + 1) == []
