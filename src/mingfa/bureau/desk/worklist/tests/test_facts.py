"""What the tables ask about what is next, somebody gathers; and nothing is gathered that no table asks."""

import pytest

from mingfa.bureau.desk.kinds import FACES
from mingfa.bureau.desk.kinds.kind import CHAIR_GONE, CHAIRED, Face
from mingfa.bureau.law.procedures.next_acts import facts_asked
from mingfa.bureau.law.procedures.procedure import procedure


@pytest.mark.parametrize("face", FACES, ids=lambda f: f.path)
def test_every_fact_that_a_table_asks_is_gathered_by_its_kind(face: Face) -> None:
    asked = {fact for table in face.tables for state in table.states for fact in facts_asked(table.id, state)}
    gathered = [name for facts in face.facts for name in facts.names]
    assert len(gathered) == len(set(gathered)), "each by one group"
    assert set(gathered) - {CHAIRED, CHAIR_GONE} == asked


def test_what_is_asked_of_parts_is_known_of_them() -> None:
    for name in ("measure", "preservation"):
        table = procedure(name)
        asked = {fact for state in table.states for fact in facts_asked(name, state)}
        assert asked <= {"must_go", "to_hand_back"}
