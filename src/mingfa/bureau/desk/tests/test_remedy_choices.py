"""Options that join rooms: which case a clue may go into, which ruling is carried out."""

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.desk.forms.choices import Situation
from mingfa.bureau.desk.kinds import BY_PATH
from mingfa.bureau.people import reads as people
from mingfa.example.bureau import Cast, Stage
from mingfa.example.cases import Play


def options(name: str, play: Play, by: int) -> list[str]:
    """Return the values offered to somebody in the case of a play."""
    today = play.stage.now.date()
    offer = BY_PATH["cases"].choices[name]
    return [o.value for o in offer(Situation(people.actor(by, today), today, cases.case(play.case)))]


def test_a_clue_is_offered_the_running_cases_about_the_same_item(stage: Stage, cast: Cast) -> None:
    filed = Play(stage, cast).to_filed()
    other = Play(stage, cast, item="占道经营").to_filed()
    twin, third = Play(stage, cast), Play(stage, cast)
    twin.register()
    third.register()
    me = twin.team[0]
    assert options("cases_to_join", twin, me) == [str(third.case), str(filed.case)]
    assert options("cases_to_join", other, me) == []
    third.act("case.merge", into=filed.case, reason="同一当事人同一违法行为。")
    assert options("cases_to_join", twin, me) == [str(filed.case)]


def test_a_case_that_is_not_to_be_seen_is_not_offered(stage: Stage, cast: Cast) -> None:
    filed = Play(stage, cast).to_filed()
    twin = Play(stage, cast)
    twin.register()
    mine, next_door = twin.team[0], cast.officers[1][0]
    assert options("cases_to_join", twin, mine) == [str(filed.case)]
    seen = cases.visible(people.actor(next_door, stage.now.date())).filter(pk=filed.case).exists()
    assert options("cases_to_join", twin, next_door) == ([str(filed.case)] if seen else [])


def test_the_head_is_offered_the_ruling_that_waits(stage: Stage, cast: Cast) -> None:
    play = Play(stage, cast)
    play.to_decided()
    assert options("rulings", play, cast.head) == []
    ruling = play.lose()
    assert options("rulings", play, cast.head) == [str(ruling)]
    play.revoke(ground="reconsideration", ruling=ruling)
    assert options("rulings", play, cast.head) == []
