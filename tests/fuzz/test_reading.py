"""Whoever reads while somebody acts is shown what was true, and no false alarm."""

import threading
from copy import deepcopy

import pytest
from django.db import connections
from tests.fixtures import OPENING
from tests.fuzz.ground import fresh

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.ledger.reader import Altered, check_newest
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play

ENOUGH = 12


def test_a_case_read_while_somebody_acts_in_it_is_not_called_altered(cast: Cast) -> None:
    with fresh():
        play = Play(Stage(OPENING), deepcopy(cast))
        play.register()
        head = people.actor(cast.head, OPENING.date())
        done, seen, faults = threading.Event(), set[int](), list[Altered]()

        def read() -> None:
            try:
                while not done.is_set():
                    seen.add(the_matter(play.case, head).sealed)
                    assert cases.case(play.case) is not None
            except Altered as fault:
                faults.append(fault)
            finally:
                connections.close_all()

        reader = threading.Thread(target=read)
        reader.start()
        while len(seen) < ENOUGH and reader.is_alive():
            play.keep()
        done.set()
        reader.join()
        assert faults == []


def test_an_older_state_put_back_is_still_found(cast: Cast) -> None:
    with fresh():
        play = Play(Stage(OPENING), deepcopy(cast))
        play.register()
        older = Case.objects.get(pk=play.case)
        play.verify()
        check_newest(older)  # read just before: it was true, and what is stored is newer
        Case.objects.filter(pk=play.case).delete()
        older.save(force_insert=True)
        with pytest.raises(Altered):
            check_newest(Case.objects.get(pk=play.case))
