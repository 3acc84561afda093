"""Forms follow from the acts' types: every act has one, and what was typed is exactly what the act reads."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.datastructures import MultiValueDict
from pydantic import Field

from mingfa.bureau.desk.forms.fields import Kind, fields_of
from mingfa.bureau.desk.forms.typed import add_row, blank, collect, values
from mingfa.bureau.desk.tests.sending import address
from mingfa.bureau.doorway.acts import REGISTER, Act
from mingfa.bureau.doorway.inputs import Fen, File, Inputs, Line, Moment, Words, read_inputs
from mingfa.bureau.people.models import Role
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

TODAY = date(2026, 9, 7)


class Part(Inputs):
    """A part."""

    what: Line = Field(title="内容")
    how_many: int = Field(title="数量")


class Sample(Inputs):
    """One field of every kind."""

    name: Line = Field(title="名称")
    words: Words = Field(title="说明")
    on: date = Field(title="日期")
    at: Moment = Field(title="时间")
    fine: Fen = Field(title="罚款")
    count: int = Field(title="数量")
    kind: Literal["a", "b"] = Field(title="种类", json_schema_extra={"labels": {"a": "甲", "b": "乙"}})
    many: list[Literal["a", "b"]] = Field(title="多选", default_factory=list)
    tick: bool = Field(title="勾选", default=False)
    agreed: bool = Field(title="是否同意")
    lines: list[Line] = Field(title="条款", min_length=1)
    part: Part = Field(title="部分")
    parts: list[Part] = Field(title="各部分", default_factory=list)
    file: File | None = Field(title="文件", default=None)
    files: Annotated[list[File], Field(max_length=3)] = Field(title="多个文件", default_factory=list)
    later: date | None = Field(title="以后", default=None)


def read(query: str) -> tuple[dict[str, object], dict[str, str]]:
    fields = fields_of(Sample)
    typed = collect(fields, QueryDict(query), MultiValueDict(), lambda path, uploads, kept: [])
    errors: dict[str, str] = {}
    return values(fields, typed, TODAY, errors), errors


def test_each_type_is_asked_in_its_own_way() -> None:
    assert {f.name: f.kind for f in fields_of(Sample)} == {
        "name": Kind.LINE,
        "words": Kind.WORDS,
        "on": Kind.DATE,
        "at": Kind.MOMENT,
        "fine": Kind.YUAN,
        "count": Kind.NUMBER,
        "kind": Kind.ONE,
        "many": Kind.MANY,
        "tick": Kind.TICK,
        "agreed": Kind.YES_NO,
        "lines": Kind.LINES,
        "part": Kind.GROUP,
        "parts": Kind.ROWS,
        "file": Kind.FILE,
        "files": Kind.FILES,
        "later": Kind.DATE,
    }


def test_what_was_typed_becomes_what_the_act_reads() -> None:
    found, errors = read(
        "name=示例&words=说明&on=2026年9月1日&at=今天 9:30&fine=1,234.5&count=3&kind=b&many=a&many=b&tick=1"
        "&agreed=false&lines=甲法 1%0A%0A乙法 2&part.what=物&part.how_many=2"
        "&parts.0.what=&parts.0.how_many=&parts.7.what=砖&parts.7.how_many=5"
    )
    assert errors == {}
    read_back = read_inputs(Sample, found).model_dump(mode="json", exclude_defaults=True)
    assert read_back == {
        "name": "示例",
        "words": "说明",
        "on": "2026-09-01",
        "at": "2026-09-07T09:30:00+08:00",
        "fine": 123450,
        "count": 3,
        "kind": "b",
        "many": ["a", "b"],
        "tick": True,
        "agreed": False,
        "lines": ["甲法 1", "乙法 2"],
        "part": {"what": "物", "how_many": 2},
        "parts": [{"what": "砖", "how_many": 5}],
    }


def test_what_cannot_be_read_is_named_by_its_path() -> None:
    _, errors = read("on=昨年&fine=三百&parts.0.what=砖&part.how_many=2&at=9点半")
    assert set(errors) == {"on", "at", "fine"}


def test_a_row_is_added_where_asked_and_nowhere_else() -> None:
    fields = fields_of(Sample)
    typed = blank(fields)
    add_row(fields, typed, "parts")
    add_row(fields, typed, "name")
    add_row(fields, typed, "nothing.at.all")
    assert len(typed["parts"]) == 2


def someone(act: Act[object, object], cast: Cast) -> int:  # type: ignore[type-var]
    """Return somebody who may do the act."""
    holders = {
        Role.APPOINTER: cast.appointer,
        Role.HEAD: cast.head,
        Role.DEPUTY: cast.deputies[0],
        Role.OFFICER: cast.officers[0][0],
        Role.UNIT_LEADER: cast.leaders[0],
        Role.REVIEWER: cast.reviewers[1],
        Role.REVIEW_HEAD: cast.review_head,
        Role.PUBLICITY: cast.publicity,
        Role.ARCHIVIST: cast.archivist,
        Role.SUPERVISOR: cast.supervisor,
        Role.WINDOW: cast.window,
    }
    return next(holders[Role(r)] for r in sorted(act.who) if Role(r) in holders)


@pytest.mark.clause("2.1.a")
def test_every_act_has_its_form(at_desk: Callable[[int], Client], cast: Cast, play: Play) -> None:
    """Whoever may do an act sees its form with every label; handlers' acts are opened by a handler."""
    play.register()
    open_acts = [a for a in REGISTER.values() if not a.who <= {Role.FOUNDER, Role.SYSTEM}]
    assert len(open_acts) > 20
    for act in open_acts:
        on = play.case if act.matter is not None else None
        page = at_desk(someone(act, cast)).get(address(act.name, on))
        assert page.status_code in (200, 403, 404), act.name
        if page.status_code == 200:
            text = page.content.decode()
            assert act.title in text
            assert all(f.label in text for f in fields_of(act.inputs) if not f.follows), act.name
            assert all(rule in text for rule in act.rules), act.name


def test_an_act_of_another_post_is_refused(at_desk: Callable[[int], Client], cast: Cast) -> None:
    page = at_desk(cast.officers[0][0]).get("/acts/person.enroll/")
    assert page.status_code == 403
    assert "人事管理员" in page.content.decode()


def test_an_act_that_does_not_exist_is_not_found(at_desk: Callable[[int], Client], cast: Cast) -> None:
    assert at_desk(cast.head).get("/acts/case.destroy/").status_code == 404
