"""What changed is in force from its day and its edition on, and what was replaced until then."""

from datetime import date, datetime
from pathlib import Path

import pytest

from mingfa.bureau.law.force import CHINA, EDITION, Force, judging
from mingfa.bureau.law.gates import Gate, Reason, ask, no
from mingfa.bureau.law.procedures import procedure as tables
from mingfa.bureau.law.procedures.procedure import procedure

NEXT = Force(edition=EDITION + 1, day=date(2027, 3, 1))
BEFORE, AFTER = (datetime(2027, 2, 28, 23, 30, tzinfo=CHINA), datetime(2027, 3, 1, 0, 30, tzinfo=CHINA))


def words(wanted: str, since: Force | None = None, until: Force | None = None) -> Gate[str]:
    """Return a gate that no act asks, so it is in no register."""

    def check(facts: str) -> Reason | None:
        return None if facts == wanted else no("用词不对。", "请改正。")

    code = f"the_{wanted}_words_are_used"
    return Gate("AV-01", code, "行政处罚法 57", check, False, False, {}, since, until)


@pytest.mark.parametrize(
    ("at", "edition", "asked"),
    [
        (BEFORE, EDITION, "the_old_words_are_used"),
        (AFTER, EDITION, "the_old_words_are_used"),  # the program of that time did not know better
        (BEFORE, EDITION + 1, "the_old_words_are_used"),  # known, and not yet in force
        (AFTER, EDITION + 1, "the_new_words_are_used"),
    ],
)
def test_exactly_one_of_two_gates_is_asked(at: datetime, edition: int, asked: str) -> None:
    with judging(at, edition):
        found = ask([words("old", until=NEXT), words("new", since=NEXT)], "neither")
    assert [refusal.code for refusal in found] == [asked]


def test_a_table_that_was_replaced_stays_for_what_it_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "procedures"
    (data / "former").mkdir(parents=True)
    (data / "ordinary.yaml").write_text("now")
    (data / "former" / "ordinary.1.yaml").write_text("before")
    read = {"procedures/ordinary.yaml": {}, "procedures/former/ordinary.1.yaml": {"until": {"edition": 2}}}
    monkeypatch.setattr(tables, "DATA", tmp_path)
    monkeypatch.setattr(tables, "read_yaml", read.__getitem__)
    monkeypatch.setattr(tables, "Procedure", lambda table: "before" if "until" in table else "now")
    for one in (tables._current, tables._former):
        one.cache_clear()
    try:
        with judging(AFTER, 1):
            assert procedure("ordinary") == "before"
        with judging(AFTER, 2):
            assert procedure("ordinary") == "now"
    finally:
        for one in (tables._current, tables._former):
            one.cache_clear()
