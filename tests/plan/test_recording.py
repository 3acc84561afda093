"""Plan 2: papers, recordings, files and copies: what is kept, who opens it, and that nobody changes it."""

import pytest
from tests.plan.town import NotDone, Play, Taking, Town


def play(town: Town) -> None:
    seized = Taking(town.stage, town.cast)
    seized.to_filed()
    seized.seize()
    town.keep("seized", seized)
    secret = Play(town.stage, town.cast, 1, "占道经营")
    secret.to_filed(restricted=True)
    town.keep("restricted", secret)
    case = Play(town.stage, town.cast, 0, "乱堆物料")
    case.to_filed()
    town.keep("filed", case)


def test_every_act_makes_its_paper_from_what_was_recorded(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    record = case.inspect(findings="示例：现场摆放桌椅四张。")
    said = town.read(case.team[0], f"/api/v1/papers/{record.index}")
    assert said["title"] == "现场检查（勘验）笔录" and said["number"] == record.number
    assert "示例：现场摆放桌椅四张。" in str(said["facts"])
    assert town.get(case.team[0], f"/papers/{record.index}/").text.startswith("%PDF-")


def test_the_time_done_and_the_time_entered_are_both_kept(town: Town) -> None:
    case = town.on("filed")
    case.later(days=3)
    body = {"kind": "documentary", "name": "补录照片", "proves": "示例", "obtained_at": case.ago(60 * 48),
            "origin": "示例"}  # fmt: skip
    kept = town.act_at(case.team[0], "record.keep", case.case, "2026-09-08T10:00:00+08:00", body)
    page = town.page(case.team[0], f"/cases/{case.case}/entries/{kept}/")
    done, entered = page.partition("办理时间")[2][:80], page.partition("录入时间")[2][:80]
    assert "2026-09-08 10:00" in done
    assert town.today in entered


def test_a_seizure_is_not_complete_without_its_whole_recording(town: Town) -> None:
    case = town.on("seized")
    pass_by = {"the_whole_scene_was_recorded": "示例：笔录能够全面有效记录。"}
    with pytest.raises(NotDone) as refused:
        case.record(recordings=[], reasons=pass_by)
    assert "the_whole_scene_was_recorded" in refused.value.codes


def test_an_exception_is_approved_by_the_head_and_says_why(town: Town) -> None:
    case = town.on("seized")
    with pytest.raises(NotDone) as refused:
        case.excuse(from_at=case.ago(600), to_at=case.ago(590))
    assert "the_exception_is_a_stretch_of_the_scene" in refused.value.codes


def test_a_scene_that_was_not_filmed_says_why(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    with pytest.raises(NotDone) as warned:
        case.inspect(reasons={})
    assert "it_was_recorded_in_sound_and_picture" in warned.value.codes
    assert all(refusal["warns"] for refusal in warned.value.body["refusals"])
    done = case.inspect().index
    assert "笔录能够全面有效记录" in town.page(case.team[0], f"/cases/{case.case}/entries/{done}/")


def test_words_alone_suffice_only_where_film_is_not_mandatory(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    assert case.inspect().index
    seized = town.on("seized")
    with pytest.raises(NotDone) as refused:
        seized.record(recordings=[], reasons={"the_whole_scene_was_recorded": "示例：有笔录。"})
    assert [
        r["warns"] for r in refused.value.body["refusals"] if r["code"] == "the_whole_scene_was_recorded"
    ] == [False]


def test_numbers_have_no_holes_and_a_refused_act_takes_none(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    first = case.inspect().number
    with pytest.raises(NotDone):
        case.inspect(certificate_shown=False)
    second = case.inspect().number
    assert serial(second) == serial(first) + 1
    page = town.page(case.team[0], f"/cases/{case.case}/")
    assert first in page and second in page


def serial(number: str) -> int:
    return int(number.partition("第")[2].partition("号")[0])


def test_the_file_of_a_case_is_kept_in_order(town: Town) -> None:
    case = town.on("filed")
    listed = town.page(case.team[0], "/cases/")
    assert f"/cases/{case.case}/" in listed
    acts = [event["act"] for event in town.read(case.team[0], f"/api/v1/cases/{case.case}")["events"]]
    assert sorted(acts) == sorted(
        ["case.register", "record.keep", "case.verify", "case.propose", "case.file"]
    )


def test_a_mark_of_confidentiality_decides_who_opens_a_case(town: Town) -> None:
    case = town.on("restricted")
    for stranger in (town.cast.officers[0][0], town.cast.publicity, town.cast.window):
        for path in (f"/cases/{case.case}/", f"/api/v1/cases/{case.case}"):
            assert town.get(stranger, path).status == 404
        assert f"/cases/{case.case}/" not in town.page(stranger, "/cases/")
    for mine in (case.team[0], town.cast.head, town.cast.supervisor):
        assert town.get(mine, f"/cases/{case.case}/").status == 200


def test_weak_points_are_shown_without_naming_anybody(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    with pytest.raises(NotDone):
        case.inspect(certificate_shown=False)
    weak = town.page(town.cast.supervisor, "/supervision/").partition("薄弱环节")[2]
    assert "现场检查（勘验）" in weak and "出示" in weak
    assert "赵示例" not in weak.partition("：各环节")[0]


def test_what_is_late_is_shown_to_supervision(town: Town) -> None:
    case = town.on("filed")
    assert f"/cases/{case.case}/" not in town.page(town.cast.supervisor, "/supervision/")
    town.http.now += town.days(100)
    found = town.page(town.cast.supervisor, "/supervision/")
    assert f"/cases/{case.case}/" in found and "超期" in found


def test_both_sides_get_a_copy_that_proves_itself(town: Town) -> None:
    case = town.on("filed")
    case.later(days=1)
    paper = case.order().index
    town.round()
    (town.data / "paper.pdf").write_bytes(town.pdf(case.team[0], paper))
    key = town.download("/feed/record.vkey").decode().strip()
    checked = town.command("receipt", str(town.data / "paper.pdf"), "--vkey", key)
    assert checked.status == 0, checked.text
    assert "责令改正" in checked.text


def test_what_was_changed_behind_the_doorway_is_not_shown(town: Town) -> None:
    case = town.on("filed")
    town.tamper(case.case, place="被改动的地点")
    answer = town.get(case.team[0], f"/cases/{case.case}/")
    assert answer.status == 500 and "被改动的地点" not in answer.text
    assert "数据未通过核验" in answer.text


def filmed(town: Town) -> tuple[Play, str, str]:
    """A case with a film among its evidence: the case, the address of its page, the film's digest."""
    case = town.on("filed")
    file = town.film(case.team[0])
    case.keep(kind="av", file=file, name="现场录像")
    return case, f"/cases/{case.case}/", str(file["sha256"])


def test_a_recording_is_opened_upon_a_ground(town: Town) -> None:
    _, path, film = filmed(town)
    supervisor = town.cast.supervisor
    asked = {"item": film, "way": "supervision"}
    bare = town.press(supervisor, f"{path}retrieve/", **asked)
    assert bare.status == 409 and "没有写明调阅事由" in bare.text
    assert "ftyp" not in town.get(supervisor, f"{path}files/{film}").text
    said = town.press(supervisor, f"{path}retrieve/", **asked, ground="投诉〔2026〕1号")
    assert said.status == 200 and "已经调阅" in said.text
    assert "ftyp" in town.get(supervisor, f"{path}files/{film}").text


def test_an_opening_is_an_entry_of_the_ledger(town: Town) -> None:
    case, path, film = filmed(town)
    said = town.press(case.team[0], f"{path}retrieve/", item=film, way="handling").text
    entry = int(said.partition("记入执法记录账本第")[2].partition("条")[0])
    life = town.page(case.team[0], f"{path}files/{film}/life/")
    assert "承办本事项" in life and f"第 {entry} 条" in life
    assert case.keep(name="随后取得的照片").index == entry + 1, "in the one ledger of all acts"


def test_supervisors_see_every_opening(town: Town) -> None:
    case, path, film = filmed(town)
    town.press(case.team[0], f"{path}retrieve/", item=film, way="handling")
    own = {"item": film, "way": "supervision", "ground": "专项监督检查一"}
    town.press(town.cast.supervisor, f"{path}retrieve/", **own)
    page = town.page(town.cast.supervisor, "/supervision/retrievals/")
    assert "承办本事项" in page and "专项监督检查一" in page


def test_a_recording_or_file_opens_at_once(town: Town) -> None:
    case = town.on("filed")
    file = town.upload(case.team[0], "说明.txt", "示例文字".encode())
    case.keep(file=file, name="说明")
    opened = town.get(case.team[0], f"/cases/{case.case}/files/{file['sha256']}")
    assert opened.status == 200 and "示例文字" in opened.text
    assert town.get(town.cast.officers[1][0], f"/cases/{case.case}/files/{file['sha256']}").status == 404
