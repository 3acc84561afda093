"""A vault in a bucket of any S3 service: the key is `<prefix>ab/cdef…`, as in the folder.

Write-once is asked of the service (`If-None-Match: *`), and every body travels with its SHA-256, which the
service must refuse when it does not fit. An object lock is no proof (an administrator of the service may
stand behind it): the proof is the digest in the ledger.
"""

import hashlib
import io
import shutil
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast
from urllib.parse import SplitResult, parse_qs, unquote

import boto3  # type: ignore[import-untyped]
from botocore.config import Config  # type: ignore[import-untyped]
from botocore.exceptions import BotoCoreError, ClientError  # type: ignore[import-untyped]

from . import media
from .errors import Altered, Missing, Unreachable
from .intake import checked_content, hash_of, room_needed, take_in
from .store import Fault, Finding, Stored, Vault, checked_digest, is_digest

PART = 16 << 20  # an S3 upload has at most 10,000 parts: files up to 156 GiB
_IN_MEMORY = 1 << 20
_READ_AHEAD = 1 << 20
_ABSENT = {"404", "NoSuchKey", "NotFound"}
_ALREADY = {"412", "PreconditionFailed", "409", "ConditionalRequestConflict"}


class S3Vault:
    """`client` is a boto3 S3 client (they may be shared by threads); `prefix` is empty or ends in `/`."""

    def __init__(self, bucket: str, client: Any, prefix: str = "") -> None:
        self.bucket = bucket
        self.prefix = prefix
        self._client = client

    def keep(self, stream: BinaryIO, *, limit: int | None = None) -> Stored:
        """Spool first: the key is the digest, known only after the last byte. The spool has no name on
        disk, so nothing of it outlives the process.
        """
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
            file = cast(BinaryIO, spool)
            with room_needed():
                sha256, size = take_in(stream, file, limit=limit)
                kind = media.true_type(file)
            file.seek(0)
            if not self._put_once(sha256, size, kind, file):
                self._insist_on(sha256)
        return Stored(sha256, size, kind)

    def _insist_on(self, sha256: str) -> None:
        """Make sure that the object which was there before us is the one we were given."""
        match self.check(sha256):
            case Finding(fault=Fault.ALTERED):
                raise Altered(sha256)
            case Finding() as finding:
                raise Unreachable(str(finding))

    def _put_once(self, sha256: str, size: int, kind: str, file: BinaryIO) -> bool:
        """Upload unless the key is taken; False when it is. An object appears whole, or not at all."""
        if size > PART:
            return not self.has(sha256) and self._put_in_parts(sha256, kind, file)
        try:
            with _answered():
                self._client.put_object(
                    **self._at(sha256),
                    Body=file,
                    ContentType=kind,
                    ChecksumSHA256=b64encode(bytes.fromhex(sha256)).decode(),
                    IfNoneMatch="*",
                )
        except _Taken:
            return False
        return True

    def _put_in_parts(self, sha256: str, kind: str, file: BinaryIO) -> bool:
        at = self._at(sha256)
        with _answered():
            upload = self._client.create_multipart_upload(**at, ContentType=kind, ChecksumAlgorithm="SHA256")
        at_upload = at | {"UploadId": upload["UploadId"]}
        try:
            with _answered():
                parts = [
                    self._put_part(at_upload, number, body)
                    for number, body in enumerate(iter(lambda: file.read(PART), b""), 1)
                ]
                self._client.complete_multipart_upload(
                    **at_upload, MultipartUpload={"Parts": parts}, IfNoneMatch="*"
                )
        except _Taken:
            self._abort(at_upload)
            return False
        except Unreachable:
            self._abort(at_upload)
            raise
        return True

    def _put_part(self, at_upload: dict[str, str], number: int, body: bytes) -> dict[str, object]:
        checksum = b64encode(hashlib.sha256(body).digest()).decode()
        part = {"PartNumber": number, "ChecksumSHA256": checksum}
        answer = self._client.upload_part(**at_upload, **part, Body=body)
        return part | {"ETag": answer["ETag"]}

    def _abort(self, at_upload: dict[str, str]) -> None:
        """Free the parts; where even this fails, a sweep will do it later."""
        try:
            self._client.abort_multipart_upload(**at_upload)
        except (ClientError, BotoCoreError):
            return

    def open(self, sha256: str) -> BinaryIO:
        return io.BufferedReader(_Remote(self, sha256), _READ_AHEAD)

    @contextmanager
    def local(self, sha256: str) -> Iterator[Path]:
        with tempfile.NamedTemporaryFile(prefix="mingfa-") as file:
            with _answered(sha256), self._body(sha256, None) as body:
                shutil.copyfileobj(body, file, _READ_AHEAD)
            file.flush()
            yield Path(file.name)

    def read(self, sha256: str) -> bytes:
        with _answered(sha256), self._body(sha256, None) as body:
            return checked_content(sha256, body.read())

    def _body(self, sha256: str, span: str | None) -> BinaryIO:
        ranged = {"Range": span} if span else {}
        return cast(BinaryIO, self._client.get_object(**self._at(sha256), **ranged)["Body"])

    def has(self, sha256: str) -> bool:
        try:
            self.size(sha256)
        except Missing:
            return False
        return True

    def size(self, sha256: str) -> int:
        with _answered(sha256):
            return int(self._client.head_object(**self._at(sha256))["ContentLength"])

    def digests(self) -> Iterator[str]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=self.prefix)
        with _answered():
            for page in pages:
                names = (entry["Key"].removeprefix(self.prefix) for entry in page.get("Contents", ()))
                yield from (
                    name.replace("/", "")
                    for name in names
                    if name[2:3] == "/" and is_digest(name[:2] + name[3:])
                )

    def check(self, sha256: str) -> Finding | None:
        place = f"s3://{self.bucket}/{self._key(sha256)}"
        try:
            with _answered(sha256), self._body(sha256, None) as body:
                found = hash_of(body)
        except Missing:
            return Finding(sha256, place, Fault.MISSING)
        except Unreachable as error:
            return Finding(sha256, place, Fault.UNREADABLE, error.detail)
        return None if found == sha256 else Finding(sha256, place, Fault.ALTERED, f"摘要 {found}")

    def sweep(self, before: datetime) -> int:
        pages = self._client.get_paginator("list_multipart_uploads").paginate(
            Bucket=self.bucket, Prefix=self.prefix
        )
        swept = 0
        with _answered():
            for page in pages:
                for upload in page.get("Uploads", ()):
                    if upload["Initiated"] < before:
                        self._abort(
                            {"Bucket": self.bucket, "Key": upload["Key"], "UploadId": upload["UploadId"]}
                        )
                        swept += 1
        return swept

    def destroy(self, sha256: str) -> None:
        """On a bucket with versions a plain delete would only hide the bytes, so every version goes."""
        key = self._key(sha256)
        with _answered():
            self._client.delete_object(Bucket=self.bucket, Key=key)
            pages = self._client.get_paginator("list_object_versions").paginate(
                Bucket=self.bucket, Prefix=key
            )
            for page in pages:
                for version in (*page.get("Versions", ()), *page.get("DeleteMarkers", ())):
                    self._client.delete_object(Bucket=self.bucket, Key=key, VersionId=version["VersionId"])

    def _key(self, sha256: str) -> str:
        checked_digest(sha256)
        return f"{self.prefix}{sha256[:2]}/{sha256[2:]}"

    def _at(self, sha256: str) -> dict[str, str]:
        return {"Bucket": self.bucket, "Key": self._key(sha256)}


class _Remote(io.RawIOBase):
    """An object as a seekable file: each buffer refill is one ranged request."""

    def __init__(self, vault: S3Vault, sha256: str) -> None:
        self._vault, self._sha256 = vault, sha256
        self._size, self._at = vault.size(sha256), 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if start + offset < 0:
            raise ValueError("cannot seek before the start of a file")
        self._at = start + offset
        return self._at

    def readinto(self, buffer: Any) -> int:
        content = self._take(len(buffer))
        buffer[: len(content)] = content
        return len(content)

    def readall(self) -> bytes:
        return self._take(self._size)

    def _take(self, most: int) -> bytes:
        wanted = min(most, self._size - self._at)
        if wanted <= 0:
            return b""
        span = f"bytes={self._at}-{self._at + wanted - 1}"
        with _answered(self._sha256), self._vault._body(self._sha256, span) as body:
            content = body.read()
        self._at += len(content)
        return content


class _Taken(Exception):
    """The key exists already (write-once)."""


@contextmanager
def _answered(sha256: str | None = None) -> Iterator[None]:
    """Turn the service's answers into the errors of this room."""
    try:
        yield
    except ClientError as error:
        code = str(error.response.get("Error", {}).get("Code"))
        if sha256 and code in _ABSENT:
            raise Missing(sha256) from None
        if code in _ALREADY:
            raise _Taken from None
        raise Unreachable(code) from error
    except BotoCoreError as error:
        raise Unreachable(type(error).__name__) from error


def from_url(url: SplitResult) -> Vault:
    """`s3://KEY:SECRET@bucket/prefix?endpoint=https://…&region=…`

    Key and secret, when percent-encoded in the URL, are used; else boto3's own sources (environment,
    profile, role).
    """
    if not url.hostname:
        raise ValueError("an S3 vault needs a bucket: s3://bucket?endpoint=https://…")
    options = {name: values[-1] for name, values in parse_qs(url.query).items()}
    client = boto3.client(
        "s3",
        endpoint_url=options.get("endpoint"),
        region_name=options.get("region", "us-east-1"),
        aws_access_key_id=unquote(url.username) if url.username else None,
        aws_secret_access_key=unquote(url.password) if url.password else None,
        config=Config(
            signature_version="s3v4",
            request_checksum_calculation="when_required",  # older services refuse the new default checksums
            response_checksum_validation="when_required",
            max_pool_connections=64,
            retries={"mode": "standard", "max_attempts": 4},
            connect_timeout=5,
        ),
    )
    prefix = unquote(url.path.strip("/"))
    return S3Vault(url.hostname, client, f"{prefix}/" if prefix else "")
