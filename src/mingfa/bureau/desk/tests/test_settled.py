"""Acts that belong to no case are done by their forms: every choice has its words, every value its kind."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from mingfa.bureau.appointments.tests.pasting import announce
from mingfa.bureau.desk.forms.choices import Situation
from mingfa.bureau.desk.forms.drawn import Drawn, draw
from mingfa.bureau.desk.forms.fields import Kind, fields_of
from mingfa.bureau.desk.forms.settled import settled
from mingfa.bureau.desk.forms.typed import blank
from mingfa.bureau.desk.tests.conftest import account
from mingfa.bureau.desk.tests.sending import address, errors_on, fields_on, fill, send
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.doorway.look import CHINA
from mingfa.bureau.law.config import local_values
from mingfa.bureau.people import reads as people
from mingfa.bureau.people.models import Role
from mingfa.example.bureau import Cast, Stage

BASIS = {"citation": "示例：本局规定（虚构）", "valid_from": "今天"}


@pytest.fixture
def desk(at_desk: Callable[[int], Client], cast: Cast) -> Client:
    return at_desk(cast.appointer)


def _flat(drawn: tuple[Drawn, ...]) -> list[Drawn]:
    rows = [part for one in drawn for row in one.rows for part in _flat(row.parts)]
    return [*drawn, *rows, *(part for one in drawn for part in _flat(one.parts))]


@pytest.mark.clause("2.3.b")
def test_every_choice_has_words(stage: Stage, cast: Cast) -> None:
    """Whatever is chosen and not typed is read as words; a bare key or an English code is nobody's choice."""
    account(cast.head)
    stage.now = datetime(2026, 12, 1, 9, tzinfo=CHINA)
    announce(stage, cast.reviewers[1])
    # A second personnel officer nominates: what she put forward waits for the first.
    grant = {"since": "2026-12-01", "document": "示例任〔2026〕9号"}
    stage.act("person.appoint", cast.appointer, person=cast.publicity, role="appointer", **grant)
    stage.act("person.nominate", cast.publicity, person=cast.archivist, role="deputy", **grant)
    at = Situation(people.actor(cast.appointer, stage.now.date()), stage.now.date(), None)
    checked = 0
    for act in REGISTER.values():
        by_people = act.who != {Role.SYSTEM} and act.matter is None
        if not by_people or act.room not in ("appointments", "catalogue"):
            continue
        fields = settled(fields_of(act.inputs), {"config_id": "statement_days"})
        for one in _flat(draw(fields, blank(fields), {}, at)):
            assert one.field.kind is not Kind.NUMBER, f"{act.name}: {one.path} asks for a bare number"
            assert one.field.label != one.field.name, f"{act.name}: {one.path} has no words"
            if one.field.kind in (Kind.ONE, Kind.MANY):
                checked += 1
                assert one.options, f"{act.name}: {one.path} has nothing to choose"
                assert all(o.label != o.value or not o.label.isascii() for o in one.options), one.path
    assert checked >= 12


def test_each_local_value_is_asked_by_its_kind() -> None:
    asked = {
        one.id: settled(fields_of(REGISTER["local.set"].inputs), {"config_id": one.id})[1].kind
        for one in local_values().values()
    }
    assert asked["statement_days"] is Kind.COUNT
    assert asked["hearing_person_fen"] is Kind.YUAN
    assert asked["video_may_replace_record"] is Kind.YES_NO


def test_the_value_is_asked_when_the_parameter_is_chosen(desk: Client) -> None:
    """Without scripts: first which parameter, then its value; another parameter asks anew."""
    page = desk.get(address("local.set"))
    assert "value" not in fields_on(page) and ">继续</button>" in page.content.decode()
    asked = desk.post(address("local.set"), fill(page, {"config_id": "statement_days", **BASIS}))
    assert asked.status_code == 200 and errors_on(asked) == ""
    assert {"value", "_settles"} <= fields_on(asked).keys()
    assert fields_on(asked)["citation"] == [BASIS["citation"]]
    other = desk.post(address("local.set"), fill(asked, {"config_id": "discussion_person_fen", "value": "3"}))
    assert other.status_code == 200 and fields_on(other)["value"] == [""]
    done = desk.post(address("local.set"), fill(other, {"value": "5000元"}))
    assert done.status_code == 302 and done["Location"] == "/people/"
    assert people.config().value("discussion_person_fen", date(2026, 9, 7)) == 500000


@pytest.mark.parametrize(
    ("config_id", "typed", "kept"),
    [
        ("statement_days", {"value": "５"}, 5),
        ("hearing_unit_fen", {"value": "100000"}, 10000000),
        ("video_may_replace_record", {"value": "false"}, False),
    ],
)
def test_a_value_is_typed_as_people_write_it(desk, config_id, typed, kept):
    answer = send(desk, f"local.set/?config_id={config_id}&", **typed, **BASIS)
    assert answer.status_code == 302, errors_on(answer)
    assert people.config().value(config_id, date(2026, 9, 7)) == kept


@pytest.mark.parametrize(
    ("config_id", "typed", "said"),
    [
        ("statement_days", {"value": "三天"}, "取值：请填写整数。"),
        ("statement_days", {}, "取值：必须填写。"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(desk, config_id, typed, said):
    answer = send(desk, f"local.set/?config_id={config_id}&", **typed, **BASIS)
    assert answer.status_code == 422 and said in errors_on(answer)


def test_nobody_is_appointed_founder(desk: Client, cast: Cast) -> None:
    page = desk.get(address("person.appoint"))
    assert "设立人" not in page.content.decode()
    typed = {"person": str(cast.head), "role": "founder", "since": "今天"}
    answer = desk.post(address("person.appoint"), fill(page, typed))
    assert answer.status_code == 422 and "设立人只在设立机关时出现" in errors_on(answer)
