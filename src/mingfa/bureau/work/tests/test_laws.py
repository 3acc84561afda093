"""What stands is asked of the law once more, by code that knows no gate (plan 2.4.c)."""

import pytest

from mingfa.bureau.ledger.verify import verify
from mingfa.bureau.work.laws import breaches
from mingfa.bureau.work.laws.breaches import SAYS
from mingfa.bureau.work.laws.rows import OF_ROWS
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play


def test_every_law_is_said_in_words() -> None:
    assert {ask for asks in OF_ROWS.values() for ask in asks} <= set(SAYS)


@pytest.mark.clause("2.4.c")
def test_what_a_program_without_gates_decided_is_named(
    stage: Stage, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Entries and rows fit each other, and the ledger verifies: only the law itself is not kept."""
    play = Play(stage, cast)
    play.to_decided()
    assert list(breaches()) == []
    monkeypatch.setattr("mingfa.bureau.doorway.enter.refusals_of", lambda *_: [])
    play.close()
    assert [str(fault) for fault in verify()] == []
    assert any("cases.case" in str(fault) and "罚款已缴清" in str(fault) for fault in breaches())
