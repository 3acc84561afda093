"""On the street, before a case is filed (强制法 18, 19, 28): it leads to a filing, or goes back at once."""

from functools import partial

import pytest

from mingfa.bureau.cases import reads as cases
from mingfa.bureau.doorway.tests.branching import branching
from mingfa.bureau.ledger.reader import leaf, value
from mingfa.example.asking import refused
from mingfa.example.cases import SHOP
from mingfa.example.measures import Taking


@pytest.fixture
def street(stage, cast):
    return Taking.on_the_street(stage, cast)


@pytest.mark.rule("COMP-07", "COMP-03")
@pytest.mark.clause("2.2.a")
def test_on_the_street_the_party_is_named_on_the_spot(street):
    assert refused(street.seize, emergency="正在转移。") == {"the_party_is_named_with_its_address": "COMP-07"}
    done = street.seize(emergency="正在转移。", party=SHOP)
    paper = value(leaf(done.index).entry, "paper")
    assert paper["party"]["name"] == SHOP["name"]
    assert street.taken.state == "pending"
    street.record()
    street.make_up()
    assert street.taken.state == "held"


@pytest.mark.rule("COMP-11", "COMP-08", "COMP-09")
def test_before_the_filing_no_more_time_is_had(street):
    street.seize(emergency="正在转移。", party=SHOP)
    street.record()
    street.make_up()
    assert refused(street.extend) == {"the_case_still_needs_what_is_held": "COMP-11"}
    assert refused(street.test) == {"the_case_still_needs_what_is_held": "COMP-11"}
    street.keep()
    street.verify()
    street.propose()
    street.file()
    street.extend()
    assert street.taken.state == "extended"


@pytest.mark.rule("COMP-11")
@branching("by", ["verify", "file"])
def test_no_case_is_dropped_over_what_was_taken(street, by):
    street.seize(emergency="正在转移。", party=SHOP)
    street.record()
    street.make_up()
    street.keep()
    if by == "verify":
        street.verify(result="not_worth_filing")
        drop = partial(
            street.act, "case.refuse_filing", street.cast.deputies[0], agreed=True, opinion="同意，不予立案。"
        )
    else:
        street.verify()
        street.propose()
        drop = partial(street.file, approved=False, opinion="违法事实不能成立，不予立案。")
    assert refused(drop) == {"nothing_is_still_held": "COMP-11"}
    release = street.release(ground="no_violation", reason="不予立案。")
    assert value(leaf(release.index).entry, "paper")["party"]["name"] == SHOP["name"]
    assert refused(drop) == {"everything_released_is_back": "COMP-11"}
    street.hand_back(release.index)
    drop()
    assert (cases.case(street.case).state, street.taken.state) == ("dropped", "returned")


@pytest.mark.rule("EVID-04")
def test_evidence_is_preserved_before_the_filing_too(street):
    street.preserve(party=SHOP)
    street.end_preservation(how="lifted")
    assert street.held.preservations[0].state == "lifted"


@pytest.mark.rule("COMP-02", "QUAL-02")
def test_on_the_street_too_the_head_approves_and_two_officers_act(street, cast):
    assert "COMP-02" in refused(street.seize, approval=999999, party=SHOP).values()
    assert "QUAL-02" in refused(street.seize, emergency="急。", officers=street.team[:1], party=SHOP).values()
