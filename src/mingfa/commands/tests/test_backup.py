"""`mingfa backup` and `mingfa restore` where they cannot: a clear sentence, and nothing half done."""

import fcntl
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from mingfa.example.accounts import PASSWORD

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(bool(os.environ.get("MINGFA_DATABASE")), reason="在 SQLite 与文件上运行"),
]
Run = Callable[..., str]


def run_in(place: Path) -> Run:
    """Return a way to run a command: what it says, and what it must not do is fail otherwise than asked."""

    def run(*command: object, data: Path | None = None, code: int = 0, limit: int | None = None) -> str:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("MINGFA", "DJANGO"))}
        argv = [
            sys.executable,
            "-m",
            "mingfa.commands",
            "--data",
            str(data or place / "data"),
            *map(str, command),
        ]
        most = None if limit is None else partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit))
        done = subprocess.run(argv, env=kept, capture_output=True, text=True, check=False, preexec_fn=most)
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout + done.stderr

    return run


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A bureau with a few cases, both passphrases, and one good backup of it."""
    folder = tmp_path_factory.mktemp("backup")
    for name in ("data", "keys"):
        (folder / f"{name}.phrase").write_text(f"示例口令 {name} 2026-0001\n")
    run_in(folder)("demo", "--no-serve", "--cases", 2)
    run_in(folder)("backup", folder / "good", *phrases(folder))
    yield folder


@pytest.fixture
def run(place: Path) -> Run:
    return run_in(place)


def phrases(place: Path, first: str = "data", second: str = "keys") -> list[object]:
    return ["--passphrase", place / f"{first}.phrase", "--keys-passphrase", place / f"{second}.phrase"]


def nothing_is_left(place: Path, *names: str) -> None:
    left = {one.name for one in place.iterdir()} - {"data", "good", "good.keys", "data.phrase", "keys.phrase"}
    assert left == set(names)
    assert not list((place / "data").glob(".backup-*"))


def test_what_is_restored_is_what_was_there(place: Path, run: Run, tmp_path: Path) -> None:
    there = tmp_path / "there"
    assert "暂停办理" in run("restore", place / "good", there, *phrases(place))
    assert "全部核验无误" in run("verify", data=there)
    for part in ("vault", "feed", "keys"):
        ours = {f.relative_to(there): f.read_bytes() for f in (there / part).rglob("*") if f.is_file()}
        theirs = {
            f.relative_to(place / "data"): f.read_bytes()
            for f in (place / "data" / part).rglob("*")
            if f.is_file()
        }
        assert {k: v for k, v in theirs.items() if k.suffix != ".lock"} == {
            k: v for k, v in ours.items() if k.suffix != ".lock"
        }
    private = [there, there / "keys", *(there / "keys").glob("*.key"), there / "keys" / "site.secret"]
    assert not any(one.stat().st_mode & 0o077 for one in private)
    with sqlite3.connect(there / "db.sqlite3") as restored:
        assert restored.execute("SELECT count(*) FROM django_session").fetchone() == (0,)


def test_a_planned_move_goes_on_under_the_same_names(place: Path, run: Run, tmp_path: Path) -> None:
    there = tmp_path / "there"
    run("restore", place / "good", there, *phrases(place))
    said = run("recover", "--old", place / "data", data=there)
    assert "新名称" not in said and "内容丢失" not in said
    assert "数据恢复尚未登记" in run("backup", tmp_path / "again", *phrases(place), data=there, code=1)


def test_the_files_hold_nothing_in_clear(place: Path) -> None:
    secret = (place / "data" / "keys" / "site.secret").read_bytes()
    for name in ("good", "good.keys"):
        blob = (place / name).read_bytes()
        assert secret not in blob and "示例小吃店".encode() not in blob and PASSWORD.encode() not in blob
        assert oct((place / name).stat().st_mode)[-3:] == "600"


def test_a_second_time_changes_nothing(place: Path, run: Run) -> None:
    before = (place / "good").read_bytes()
    assert "已经存在" in run("backup", place / "good", *phrases(place), code=1)
    assert (place / "good").read_bytes() == before
    nothing_is_left(place)


@pytest.mark.parametrize(("first", "second"), [("keys", "keys"), ("data", "data")])
def test_one_passphrase_for_both_is_refused_and_a_wrong_one_said(
    place: Path, run: Run, first: str, second: str, tmp_path: Path
) -> None:
    assert "口令相同" in run("backup", place / "other", *phrases(place, first, second), code=1)
    there = tmp_path / "there"
    assert "口令不正确" in run("restore", place / "good", there, *phrases(place, first, second), code=1)
    assert not there.exists() and list(tmp_path.iterdir()) == []
    nothing_is_left(place)


def test_a_short_passphrase_is_refused(place: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "short").write_text("12345\n")
    said = run(
        "backup", place / "other", *phrases(place)[:2], "--keys-passphrase", tmp_path / "short", code=1
    )
    assert "少于12个字符" in said
    nothing_is_left(place)


@pytest.mark.parametrize("of", ["good", "good.keys"])
@pytest.mark.parametrize("fault", ["truncated", "changed", "longer", "foreign", "absent"])
def test_a_damaged_file_is_not_restored(place: Path, run: Run, tmp_path: Path, of: str, fault: str) -> None:
    for name in ("good", "good.keys"):
        shutil.copy(place / name, tmp_path / name)
    file = tmp_path / of
    blob = file.read_bytes()
    middle = len(blob) * 2 // 3
    damaged = {
        "truncated": blob[:middle],
        "changed": blob[:middle] + bytes([blob[middle] ^ 1]) + blob[middle + 1 :],
        "longer": blob + b"x",
        "foreign": b"PK\3\4" + blob,
    }
    if fault == "absent":
        file.unlink()
    else:
        file.write_bytes(damaged[fault])
    there = tmp_path / "there"
    said = run("restore", tmp_path / "good", there, *phrases(place), code=1)
    words = {
        "truncated": "不完整",
        "changed": "被改动",
        "longer": "多余",
        "foreign": "不是明法",
        "absent": "没有备份文件",
    }
    assert words[fault] in said
    assert {one.name for one in tmp_path.iterdir()} <= {"good", "good.keys"}


def test_a_place_that_is_not_empty_is_left_alone(place: Path, run: Run, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "letter").write_text("mine")
    assert "不是空目录" in run("restore", place / "good", there, *phrases(place), code=1)
    assert "不是空目录" in run("restore", place / "good", place / "data", *phrases(place), code=1)
    assert [one.name for one in there.iterdir()] == ["letter"]


def test_the_keys_of_another_bureau_are_refused(place: Path, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    run("demo", "--no-serve", "--cases", 1, data=other)
    run("backup", tmp_path / "theirs", *phrases(place), data=other)
    there = tmp_path / "there"
    said = run("restore", place / "good", there, "--keys", tmp_path / "theirs.keys", *phrases(place), code=1)
    assert "另一机关" in said and not there.exists()
    swapped = run(
        "restore",
        place / "good.keys",
        there,
        "--keys",
        place / "good",
        *phrases(place, "keys", "data"),
        code=1,
    )
    assert "不是数据文件" in swapped and not there.exists()
    # The logs of another bureau prove nothing of ours.
    run("restore", place / "good", there, *phrases(place))
    assert "不是本机关的日志" in run("recover", "--old", other, data=there, code=1)


def test_a_full_disk_leaves_nothing(place: Path, run: Run, tmp_path: Path) -> None:
    size = (place / "good").stat().st_size
    assert "空间不足" in run("backup", place / "other", *phrases(place), code=1, limit=size // 2)
    nothing_is_left(place)
    there = tmp_path / "there"
    database = (place / "data" / "db.sqlite3").stat().st_size
    assert "空间不足" in run("restore", place / "good", there, *phrases(place), code=1, limit=database // 2)
    assert list(tmp_path.iterdir()) == []


def test_two_at_once_do_not_disturb_each_other(place: Path, run: Run) -> None:
    with (place / "data" / ".backup.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        assert "正在进行" in run("backup", place / "other", *phrases(place), code=1)
    nothing_is_left(place)


def test_what_a_killed_run_left_is_removed(place: Path, run: Run, tmp_path: Path) -> None:
    gone = subprocess.Popen(["true"])
    gone.wait()
    (place / "data" / ".backup-x").mkdir()
    (place / f".other.{gone.pid}.part").write_text("half")
    (tmp_path / f".there.{gone.pid}.restoring").mkdir()
    run("backup", place / "other", *phrases(place))
    run("restore", place / "other", tmp_path / "there", *phrases(place))
    assert [one.name for one in tmp_path.iterdir()] == ["there"]
    for name in ("other", "other.keys"):
        (place / name).unlink()
    nothing_is_left(place)


def test_recovering_where_nothing_was_restored_is_refused(run: Run) -> None:
    assert "不是由备份恢复的" in run("recover", code=1)
