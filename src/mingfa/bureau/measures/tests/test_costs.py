"""What keeping and testing cost the agency bears (行政强制法 25.3, 26): nothing here charges the party."""

import pytest

from mingfa.bureau.desk.forms.fields import Kind, fields_of
from mingfa.bureau.doorway.acts import REGISTER
from mingfa.bureau.measures.values import named
from mingfa.bureau.papers import form

ACTS = [act for act in REGISTER.values() if act.room == "measures"]
# Money that comes to the party: what a sale brought, and what it lost by it.
TO_THE_PARTY = {"proceeds", "worth", "made_good"}


@pytest.mark.rule("COMP-10", "COMP-13")
def test_no_form_asks_for_money_but_what_goes_back_to_the_party():
    asked = {f.name for act in ACTS for f in fields_of(act.inputs) if f.kind is Kind.YUAN}
    assert asked == TO_THE_PARTY


@pytest.mark.rule("COMP-10", "COMP-13")
def test_no_paper_names_a_sum_but_what_goes_back_to_the_party():
    papers = [form(act.paper) for act in ACTS if act.paper]
    sums = {f.name for paper in papers for f in paper.fields if f.shape == "money"}
    assert sums == {"sold_amount", "made_good_amount"}


def test_a_list_is_named_with_its_quantities():
    rows = [{"name": "烧烤炉", "quantity": 1, "per": "台"}, {"name": "活鱼", "quantity": 9, "per": "条"}]
    assert named(rows) == "烧烤炉1台、活鱼9条"
