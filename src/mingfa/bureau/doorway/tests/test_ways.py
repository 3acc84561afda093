"""Asking several acts at once gives each the answer it would have got alone."""

import pytest

from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.ways import ways, what_stands_in_the_way
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.example.cases import Play


def alone(name, by, on, now):
    try:
        return what_stands_in_the_way(name, by=by, on=on, now=now)
    except NotYours as refused:
        return refused.because


@pytest.mark.parametrize("stretch", ["to_filed", "to_concluded", "to_reviewed", "to_decided"])
def test_together_as_alone(stage, cast, stretch):
    play = Play(stage, cast)
    getattr(play, stretch)()
    state = Case.objects.get(pk=play.case).state
    names = [n for n in procedure("ordinary").acts_in(state) if n in REGISTER]
    assert len(names) > 2
    for person in (play.team[0], cast.head, cast.reviewers[1], cast.officers[1][0], cast.publicity):
        together = ways(names, by=person, on=play.case, now=stage.now)
        told = {n: a.because if isinstance(a, NotYours) else a for n, a in together.items()}
        assert told == {n: alone(n, person, play.case, stage.now) for n in names}
