"""The drill (K1 §3): backed up at work, machine lost, restored, recovered, going on; then asked by a
stranger.

Once on SQLite with files in the default run, once on PostgreSQL with S3 in the stored one.
"""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from bench._drill import Drill, Machine, drill, written

pytestmark = pytest.mark.long
DATABASE, VAULT = os.environ.get("MINGFA_DATABASE", ""), os.environ.get("MINGFA_VAULT", "")
stored = pytest.mark.skipif(
    not (DATABASE and VAULT.startswith("s3:")), reason="只在 PostgreSQL 与 S3 上运行：./mingfa test --stored"
)
on_files = pytest.mark.skipif(bool(DATABASE), reason="在 SQLite 与文件上运行")


def afterwards(found: Drill) -> None:
    """What has to hold after every drill, asked by the commands alone."""
    new = found.new
    assert "全部核验无误" in new.run("verify", "--laws")
    assert "与账本完全一致" in new.run("rebuild", "--check")
    assert found.during, "acts went on while the backup was made"


@on_files
def test_what_the_tiles_prove_stands_and_the_log_goes_on_as_its_extension(tmp_path: Path) -> None:
    found = drill(tmp_path, Machine(tmp_path / "old"), Machine(tmp_path / "new"), "logs")
    afterwards(found)
    assert f"执法记录第{found.after[0]}条：核查线索" in found.told
    for log in ("record", "disclosure"):
        head = found.seen / f"{log}.checkpoint"
        assert "全部核验无误" in found.new.run("verify", found.new.data / "logs" / log, "--old", head)
    found.new.run("mirror", found.new.data, found.seen / "mirror")
    lost = [index for index in (*found.during, *found.after) if index >= found.size]
    assert all(f"执法记录第{index}条" in found.told for index in lost), "each one that was acknowledged"
    assert found.figures["rpo_acts"] == len(lost) >= len(found.after)


@on_files
def test_without_tiles_the_log_goes_on_under_a_new_name_that_is_announced(tmp_path: Path) -> None:
    found = drill(tmp_path, Machine(tmp_path / "old"), Machine(tmp_path / "new"), "mirror")
    afterwards(found)
    names = re.findall(r"以新名称 (\S+) 延续", found.told)
    assert [name.rpartition("/")[0] for name in names] == [
        "log.example.cn/record",
        "log.example.cn/disclosure",
    ]
    logs = found.new.data / "logs"
    assert (logs / "record" / "checkpoint").read_text().startswith(f"{names[0]}\n")
    public = b"".join(f.read_bytes() for f in (logs / "disclosure/tile/entries").rglob("*") if f.is_file())
    assert b'"op":"restore"' in public and names[0].encode() in public
    # A head of the public log that a mirror had seen still holds, checked by the key of its name then.
    head, copy = found.seen / "disclosure.checkpoint", tmp_path / "copy"
    found.new.run("mirror", found.new.data, copy)
    for place in (logs / "disclosure", copy / "log"):
        assert "全部核验无误" in found.new.run("verify", place, "--old", head)
    said = found.new.run("verify", logs / "record", "--old", found.seen / "record.checkpoint", fails=True)
    assert "没有全部延续下来" in said, "the lost entries are said, not hidden"


@pytest.fixture
def s3_url() -> str:
    """The bucket of the run; a test that asks for it belongs to the stored run."""
    return VAULT


@contextmanager
def another_database(name: str) -> Iterator[str]:
    """Make an empty database beside that of the run."""
    own = f"{name}_{os.getpid()}"
    with psycopg.connect(DATABASE, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {own}")
        try:
            yield DATABASE.rpartition("/")[0] + f"/{own}"
        finally:
            connection.execute(f"DROP DATABASE {own} WITH (FORCE)")


def under(vault: str, prefix: str) -> str:
    """Return the address of a folder of a bucket."""
    parts = urlsplit(vault)
    return f"s3://{parts.netloc}/{prefix}?{parts.query}"


@stored
def test_on_postgresql_and_s3(tmp_path: Path, s3_url: str) -> None:
    with another_database("drill_old") as one, another_database("drill_new") as other:
        mark = re.sub(r"\W", "", tmp_path.name)
        old, new = (
            Machine(
                tmp_path / name, {"MINGFA_DATABASE": address, "MINGFA_VAULT": under(s3_url, f"{name}-{mark}")}
            )
            for name, address in (("old", one), ("new", other))
        )
        afterwards(drill(tmp_path, old, new, "logs"))
        again = tmp_path / "again"
        said = new.run("restore", tmp_path / "set.mingfa", again, *written(tmp_path), fails=True)
        assert "不是空的" in said and not again.exists()
