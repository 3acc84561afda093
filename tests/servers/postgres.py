"""A private PostgreSQL: `with running() as url` gives `postgres://mingfa:…@127.0.0.1:port/mingfa`.

The role is no superuser: it owns its database and may create others (the test database), as in a real bureau.
"""

import os
import re
import secrets
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.ports import free_ports

OWNER = "postgres"
"""PostgreSQL refuses to run as root; then it runs as the account that its package makes."""

HINT = "sudo apt install -y postgresql"


def available() -> str | None:
    """Say in Chinese why PostgreSQL cannot be started here, with what to do; None when it can."""
    if _binaries() is None:
        return f"未安装 PostgreSQL：{HINT}"
    if os.geteuid() == 0 and subprocess.run(["id", OWNER], capture_output=True).returncode:
        return f"没有系统账户 {OWNER}，而 PostgreSQL 不能以 root 身份运行：{HINT}"
    return None


@contextmanager
def running(*, fsync: bool = False) -> Iterator[str]:
    """Start a cluster, give its URL, and at the end stop it and remove it; `fsync=True` for durability
    tests.
    """
    if reason := available():
        raise RuntimeError(reason)
    folder = Path(tempfile.mkdtemp(prefix="mingfa-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, OWNER)
        password = secrets.token_hex(16)
        _make(folder, password)
        port = _start(folder, fsync)
        try:
            _run(
                folder,
                "psql",
                "-qX",
                "-v",
                "ON_ERROR_STOP=1",
                "-f",
                "roles.sql",
                *_at(folder, port),
                "postgres",
            )
            yield f"postgres://mingfa:{password}@127.0.0.1:{port}/mingfa"
        finally:
            _run(folder, "pg_ctl", "stop", "-s", "-w", "-m", "immediate", "-D", "data")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _make(folder: Path, password: str) -> None:
    """Local sockets are trusted (the folder is private); everybody else needs the password."""
    _run(
        folder, "initdb", "-D", "data", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
        "--auth-local=trust", "--auth-host=scram-sha-256",
    )  # fmt: skip
    (folder / "roles.sql").write_text(
        f"create role mingfa login createdb password '{password}';\ncreate database mingfa owner mingfa;\n"
    )


def _start(folder: Path, fsync: bool) -> int:
    durable = "on" if fsync else "off"
    settings = {
        "listen_addresses": "127.0.0.1",
        "unix_socket_directories": str(folder),
        "fsync": durable,
        "synchronous_commit": durable,
        "full_page_writes": durable,
        "max_connections": 120,
        "shared_buffers": "64MB",
        "log_min_messages": "error",
    }
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    for attempt in range(3):
        port = free_ports(1)[0]
        command = ("start", "-s", "-w", "-D", "data", "-l", "log", "-o", f"-p {port} {options}")
        try:
            _run(folder, "pg_ctl", *command)
        except RuntimeError as error:
            if attempt == 2:
                raise RuntimeError(f"{error}\n{(folder / 'log').read_text()}") from error
        else:
            return port
    raise AssertionError("the third attempt returns or raises")


def _at(folder: Path, port: int) -> tuple[str, ...]:
    return ("-h", str(folder), "-p", str(port), "-U", "postgres")


def _run(folder: Path, program: str, *arguments: str) -> None:
    owner = {"user": OWNER, "group": OWNER, "extra_groups": []} if os.geteuid() == 0 else {}
    done = subprocess.run(
        [f"{_binaries()}/{program}", *arguments],
        cwd=folder,
        env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        **owner,
    )
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stderr.strip()}")


def _binaries() -> Path | None:
    """Find the newest installed version: Debian keeps them side by side, others on the PATH."""
    versions = [p.parent for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if versions:
        return max(versions, key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0))
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None
