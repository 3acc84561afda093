"""What a tool finds of recordings, and that the tool sees nothing but the file."""

import shutil
from pathlib import Path

import pytest

from mingfa.bureau.vault.film import confined, probing
from mingfa.bureau.vault.film.confined import NoTool, Ran
from mingfa.bureau.vault.tests.films import cut_off, film, paused, sound, unfinished

TEN = 10_000
pytestmark = pytest.mark.skipif(shutil.which("ffprobe") is None, reason="needs ffprobe")


@pytest.fixture(params=["bubblewrap", "landlock"])
def shut_in(request, monkeypatch):
    if request.param == "bubblewrap" and confined.how() != "bubblewrap":
        pytest.skip("no bubblewrap here")
    if request.param == "landlock":
        if confined.landlock.version() < 1:
            pytest.skip("no Landlock in this kernel")
        monkeypatch.setattr(confined, "how", lambda: "landlock")
    return request.param


@pytest.fixture
def found(tmp_path):
    def measure(content: bytes, name: str = "film.mp4") -> probing.Facts:
        path = tmp_path / name
        path.write_bytes(content)
        return probing.measure(path)

    return measure


WHOLE = {
    "mp4": lambda: film(10),
    "index at the end of the file moved to its begin": lambda: film(10, "f.mp4", "-movflags", "+faststart"),
    "fragmented mp4": lambda: film(10, "g.mp4", "-movflags", "frag_keyframe+empty_moov"),
    "mov": lambda: film(10, "f.mov"),
    "avi": lambda: film(10, "f.avi"),
    "transport stream": lambda: film(10, "f.ts"),
    "matroska": lambda: film(10, "f.mkv"),
    "a stream without a length": lambda: film(10, "f.mkv", "-live", "1"),
    "wav": lambda: sound(10),
    "mp3": lambda: sound(10, "s.mp3"),
}


@pytest.mark.clause("2.2.a")
@pytest.mark.parametrize("content", WHOLE.values(), ids=WHOLE)
def test_how_long_it_runs_is_measured(found, content):
    facts = found(content())
    assert facts.milliseconds == pytest.approx(TEN, abs=550)
    assert facts.sound and facts.trouble == "" and facts.breaks == ()
    assert facts.tool.startswith("ffprobe ")


def test_a_part_of_a_file_runs_as_long_as_it_is_there(found):
    facts = found(cut_off(10))
    assert facts.trouble == probing.CUT_OFF and 3000 < (facts.milliseconds or 0) < 9000


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        pytest.param(lambda: unfinished(10), probing.NO_INDEX, id="battery pulled"),
        pytest.param("现场情况说明，不是录像。".encode, probing.UNREADABLE, id="a text"),
        pytest.param(
            lambda: b"#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n", probing.UNREADABLE, id="a playlist"
        ),
        pytest.param(lambda: b"\x00\x00\x00\x18ftypmp42example", probing.NO_INDEX, id="a head alone"),
        pytest.param(bytes, probing.UNREADABLE, id="nothing"),
    ],
)
def test_what_cannot_be_played_has_no_length(found, content, trouble):
    facts = found(content())
    assert (facts.milliseconds, facts.picture, facts.sound) == (None, "", "")
    assert facts.trouble == trouble


def test_pictures_that_stop_are_a_break(found):
    (only,) = found(paused(12, 4, 8)).breaks
    assert only[0] == pytest.approx(4000, abs=1000) and only[1] == pytest.approx(8000, abs=1000)


def test_what_the_container_claims_is_kept_as_its_claim(found):
    claimed = found(film(3, "c.mp4", "-metadata", "creation_time=2026-03-05T02:10:00Z")).claimed_at
    assert claimed is not None and claimed.isoformat() == "2026-03-05T02:10:00+00:00"
    assert found(film(3)).claimed_at is None


def test_a_tool_that_hangs_or_crashes_is_an_answer(found, monkeypatch):
    found(film(3))
    monkeypatch.setattr(probing, "run", lambda *a: Ran(-1, "", "timeout"))
    assert found(film(3)).trouble == probing.UNREADABLE


def test_the_tool_sees_nothing_but_the_file(shut_in, tmp_path):
    secret, file = tmp_path / "secret", tmp_path / "in"
    secret.write_text("机密")
    file.write_text("可读")
    assert confined.run("cat", [], file).out == "可读"
    for hidden in (str(secret), "/etc/passwd", "/etc/hostname"):
        assert confined.run("cat", [hidden], file).out == "可读", hidden
    assert confined.run("ls", [str(Path.home())], file).code != 0
    reached = 'import socket; socket.create_connection(("127.0.0.1", 9), 1)'
    assert confined.run("python3", ["-c", reached], file).code != 0


def test_film_is_measured_either_way(shut_in, found):
    assert found(film(10)).milliseconds == pytest.approx(TEN, abs=550)


def test_without_a_tool_or_a_room_for_it_nothing_is_run(monkeypatch, tmp_path):
    with pytest.raises(NoTool, match="没有安装 no-such-tool"):
        confined.run("no-such-tool", [], tmp_path)
    monkeypatch.setattr(confined, "how", lambda: "")
    with pytest.raises(NoTool, match="bubblewrap"):
        confined.run("cat", [], tmp_path)
