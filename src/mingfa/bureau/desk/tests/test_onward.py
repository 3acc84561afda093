"""What is next where that is not what is next for most in the same state; and which questions are asked."""

from collections.abc import Callable

import pytest
from django.test import Client

from mingfa.bureau.decisions import reads as decisions
from mingfa.bureau.desk.tests.sending import address, fields_on, fill
from mingfa.bureau.law.procedures.procedure import procedure
from mingfa.example.cases import SHOP, Play

MINOR = {"outcome": "no_penalty_minor", "kinds": [], "amount": 0, "step": "", "education": "示例：当场宣讲。"}
VALID = "91350100M000100Y43"
OF_A_WAY = {
    "received_by",
    "refusal",
    "witness",
    "mail_no",
    "received_on",
    "arrived_at",
    "published_on",
    "reason",
}


def step(act: str) -> str:
    return procedure("ordinary").step(act).zh


def home(at_desk: Callable[[int], Client], who: int) -> str:
    return at_desk(who).get("/").content.decode()


@pytest.mark.parametrize("penalty", [True, False], ids=["处罚", "不予处罚"])
def test_without_a_penalty_nobody_is_asked_to_tell_it(
    at_desk: Callable[[int], Client], play: Play, penalty: bool
) -> None:
    play.to_concluded(**({} if penalty else MINOR))
    told, sent = step("notice.issue"), step("review.request")
    assert (f"<strong>{told}</strong>" in home(at_desk, play.cast.deputies[0])) is penalty
    assert (f"<strong>{sent}</strong>" in home(at_desk, play.team[0])) is not penalty


def test_after_the_decision_service_is_next_then_the_payment_then_the_end(
    at_desk: Callable[[int], Client], play: Play
) -> None:
    decision = play.to_decided().index
    play.later(hours=1)

    def shown() -> list[str]:
        page = home(at_desk, play.team[0])
        acts = ("service.serve", "execution.pay", "execution.correct", "execution.finish")
        return [act for act in acts if f"<strong>{step(act)}</strong>" in page]

    assert shown() == ["service.serve"]
    play.serve(decision)
    assert shown() == ["execution.pay"]
    decided = decisions.decision_of(play.case)
    assert decided is not None
    play.pay(decided.amount - 100)
    assert shown() == ["execution.pay"]
    play.pay(100, receipt_no="示例缴尾款")
    assert shown() == ["execution.correct"]
    play.correct()
    assert shown() == ["execution.finish"]
    page = at_desk(play.team[0]).get(f"/cases/{play.case}/").content.decode()
    assert step("execution.finish") in page


@pytest.mark.parametrize(
    ("party", "doubted"),
    [
        pytest.param({}, False, id="示例的信用代码"),
        pytest.param({"code": "92650104MA0000000X"}, True, id="信用代码校验位不对"),
        pytest.param({"code": VALID}, False, id="校验位正确"),
        pytest.param({"code": ""}, False, id="没有代码"),
        pytest.param({"kind": "person", "code": "示E1234567"}, False, id="护照"),
        pytest.param({"kind": "person", "code": "110101199003077572"}, True, id="身份证号校验位不对"),
    ],
)
def test_a_number_that_looks_wrong_is_to_be_checked(
    at_desk: Callable[[int], Client], play: Play, party: dict[str, str], doubted: bool
) -> None:
    play.register()
    play.keep()
    play.verify()
    checked = {"its_number_has_the_right_check_digit": "示例：证件上如此。"} if doubted else {}
    play.propose(party=SHOP | party, reasons=checked)
    page = at_desk(play.team[0]).get(f"/cases/{play.case}/").content.decode()
    assert ("请核对：" in page) is doubted


@pytest.mark.clause("2.3.b")
@pytest.mark.parametrize(
    ("method", "asked"),
    [
        ("personal", {"received_by"}),
        ("leave", {"received_by", "refusal", "witness"}),
        ("mail", {"received_by", "mail_no", "received_on"}),
        ("forwarded", {"received_by", "received_on"}),
        ("electronic", {"arrived_at"}),
        ("public_notice", {"published_on", "reason"}),
    ],
)
def test_only_the_questions_of_the_way_chosen_are_asked(
    at_desk: Callable[[int], Client], play: Play, method: str, asked: set[str]
) -> None:
    play.to_concluded()
    play.notify()
    client, where = at_desk(play.team[0]), address("service.serve", play.case)
    page = client.get(where)
    assert not OF_A_WAY & fields_on(page).keys() and "继续" in page.content.decode()
    answer = client.post(where, fill(page, {"method": method}))
    assert OF_A_WAY & fields_on(answer).keys() == asked
    assert "继续" not in answer.content.decode()
