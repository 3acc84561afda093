"""`mirror` and `portal build`: thin, but they must never leave behind what could not be verified."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mingfa.commands import main
from mingfa.feed.tests.making import FeedMaker, example

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def feed(tmp_path: Path) -> FeedMaker:
    return example(tmp_path / "bureau")


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.clause("1.4.e")
def test_a_mirror_is_brought_up_to_date(feed: FeedMaker, tmp_path: Path, capsys: Capture) -> None:
    argv = ["mirror", str(feed.folder), str(tmp_path / "copy"), "--json"]
    assert main(argv) == 0
    first = json.loads(capsys.readouterr().out)
    assert first["size"] == first["new_entries"] > 0
    assert main(argv) == 0
    assert json.loads(capsys.readouterr().out)["new_entries"] == 0


def test_an_altered_feed_leaves_the_copy_as_it_was(feed: FeedMaker, tmp_path: Path, capsys: Capture) -> None:
    copy = tmp_path / "copy"
    assert main(["mirror", str(feed.folder), str(copy)]) == 0
    before = files(copy)
    checkpoint = feed.folder / "logs/disclosure/checkpoint"
    checkpoint.write_text(checkpoint.read_text().replace("\n\n", "x\n\n", 1))
    assert main(["mirror", str(feed.folder), str(copy)]) == 1
    assert "未通过核验" in capsys.readouterr().err
    assert files(copy) == before
    assert main(["mirror", str(tmp_path / "nowhere"), str(tmp_path / "other")]) == 1
    assert "无法读取" in capsys.readouterr().err


def portal(*argv: object) -> subprocess.CompletedProcess[str]:
    """Run `mingfa portal` as people do: its settings are not the bureau's, and one process has one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MINGFA", "DJANGO"))}
    command = [sys.executable, "-m", "mingfa.commands", "portal", *map(str, argv)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=kept)


@pytest.mark.clause("1.1.c")
def test_the_site_is_built_from_a_feed_and_only_into_its_own_folder(feed: FeedMaker, tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = portal("build", out, "--feed", feed.folder, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["files"] == len(files(out)) - 1
    assert {"index.html", "decisions/index.html", "verify/index.html"} <= files(out)
    strange = tmp_path / "strange"
    strange.mkdir()
    (strange / "mine.txt").write_text("示例")
    refused = portal("build", strange, "--feed", feed.folder)
    assert refused.returncode == 1
    assert "不为空" in refused.stderr
    assert portal("build", tmp_path / "empty", "--feed", tmp_path / "nowhere").returncode == 1
    assert portal("paint", out).returncode == 2
