"""The vault in a bucket: the contract against a real S3 service, and what only a bucket can do wrong."""

import io
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import boto3
import pytest
from botocore.config import Config
from tests.storage.suite import ABSENT, JPEG, LATER, VaultSuite, digest, some_bytes

from mingfa.bureau.vault import Altered, Fault, TooLarge, Unreachable, vault_from
from mingfa.bureau.vault.s3 import PART, S3Vault

pytestmark = pytest.mark.s3


@pytest.fixture
def vault(s3_url):
    """A prefix of its own for each test."""
    url = urlsplit(s3_url)
    return vault_from(url._replace(path=f"/{secrets.token_hex(8)}").geturl())


class TestS3Vault(VaultSuite):
    large = PART + 12345
    crowd = 8

    def tamper(self, vault, sha256, content):
        key = f"{vault.prefix}{sha256[:2]}/{sha256[2:]}"
        if content is None:
            vault._client.delete_object(Bucket=vault.bucket, Key=key)
        else:
            vault._client.put_object(Bucket=vault.bucket, Key=key, Body=content)

    def remnants(self, vault):
        found = vault._client.list_multipart_uploads(Bucket=vault.bucket, Prefix=vault.prefix)
        return len(found.get("Uploads", ()))


def test_the_key_is_the_digest_and_the_type_travels(vault):
    stored = vault.keep(io.BytesIO(JPEG))
    key = f"{vault.prefix}{stored.sha256[:2]}/{stored.sha256[2:]}"
    assert vault._client.head_object(Bucket=vault.bucket, Key=key)["ContentType"] == "image/jpeg"


def test_an_upload_in_parts_never_replaces(vault, monkeypatch):
    """Both saw no such key; the second to finish finds it taken, overwrites nothing and leaves no parts."""
    content = some_bytes(PART + 5)
    suite = TestS3Vault()
    suite.tamper(vault, digest(content), b"was here first")
    monkeypatch.setattr(S3Vault, "has", lambda self, sha256: False)
    with pytest.raises(Altered):
        vault.keep(io.BytesIO(content))
    assert vault.size(digest(content)) == len(b"was here first")
    assert suite.remnants(vault) == 0


def test_a_half_upload_is_swept(vault):
    key = f"{vault.prefix}{ABSENT[:2]}/{ABSENT[2:]}"
    upload = vault._client.create_multipart_upload(Bucket=vault.bucket, Key=key)
    part = {"Bucket": vault.bucket, "Key": key, "UploadId": upload["UploadId"], "PartNumber": 1}
    vault._client.upload_part(**part, Body=b"half")
    assert list(vault.digests()) == []
    assert vault.check(ABSENT).fault is Fault.MISSING
    assert vault.sweep(datetime.now(UTC) - timedelta(hours=1)) == 0
    assert vault.sweep(LATER) == 1
    assert TestS3Vault().remnants(vault) == 0


def test_strangers_in_the_bucket_are_no_digests(vault):
    sha256 = vault.keep(io.BytesIO(JPEG)).sha256
    for stranger in ("notes.txt", sha256, f"{sha256[:2]}/{'Z' * 62}", f"{sha256[:3]}/{sha256[3:]}"):
        vault._client.put_object(Bucket=vault.bucket, Key=vault.prefix + stranger, Body=b"?")
    assert list(vault.digests()) == [sha256]


def test_more_files_than_one_page_lists(vault):
    keys = [vault._key(digest(str(number).encode())) for number in range(1005)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: vault._client.put_object(Bucket=vault.bucket, Key=key, Body=b"?"), keys))
    found = list(vault.digests())
    assert len(found) == 1005
    assert found == sorted(found)


def test_every_version_is_destroyed(vault):
    """On a bucket with versions, deleting alone would leave the bytes readable by their version."""
    bucket = f"versions-{secrets.token_hex(6)}"
    vault._client.create_bucket(Bucket=bucket)
    vault._client.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    versioned = S3Vault(bucket, vault._client)
    sha256 = versioned.keep(io.BytesIO(JPEG)).sha256
    vault._client.delete_object(Bucket=bucket, Key=versioned._key(sha256))
    versioned.keep(io.BytesIO(JPEG))
    versioned.destroy(sha256)
    left = vault._client.list_object_versions(Bucket=bucket)
    assert not left.get("Versions") and not left.get("DeleteMarkers")


def nobody_there():
    once = Config(retries={"total_max_attempts": 1}, connect_timeout=1)
    away = {"endpoint_url": "http://127.0.0.1:9", "region_name": "us-east-1"}
    client = boto3.client("s3", aws_access_key_id="k", aws_secret_access_key="s", config=once, **away)
    return S3Vault("bucket", client)


def test_a_service_that_is_away_is_said_in_chinese():
    vault = nobody_there()
    for question in (
        lambda: vault.keep(io.BytesIO(JPEG)),
        lambda: vault.read(ABSENT),
        lambda: list(vault.digests()),
        lambda: vault.has(ABSENT),
        lambda: vault.sweep(LATER),
        lambda: vault.destroy(ABSENT),
    ):
        with pytest.raises(Unreachable, match="存储服务") as refused:
            question()
        assert refused.value.detail == "EndpointConnectionError"
    assert vault.check(ABSENT).fault is Fault.UNREADABLE


def test_a_wrong_secret_is_not_taken_for_a_missing_file(s3_url):
    url = urlsplit(s3_url)
    wrong = vault_from(url._replace(netloc=f"{url.username}:wrong@{url.hostname}").geturl())
    with pytest.raises(Unreachable):
        wrong.has(ABSENT)
    assert wrong.check(ABSENT).fault is Fault.UNREADABLE


def test_too_large_is_refused_before_anything_is_sent():
    with pytest.raises(TooLarge):
        nobody_there().keep(io.BytesIO(JPEG), limit=10)


def test_the_url_says_all():
    vault = vault_from("s3://key:a%2Fb@bucket/bureau/one/?endpoint=http://127.0.0.1:9&region=cn-north-1")
    assert (vault.bucket, vault.prefix) == ("bucket", "bureau/one/")
    assert vault._client.meta.endpoint_url == "http://127.0.0.1:9"
    assert vault._client.meta.region_name == "cn-north-1"
    with pytest.raises(ValueError, match="bucket"):
        vault_from("s3://?endpoint=http://127.0.0.1:9")
