"""Law cases of 处罚法 31: whoever could not discern or control the act is not penalised."""

import pytest

from mingfa.example.asking import refused
from mingfa.example.cases import Play

pytestmark = pytest.mark.rule("DEC-06")


@pytest.fixture
def play(stage, cast):
    play = Play(stage, cast).to_filed()
    play.inspect()
    play.order()
    return play


def test_a_penalty_is_refused(play):
    assert refused(play.conclude, incapable=True) == {"the_party_could_control_its_act": "DEC-06"}


def test_no_penalty_with_the_reason_is_concluded(play):
    no_penalty = {"outcome": "no_penalty_minor", "kinds": [], "amount": 0, "step": ""}
    words = {"factors": "当事人行为时不能辨认自己行为。", "education": "责令监护人严加看管和治疗。"}
    assert play.conclude(incapable=True, **no_penalty, **words).number
