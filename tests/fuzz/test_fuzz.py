"""Random acts through the real doorway, and after each of them what must always hold (docs/invariants.md).

A short run stands in the default suite. The long one: `MINGFA_FUZZ_ACTS=100000 ./mingfa test -m heavy
tests/fuzz`; it says the rate and, where something broke, the seed. `MINGFA_FUZZ_SEED` begins at a seed: to
see a counterexample again, or to go on where the last run ended.
"""

import os
import time
from collections import Counter

import pytest
from django.db import transaction
from tests.fuzz.world import Tally, World, players

from mingfa.bureau.doorway.acts import REGISTER
from mingfa.example.bureau import Cast

LENGTH = 300


def run(cast: Cast, seed: int, acts: int = LENGTH) -> Tally:
    """Play one run and take it all back."""
    with transaction.atomic():
        tally = World(cast, seed, acts, players()).play()
        transaction.set_rollback(True)
    return tally


@pytest.mark.parametrize("seed", [1, 2])
def test_a_bureau_at_random_breaks_no_law(cast: Cast, seed: int) -> None:
    tally = run(cast, seed, 200)
    assert tally.done.total() > 20
    assert tally.refused.total() > 20


@pytest.mark.heavy
def test_a_long_run_breaks_no_law(cast: Cast) -> None:
    acts, seed = (
        int(os.environ.get("MINGFA_FUZZ_ACTS", "100000")),
        int(os.environ.get("MINGFA_FUZZ_SEED", "1")),
    )
    begun, tried, done = time.monotonic(), 0, Counter[str]()
    while tried < acts:
        tally = run(cast, seed)
        tried, done, seed = tried + tally.tried, done + tally.done, seed + 1
        print(
            f"seed {seed}: {tried} acts, {done.total()} done, {tried / (time.monotonic() - begun):.0f}/s",
            flush=True,
        )
    print("done:", dict(done.most_common()))
    print("never done:", sorted(set(REGISTER) - set(done)))
    assert done.total() > tried // 10
