"""Who handles what is asked by person: the index says what the matters say, and a changed index is named."""

import pytest

from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.models import Handling
from mingfa.bureau.doorway.reads import handled_by, misfiled
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play


@pytest.fixture
def filed(stage: Stage, cast: Cast) -> Play:
    play = Play(stage, cast)
    for act in (play.register, play.keep, play.verify, play.propose, play.file):
        act()
    return play


def test_the_index_follows_the_matter(filed: Play) -> None:
    case = Case.objects.get(pk=filed.case)
    assert case.handlers
    assert [list(handled_by(person)) for person in case.handlers] == [[case.pk]] * len(case.handlers)
    assert case.open
    assert list(misfiled()) == []


def test_nobody_is_kept_from_a_matter_quietly(filed: Play) -> None:
    Handling.objects.filter(person=filed.team[0]).delete()
    assert list(misfiled()) == [(Case, filed.case)]


def test_nobody_is_given_a_matter_quietly(filed: Play) -> None:
    Handling.objects.create(person=filed.team[0] + 1000, matter=filed.case)
    assert list(misfiled()) == [(Case, filed.case)]


def test_a_stray_row_is_named(filed: Play) -> None:
    Handling.objects.create(person=filed.team[0], matter=10**9)
    assert [pk for _, pk in misfiled()] == [10**9]
