"""What a form says when it cannot be done: all errors at once, what was typed stays, a reason passes."""

from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client

from mingfa.bureau.desk.tests.sending import address, errors_on, fill, send
from mingfa.bureau.desk.tests.test_journey import landed, picture
from mingfa.bureau.doorway.models import RefusedAttempt
from mingfa.bureau.ledger.reader import inputs, leaf, size
from mingfa.example.bureau import Cast
from mingfa.example.cases import Play

CLUE = {
    "source": "patrol",
    "found_at": "今天 8:30",
    "act_on": "今天",
    "street": "650104001",
    "place": "示例路100号门前",
    "summary": "示例摘要",
}
INSPECTION = {
    "started_at": "今天 8:10",
    "ended_at": "今天 8:40",
    "certificate_shown": "1",
    "rights_told": "1",
    "kit_checked": "1",
    "findings": "示例现场情况",
    "signed": "signed",
}


@pytest.fixture
def client(at_desk: Callable[[int], Client], play: Play) -> Client:
    """Sit down as the first handler of a registered case."""
    play.register()
    return at_desk(play.team[0])


def test_all_errors_are_said_at_once_and_nothing_typed_is_lost(client: Client, cast: Cast) -> None:
    before = size()
    page = send(client, "case.register", **CLUE | {"found_at": "昨年", "place": "", "summary": "保留的文字"})
    assert page.status_code == 422
    said, text = errors_on(page), page.content.decode()
    assert "有 3 处需要改正" in said
    assert "涉嫌违法行为：必须填写。" in said
    assert "发现时间：请按 2026-03-12 10:20 的格式填写时间" in said
    assert "具体地点：必须填写。" in said
    assert "保留的文字" in text
    assert 'value="昨年"' in text
    assert 'href="#f-place"' in text
    assert 'id="f-place"' in text
    assert size() == before


def test_a_refusal_names_rule_citation_and_way_on(client: Client, play: Play) -> None:
    """A clue is not proposed before it is verified; nothing happens, and the attempt is kept apart."""
    before = size()
    page = client.post(
        address("case.propose", play.case), fill(client.get(address("case.propose", play.case)), {})
    )
    assert page.status_code == 422
    page = send(
        client,
        "case.propose",
        play.case,
        party__kind="unit",
        party__name="示例公司",
        party__address="示例路1号",
        handlers=[str(person) for person in play.team],
        facts="示例案情",
        opinion="示例意见",
    )
    assert page.status_code == 409
    said = errors_on(page)
    assert "此时不能办理“提请立案”" in said
    assert "《中华人民共和国行政处罚法》第四十七条" in said
    assert "办法：先完成案件页面列出的前序环节。" in said
    assert "示例案情" in page.content.decode()
    assert size() == before
    assert (
        RefusedAttempt.objects.filter(act="case.propose", person=play.team[0], matter=play.case).count() == 1
    )


def test_what_stands_in_the_way_is_said_before_anybody_types(client: Client, play: Play) -> None:
    page = client.get(address("case.propose", play.case))
    assert "此时不能办理“提请立案”" in errors_on(page)


@pytest.mark.rule("AV-03")
def test_a_warning_passes_with_a_reason_and_the_reason_is_recorded(client: Client, play: Play) -> None:
    play.keep()
    play.verify()
    play.propose()
    play.file()
    page = send(client, "record.inspect", play.case, **INSPECTION)
    assert page.status_code == 409
    text = page.content.decode()
    code = "it_was_recorded_in_sound_and_picture"
    assert f'name="reason.{code}"' in text
    assert errors_on(page) == ""
    assert "写明理由并办理" in text
    answer = client.post(
        address("record.inspect", play.case), fill(page, {f"reason.{code}": "示例：设备损坏，文字记录完整。"})
    )
    assert landed(answer) == play.case
    entry = leaf(size() - 1).entry
    assert inputs(entry)["findings"] == "示例现场情况"
    assert "设备损坏" in client.get(f"/cases/{play.case}/entries/{size() - 1}/").content.decode()


def test_a_double_click_is_one_act(client: Client, cast: Cast) -> None:
    page = client.get(address("case.register"))
    sent = fill(page, CLUE | {"item": str(cast.items["店外经营"])})
    before = size()
    first, second = client.post(address("case.register"), sent), client.post(address("case.register"), sent)
    assert size() == before + 1
    assert landed(first) == landed(second) == before


def test_a_second_click_is_answered_also_when_the_case_has_moved_on(client: Client, play: Play) -> None:
    play.keep()
    page = client.get(address("case.verify", play.case))
    sent = fill(page, {"result": "worth_filing", "words": "属实。"})
    before = size()
    first, second = (client.post(address("case.verify", play.case), sent) for _ in range(2))
    assert landed(first) == landed(second) == play.case
    assert size() == before + 1


def test_a_row_is_added_without_script_and_without_a_word_of_error(client: Client, play: Play) -> None:
    page = client.get(address("record.question", play.case))
    assert page.content.decode().count('name="questions.') == 2
    again = client.post(
        address("record.question", play.case),
        fill(page, {"questions.0.q": "第一问", "_add": "questions", "person": "王示例"}),
    )
    text = again.content.decode()
    assert again.status_code == 200
    assert text.count('name="questions.') == 4
    assert "第一问" in text
    assert 'value="王示例"' in text
    assert "需要改正" not in text


def test_an_uploaded_file_survives_an_error_and_is_used_once(client: Client, play: Play) -> None:
    typed = {
        "kind": "documentary",
        "name": "",
        "proves": "示例事实",
        "obtained_at": "今天 8:40",
        "origin": "示例",
        "file": picture(),
    }
    page = send(client, "record.keep", play.case, **typed)
    assert page.status_code == 422
    assert "示例现场.jpg" in page.content.decode()
    answer = client.post(address("record.keep", play.case), fill(page, {"name": "现场照片"}))
    assert landed(answer) == play.case
    kept = inputs(leaf(size() - 1).entry)["file"]
    assert (kept["name"], kept["media"]) == ("示例现场.jpg", "image/jpeg")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("照片.jpg", b"MZ\x90\x00 not a picture", "可执行程序"),
        ("照片.jpg", b"<html><script>alert(1)</script>", "网页文件"),
        ("图.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "SVG 矢量图"),
        ("空.txt", b"", "文件内容为空"),
        ("记录.pdf", "纯文本".encode(), "二者不一致"),
    ],
)
def test_a_file_is_judged_by_its_bytes(
    client: Client, play: Play, name: str, content: bytes, says: str
) -> None:
    upload = BytesIO(content)
    upload.name = name
    page = send(client, "record.keep", play.case, kind="documentary", file=upload)
    assert page.status_code == 422
    assert says in errors_on(page)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../../etc/passwd.txt", "passwd.txt"),
        ("D:\\示例\\证据.txt", "证据.txt"),
        ("<img src=x onerror=alert(1)>.txt", "&lt;"),
        ("a\u202etxt.exe.txt", "atxt.exe.txt"),
    ],
)
def test_a_hostile_name_is_only_a_name(client: Client, play: Play, name: str, shown: str) -> None:
    upload = BytesIO("示例文字".encode())
    upload.name = name
    page = send(client, "record.keep", play.case, kind="documentary", file=upload)
    text = page.content.decode()
    assert "<img src=x" not in text
    assert shown in text or "_img src=x onerror=alert(1)_.txt" in text


def test_another_persons_upload_note_is_not_taken(
    at_desk: Callable[[int], Client], client: Client, play: Play
) -> None:
    """The note that carries a file through a form is sealed for the person who uploaded it."""
    page = send(client, "record.keep", play.case, kind="documentary", file=picture())
    note = fill(page, {})["file"]
    other = at_desk(play.team[1])
    sent = fill(other.get(address("record.keep", play.case)), {"file": note, "kind": "documentary"})
    assert "示例现场.jpg" not in other.post(address("record.keep", play.case), sent).content.decode()


def test_a_time_that_cannot_be_read_is_an_error_of_its_own(client: Client, cast: Cast) -> None:
    page = send(client, "case.register", **CLUE | {"item": str(cast.items["店外经营"]), "act.at": "上周"})
    assert page.status_code == 422
    assert "办理时间：请按 2026-03-12 10:20" in errors_on(page)


def test_done_earlier_and_entered_now_are_both_kept(client: Client, cast: Cast) -> None:
    then = {
        "item": str(cast.items["店外经营"]),
        "found_at": "昨天 15:30",
        "act_on": "昨天",
        "act.at": "昨天 16:00",
    }
    answer = send(client, "case.register", **CLUE | then)
    case = landed(answer)
    facts = leaf(case).entry.facts
    assert str(facts["at"]).startswith("2026-09-06T16:00")
    assert str(facts["entered"]).startswith("2026-09-07")
    assert "补录" in client.get(f"/cases/{case}/").content.decode()


def test_what_does_not_exist_is_said_and_breaks_nothing(client: Client, play: Play) -> None:
    page = send(client, "record.exclude", play.case, reason="示例")
    sent = fill(page, {"evidence": "999999"})
    answer = client.post(address("record.exclude", play.case), sent)
    assert answer.status_code in (409, 422)
    assert errors_on(answer)


def test_a_form_sent_again_with_other_words_is_not_lost(client: Client, cast: Cast) -> None:
    """Back, changed, sent: the page says that it was done before; sent once more it is an act of its own."""
    typed = CLUE | {"item": str(cast.items["店外经营"])}
    form = fill(client.get(address("case.register")), typed)
    assert client.post(address("case.register"), form).status_code == 302
    before = size()
    page = client.post(address("case.register"), form | {"summary": ["第二次写的"]})
    assert (page.status_code, size()) == (422, before)
    assert "没有再次办理" in errors_on(page)
    assert "第二次写的" in page.content.decode()
    assert client.post(address("case.register"), fill(page, {})).status_code == 302
    assert size() == before + 1
