"""Plan 3: who reviews, what is reviewed, and that nothing is decided before it passed."""

import pytest
from tests.plan.town import Applying, NotDone, Play, Town, hear_permit, permit_item

MAIN = ["subject", "procedure", "facts", "law", "discretion", "powers", "papers", "crime"]
LATE = {"the_review_is_done_in_time": "示例：材料较多。"}


def play(town: Town) -> None:
    permit = Applying(town.stage, town.cast, permit_item(town))
    hear_permit(permit)
    town.keep("heard permit", permit)
    concluded = Play(town.stage, town.cast)
    concluded.to_concluded()
    concluded.tell()
    town.keep("told", concluded)
    heavy = Play(town.stage, town.cast, 2, "施工工地防尘措施不到位")
    heavy.to_concluded(amount=1_500_000, deviation="示例：情节特别严重。")
    heavy.tell()
    heavy.submit()
    town.keep("heavy", heavy)
    submitted = Play(town.stage, town.cast, 1, "占道经营")
    submitted.to_concluded()
    submitted.tell()
    submitted.submit()
    submitted.later(days=1)
    town.keep("submitted", submitted)


def test_a_reviewer_is_appointed_on_record_and_must_be_qualified(town: Town) -> None:
    cast = town.cast
    enrolled = {"name": "示例新人", "unit": cast.units["法制室"]}
    new = town.http.act("person.enroll", cast.appointer, **enrolled).index
    post = {"person": new, "role": "reviewer", "since": "2026-09-07", "document": "示例任〔2026〕9号"}
    with pytest.raises(NotDone) as refused:
        town.http.act("person.nominate", cast.appointer, **post)
    assert "a_reviewer_is_legally_qualified" in refused.value.codes
    able = {**enrolled, "name": "示例新审核员", "legal_qualification": "示A20260000000099"}
    post["person"] = town.http.act("person.enroll", cast.appointer, **able).index
    nominated = town.http.act("person.nominate", cast.appointer, **post)
    town.http.act("person.confirm", cast.head, nomination=nominated.index, compared=True)
    roster = town.page(cast.head, "/people/")
    assert "示例新审核员" in roster.partition("法制室</h2>")[2].partition("</table>")[0]


def test_the_roster_shows_the_share_of_reviewers(town: Town) -> None:
    assert "法制审核人员 3 名，执法人员 24 名" in town.page(town.cast.head, "/people/")


def test_too_few_reviewers_are_warned_of(town: Town) -> None:
    cast = town.cast
    for person in (cast.reviewers[1], cast.reviewers[2]):
        row = town.appointment(person)
        reason = {"reviewers_are_one_in_twenty": "示例：调离。"}
        town.http.act("person.dismiss", cast.appointer, appointment=row, until="2026-09-07", reasons=reason)
    town.later(days=1)
    assert "应当不少于 2 名" in town.page(cast.head, "/people/")
    new = town.http.act(
        "person.enroll", cast.appointer, name="示例新队员", unit=cast.units["市容中队"],
        certificate="示E0099", certificate_from="2024-01-01", certificate_to="2028-12-31",
    )  # fmt: skip
    post = {"person": new.index, "role": "officer", "since": "2026-09-07", "document": "示例任〔2026〕9号"}
    with pytest.raises(NotDone) as warned:
        town.http.act("person.appoint", cast.appointer, **post)
    assert "reviewers_are_one_in_twenty" in warned.value.codes


def test_a_penalty_is_not_decided_before_its_review_passed(town: Town) -> None:
    for name in ("told", "submitted"):
        case = town.on(name)
        for person in (town.cast.head, town.cast.deputies[0]):
            with pytest.raises(NotDone) as refused:
                case.act("decision.make", person, opinion="同意。", agreed=True)
            assert refused.value.status == 409
            assert "legal_review_has_passed" in refused.value.codes
        assert town.read(case.team[0], f"/api/v1/cases/{case.case}")["state"] != "decided"


def test_what_passed_is_decided_and_names_who_decided(town: Town) -> None:
    case = town.on("submitted")
    opinion = case.review().index
    written = town.read(case.team[0], f"/api/v1/papers/{opinion}")
    assert written["title"] == "法制审核意见书"
    assert "示例审核员" in str(written["facts"])
    case.later(hours=2)
    decided = case.decide().index
    entry = town.page(case.team[0], f"/cases/{case.case}/entries/{decided}/")
    assert "示例局长" in entry


def test_every_point_is_answered_and_what_was_computed_stands_beside_it(town: Town) -> None:
    case = town.on("submitted")
    form = town.page(town.cast.reviewers[1], f"/acts/review.opine/?on={case.case}")
    assert form.count("系统核对：") == len(MAIN)
    assert "承办人中持有效执法证件的2人" in form


def test_a_point_left_open_is_refused(town: Town) -> None:
    case = town.on("submitted")
    points = [{"point": point, "ok": True, "note": "符合。"} for point in MAIN[:-1]]
    with pytest.raises(NotDone) as refused:
        case.review(points=points)
    assert "every_point_is_answered" in refused.value.codes


def test_problems_go_back_and_are_answered_before_it_comes_again(town: Town) -> None:
    case = town.on("submitted")
    points = [{"point": point, "ok": point != "facts", "note": "证据不足。"} for point in MAIN]
    words = "示例：主要证据不足，请补充。"
    opinion = case.review(points=points, opinion="problems", words=words).index
    assert words in town.page(case.team[0], f"/cases/{case.case}/entries/{opinion}/")
    with pytest.raises(NotDone) as refused:
        case.submit()
    assert "earlier_problems_are_answered" in refused.value.codes
    case.submit(reply="示例：已经补充。")
    assert town.read(case.team[0], f"/api/v1/cases/{case.case}")["state"] == "in_review"


def test_why_it_must_be_reviewed_is_found_by_the_system(town: Town) -> None:
    grounds = {}
    for name in ("heavy", "submitted"):
        case = town.on(name)
        opinion = case.review(reasons=LATE).index
        grounds[name] = town.read(case.team[0], f"/api/v1/papers/{opinion}")["facts"]["grounds"]
    assert all("适用普通程序的行政处罚案件" in words for words in grounds.values())
    assert "符合听证范围" in grounds["heavy"] and "符合听证范围" not in grounds["submitted"]


def test_a_permit_that_was_heard_is_not_decided_before_its_review(town: Town) -> None:
    permit = town.on("heard permit")
    with pytest.raises(NotDone) as refused:
        permit.decide()
    assert "the_review_that_is_due_has_passed" in refused.value.codes
