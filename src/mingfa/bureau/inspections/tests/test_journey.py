"""An inspection from the plan to its result, by real acts."""

import pytest

from mingfa.bureau.inspections import reads


@pytest.mark.clause("1.3.a", "1.3.b", "1.3.c")
@pytest.mark.rule("INSP-04", "INSP-05", "INSP-08", "QUAL-05", "EVID-03")
def test_a_planned_inspection_ends_clean(round_):
    round_.to_recorded()
    told = round_.tell()
    view = reads.inspection(round_.matter)
    assert (view.state, view.outcome, view.told) == ("ended", "clean", told.index)
    assert [v.kind for v in view.visits] == ["first"]
    assert view.visits[0].scanned
    assert told.number.endswith("检告字〔2026〕第1号")


@pytest.mark.rule("NOTI-07", "INSP-08")
def test_what_was_ordered_is_checked_again(round_):
    round_.to_correcting()
    assert reads.inspection(round_.matter).state == "correcting"
    round_.later(days=6)
    round_.recheck()
    view = reads.inspection(round_.matter)
    assert (view.state, view.outcome) == ("ended", "corrected")
    assert [v.kind for v in view.visits] == ["first", "recheck"]


@pytest.mark.rule("FILE-03", "INSP-08")
def test_what_was_not_corrected_is_handed_over(round_):
    round_.to_correcting()
    round_.later(days=6)
    round_.recheck(corrected=False, findings="滤网仍未清洗。")
    view = reads.inspection(round_.matter)
    assert (view.state, view.outcome) == ("handed_over", "not_corrected")


@pytest.mark.rule("FILE-03")
def test_a_suspected_violation_is_handed_over(round_):
    round_.to_violation()
    assert reads.inspection(round_.matter).state == "handed_over"


@pytest.mark.rule("INSP-04")
def test_what_can_be_seen_without_a_visit_is_seen_without_one(round_):
    round_.to_approved(how="off_site")
    round_.notify()
    round_.examine()
    round_.tell()
    view = reads.inspection(round_.matter)
    assert (view.state, view.visits) == ("ended", ())
