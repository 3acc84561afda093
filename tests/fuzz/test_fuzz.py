"""Random acts through the real doorway, and after each of them what must always hold (docs/invariants.md).

A short run stands in the default suite, on both databases. The long one says the rate, the pairs, what was
never done and, where something broke, the seed (CONTRIBUTING.md says how to start it).
"""

import os
import time
from copy import deepcopy

import pytest
from tests.fixtures import OPENING
from tests.fuzz.again import told_again
from tests.fuzz.cast import players
from tests.fuzz.ground import fresh
from tests.fuzz.world import Tally, World

from mingfa.bureau.cases.models import Case
from mingfa.bureau.desk.kinds import BY_PROCEDURE
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

LENGTH = 500
# Every so many runs the bureau is rebuilt from the ledger of the run, and compared.
AGAIN = 5


def run(cast: Cast, seed: int, acts: int = LENGTH, paired: float | None = None, again: bool = False) -> Tally:
    """Play one run on a fresh copy of the founded bureau."""
    with fresh():
        tally = World(deepcopy(cast), seed, acts, players(), paired).play()
        if again:
            assert told_again() == [], f"seed {seed}: the ledger alone gives another bureau"
    return tally


def test_a_bureau_at_random_breaks_no_law(cast: Cast) -> None:
    tally = run(cast, 1, 90, 0.1)
    assert tally.done.total() > 20
    assert tally.refused.total() > 3
    assert tally.pairs.total() > 0


@pytest.mark.heavy
def test_a_long_run_breaks_no_law(cast: Cast) -> None:
    acts, seed = (
        int(os.environ.get("MINGFA_FUZZ_ACTS", "100000")),
        int(os.environ.get("MINGFA_FUZZ_SEED", "1")),
    )
    begun, busy, told = time.monotonic(), time.process_time(), Tally()
    try:
        while told.tried < acts:
            told.add(run(cast, seed, again=seed % AGAIN == 0))
            seconds, burnt = time.monotonic() - begun, time.process_time() - busy
            print(
                f"seed {seed}: {told.tried} acts, {told.done.total()} done, {told.pairs.total()} pairs,"
                f" {told.tried / seconds:.0f}/s, {told.tried / burnt:.0f}/s of this process",
                flush=True,
            )
            seed += 1
    finally:
        print(summary(told), flush=True)
    assert told.done.total() > told.tried // 10


@pytest.mark.heavy
def test_a_bureau_that_its_ledger_does_not_give_is_seen(cast: Cast) -> None:
    with fresh():
        play = Play(Stage(OPENING), deepcopy(cast))
        play.register()
        assert told_again() == []
        Case.objects.filter(pk=play.case).update(place="别处")
        assert len(told_again()) == 1


def summary(told: Tally) -> str:
    """Say how far a run came, and what it never did: what is never done is never tested."""
    return "\n".join(
        (
            f"tried {told.tried}, done {told.done.total()}, could not be read {told.unread}",
            f"pairs {told.pairs.total()}: {dict(told.pairs.most_common())}",
            f"of these the other hand came first in {told.other_first}",
            f"done: {dict(told.done.most_common())}",
            f"tried and always refused: {sorted(set(told.refused) - set(told.done))}",
            f"never tried: {sorted(set(REGISTER) - set(told.done) - set(told.refused))}",
            f"states reached: {dict(sorted(told.reached.items()))}",
            f"states never reached: {unreached(told)}",
        )
    )


def unreached(told: Tally) -> dict[str, list[str]]:
    """Return for each kind of matter the states of its table at which no act ended."""
    tables = {name: procedure(name) for name in BY_PROCEDURE}
    left = {n: [s for s in t.states if f"{n}:{s}" not in told.reached] for n, t in tables.items()}
    return {name: states for name, states in left.items() if states}
