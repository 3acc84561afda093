"""Founding: once, by nobody else, and with everything papers print."""

from types import SimpleNamespace

import pytest

from mingfa.bureau.appointments.inputs import Founding
from mingfa.bureau.appointments.rules import reconsideration_goes_to_the_government
from mingfa.bureau.doorway.inputs import read_inputs
from mingfa.bureau.ledger.reader import inputs, leaf
from mingfa.bureau.people import reads
from mingfa.bureau.people.models import Appointment, Unit
from mingfa.example.asking import misread
from mingfa.example.bureau import FOUNDING


def test_the_first_act_founds_the_bureau(cast):
    first = leaf(0)
    assert first.entry.text("act") == "bureau.found"
    assert inputs(first.entry) == FOUNDING
    bureau = reads.bureau()
    assert (bureau.name, bureau.court, bureau.example) == (FOUNDING["name"], FOUNDING["court"], True)
    assert Unit.objects.get(pk=0).name == FOUNDING["office"]
    post = Appointment.objects.get(pk=0)
    assert (post.person.name, post.role) == (FOUNDING["appointer"], "appointer")


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("uscc", "11650104MB000000", "格式不正确。"),
        ("uscc", "11650104MB0000000x", "格式不正确。"),
        ("region", "65010", "格式不正确。"),
        ("name", "", "必须填写。"),
        ("bank", "长" * 101, "超过100个字，请精简。"),
    ],
)
def test_particulars_that_cannot_be_are_not_read(field, typed, sentence):
    assert misread(read_inputs, Founding, FOUNDING | {field: typed}) == {field: sentence}


def test_a_unit_is_set_up_once(stage, cast):
    new = {"name": "园林中队", "kind": "enforcement"}
    done = stage.act("unit.set_up", cast.appointer, **new)
    assert Unit.objects.get(pk=done.index).name == "园林中队"
    assert misread(stage.act, "unit.set_up", cast.appointer, **new) == {"name": "已有同名机构，请核对。"}


@pytest.mark.rule("DEC-11")
@pytest.mark.parametrize(
    ("body", "is_right"),
    [("示例市高新区人民政府", True), ("示例市城市管理局", False), ("示例市高新区人民政府办公室", False)],
)
def test_reconsideration_goes_to_the_government(body, is_right):
    look = SimpleNamespace(given=SimpleNamespace(government=body))
    answer = reconsideration_goes_to_the_government(SimpleNamespace(look=look))
    assert (answer is None) == is_right
