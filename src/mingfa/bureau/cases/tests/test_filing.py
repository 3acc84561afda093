"""Proposing, filing, ordering: initial evidence, two handlers, in time, by the law of the day, once."""

from datetime import datetime

import pytest

from mingfa.bureau.cases import reads
from mingfa.bureau.cases.models import Case
from mingfa.bureau.doorway.drawing import facts_of_paper
from mingfa.bureau.doorway.refusals import NotYours
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import inputs, leaf, value
from mingfa.bureau.papers.models import Paper
from mingfa.example.asking import appoint_leading, misread, refused
from mingfa.example.bureau import CHINA
from mingfa.example.cases import SHOP, Play
from mingfa.example.codes import credit_code

OTHER_SHOP = SHOP | {"name": "高新区另一示例店", "code": credit_code(1)}


# --- case.propose


@pytest.mark.clause("2.3.a")
def test_a_proposal_names_the_party_and_the_handlers(verified):
    done = verified.propose()
    case = reads.case(verified.case)
    assert (case.state, case.handlers) == ("proposed", tuple(verified.team))
    assert case.party.name == SHOP["name"] and case.title == f"{SHOP['name']}店外经营案"
    assert inputs(leaf(done.index).entry)["party"]["code"] == SHOP["code"]


def test_what_identifies_the_party_is_an_item_and_no_column(verified):
    verified.propose()
    row = str(Case.objects.values().get())
    assert all(SHOP[name] not in row for name in ("code", "phone", "address", "representative"))


@pytest.mark.rule("DEC-04")
@branching(
    "party",
    [
        pytest.param({"code": "92650104MA0000000X"}, id="信用代码错一位"),
        pytest.param({"kind": "person", "code": "110101199003077572"}, id="身份证号错一位"),
    ],
)
def test_a_number_with_a_wrong_check_digit_needs_a_reason_that_is_kept(verified, party):
    wrong = SHOP | party
    assert refused(verified.propose, party=wrong) == {"its_number_has_the_right_check_digit": "DEC-04"}
    why = "示例：执照上即如此，已向登记机关核实。"
    done = verified.propose(party=wrong, reasons={"its_number_has_the_right_check_digit": why})
    assert value(leaf(done.index).entry, "reasons") == {"its_number_has_the_right_check_digit": why}


@pytest.mark.rule("FILE-02")
@pytest.mark.parametrize("by", ["nothing", "evidence", "record"])
def test_filing_needs_initial_evidence(stage, cast, by):
    play = Play(stage, cast)
    play.register()
    if by == "evidence":
        play.keep()
    if by == "record":
        play.inspect()
    play.verify()
    if by != "nothing":
        assert play.propose().index
    else:
        assert refused(play.propose) == {"there_is_initial_evidence": "FILE-02"}


# 承办人
@pytest.mark.rule("QUAL-01")
@pytest.mark.clause("1.3.b")
@branching(
    ("who", "codes"),
    [
        pytest.param(lambda c: c.officers[0][:2], set(), id="两名"),
        pytest.param(lambda c: c.officers[0][:6], set(), id="六名"),
        pytest.param(lambda c: c.officers[0][2:4], set(), id="不含提请人"),
        pytest.param(
            lambda c: [c.officers[0][0]] * 2, {"two_certified_officers_handle_the_case"}, id="一人两次"
        ),
        pytest.param(
            lambda c: [c.officers[0][0], 10**9], {"two_certified_officers_handle_the_case"}, id="查无此人"
        ),
        pytest.param(
            lambda c: [*c.officers[0][:2], c.officers[1][0]], {"the_handlers_belong_to_its_unit"}, id="外中队"
        ),
        pytest.param(
            lambda c: [*c.officers[0][:2], c.head],
            {"two_certified_officers_handle_the_case", "the_handlers_belong_to_its_unit"},
            id="没有执法证件",
        ),
    ],
)
def test_two_certified_officers_of_the_unit_handle_a_case(verified, who, codes):
    handlers = who(verified.cast)
    if codes:
        assert refused(verified.propose, handlers=handlers) == dict.fromkeys(codes, "QUAL-01")
    else:
        verified.propose(handlers=handlers)
        assert reads.case(verified.case).handlers == tuple(handlers)


def test_a_handler_named_twice_handles_once(verified):
    one, other = verified.team
    verified.propose(handlers=[one, other, one])
    assert reads.case(verified.case).handlers == (one, other)


@pytest.mark.rule("QUAL-08")
def test_every_handler_declares_no_interest(verified):
    assert refused(verified.propose, recusal_declared=False) == {
        "the_handlers_declared_no_interest": "QUAL-08"
    }


@pytest.mark.rule("QUAL-04")
def test_a_handler_with_an_expired_certificate_is_none(verified):
    expired = {"certificate": "示E0004", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    verified.stage.act("person.certify", verified.cast.appointer, person=verified.team[1], **expired)
    assert refused(verified.propose) == {"two_certified_officers_handle_the_case": "QUAL-01"}
    expired["certificate"] = "示E0001"
    verified.stage.act("person.certify", verified.cast.appointer, person=verified.team[0], **expired)
    assert refused(verified.propose)["the_certificate_is_valid"] == "QUAL-04"


# 2024-09-07的行为，两年追责时效至2026-09-07
@pytest.mark.rule("FILE-04")
@pytest.mark.parametrize(
    ("proposed_on", "filed_on", "refused_at"),
    [
        pytest.param(7, 7, None, id="最后一日提请并立案"),
        pytest.param(8, 8, "propose", id="届满次日提请"),
        pytest.param(7, 8, "file", id="届满次日审批"),
    ],
)
def test_nothing_is_filed_after_two_years(stage, cast, new_item, proposed_on, filed_on, refused_at):
    play = Play(stage, cast)
    play.register(item=new_item(), act_on="2024-09-07")
    play.keep()
    play.verify()
    run = {"the_limitation_chosen_has_not_run": "FILE-04"}
    stage.now = datetime(2026, 9, proposed_on, 10, tzinfo=CHINA)
    if refused_at == "propose":
        assert refused(play.propose) == run
        return
    play.propose()
    stage.now = datetime(2026, 9, filed_on, 11, tzinfo=CHINA)
    if refused_at == "file":
        assert refused(play.file) == {"the_limitation_has_not_run": "FILE-04"}
    else:
        assert play.file().number


@pytest.mark.rule("TIME-07", "TIME-08")
@pytest.mark.parametrize(
    ("act_on", "passes"), [("2026-08-14", True), ("2026-08-15", False)], ids=["旧法施行期间", "旧法废止之日"]
)
def test_an_act_is_judged_by_the_law_of_its_day(stage, cast, new_item, act_on, passes):
    """The item still stands on a law which the code replaced on 15 August 2026."""
    item = new_item(breaks=["固体废物污染环境防治法 1"], valid_from="2026-01-01")
    play = Play(stage, cast)
    if not passes:
        answer = refused(play.register, item=item, act_on=act_on)
        assert answer == {"the_law_of_the_item_had_not_been_replaced": "TIME-08"}
        return
    play.register(item=item, act_on=act_on)
    play.keep()
    play.verify()
    assert play.propose().index


# 同一当事人、同一事项、同一日
@pytest.mark.rule("FILE-05")
@branching(
    ("party", "item", "act_on", "passes"),
    [
        pytest.param(SHOP, "店外经营", "2026-09-07", False, id="同一行为"),
        pytest.param(OTHER_SHOP, "店外经营", "2026-09-07", True, id="另一当事人"),
        pytest.param(SHOP, "占道经营", "2026-09-07", True, id="另一事项"),
        pytest.param(SHOP, "店外经营", "2026-09-06", True, id="另一日"),
    ],
)
def test_one_act_makes_one_case(proposed, party, item, act_on, passes):
    second = Play(proposed.stage, proposed.cast, item=item)
    second.register(act_on=act_on)
    second.keep()
    second.verify()
    if passes:
        assert second.propose(party=party).index
    else:
        assert refused(second.propose, party=party) == {"the_same_act_is_not_on_file_already": "FILE-05"}


@pytest.mark.rule("FILE-05")
def test_a_dropped_case_does_not_stand_in_the_way(proposed):
    proposed.file(approved=False, opinion="情节轻微并已改正，不予立案。")
    second = Play(proposed.stage, proposed.cast)
    second.register()
    second.keep()
    second.verify()
    assert second.propose().index


def test_it_is_for_the_officers_of_the_unit(verified):
    verified.team = verified.cast.officers[1][:2]
    with pytest.raises(NotYours):
        verified.propose()


@branching(
    ("over", "errors"),
    [
        ({"handlers": [1]}, {"handlers": "至少需要2项。"}),
        ({"party": SHOP | {"kind": "club"}}, {"party.kind": "请从列出的选项中选择一项。"}),
        ({"party": SHOP | {"name": ""}}, {"party.name": "必须填写。"}),
        ({"party": SHOP | {"ethnicity": "x"}}, {"party.ethnicity": "没有这一栏，请删去。"}),
    ],
)
def test_what_cannot_be_a_proposal_is_said(verified, over, errors):
    assert misread(verified.propose, **over) == errors


# --- case.file


@pytest.mark.clause("2.1.a", "2.3.a")
def test_the_head_files_and_the_days_begin_to_run(proposed):
    done = proposed.file(opinion="同意立案，依法调查。")
    case = reads.case(proposed.case)
    assert (case.state, case.number, case.filed_on) == ("filed", done.number, proposed.stage.now.date())
    facts = facts_of_paper(done.index)
    assert facts["opinions"]["head"]["text"] == "同意立案，依法调查。"
    assert facts["party"]["name"] == SHOP["name"]
    assert Paper.objects.get(pk=done.index).title == f"{case.title}立案审批表"


def test_the_handlers_opinion_bears_the_day_on_which_it_was_put_forward(proposed):
    """Records made while the filing waits do not move it."""
    proposed.later(days=1)
    proposed.inspect()
    proposed.later(days=1)
    opinions = facts_of_paper(proposed.file().index)["opinions"]
    assert (opinions["handlers"]["at"], opinions["head"]["at"]) == ("2026-09-07", "2026-09-09")


@pytest.mark.rule("FILE-03")
@branching(
    ("opinion", "passes"),
    [("不同意。", False), ("违法情节轻微并已改正，不予立案。", True)],
    ids=["没有理由", "有理由"],
)
def test_whoever_refuses_to_file_says_why(proposed, opinion, passes):
    if passes:
        proposed.file(approved=False, opinion=opinion)
        case = reads.case(proposed.case)
        assert (case.state, case.number, case.filed_on) == ("dropped", "", None)
    else:
        answer = refused(proposed.file, approved=False, opinion=opinion)
        assert answer == {"refusing_to_file_has_a_reason": "FILE-03"}


@pytest.mark.rule("QUAL-08")
def test_a_handler_does_not_approve_his_own_case(proposed):
    """A deputy who is an officer too handles the case; he may not file it."""
    handler = proposed.team[0]
    appoint_leading(proposed.stage, proposed.cast, handler, "deputy", "2026-09-01")
    own = {"approved": True, "opinion": "同意立案。"}
    answer = refused(proposed.act, "case.file", handler, **own)
    assert answer == {"the_approver_is_not_a_handler": "QUAL-08"}
    assert proposed.file().number


def test_only_the_heads_file(proposed):
    for who in (proposed.team[0], proposed.cast.review_head, proposed.cast.leaders[0]):
        with pytest.raises(NotYours):
            proposed.act("case.file", who, approved=True, opinion="同意立案。")


# --- correction.order


@pytest.mark.rule("NOTI-07")
@branching(
    ("due_on", "passes"),
    [(None, True), ("2026-09-07", True), ("2026-10-07", True), ("2026-09-06", False)],
    ids=["立即改正", "当日", "一个月后", "昨日"],
)
def test_a_time_limit_to_correct_lies_ahead(filed, due_on, passes):
    given = {"due_on": due_on} if due_on else {}
    if passes:
        done = filed.order(**given)
        assert reads.case(filed.case).corrections[0][0] == done.number
        assert facts_of_paper(done.index)["until"] == (due_on or "")
    else:
        assert refused(filed.order, **given) == {"the_time_to_correct_lies_ahead": "NOTI-07"}


@pytest.mark.rule("QUAL-04")
def test_nobody_orders_on_an_expired_certificate(filed):
    expired = {"certificate": "示E0001", "certificate_from": "2024-01-01", "certificate_to": "2026-09-06"}
    filed.stage.act("person.certify", filed.cast.appointer, person=filed.team[0], **expired)
    assert refused(filed.order) == {"the_certificate_is_valid": "QUAL-04"}


def test_only_a_handler_orders(filed):
    filed.team = filed.cast.officers[0][3:5]
    with pytest.raises(NotYours, match="本案承办人"):
        filed.order()


def test_what_is_to_be_corrected_is_short_enough_to_keep(filed):
    assert misread(filed.order, what="长" * 501) == {"what": "超过500个字，请精简。"}
