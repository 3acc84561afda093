"""Random selection: lists frozen first, a public number later, and anybody draws the same again."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

from mingfa.bureau.inspections import reads
from mingfa.bureau.inspections.planning.values import digest, draw, draw_pairs, seed_of
from mingfa.example.asking import refused
from mingfa.example.codes import credit_code

PAGE = Path(__file__).parents[5] / "docs/rooms/inspections.md"


@pytest.fixture
def drawn(round_):
    """Ten restaurants; one in five is drawn by the number of the next day."""
    round_.list_item()
    for number in range(1, 11):
        round_.register(number)
    round_.to_plan()
    round_.freeze()
    round_.later(days=1)
    round_.draw()
    return reads.draw(round_.drawn)


@pytest.mark.rule("INSP-07")
def test_whoever_has_seed_and_list_draws_the_same(drawn):
    objects = {o.name: o.id for o in drawn.objects}
    officers = {o.name: o.id for o in drawn.officers}
    again = draw_pairs(f"{drawn.salt}:3210.98", objects, 2, officers, 2)
    assert {objects[o]: tuple(officers[p] for p in two) for o, two in again} == dict(drawn.picked)
    assert (len(drawn.objects), drawn.count, len(drawn.picked)) == (10, 2, 2)
    assert all(len(two) == 2 for two in drawn.picked.values())


@pytest.mark.rule("INSP-07")
def test_the_recipe_on_the_page_draws_the_same(drawn, capsys):
    """The ten lines in docs/rooms/inspections.md need nothing of ours."""
    recipe = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)[1]
    known = {
        "salt": drawn.salt,
        "number": drawn.number,
        "count": drawn.count,
        "objects": [o.name for o in drawn.objects],
        "inspectors": [o.name for o in drawn.officers],
    }
    exec(recipe, known)
    named = {o.id: o.name for o in (*drawn.objects, *drawn.officers)}
    expected = [f"{named[o]} {[named[p] for p in two]}" for o, two in drawn.picked.items()]
    assert capsys.readouterr().out.splitlines() == expected


@pytest.mark.rule("INSP-07")
def test_another_number_draws_otherwise_and_nothing_else_does():
    names = [credit_code(n) for n in range(1000)]
    first = draw(seed_of("a" * 32, "3210.98"), names, 20)
    assert draw(seed_of("a" * 32, "3210.99"), names, 20) != first
    assert draw(seed_of("a" * 32, "3210.98"), list(reversed(names)), 20) == first


@pytest.mark.rule("INSP-07")
def test_nobody_is_favoured():
    """Over many numbers each of ten names is drawn about as often as any other."""
    names = [f"示例{n}" for n in range(10)]
    times = dict.fromkeys(names, 0)
    for number in range(5000):
        for name in draw(f"salt:{number}", names, 2):
            times[name] += 1
    assert all(850 < n < 1150 for n in times.values()), times


@pytest.mark.rule("INSP-07")
def test_the_digest_is_that_of_the_list_as_published(drawn):
    names = sorted({o.name for o in (*drawn.objects, *drawn.officers)})
    assert drawn.frozen_digest == sha256("\n".join(names).encode()).hexdigest()
    assert digest(["乙", "甲", "甲"]) == digest(["甲", "乙"])


@pytest.mark.rule("INSP-07")
def test_lists_are_frozen_before_the_number_and_drawn_once(round_):
    round_.ready()
    assert refused(round_.freeze, beacon_on=round_.on()) == {"the_public_number_lies_ahead": "INSP-07"}
    round_.freeze()
    frozen = reads.draw(round_.drawn)
    assert (frozen.drawn, frozen.number, dict(frozen.picked)) == (None, "", {})
    assert refused(round_.draw) == {"the_public_number_is_out": "INSP-07"}
    assert refused(round_.freeze) == {"the_plan_has_no_draw_yet": "INSP-07"}
    round_.later(days=1)
    round_.register(2)
    round_.draw()
    assert [o.id for o in reads.draw(round_.drawn).objects] == [round_.inspected]
    assert refused(round_.draw) == {"the_lists_wait_for_their_number": "INSP-07"}


@pytest.mark.rule("INSP-07", "QUAL-08")
def test_who_was_drawn_is_inspected_by_those_drawn(round_, drawn):
    inspected, officers = next(iter(drawn.picked.items()))
    round_.team = list(officers)
    named = {"source": "random", "plan": None, "draw": drawn.id, "inspected": inspected}
    others = [o.id for o in drawn.officers if o.id not in officers][:2]
    assert refused(round_.apply, **named, officers=others) == {"the_inspectors_are_those_drawn": "INSP-07"}
    left = next(o.id for o in drawn.objects if o.id not in drawn.picked)
    assert refused(round_.apply, **{**named, "inspected": left}) == {"a_random_task_was_drawn": "INSP-07"}
    round_.apply(**named)
    view = reads.inspection(round_.matter)
    assert (view.draw, view.plan, view.handlers) == (drawn.id, drawn.plan, officers)
