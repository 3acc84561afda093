"""Who may see what (plan 2.3.c): one tag, asked by every read, list, count and search alike."""

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.matter import the_matter
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.people import reads
from mingfa.example.cases import Play

pytestmark = pytest.mark.clause("2.3.c")

# 人员 → 看到的案件：本中队普通、本中队限制、外中队普通、外中队限制
SEES = [
    ("officer", lambda c: c.officers[0][3], {"own", "own restricted"}),
    ("officer of another unit", lambda c: c.officers[1][3], {"other", "other restricted"}),
    ("head", lambda c: c.head, {"own", "own restricted", "other", "other restricted"}),
    ("deputy", lambda c: c.deputies[0], {"own", "own restricted", "other", "other restricted"}),
    ("reviewer", lambda c: c.reviewers[1], {"own", "own restricted", "other", "other restricted"}),
    ("supervisor", lambda c: c.supervisor, {"own", "own restricted", "other", "other restricted"}),
    ("publicity", lambda c: c.publicity, {"own", "other"}),
    ("archivist", lambda c: c.archivist, {"own", "other"}),
    ("appointer", lambda c: c.appointer, set()),
]


@pytest.fixture
def four(stage, cast):
    """Four cases: of two units, ordinary and restricted."""
    found = {}
    for squad, name in ((0, "own"), (1, "other")):
        for restricted in (False, True):
            play = Play(stage, cast, squad)
            play.register(restricted=restricted, place="示例路1号")
            found[name + (" restricted" if restricted else "")] = play.case
    return found


@pytest.mark.parametrize(("who", "expected"), [pytest.param(w, e, id=i) for i, w, e in SEES])
def test_everybody_sees_what_the_post_allows_and_no_more(stage, cast, four, who, expected):
    actor = reads.actor(who(cast), stage.now.date())
    pks = {four[name] for name in expected}
    assert {c.pk for c in cases.visible(actor)} == pks
    assert {c.pk for c in cases.search(actor, "示例路1号")} == pks
    assert cases.visible(actor).count() == len(pks)
    for pk in four.values():
        if pk in pks:
            assert the_matter(pk, actor).pk == pk
        else:
            with pytest.raises(NotYours):
                the_matter(pk, actor)


def test_whoever_holds_no_post_sees_nothing(stage, cast, four):
    person = stage.act("person.enroll", cast.appointer, name="示例新人", unit=cast.units["市容中队"]).index
    actor = reads.actor(person, stage.now.date())
    assert cases.visible(actor).count() == 0
    with pytest.raises(NotYours):
        the_matter(four["own"], actor)
