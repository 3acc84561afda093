"""The servers that tests run on: private, real, and gone afterwards."""

import io
import tempfile
from pathlib import Path

import psycopg
import pytest
from tests.servers import postgres, s3
from tests.servers.ports import free_ports

from mingfa.bureau.vault import vault_from


@pytest.fixture
def folders(monkeypatch):
    """The temporary folders that were made."""
    made, make = [], tempfile.mkdtemp
    monkeypatch.setattr(tempfile, "mkdtemp", lambda **options: made.append(make(**options)) or made[-1])
    return made


@pytest.mark.postgres
@pytest.mark.skipif(bool(postgres.available()), reason=str(postgres.available()))
@pytest.mark.parametrize("fsync", ["off", "on"])
def test_postgres(fsync, folders):
    with postgres.running(fsync=fsync == "on") as url:
        with psycopg.connect(url, autocommit=True) as connection:
            ask = connection.execute
            assert ask("show fsync").fetchone() == (fsync,)
            assert ask("show server_encoding").fetchone() == ("UTF8",)
            assert ask("select rolsuper, rolcreatedb from pg_roles where rolname = user").fetchone() == (
                False,
                True,
            )
            ask("create database test_mingfa")
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(url.replace("mingfa:", "mingfa:wrong"))
    assert [Path(folder).exists() for folder in folders] == [False]
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


@pytest.mark.heavy
@pytest.mark.s3
@pytest.mark.skipif(bool(s3.available()), reason=str(s3.available()))
def test_two_s3_services_side_by_side(folders):
    with s3.running() as one, s3.running() as other:
        vault_from(one).keep(io.BytesIO(b"here"))
        assert [len(list(vault_from(url).digests())) for url in (one, other)] == [1, 0]
    assert [Path(folder).exists() for folder in folders] == [False, False]
    for url in (one, other):
        assert list(Path("/tmp").glob(f"seaweedfs-*-{url.rpartition(':')[2]}.sock")) == []


@pytest.mark.parametrize(
    ("server", "finder", "advice"), [(postgres, "_binaries", "apt install"), (s3, "_weed", "uv sync")]
)
def test_what_is_not_installed_is_said(server, finder, advice, monkeypatch):
    monkeypatch.setattr(server, finder, lambda: None)
    assert advice in server.available()
    with pytest.raises(RuntimeError, match="未安装"), server.running():
        raise AssertionError("it cannot have started")


def test_a_failing_program_says_what_it_said(tmp_path):
    if postgres.available():
        pytest.skip(postgres.available())
    with pytest.raises(RuntimeError, match="initdb: .*no-such-option"):
        postgres._run(Path("/"), "initdb", "--no-such-option")


def test_ports_are_different():
    assert len(set(free_ports(50))) == 50
